import { partsOf } from '../../kernel/geometry-parts.ts'
import type { Feature, Geometry } from '../../kernel/geometry.ts'
import { polygonOf } from '../../kernel/polygon.ts'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'

export interface GeoJsonLimits {
  bytes: number
  features: number
  points: number
  /** Brackets inside brackets. GeoJSON of polygons needs nine; properties may nest some more. */
  depth: number
}

/** The boundaries of a country's districts fit in; a file that would fill the memory does not. */
export const geoJsonLimits: GeoJsonLimits = { bytes: 64 * 2 ** 20, features: 1_000_000, points: 5_000_000, depth: 64 }

/**
 * Features of a GeoJSON file (RFC 7946): points, lines and polygons, also several in one and collections of one kind. A file may be a
 * collection, a single feature or a bare geometry. Features without a geometry are left out. Heights are dropped, and so are
 * properties that are lists or objects.
 *
 * Units    degrees on WGS 84, as the standard has it since 2016. A file in metres is refused, not guessed at.
 * Cost     the file is in memory as text and as objects while it is read: about ten times its size.
 *
 * @throws {FormatError} not JSON, not GeoJSON, beyond the limits, or coordinates that cannot be degrees; it names the feature
 */
export function readGeoJson(source: ByteSource, limits: GeoJsonLimits = geoJsonLimits): Feature[] {
  const root = parseJson(source, limits)
  const reader = new GeometryReader(source.name, limits.points)
  const type = isObject(root) ? root['type'] : undefined
  const list = type === 'FeatureCollection' && isObject(root) ? root['features'] : [root]
  if (!isObject(root) || typeof type !== 'string' || !Array.isArray(list))
    throw reader.error('geojson_no_features', 'it is JSON, but not GeoJSON: there is no "type" with "features" or a geometry.', 0)
  if (list.length > limits.features)
    throw reader.error('geojson_too_many', `it has ${list.length} features; ${limits.features} can be read.`, 0, { most: limits.features })

  const features: Feature[] = []
  for (const [index, one] of list.entries()) {
    const number = index + 1
    if (!isObject(one)) throw reader.error('geojson_bad_geometry', `feature ${number} is not an object.`, number)
    const bare = one['type'] !== 'Feature'
    const shape = bare ? one : one['geometry']
    if (shape === null || shape === undefined) continue
    const geometry = reader.read(shape, number)
    if (geometry !== null) features.push({ number, properties: bare ? {} : plainProperties(one['properties']), geometry })
  }
  return features
}

function parseJson(source: ByteSource, limits: GeoJsonLimits): unknown {
  const { name, size } = source
  if (size > limits.bytes)
    throw new FormatError('geojson_too_large', `${name}: ${size} bytes; ${limits.bytes} can be read.`, null, { name, most: limits.bytes })
  const bytes = source.read(0, size)
  const deep = depthBeyond(bytes, limits.depth)
  if (deep !== null) {
    const message = `${name}, byte ${deep}: more than ${limits.depth} brackets inside one another.`
    throw new FormatError('geojson_too_deep', message, deep, { name, most: limits.depth })
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    const reason = error instanceof Error ? error.message : ''
    throw new FormatError('geojson_not_json', `${name}: this is not JSON in UTF-8. ${reason}`, null, { name })
  }
}

/** Where brackets first nest deeper than the limit: the parser of JSON would run out of stack. */
function depthBeyond(bytes: Uint8Array, most: number): number | null {
  let depth = 0
  let quoted = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (quoted) {
      if (byte === 0x5c) i++
      else if (byte === 0x22) quoted = false
    } else if (byte === 0x22) quoted = true
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > most) return i
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return null
}

type Kind = Geometry['kind']
/** The kind of each type, and how deep its lists of points lie: 0 a point itself, 1 a list of points, 2 a list of such lists … */
const types: Readonly<Record<string, { kind: Kind; depth: 0 | 1 | 2 | 3 }>> = {
  Point: { kind: 'point', depth: 0 },
  MultiPoint: { kind: 'point', depth: 1 },
  LineString: { kind: 'line', depth: 1 },
  MultiLineString: { kind: 'line', depth: 2 },
  Polygon: { kind: 'polygon', depth: 2 },
  MultiPolygon: { kind: 'polygon', depth: 3 },
}

