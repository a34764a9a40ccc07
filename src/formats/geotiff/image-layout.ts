import { FormatError } from '../format-error.ts'
import { geoTiffLimits as limits } from './limits.ts'
import { damaged, readNumber, readNumbers, tag, tooLarge, type TiffDirectory, type TiffFile } from './read-directory.ts'
import { checkCompression } from './unpack-block.ts'

/** How the pixels of one image (the raster, an overview, a mask) lie in the file. */
export interface ImageLayout {
  width: number
  height: number
  bands: number
  sampleType: SampleType
  /** As stored: 1, 2, 4 and 16-bit floating point are widened when they are read. */
  bitsPerSample: number
  compression: number
  predictor: number
  /** Bands in files of their own, one after another, and not pixel by pixel. */
  planar: boolean
  tiled: boolean
  blockWidth: number
  blockHeight: number
  /** Blocks beside each other; above each other. */
  across: number
  down: number
  offsets: Float64Array
  byteCounts: Float64Array
}

export type SampleType = keyof typeof arrayOf

/** The array that holds samples of each type. Floating point of 16 bits is read as 32, whole numbers of 1, 2 and 4 bits as 8. */
export const arrayOf = {
  uint8: Uint8Array,
  int8: Int8Array,
  uint16: Uint16Array,
  int16: Int16Array,
  uint32: Uint32Array,
  int32: Int32Array,
  uint64: BigUint64Array,
  int64: BigInt64Array,
  float32: Float32Array,
  float64: Float64Array,
} as const
export type Samples = InstanceType<(typeof arrayOf)[SampleType]>

/** By sample format (1 unsigned, 2 signed, 3 floating point) and bits. */
const sampleTypes: Readonly<Record<string, SampleType>> = {
  '1/1': 'uint8',
  '1/2': 'uint8',
  '1/4': 'uint8',
  '1/8': 'uint8',
  '1/16': 'uint16',
  '1/32': 'uint32',
  '1/64': 'uint64',
  '2/8': 'int8',
  '2/16': 'int16',
  '2/32': 'int32',
  '2/64': 'int64',
  '3/16': 'float32',
  '3/32': 'float32',
  '3/64': 'float64',
}

/** @throws {FormatError} an image that is damaged, beyond the limits, or of a kind that is not read */
export function readImageLayout(file: TiffFile, directory: TiffDirectory): ImageLayout {
  const { source } = file
  const required = (wanted: number, name: string): number => {
    const value = readNumber(file, directory, wanted, null)
    if (value === null || !Number.isInteger(value) || value < 1)
      throw damaged(source, directory.offset, `${name} is missing or not above 0`)
    return value
  }
  const width = required(tag.imageWidth, 'the width')
  const height = required(tag.imageLength, 'the height')
  const side = Math.max(width, height)
  if (side > limits.side) throw tooLarge(source, directory.offset, 'the longer side of the raster', side, limits.side)
  const bands = readNumber(file, directory, tag.samplesPerPixel, 1)
  if (!(bands >= 1 && bands <= limits.bands)) throw tooLarge(source, directory.offset, 'the number of bands', bands, limits.bands)
  const { sampleType, bitsPerSample } = readSampleType(file, directory)
  const compression = readNumber(file, directory, tag.compression, 1)
  checkCompression(source, compression)
  const predictor = readNumber(file, directory, tag.predictor, 1)
  checkPredictor(file, directory, predictor, sampleType, bitsPerSample)
  if (readNumber(file, directory, tag.fillOrder, 1) !== 1 && bitsPerSample < 8)
    throw damaged(source, directory.offset, 'bits are stored lowest first, which is not read')

  const tiled = directory.entries.has(tag.tileWidth)
  const blockWidth = tiled ? required(tag.tileWidth, 'the width of tiles') : width
  const rowsPerStrip = readNumber(file, directory, tag.rowsPerStrip, height)
  if (!(rowsPerStrip >= 1)) throw damaged(source, directory.offset, 'strips have no rows')
  const blockHeight = tiled ? required(tag.tileLength, 'the height of tiles') : Math.min(height, rowsPerStrip)
  const planar = bands > 1 && readNumber(file, directory, tag.planarConfiguration, 1) === 2
  const blockBytes = Math.ceil((blockWidth * (planar ? 1 : bands) * bitsPerSample) / 8) * blockHeight
  if (blockBytes > limits.blockBytes)
    throw tooLarge(source, directory.offset, 'the size of a block in bytes', blockBytes, limits.blockBytes)
  const across = Math.ceil(width / blockWidth)
  const down = Math.ceil(height / blockHeight)
  const blocks = across * down * (planar ? bands : 1)
  if (blocks > limits.blocks) throw tooLarge(source, directory.offset, 'the number of blocks', blocks, limits.blocks)
  const offsets = readNumbers(file, directory, tiled ? tag.tileOffsets : tag.stripOffsets, limits.blocks)
  const byteCounts = readNumbers(file, directory, tiled ? tag.tileByteCounts : tag.stripByteCounts, limits.blocks)
  if (offsets === null || byteCounts === null || offsets.length < blocks || byteCounts.length < blocks)
    throw damaged(source, directory.offset, `there should be ${blocks} blocks, and places of ${offsets?.length ?? 0} are given`)
  return {
    width,
    height,
    bands,
    sampleType,
    bitsPerSample,
    compression,
    predictor,
    planar,
    tiled,
    blockWidth,
    blockHeight,
    across,
    down,
    offsets,
    byteCounts,
  }
}

function readSampleType(file: TiffFile, directory: TiffDirectory): { sampleType: SampleType; bitsPerSample: number } {
  const allBits = readNumbers(file, directory, tag.bitsPerSample, limits.bands) ?? Float64Array.of(1)
  const formats = readNumbers(file, directory, tag.sampleFormat, limits.bands) ?? Float64Array.of(1)
  const [bitsPerSample = 1] = allBits
  // 4 is "undefined", which is how some programs write whole numbers.
  const format = formats[0] === 4 ? 1 : (formats[0] ?? 1)
  const same = allBits.every((bits) => bits === bitsPerSample) && formats.every((one) => one === formats[0])
  const sampleType = same ? sampleTypes[`${format}/${bitsPerSample}`] : undefined
  if (sampleType !== undefined) return { sampleType, bitsPerSample }
  const found = same ? `${bitsPerSample} bits of sample format ${format}` : 'bands of different types'
  throw new FormatError(
    'geotiff_sample_type',
    `${file.source.name} has ${found}. Read are whole numbers of 1, 2, 4, 8, 16, 32 and 64 bits and floating point of 16, 32 and 64 bits. Convert it: gdal_translate -ot Float32.`,
    directory.offset,
    { file: file.source.name, found },
  )
}

function checkPredictor(file: TiffFile, directory: TiffDirectory, predictor: number, sampleType: SampleType, bitsPerSample: number): void {
  const fits = predictor === 1 || (predictor === 2 && bitsPerSample >= 8) || (predictor === 3 && sampleType.startsWith('float'))
  if (!fits) throw damaged(file.source, directory.offset, `predictor ${predictor} does not go with ${sampleType} of ${bitsPerSample} bits`)
}
