import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaM2, boxOf } from '../../kernel/polygon.ts'
import { bytesInMemory, openBytes } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { geoJsonLimits, readGeoJson } from './read-geojson.ts'

const source = (value: unknown) =>
  bytesInMemory('city.geojson', new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)))
const feature = (type: string, coordinates: unknown, properties: unknown = {}) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const ring = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 0],
]

describe('what is read', () => {
  test.each([
    { case: 'a point', type: 'Point', coordinates: [1, 2, 300], kind: 'point', start: [0, 1], lon: [1] },
    {
      case: 'several points',
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
      kind: 'point',
      start: [0, 1, 2],
      lon: [1, 3],
    },
    {
      case: 'a line',
      type: 'LineString',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
      kind: 'line',
      start: [0, 2],
      lon: [1, 3],
    },
    {
      case: 'several lines',
      type: 'MultiLineString',
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
          [9, 9],
        ],
      ],
      kind: 'line',
      start: [0, 2, 5],
      lon: [1, 3, 5, 7, 9],
    },
    { case: 'a polygon, without its last point', type: 'Polygon', coordinates: [ring], kind: 'polygon', start: [0, 3], lon: [0, 1, 1] },
    {
      case: 'a polygon that turns the wrong way',
      type: 'Polygon',
      coordinates: [ring.toReversed()],
      kind: 'polygon',
      start: [0, 3],
      lon: [1, 1, 0],
    },
    {
      case: 'several polygons',
      type: 'MultiPolygon',
      coordinates: [[ring], [ring]],
      kind: 'polygon',
      start: [0, 3, 6],
      lon: [0, 1, 1, 0, 1, 1],
    },
  ])('$case', ({ type, coordinates, kind, start, lon }) => {
    const [one] = readGeoJson(source(collection(feature(type, coordinates))))
    expect(one?.geometry.kind).toBe(kind)
    expect([...(one?.geometry.start ?? [])]).toEqual(start)
    expect([...(one?.geometry.lon ?? [])].toSorted()).toEqual(lon.toSorted())
  })

  test('properties that are text, numbers or yes and no; numbers of features as in the file', () => {
    const read = readGeoJson(
      source(collection({ type: 'Feature', geometry: null }, feature('Point', [1, 2], { a: 'x', b: 1, c: true, d: null, e: [1] }))),
    )
    expect(read.map(({ number, properties }) => ({ number, properties }))).toEqual([
      { number: 2, properties: { a: 'x', b: 1, c: true, d: null } },
    ])
  })

  test.each([
    { case: 'a single feature', value: feature('Polygon', [ring]) },
    { case: 'a bare geometry', value: { type: 'Polygon', coordinates: [ring] } },
    { case: 'a collection of geometries', value: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [ring] }] } },
  ])('$case', ({ value }) => {
    expect(readGeoJson(source(value)).map(({ geometry }) => geometry.start)).toEqual([Uint32Array.of(0, 3)])
  })
})

/** A file of so many brackets in one another. */
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