class GeometryReader {
  readonly #file: string
  readonly #most: number
  #points = 0

  constructor(file: string, most: number) {
    this.#file = file
    this.#most = most
  }

  error(code: string, what: string, feature: number, details: Record<string, string | number> = {}): FormatError {
    return new FormatError(code, `${this.#file}: ${what}`, null, { name: this.#file, feature, ...details })
  }

  read(shape: unknown, feature: number): Geometry | null {
    if (!isObject(shape)) throw this.error('geojson_bad_geometry', `the geometry of feature ${feature} is not an object.`, feature)
    const type = String(shape['type'])
    if (type === 'GeometryCollection') return this.#collection(shape['geometries'], feature)
    const known = Object.hasOwn(types, type) ? types[type] : undefined
    if (known === undefined) throw this.error('geojson_bad_geometry', `feature ${feature}: “${type}” is not a type of geometry.`, feature)
    const lists = this.#lists(shape['coordinates'], known.depth, feature)
    if (known.kind === 'polygon')
      return { kind: 'polygon', ...polygonOf(known.depth === 2 ? [lists as number[][][]] : (lists as number[][][][])) }
    const parts =
      known.kind === 'point'
        ? known.depth === 0
          ? [[lists]]
          : (lists as unknown[]).map((one) => [one])
        : known.depth === 1
          ? [lists]
          : lists
    return partsOf(known.kind, parts as number[][][])
  }

  /** Members of one kind become one geometry; the first decides. */
  #collection(members: unknown, feature: number): Geometry | null {
    if (!Array.isArray(members)) throw this.error('geojson_bad_geometry', `feature ${feature}: a collection without geometries.`, feature)
    const all = members.map((one) => this.read(one, feature)).filter((one) => one !== null)
    const kind = all[0]?.kind
    if (kind === undefined) return null
    if (all.some((one) => one.kind !== kind))
      throw this.error('geojson_bad_geometry', `feature ${feature} mixes points, lines and polygons.`, feature)
    return joined(kind, all)
  }

  /** The coordinates, each number seen to be one. */
  #lists(value: unknown, depth: number, feature: number): unknown {
    if (!Array.isArray(value)) throw this.error('geojson_bad_geometry', `feature ${feature}: coordinates are missing.`, feature)
    if (depth > 0) {
      for (const one of value) this.#lists(one, depth - 1, feature)
      return value
    }
    if (++this.#points > this.#most) throw this.error('geojson_too_many', `more than ${this.#most} points.`, feature, { most: this.#most })
    const [lon, lat] = value as unknown[]
    if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat))
      throw this.error('geojson_bad_geometry', `feature ${feature}: ${JSON.stringify(value).slice(0, 60)} is not a point.`, feature)
    if (Math.abs(lon) > 180 || Math.abs(lat) > 90) throw this.#notDegrees(lon, lat, feature)
    return value
  }

  #notDegrees(x: number, y: number, feature: number): FormatError {
    const value = `${x}, ${y}`
    if (Math.abs(x) <= 90 && Math.abs(y) <= 180)
      return this.error(
        'coordinates_swapped',
        `feature ${feature}, ${value}: the latitude seems to come first; GeoJSON has lon, lat.`,
        feature,
        { value },
      )
    const what = `feature ${feature}, ${value}: coordinates look like metres; expected WGS 84 degrees (EPSG:4326).`
    return this.error('coordinates_not_degrees', what, feature, { value })
  }
}

/** Several geometries of one kind as one. */
function joined(kind: Kind, all: readonly Geometry[]): Geometry {
  const start = [0]
  for (const { start: ends } of all) {
    const offset = start.at(-1) ?? 0
    for (const end of ends.subarray(1)) start.push(offset + end)
  }
  const column = (axis: 'lon' | 'lat') => {
    const values = new Float64Array(start.at(-1) ?? 0)
    let at = 0
    for (const one of all) {
      values.set(one[axis], at)
      at += one[axis].length
    }
    return values
  }
  return { kind, start: Uint32Array.from(start), lon: column('lon'), lat: column('lat') }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function plainProperties(value: unknown): Feature['properties'] {
  if (!isObject(value)) return {}
  const plain = Object.entries(value).filter(([, one]) => one === null || ['string', 'number', 'boolean'].includes(typeof one))
  return Object.fromEntries(plain) as Feature['properties']
}
