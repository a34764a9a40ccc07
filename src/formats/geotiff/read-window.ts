import { FormatError } from '../format-error.ts'
import { arrayOf, type ImageLayout, type Samples } from './image-layout.ts'
import { geoTiffLimits as limits } from './limits.ts'
import { bytesAt, tooLarge, type TiffFile } from './read-directory.ts'
import { canExpandTo, unpackBlock } from './unpack-block.ts'
import { machineIsLittleEndian, swapBytes, undoFloatingPoint, undoHorizontal } from './undo-predictor.ts'
import { widenSamples } from './widen-samples.ts'

/** A rectangle of pixels; `x` and `y` from the upper left corner. */
export interface PixelWindow {
  x: number
  y: number
  width: number
  height: number
}

/**
 * The samples of one band in a window, row by row. Only the blocks that the window touches are read and unpacked.
 *
 * Missing  blocks that the file leaves out (sparse files) hold `empty`.
 * Cost     the blocks touched; memory of the window and of one block.
 *
 * @throws {FormatError} a damaged block, or a window beyond the limits
 * @throws {RangeError} a window that is not inside of the image, or no such band
 */
export function readWindow(file: TiffFile, layout: ImageLayout, window: PixelWindow, band: number, empty: number): Samples {
  checkWindow(file, layout, window, band)
  const Values = arrayOf[layout.sampleType]
  const values = new Values(window.width * window.height)
  const samplesPerPixel = layout.planar ? 1 : layout.bands
  const plane = layout.planar ? band * layout.across * layout.down : 0
  const stride = samplesPerPixel
  const readBlock = blockReader(file, layout)
  const firstColumn = Math.floor(window.x / layout.blockWidth)
  const lastColumn = Math.floor((window.x + window.width - 1) / layout.blockWidth)
  const firstRow = Math.floor(window.y / layout.blockHeight)
  const lastRow = Math.floor((window.y + window.height - 1) / layout.blockHeight)
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const top = row * layout.blockHeight
      const left = column * layout.blockWidth
      const fromX = Math.max(window.x, left)
      const toX = Math.min(window.x + window.width, left + layout.blockWidth)
      const fromY = Math.max(window.y, top)
      const toY = Math.min(window.y + window.height, top + layout.blockHeight)
      const block = readBlock(plane + row * layout.across + column, row)
      for (let y = fromY; y < toY; y++) {
        const to = (y - window.y) * window.width + (fromX - window.x)
        if (block === null) fill(values, empty, to, to + (toX - fromX))
        else {
          const from = ((y - top) * layout.blockWidth + (fromX - left)) * stride + (layout.planar ? 0 : band)
          copyRow(values, to, block, from, toX - fromX, stride)
        }
      }
    }
  return values
}

function checkWindow({ source }: TiffFile, layout: ImageLayout, { x, y, width, height }: PixelWindow, band: number): void {
  const whole = [x, y, width, height, band].every((value) => Number.isInteger(value) && value >= 0)
  if (!whole || width === 0 || height === 0 || x + width > layout.width || y + height > layout.height || band >= layout.bands)
    throw new RangeError(
      `Window ${width} × ${height} at ${x}, ${y} of band ${band} is not inside of ${layout.width} × ${layout.height} pixels and ${layout.bands} bands.`,
    )
  const bytes = width * height * arrayOf[layout.sampleType].BYTES_PER_ELEMENT
  if (bytes > limits.windowBytes) throw tooLarge(source, null, 'the size of the window in bytes', bytes, limits.windowBytes)
  const columns = Math.floor((x + width - 1) / layout.blockWidth) - Math.floor(x / layout.blockWidth) + 1
  const rows = Math.floor((y + height - 1) / layout.blockHeight) - Math.floor(y / layout.blockHeight) + 1
  const unpacked = columns * rows * blockBytes(layout)
  if (unpacked > limits.unpackedBytes) throw tooLarge(source, null, 'what the window touches in bytes', unpacked, limits.unpackedBytes)
}

const rowBytes = ({ blockWidth, planar, bands, bitsPerSample }: ImageLayout): number =>
  Math.ceil((blockWidth * (planar ? 1 : bands) * bitsPerSample) / 8)
const blockBytes = (layout: ImageLayout): number => rowBytes(layout) * layout.blockHeight

/** Reads blocks one after another into the same memory; null for a block that the file leaves out. */
function blockReader(file: TiffFile, layout: ImageLayout): (index: number, row: number) => Samples | null {
  const { source } = file
  const { compression, predictor, bitsPerSample } = layout
  const bytesPerSample = bitsPerSample >= 8 ? ((bitsPerSample / 8) as 1 | 2 | 4 | 8) : 1
  const samplesPerRow = layout.blockWidth * (layout.planar ? 1 : layout.bands)
  const stride = layout.planar ? 1 : layout.bands
  const Values = arrayOf[layout.sampleType]
  let packed: Uint8Array = new Uint8Array(0)
  let block = new Uint8Array(0)
  return (index, row) => {
    const offset = layout.offsets[index] ?? 0
    const size = layout.byteCounts[index] ?? 0
    if (size === 0) return null
    // The last strip may end with the image; a tile is always whole.
    const rows = layout.tiled ? layout.blockHeight : Math.min(layout.blockHeight, layout.height - row * layout.blockHeight)
    const bytes = rowBytes(layout) * rows
    if (offset + size > source.size || !canExpandTo(compression, size, bytes)) throw shortBlock(file, offset, size, bytes)
    if (packed.length < size) packed = new Uint8Array(size)
    if (block.length < bytes) block = new Uint8Array(blockBytes(layout))
    const raw = block.subarray(0, bytes)
    unpackBlock(source, offset, bytesAt(source, offset, size, packed), compression, raw, blockBytes(layout))
    if (predictor === 3) undoFloatingPoint(raw, { rows, samplesPerRow, bytesPerSample, stride })
    else if (bytesPerSample > 1 && file.littleEndian !== machineIsLittleEndian) swapBytes(raw, bytesPerSample)
    if (predictor === 2) undoHorizontal(raw, { rows, samplesPerRow, bytesPerSample, stride })
    if (bitsPerSample < 8 || Values.BYTES_PER_ELEMENT !== bytesPerSample) return widenSamples(raw, rows, samplesPerRow, bitsPerSample)
    return new Values(block.buffer, 0, rows * samplesPerRow)
  }
}

function shortBlock({ source }: TiffFile, offset: number, size: number, bytes: number): FormatError {
  return new FormatError(
    'geotiff_block',
    `${source.name}: the block at offset ${offset} has ${size} bytes in the file, from which ${bytes} cannot come. The file is damaged.`,
    offset,
    { file: source.name, offset, unpacked: size, expected: bytes },
  )
}

function fill(values: Samples, empty: number, from: number, to: number): void {
  if (values instanceof BigInt64Array || values instanceof BigUint64Array)
    values.fill(BigInt(Number.isFinite(empty) ? Math.trunc(empty) : 0), from, to)
  else values.fill(empty, from, to)
}

function copyRow(values: Samples, to: number, block: Samples, from: number, count: number, stride: number): void {
  // Both are of the image's own sample type; TypeScript cannot know that they go together.
  if (stride === 1) (values as Float64Array).set((block as Float64Array).subarray(from, from + count), to)
  else for (let i = 0; i < count; i++) (values as Float64Array)[to + i] = (block as Float64Array)[from + i * stride] as number
}
