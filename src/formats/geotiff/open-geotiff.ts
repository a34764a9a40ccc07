import type { ByteSource } from '../byte-source.ts'
import { readImageLayout, type ImageLayout, type Samples, type SampleType } from './image-layout.ts'
import { geoTiffLimits } from './limits.ts'
import { damaged, readDirectories, readNumber, readNumbers, readText, tag, type TiffDirectory, type TiffFile } from './read-directory.ts'
import { fromDegrees, readProjection, toDegrees, type Projection } from './read-projection.ts'
import { readWindow, type PixelWindow } from './read-window.ts'

/** A raster with a place on the earth. Pixels are read when they are asked for. */
export interface GeoTiff {
  name: string
  width: number
  height: number
  bands: number
  sampleType: SampleType
  /** Strips or tiles: what is read at once. A strip is as wide as the raster. */
  blockWidth: number
  blockHeight: number
  /** The value that means "nothing is known here"; null when the file names none. */
  noData: number | null
  projection: Projection
  /** Coordinates of the raster: x = a·column + b·row + c, y = d·column + e·row + f, from the outer corner of the first pixel. */
  transform: Transform
  /** Smaller versions of the raster, in the order of the file. */
  overviews: readonly { width: number; height: number }[]
  /** Whether a mask says which pixels count. */
  hasMask: boolean
  /** `scale · stored + offset` is what a stored value means, by band. */
  scales: readonly { scale: number; offset: number }[]
  /** Samples of one band (0 when not said), row by row, of the raster or of the overview with that index. */
  readWindow(window: PixelWindow & { band?: number; overview?: number }): Samples
  /** Not 0 where a pixel counts; null when the file has no mask. */
  readMask(window: PixelWindow): Samples | null
  /** Degrees of a place in the raster; a pixel's centre is at column + 0.5, row + 0.5. Null outside of the world. */
  toLonLat(column: number, row: number): [lon: number, lat: number] | null
  /** Column and row of a place on the earth. */
  fromLonLat(lon: number, lat: number): [column: number, row: number]
}

export interface Transform {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}

/**
 * Opens a GeoTIFF, also a cloud-optimised one (COG) or BigTIFF: its first raster, with the overviews and mask that belong to it.
 *
 * Read are: no compression, PackBits, LZW, Deflate, ZSTD (Node 22.15 and later); predictors 1 to 3; strips and tiles; bands together or
 * apart; whole numbers of 1, 2, 4, 8, 16, 32 and 64 bits, floating point of 16, 32 and 64; WGS84, UTM on WGS84, Mollweide.
 *
 * Source   TIFF revision 6.0; OGC GeoTIFF 1.1 (19-008r4); GDAL's tags for nodata, scale and offset.
 * Cost     reads tags only.
 *
 * @throws {FormatError} no GeoTIFF, one that is damaged, beyond `geoTiffLimits`, or of a kind that is not read
 */
export function openGeoTiff(source: ByteSource): GeoTiff {
  const { file, directories } = readDirectories(source)
  const [main] = directories
  if (main === undefined) throw damaged(source, 4, 'the file has no image')
  const layout = readImageLayout(file, main)
  const { overviews, mask } = relatedImages(file, directories, layout)
  const { projection, pixelIsPoint } = readProjection(file, main)
  const transform = readTransform(file, main, pixelIsPoint)
  const noData = parseNoData(readText(file, main, tag.gdalNoData))
  const { a, b, c, d, e, f } = transform
  const determinant = a * e - b * d
  return {
    name: source.name,
    width: layout.width,
    height: layout.height,
    bands: layout.bands,
    sampleType: layout.sampleType,
    blockWidth: layout.blockWidth,
    blockHeight: layout.blockHeight,
    noData,
    projection,
    transform,
    overviews: overviews.map(({ width, height }) => ({ width, height })),
    hasMask: mask !== null,
    scales: parseScales(readText(file, main, tag.gdalMetadata) ?? '', layout.bands),
    readWindow({ band = 0, overview, ...window }) {
      const image = overview === undefined ? layout : overviews[overview]
      if (image === undefined) throw new RangeError(`There is no overview ${overview}; the raster has ${overviews.length}.`)
      return readWindow(file, image, window, band, noData ?? 0)
    },
    readMask: (window) => mask && readWindow(file, mask, window, 0, 0),
    toLonLat: (column, row) => toDegrees(projection, a * column + b * row + c, d * column + e * row + f),
    fromLonLat(lon, lat) {
      const [x, y] = fromDegrees(projection, lon, lat)
      return [(e * (x - c) - b * (y - f)) / determinant, (a * (y - f) - d * (x - c)) / determinant]
    },
  }
}

