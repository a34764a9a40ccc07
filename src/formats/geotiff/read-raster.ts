import { ellipsoidAreaKm2 } from '../../kernel/projection/ellipsoid-area.ts'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { geoTiffLimits } from './limits.ts'
import { openGeoTiff, type GeoTiff } from './open-geotiff.ts'
import type { PixelWindow } from './read-window.ts'

/** A part of one band with its meaning: scale and offset applied, NaN where nothing is known. */
export interface Raster {
  width: number
  height: number
  /** Row by row from the north. */
  values: Float64Array
  /** Degrees of a place in the part; the centre of a cell is at column + 0.5, row + 0.5. Null outside of the world. */
  toLonLat(column: number, row: number): [lon: number, lat: number] | null
  /** Column and row of a place on the earth, with fractions; it may lie outside of the part. */
  fromLonLat(lon: number, lat: number): [column: number, row: number]
  /** Area of one cell of the row. */
  cellAreaKm2(row: number): number
}

/** Degrees: west, south, east, north. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/**
 * The first band of a GeoTIFF as numbers, or the part of it that `bounds` touches.
 *
 * Units    cellAreaKm2: on the ellipsoid for WGS84; width × height of the cell for Mollweide, which keeps areas, and for UTM, which
 *          is up to 0.2 % off within its zone.
 * Missing  NaN where the file says nodata, has a mask, or holds NaN itself.
 *
 * @throws {FormatError} as `openGeoTiff`; a raster turned against its coordinates, or one that does not reach into the bounds
 */
export function readRaster(source: ByteSource, bounds?: Bounds): Raster {
  const tiff = openGeoTiff(source)
  const { a, b, d, e } = tiff.transform
  if (b !== 0 || d !== 0) throw turned(source)
  const window = bounds === undefined ? { x: 0, y: 0, width: tiff.width, height: tiff.height } : windowOf(tiff, bounds)
  const values = readValues(source, tiff, window)
  return {
    width: window.width,
    height: window.height,
    values,
    toLonLat: (column, row) => tiff.toLonLat(column + window.x, row + window.y),
    fromLonLat(lon, lat) {
      const [column, row] = tiff.fromLonLat(lon, lat)
      return [column - window.x, row - window.y]
    },
    cellAreaKm2(row) {
      if (tiff.projection.kind !== 'wgs84') return Math.abs(a * e) / 1e6
      const north = tiff.transform.f + e * (window.y + row)
      return Math.abs(ellipsoidAreaKm2(Math.max(-90, north + e), Math.min(90, north), a))
    },
  }
}

/** Block row by block row, so that the stored samples of a large raster are never in memory as a whole. */
function readValues(source: ByteSource, tiff: GeoTiff, window: PixelWindow): Float64Array {
  const bytes = window.width * window.height * 8
  if (bytes > geoTiffLimits.windowBytes)
    throw new FormatError(
      'geotiff_too_large',
      `${source.name}: the raster would take ${bytes} bytes; at most ${geoTiffLimits.windowBytes} can be read. Give a boundary.`,
      null,
      { file: source.name, what: 'the size of the raster in bytes', found: bytes, limit: geoTiffLimits.windowBytes },
    )
  const values = new Float64Array(window.width * window.height)
  const isNoData = noDataTest(tiff)
  const { scale = 1, offset = 0 } = tiff.scales[0] ?? {}
  const bottom = window.y + window.height
  for (let y = window.y; y < bottom;) {
    const height = Math.min(bottom - y, tiff.blockHeight - (y % tiff.blockHeight))
    const part = { x: window.x, y, width: window.width, height }
    const samples = tiff.readWindow(part)
    const mask = tiff.readMask(part)
    const to = (y - window.y) * window.width
    for (let i = 0; i < samples.length; i++) {
      const stored = Number(samples[i])
      values[to + i] = isNoData(stored) || mask?.[i] === 0 ? Number.NaN : stored * scale + offset
    }
    y += height
  }
  return values
}

/** Whether a stored value means "nothing known". GDAL writes the nodata of 32-bit floating point with more digits than it has. */
function noDataTest({ noData, sampleType }: GeoTiff): (stored: number) => boolean {
  if (noData === null) return () => false
  const rounded = sampleType === 'float32' ? Math.fround(noData) : noData
  return (stored) => stored === noData || stored === rounded
}

/** Whole pixels that cover the bounds; their sides are followed in steps, because they are curves in the raster. */
function windowOf(tiff: GeoTiff, [west, south, east, north]: Bounds): PixelWindow {
  const columns: number[] = []
  const rows: number[] = []
  const steps = 32
  for (let i = 0; i <= steps; i++) {
    const lon = west + ((east - west) * i) / steps
    const lat = south + ((north - south) * i) / steps
    for (const [x, y] of [
      tiff.fromLonLat(lon, south),
      tiff.fromLonLat(lon, north),
      tiff.fromLonLat(west, lat),
      tiff.fromLonLat(east, lat),
    ]) {
      columns.push(x)
      rows.push(y)
    }
  }
  const x = Math.max(0, Math.floor(Math.min(...columns)))
  const y = Math.max(0, Math.floor(Math.min(...rows)))
  const right = Math.min(tiff.width, Math.ceil(Math.max(...columns)))
  const bottom = Math.min(tiff.height, Math.ceil(Math.max(...rows)))
  if (right > x && bottom > y) return { x, y, width: right - x, height: bottom - y }
  throw new FormatError('geotiff_outside', `${tiff.name} does not reach into the boundary.`, null, { file: tiff.name })
}

function turned(source: ByteSource): FormatError {
  return new FormatError(
    'geotiff_turned',
    `${source.name}: the rows of the raster do not run from west to east. Convert it: gdalwarp -t_srs EPSG:4326.`,
    null,
    { file: source.name },
  )
}
