/**
 * Samples of 1, 2 or 4 bits as bytes, and floating point of 16 bits as 32. Rows of the former begin at a whole byte.
 *
 * Source   TIFF revision 6.0, "BitsPerSample"; IEEE 754 for the half.
 *
 * @example
 * widenSamples(new Uint8Array([0b10_01_00_11]), 1, 3, 2) // => new Uint8Array([2, 1, 0])
 */
export function widenSamples(
  raw: Uint8Array,
  rows: number,
  samplesPerRow: number,
  bits: number,
): Uint8Array<ArrayBuffer> | Float32Array<ArrayBuffer> {
  if (bits === 16) return halfToFloat(new Uint16Array(raw.buffer, raw.byteOffset, rows * samplesPerRow))
  const values = new Uint8Array(rows * samplesPerRow)
  const rowBytes = Math.ceil((samplesPerRow * bits) / 8)
  const mask = (1 << bits) - 1
  for (let row = 0, to = 0; row < rows; row++)
    for (let i = 0; i < samplesPerRow; i++) {
      const bit = i * bits
      values[to++] = ((raw[row * rowBytes + (bit >> 3)] as number) >> (8 - bits - (bit & 7))) & mask
    }
  return values
}

function halfToFloat(halves: Uint16Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(halves, (half) => {
    const sign = half & 0x8000 ? -1 : 1
    const exponent = (half >> 10) & 31
    const fraction = half & 1023
    if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN
    return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25))
  })
}