/** Which of the further images are smaller versions (bit 1 of the tag) or the mask (bit 4) of the first. */
function relatedImages(file: TiffFile, directories: readonly TiffDirectory[], layout: ImageLayout) {
  const overviews: ImageLayout[] = []
  let mask: ImageLayout | null = null
  for (const directory of directories.slice(1)) {
    const kind = readNumber(file, directory, tag.newSubfileType, 0)
    if ((kind & 5) === 0) continue
    const image = readImageLayout(file, directory)
    if (kind & 4) {
      if (image.width === layout.width && image.height === layout.height) mask ??= image
    } else if (image.bands === layout.bands) overviews.push(image)
  }
  return { overviews, mask }
}

function readTransform(file: TiffFile, directory: TiffDirectory, pixelIsPoint: boolean): Transform {
  const matrix = readNumbers(file, directory, tag.modelTransformation, 1 << 10)
  const scale = readNumbers(file, directory, tag.modelPixelScale, 1 << 10)
  const tie = readNumbers(file, directory, tag.modelTiepoint, 1 << 16)
  let transform: Transform | null = null
  if (scale !== null && tie !== null && scale.length >= 2 && tie.length >= 6) {
    const [a = 0, down = 0] = scale
    const [column = 0, row = 0, , x = 0, y = 0] = tie
    transform = { a, b: 0, c: x - a * column, d: 0, e: -down, f: y + down * row }
  } else if (matrix !== null && matrix.length >= 8) {
    const [a = 0, b = 0, , c = 0, d = 0, e = 0, , f = 0] = matrix
    transform = { a, b, c, d, e, f }
  }
  const sound =
    transform !== null && Object.values(transform).every(Number.isFinite) && transform.a * transform.e - transform.b * transform.d !== 0
  if (transform === null || !sound)
    throw damaged(file.source, directory.offset, 'no place on the earth: neither pixel scale with tie point nor a usable transformation')
  if (!pixelIsPoint) return transform
  const { a, b, c, d, e, f } = transform
  return { ...transform, c: c - (a + b) / 2, f: f - (d + e) / 2 }
}

/** GDAL writes the number as text; "nan" is one of them. */
function parseNoData(text: string | null): number | null {
  const trimmed = text?.trim().toLowerCase() ?? ''
  if (trimmed === '') return null
  if (/^[-+]?nan$/.test(trimmed)) return Number.NaN
  const value = Number(trimmed.replace(/^([-+]?)inf(inity)?$/, '$1Infinity'))
  return Number.isNaN(value) ? null : value
}

/** Scale and offset as GDAL writes them: `<Item name="SCALE" sample="0" role="scale">0.1</Item>`. */
function parseScales(metadata: string, bands: number): { scale: number; offset: number }[] {
  const scales = Array.from({ length: Math.min(bands, geoTiffLimits.bands) }, () => ({ scale: 1, offset: 0 }))
  for (const [, attributes = '', text = ''] of metadata.matchAll(/<Item ([^<>]*)>([^<>]*)<\/Item>/g)) {
    const role = /role="(scale|offset)"/.exec(attributes)?.[1]
    const band = scales[Number(/sample="(\d+)"/.exec(attributes)?.[1] ?? -1)]
    const value = Number(text)
    if (band !== undefined && Number.isFinite(value) && (role === 'scale' || role === 'offset')) band[role] = value
  }
  return scales
}