test.each([
  {
    case: 'coordinates in metres',
    value: collection(feature('Point', [1, 2]), feature('Point', [587753.2, 6139688.9])),
    code: 'coordinates_not_degrees',
    words: /feature 2.*look like metres; expected WGS 84 degrees/,
  },
  { case: 'latitude first', value: collection(feature('Point', [43.2, 176.9])), code: 'coordinates_swapped', words: /feature 1/ },
  { case: 'text for a number', value: collection(feature('Point', ['1', 2])), code: 'geojson_bad_geometry', words: /feature 1/ },
  {
    case: 'null for a number',
    value: collection(
      feature('LineString', [
        [1, 2],
        [null, 2],
      ]),
    ),
    code: 'geojson_bad_geometry',
    words: /feature 1/,
  },
  { case: 'too large a number', value: '{"type":"Point","coordinates":[1e999,0]}', code: 'geojson_bad_geometry', words: /not a point/ },
  { case: 'NaN', value: '{"type":"Point","coordinates":[NaN,0]}', code: 'geojson_not_json', words: /JSON/ },
  {
    case: 'a ring where a polygon should be',
    value: collection(feature('MultiPolygon', [ring])),
    code: 'geojson_bad_geometry',
    words: /feature 1/,
  },
  { case: 'an unknown type', value: collection(feature('Circle', [1, 2])), code: 'geojson_bad_geometry', words: /Circle/ },
  {
    case: 'a type that every object inherits',
    value: collection(feature('constructor', [1, 2])),
    code: 'geojson_bad_geometry',
    words: /constructor/,
  },
  {
    case: 'points and lines in one',
    value: collection({
      type: 'Feature',
      geometry: {
        type: 'GeometryCollection',
        geometries: [
          { type: 'Point', coordinates: [1, 2] },
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4],
            ],
          },
        ],
      },
    }),
    code: 'geojson_bad_geometry',
    words: /mixes/,
  },
  { case: 'other JSON', value: { hello: 1 }, code: 'geojson_no_features', words: /not GeoJSON/ },
  { case: 'a list', value: [1, 2], code: 'geojson_no_features', words: /not GeoJSON/ },
  { case: 'a number for features', value: { type: 'FeatureCollection', features: 7 }, code: 'geojson_no_features', words: /not GeoJSON/ },
  { case: 'half a file', value: '{"type":"FeatureColl', code: 'geojson_not_json', words: /not JSON/ },
  { case: 'brackets a million deep', value: deep(1_000_000), code: 'geojson_too_deep', words: /byte 64/ },
  {
    case: 'brackets in text do not count',
    value: JSON.stringify('[['.repeat(100) + '\\"[[['),
    code: 'geojson_no_features',
    words: /not GeoJSON/,
  },
])('$case ends in a clear error', ({ value, code, words }) => {
  try {
    readGeoJson(source(value))
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(FormatError)
    expect((error as FormatError).code).toBe(code)
    expect((error as FormatError).message).toMatch(words)
    expect((error as FormatError).message).toContain('city.geojson')
  }
})

test.each([
  { case: 'bytes', limits: { bytes: 10 }, code: 'geojson_too_large' },
  { case: 'features', limits: { features: 1 }, code: 'geojson_too_many' },
  { case: 'points', limits: { points: 1 }, code: 'geojson_too_many' },
])('a file beyond the limit of $case is refused', ({ limits, code }) => {
  const two = source(collection(feature('Point', [1, 2]), feature('Point', [1, 2])))
  expect(() => readGeoJson(two, { ...geoJsonLimits, ...limits })).toThrow(expect.objectContaining({ code }))
})

test('whatever is done to the bytes, there is a result or a clear error', () => {
  const good = new TextEncoder().encode(
    JSON.stringify(collection(feature('MultiPolygon', [[ring, ring]], { name: 'Ä' }), feature('Point', [1, 2]))),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }), fc.nat(good.length), (flips, length) => {
      const bytes = good.slice(0, length)
      for (const [at, value] of flips) if (at < length) bytes[at] = value
      try {
        for (const { geometry } of readGeoJson(bytesInMemory('x', bytes)))
          expect([...geometry.lon, ...geometry.lat].every(Number.isFinite)).toBe(true)
      } catch (error) {
        if (!(error instanceof FormatError)) throw error
      }
    }),
    { numRuns: 500 },
  )
})

const municipality = join(
  process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared'),
  'data/laspalmas/municipality.geojson',
)

test.skipIf(!existsSync(municipality))('the municipality of Las Palmas has the area that SpatiaLite gives it, to a millionth', () => {
  const [city] = readGeoJson(openBytes(municipality))
  if (city?.geometry.kind !== 'polygon') return expect.unreachable()
  // ogrinfo -dialect sqlite -sql "SELECT ST_Area(geometry, 1) …": 103,315,948.047 m² on the ellipsoid.
  expect(Math.abs(areaM2(city.geometry) / 103_315_948.047 - 1)).toBeLessThan(1e-6)
  expect(boxOf(city.geometry)?.west).toBeCloseTo(-15.527249, 6)
  expect(city.properties['NAMEUNIT']).toBe('Las Palmas de Gran Canaria')
})
