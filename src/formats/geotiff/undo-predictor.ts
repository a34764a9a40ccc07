/** Rows of a block as the predictors see them. */
export interface BlockRows {
  rows: number
  /** Samples of one row, all bands of it where they alternate. */
  samplesPerRow: number
  bytesPerSample: 1 | 2 | 4 | 8
  /** From one sample to the next of the same band. */
  stride: number
}

/**
 * Predictor 2: each sample is stored as the difference from the one to its left. Undone on whole numbers of the sample's size, also
 * for floating-point samples. The bytes are in the machine's order.
 *
 * Source   TIFF revision 6.0, section 14.
 */
export function undoHorizontal(block: Uint8Array, { rows, samplesPerRow, bytesPerSample, stride }: BlockRows): void {
  const samples = rows * samplesPerRow
  if (bytesPerSample === 8)
    return undoHorizontal64(new Uint32Array(block.buffer, block.byteOffset, samples * 2), rows, samplesPerRow, stride)
  const View = bytesPerSample === 1 ? Uint8Array : bytesPerSample === 2 ? Uint16Array : Uint32Array
  const values = new View(block.buffer as ArrayBuffer, block.byteOffset, samples)
  for (let begin = 0; begin < samples; begin += samplesPerRow)
    for (let i = begin + stride, end = begin + samplesPerRow; i < end; i++)
      values[i] = (values[i] as number) + (values[i - stride] as number)
}

/** 64-bit sums from halves of 32 bits, because BigInt is a hundred times slower. */
function undoHorizontal64(halves: Uint32Array<ArrayBufferLike>, rows: number, samplesPerRow: number, stride: number): void {
  const low = machineIsLittleEndian ? 0 : 1
  const high = 1 - low
  for (let row = 0; row < rows; row++)
    for (let i = row * samplesPerRow + stride, end = (row + 1) * samplesPerRow; i < end; i++) {
      const left = 2 * (i - stride)
      const sum = (halves[2 * i + low] as number) + (halves[left + low] as number)
      halves[2 * i + low] = sum
      halves[2 * i + high] = (halves[2 * i + high] as number) + (halves[left + high] as number) + (sum > 0xffffffff ? 1 : 0)
    }
}

/**
 * Predictor 3, for floating point: the bytes of a row are sorted by significance, highest first, and stored as differences. Afterwards
 * the bytes are in the machine's order, whatever the file's.
 *
 * Source   Adobe, "TIFF Technical Note 3" (2005).
 */
export function undoFloatingPoint(block: Uint8Array, { rows, samplesPerRow, bytesPerSample, stride }: BlockRows): void {
  const rowBytes = samplesPerRow * bytesPerSample
  const sorted = new Uint8Array(rowBytes)
  for (let begin = 0, row = 0; row < rows; row++, begin += rowBytes) {
    if (stride === 1) {
      let sum = 0
      for (let i = 0; i < rowBytes; i++) sorted[i] = sum = (sum + (block[begin + i] as number)) & 255
    } else {
      sorted.set(block.subarray(begin, begin + stride))
      for (let i = stride; i < rowBytes; i++) sorted[i] = (block[begin + i] as number) + (sorted[i - stride] as number)
    }
    for (let byte = 0; byte < bytesPerSample; byte++) {
      let to = begin + (machineIsLittleEndian ? bytesPerSample - 1 - byte : byte)
      for (let from = byte * samplesPerRow, end = from + samplesPerRow; from < end; from++, to += bytesPerSample)
        block[to] = sorted[from] as number
    }
  }
}

/** Turns the bytes of each sample round. */
export function swapBytes(block: Uint8Array, bytesPerSample: number): void {
  for (let begin = 0; begin + bytesPerSample <= block.length; begin += bytesPerSample)
    for (let a = begin, b = begin + bytesPerSample - 1; a < b; a++, b--) {
      const kept = block[a] as number
      block[a] = block[b] as number
      block[b] = kept
    }
}

export const machineIsLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
