import { lonLatToMollweide, mollweideToLonLat } from '../../kernel/projection/mollweide.ts'
import { lonLatToUtm, utmToLonLat } from '../../kernel/projection/transverse-mercator.ts'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readNumbers, readText, tag, type TiffDirectory, type TiffFile } from './read-directory.ts'

/** The coordinate systems that are read. */
export type Projection = { kind: 'wgs84' } | { kind: 'utm'; zone: number; south: boolean } | { kind: 'mollweide' }

/** Keys of the GeoTIFF specification (OGC 19-008r4, annex B). */
const geoKey = { modelType: 1024, rasterType: 1025, citation: 1026, geodetic: 2048, datum: 2050, projected: 3072, projectedCitation: 3073 }

/** The keys of a GeoTIFF: numbers, and texts cut out of the tag that holds all of them. */
interface GeoKeys {
  numbers: ReadonlyMap<number, number>
  texts: ReadonlyMap<number, string>
}

function readGeoKeys(file: TiffFile, directory: TiffDirectory): GeoKeys {
  const list = readNumbers(file, directory, tag.geoKeyDirectory, 1 << 16) ?? new Float64Array(0)
  const ascii = readText(file, directory, tag.geoAsciiParams) ?? ''
  const numbers = new Map<number, number>()
  const texts = new Map<number, string>()
  const count = Math.min(list[3] ?? 0, Math.floor(list.length / 4) - 1)
  for (let index = 1; index <= count; index++) {
    const [key = 0, where = 0, length = 0, value = 0] = list.subarray(4 * index, 4 * index + 4)
    if (where === 0) numbers.set(key, value)
    else if (where === tag.geoAsciiParams) texts.set(key, ascii.slice(value, value + length).replace(/\|$/, ''))
  }
  return { numbers, texts }
}

/**
 * The coordinate system of an image, and whether its coordinates are those of pixel centres.
 *
 * Mollweide has no EPSG code and no name among GeoTIFF's own projections: programs write it as a user-defined system, whose citation is
 * its name or an ESRI description of it.
 *
 * @throws {FormatError} another coordinate system, named by its EPSG code where it has one, or none
 */
export function readProjection(file: TiffFile, directory: TiffDirectory): { projection: Projection; pixelIsPoint: boolean } {
  const { numbers, texts } = readGeoKeys(file, directory)
  const pixelIsPoint = numbers.get(geoKey.rasterType) === 2
  const citations = [texts.get(geoKey.projectedCitation) ?? '', texts.get(geoKey.citation) ?? '']
  const projected = numbers.get(geoKey.projected) ?? 0
  const isGeographic = numbers.get(geoKey.modelType) === 2
  if (isGeographic && (numbers.get(geoKey.geodetic) === 4326 || numbers.get(geoKey.datum) === 6326))
    return { projection: { kind: 'wgs84' }, pixelIsPoint }
  if (!isGeographic && (projected === 54009 || citations.some(isWorldMollweide))) return { projection: { kind: 'mollweide' }, pixelIsPoint }
  const zone = projected % 100
  const belt = projected - zone
  if (!isGeographic && (belt === 32600 || belt === 32700) && zone >= 1 && zone <= 60)
    return { projection: { kind: 'utm', zone, south: belt === 32700 }, pixelIsPoint }
  const code = isGeographic ? (numbers.get(geoKey.geodetic) ?? 0) : projected
  throw otherProjection(file.source, code, citations.find((text) => text !== '') ?? '')
}

/** Whether a citation names or describes ESRI:54009: on WGS84, from Greenwich, nothing added. */
function isWorldMollweide(citation: string): boolean {
  if (!/mollweide/i.test(citation)) return false
  const shifts = [
    ...citation.matchAll(/PARAMETER\["(?:Central_Meridian|False_Easting|False_Northing|longitude_of_center)",\s*([-\d.eE]+)/gi),
  ]
  return shifts.every((shift) => Number(shift[1]) === 0) && (!/PROJCS\[/i.test(citation) || /WGS[_ ]?(19)?84/i.test(citation))
}

function otherProjection(source: ByteSource, code: number, citation: string): FormatError {
  const known = code > 0 && code !== 32767
  const name = known ? `EPSG:${code}` : citation.slice(0, 80) || 'no coordinate system'
  return new FormatError(
    'geotiff_projection',
    `${source.name} is in ${name}. Read are WGS84 (EPSG:4326), UTM on WGS84 (EPSG:326xx, 327xx) and Mollweide (ESRI:54009). Convert it: gdalwarp -t_srs EPSG:4326.`,
    null,
    { file: source.name, projection: name },
  )
}

/** From coordinates of the raster to degrees; null where Mollweide has no world. */
export function toDegrees(projection: Projection, x: number, y: number): [lon: number, lat: number] | null {
  if (projection.kind === 'wgs84') return [x, y]
  return projection.kind === 'utm' ? utmToLonLat(x, y, projection.zone, projection.south) : mollweideToLonLat(x, y)
}

/** From degrees to coordinates of the raster. */
export function fromDegrees(projection: Projection, lon: number, lat: number): [x: number, y: number] {
  if (projection.kind === 'wgs84') return [lon, lat]
  return projection.kind === 'utm' ? lonLatToUtm(lon, lat, projection.zone, projection.south) : lonLatToMollweide(lon, lat)
}
