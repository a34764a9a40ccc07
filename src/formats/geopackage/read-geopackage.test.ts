import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { areaM2 } from '../../kernel/polygon.ts'
import { bytesInMemory, openBytes } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { coordinateSystem } from './coordinate-system.ts'
import { readGeometryBlob } from './geometry-blob.ts'
import { openSqlite } from './open-sqlite.ts'
import { parseWkb } from './parse-wkb.ts'
import { geoPackageLimits, openGeoPackage } from './read-geopackage.ts'

const asTheyAre = (x: number, y: number) => [x, y] as const

/** Well-known binary from its parts: numbers by their kind. */
function wkb(little: boolean, ...parts: (['u32', number] | ['f64', number] | ['raw', Uint8Array])[]): Uint8Array {
  const bytes: number[] = [little ? 1 : 0]
  const view = new DataView(new ArrayBuffer(8))
  for (const [kind, value] of parts) {
    if (kind === 'raw') bytes.push(...value)
    else {
      if (kind === 'u32') view.setUint32(0, value, little)
      else view.setFloat64(0, value, little)
      bytes.push(...new Uint8Array(view.buffer).slice(0, kind === 'u32' ? 4 : 8))
    }
  }
  return Uint8Array.from(bytes)
}
const u32 = (value: number): ['u32', number] => ['u32', value]
const f64 = (...values: number[]) => values.map((value): ['f64', number] => ['f64', value])
const raw = (value: Uint8Array): ['raw', Uint8Array] => ['raw', value]
const point = (x: number, y: number) => wkb(true, u32(1), ...f64(x, y))
const triangle = wkb(true, u32(3), u32(1), u32(4), ...f64(0, 0, 2, 0, 2, 2, 0, 0))

describe('well-known binary', () => {
  test.each([
    { case: 'a point', bytes: point(1, 2), lon: [1], lat: [2], start: [0, 1] },
    { case: 'the other byte order', bytes: wkb(false, u32(1), ...f64(1, 2)), lon: [1], lat: [2], start: [0, 1] },
    { case: 'with height', bytes: wkb(true, u32(1001), ...f64(1, 2, 3)), lon: [1], lat: [2], start: [0, 1] },
    { case: 'with measure', bytes: wkb(true, u32(2002), u32(2), ...f64(1, 2, 3, 4, 5, 6)), lon: [1, 4], lat: [2, 5], start: [0, 2] },
    { case: 'with both', bytes: wkb(true, u32(3002), u32(2), ...f64(1, 2, 3, 4, 5, 6, 7, 8)), lon: [1, 5], lat: [2, 6], start: [0, 2] },
    {
      case: 'the height flag and system of PostGIS',
      bytes: wkb(true, u32(0xa0000001), u32(4326), ...f64(1, 2, 3)),
      lon: [1],
      lat: [2],
      start: [0, 1],
    },
    { case: 'a polygon', bytes: triangle, lon: [0, 2, 2], lat: [0, 0, 2], start: [0, 3] },
    {
      case: 'a multipolygon',
      bytes: wkb(true, u32(6), u32(2), raw(triangle), raw(triangle)),
      lon: [0, 2, 2, 0, 2, 2],
      lat: [0, 0, 2, 0, 0, 2],
      start: [0, 3, 6],
    },
    {
      case: 'a multipoint of both byte orders',
      bytes: wkb(true, u32(4), u32(2), raw(point(1, 2)), raw(wkb(false, u32(1), ...f64(3, 4)))),
      lon: [1, 3],
      lat: [2, 4],
      start: [0, 1, 2],
    },
    { case: 'a collection', bytes: wkb(true, u32(7), u32(1), raw(triangle)), lon: [0, 2, 2], lat: [0, 0, 2], start: [0, 3] },
  ])('$case', ({ bytes, lon, lat, start }) => {
    const geometry = parseWkb(bytes, 'row 1', asTheyAre)
    expect({ lon: [...(geometry?.lon ?? [])], lat: [...(geometry?.lat ?? [])], start: [...(geometry?.start ?? [])] }).toEqual({
      lon,
      lat,
      start,
    })
  })

  test.each([
    { case: 'the empty point', bytes: wkb(true, u32(1), ...f64(Number.NaN, Number.NaN)) },
    { case: 'a polygon without rings', bytes: wkb(true, u32(3), u32(0)) },
    { case: 'a collection of nothing', bytes: wkb(true, u32(7), u32(0)) },
  ])('$case is no geometry', ({ bytes }) => expect(parseWkb(bytes, 'row 1', asTheyAre)).toBeNull())

  const nested = (depth: number): Uint8Array => (depth === 0 ? point(1, 2) : wkb(true, u32(7), u32(1), raw(nested(depth - 1))))
  test.each([
    { case: 'no bytes', bytes: new Uint8Array(0), code: 'wkb_broken' },
    { case: 'four thousand million points announced', bytes: wkb(true, u32(2), u32(0xffffffff)), code: 'wkb_broken' },
    { case: 'four thousand million rings announced', bytes: wkb(true, u32(3), u32(0xffffffff)), code: 'wkb_broken' },
    { case: 'four thousand million members announced', bytes: wkb(true, u32(7), u32(0xffffffff)), code: 'wkb_broken' },
    { case: 'an end inside a point', bytes: point(1, 2).subarray(0, 15), code: 'wkb_broken' },
    { case: 'NaN in a line', bytes: wkb(true, u32(2), u32(1), ...f64(Number.NaN, Number.NaN)), code: 'wkb_broken' },
    { case: 'collections nested nine times', bytes: nested(9), code: 'wkb_broken' },
    { case: 'a curve', bytes: wkb(true, u32(8), u32(0)), code: 'wkb_kind' },
    { case: 'points and polygons in one', bytes: wkb(true, u32(7), u32(2), raw(point(1, 2)), raw(triangle)), code: 'wkb_kind' },
    { case: 'no place on earth', bytes: point(500000, 6000000), code: 'coordinates_not_degrees' },
    { case: 'infinitely far off', bytes: point(Infinity, 0), code: 'coordinates_not_degrees' },
  ])('$case ends in a clear error', ({ bytes, code }) => {
    expect(() => parseWkb(bytes, 'a.gpkg, layer x, row 1', asTheyAre)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining('a.gpkg, layer x, row 1') }),
    )
  })
})

describe('the header of a GeoPackage', () => {
  const blob = (flags: number, envelope: number) =>
    Uint8Array.of(0x47, 0x50, 0, flags, 0, 0, 0, 0, ...Array<number>(envelope).fill(9), ...point(1, 2))
  test.each([
    { case: 'no envelope', flags: 1, envelope: 0 },
    { case: 'x, y', flags: 3, envelope: 32 },
    { case: 'x, y, z', flags: 5, envelope: 48 },
    { case: 'x, y, m', flags: 7, envelope: 48 },
    { case: 'x, y, z, m', flags: 9, envelope: 64 },
  ])('$case', ({ flags, envelope }) => expect(readGeometryBlob(blob(flags, envelope), 'row 1', asTheyAre)?.lon[0]).toBe(1))
  test('says that a geometry is empty', () => expect(readGeometryBlob(blob(0x11, 0), 'row 1', asTheyAre)).toBeNull())
  test.each([blob(11, 0), Uint8Array.of(1, 2, 3), point(1, 2)])('is not one', (bytes) => {
    expect(() => readGeometryBlob(bytes, 'row 1', asTheyAre)).toThrow(expect.objectContaining({ code: 'wkb_broken' }))
  })

  test('whatever is done to the bytes, there is a geometry, none, or a clear error', () => {
    const good = Uint8Array.of(0x47, 0x50, 0, 1, 0, 0, 0, 0, ...wkb(true, u32(6), u32(2), raw(triangle), raw(triangle)))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }), fc.nat(good.length), (flips, length) => {
        const bytes = good.slice(0, length)
        for (const [at, value] of flips) if (at < length) bytes[at] = value
        try {
          const geometry = readGeometryBlob(bytes, 'row 1', asTheyAre)
          expect([...(geometry?.lon ?? []), ...(geometry?.lat ?? [])].every((one) => Math.abs(one) <= 180)).toBe(true)
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
        }
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  { organization: 'EPSG', code: 4326, place: [10, 20], lonLat: [10, 20] },
  { organization: 'epsg', code: 32628, place: [457760.187030229, 3108354.62139488], lonLat: [-15.43, 28.1] },
  { organization: 'EPSG', code: 32722, place: [479586.562505527, 6670050.996969775], lonLat: [-51.2118666785315, -30.1005760100267] },
  { organization: 'EPSG', code: 25832, place: [588659.687756297, 6140196.171610809], lonLat: [10.4, 55.4] },
  { organization: 'ESRI', code: 54009, place: [6327831.272055917, 5149332.163865662], lonLat: [76.9, 43.25] },
])('$organization:$code becomes degrees', ({ organization, code, place, lonLat }) => {
  const [lon, lat] = coordinateSystem(organization, code)?.(place[0] ?? 0, place[1] ?? 0) ?? [Number.NaN, Number.NaN]
  expect(lon).toBeCloseTo(lonLat[0] ?? 0, 8)
  expect(lat).toBeCloseTo(lonLat[1] ?? 0, 8)
})

test.each([
  ['EPSG', 3857],
  ['EPSG', 32661],
  ['EPSG', 32600],
  ['NONE', 4326],
] as const)('%s:%s is not supported', (organization, code) => {
  expect(coordinateSystem(organization, code)).toBeNull()
})

/** A GeoPackage made here, of the tables that the reader needs. */
async function makeGeoPackage(further = '', rows: readonly Uint8Array[] = [point(1, 2)]): Promise<Uint8Array> {
  const database = await openSqlite(new Uint8Array(0))
  database.run(`CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326), (3857, 'EPSG', 3857);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER);
    INSERT INTO gpkg_geometry_columns VALUES ('stops', 'geom', 'POINT', 4326);
    CREATE TABLE stops (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, people REAL, photo BLOB);`)
  for (const one of rows)
    database.run('INSERT INTO stops (geom, name, people, photo) VALUES (?, ?, ?, ?)', [
      Uint8Array.of(0x47, 0x50, 0, 1, 0, 0, 0, 0, ...one),
      'A',
      1.5,
      Uint8Array.of(1),
    ])
  if (further !== '') database.run(further)
  const bytes = database.export()
  database.close()
  return bytes
}
const open = async (bytes: Uint8Array, limits = geoPackageLimits) => openGeoPackage(bytesInMemory('city.gpkg', bytes), limits)

describe('a GeoPackage', () => {
  let good: Uint8Array
  beforeAll(async () => {
    good = await makeGeoPackage()
  })

  test('gives its layers, and features with columns of text and numbers', async () => {
    const geoPackage = await open(good)
    expect(geoPackage.layers.map(({ name, geometryType, coordinateSystem: system }) => [name, geometryType, system])).toEqual([
      ['stops', 'POINT', 'EPSG:4326'],
    ])
    expect(geoPackage.features().map(({ number, properties }) => ({ number, properties }))).toEqual([
      { number: 1, properties: { fid: 1, name: 'A', people: 1.5 } },
    ])
    geoPackage.close()
  })

  test.each([
    { case: 'an unknown layer', further: '', layer: 'roads', code: 'geopackage_layer', words: /there are: stops/ },
    {
      case: 'several layers and none named',
      further: `CREATE TABLE b (g BLOB); INSERT INTO gpkg_geometry_columns VALUES ('b', 'g', 'POINT', 4326)`,
      layer: undefined,
      code: 'geopackage_layer',
      words: /stops, b/,
    },
    {
      case: 'a coordinate system that is not known',
      further: 'UPDATE gpkg_geometry_columns SET srs_id = 3857',
      layer: undefined,
      code: 'coordinate_system',
      words: /EPSG:3857/,
    },
    {
      case: 'a geometry that is text',
      further: `UPDATE stops SET geom = 'POINT(1 2)'`,
      layer: undefined,
      code: 'wkb_broken',
      words: /row 1/,
    },
    {
      case: 'a layer that is a query without end',
      further: `CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS geom FROM n; INSERT INTO gpkg_geometry_columns VALUES ('v', 'geom', 'POINT', 4326)`,
      layer: 'v',
      code: 'geopackage_layer',
      words: /there are: stops/,
    },
  ])('$case ends in a clear error', async ({ further, layer, code, words }) => {
    const geoPackage = await open(await makeGeoPackage(further))
    expect(() => geoPackage.features(layer)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(words) }))
    geoPackage.close()
  })

  test.each([
    { case: 'text', bytes: new TextEncoder().encode('hello'), code: 'not_geopackage' },
    { case: 'nothing', bytes: new Uint8Array(0), code: 'not_geopackage' },
    { case: 'a name of SQLite and nothing else', bytes: new TextEncoder().encode('SQLite format 3\0'), code: 'geopackage_damaged' },
  ])('$case is none', async ({ bytes, code }) => {
    await expect(open(bytes)).rejects.toThrow(expect.objectContaining({ code }))
  })

  test('too many rows and too many bytes are refused', async () => {
    const two = await open(await makeGeoPackage('', [point(1, 2), point(3, 4)]), { ...geoPackageLimits, features: 1 })
    expect(() => two.features()).toThrow(expect.objectContaining({ code: 'geopackage_too_large' }))
    two.close()
    await expect(open(good, { ...geoPackageLimits, bytes: 100 })).rejects.toThrow(expect.objectContaining({ code: 'geopackage_too_large' }))
  })

  test('whatever is done to the bytes, there are features or a clear error', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 20 }), fc.nat(20), async (flips, cut) => {
        const bytes = good.slice(0, good.length - cut * 300)
        for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value
        try {
          const geoPackage = await open(bytes)
          try {
            for (const { name } of geoPackage.layers) geoPackage.features(name)
          } finally {
            geoPackage.close()
          }
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
        }
      }),
      { numRuns: 150 },
    )
  })
})

const urbanCentre = join(
  process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared'),
  'data/laspalmas/urban-centre-ghs-ucdb.gpkg',
)

test.skipIf(!existsSync(urbanCentre))(
  'the urban centre of Las Palmas has its columns, and an area near that of its 112 cells of a square kilometre',
  async () => {
    const geoPackage = await openGeoPackage(openBytes(urbanCentre))
    const [centre] = geoPackage.features()
    geoPackage.close()
    expect(centre?.properties['B90']).toBeCloseTo(24.4000759125, 10)
    if (centre?.geometry.kind !== 'polygon') return expect.unreachable()
    expect(Math.abs(areaM2(centre.geometry) / 1e6 / Number(centre.properties['AREA']) - 1)).toBeLessThan(0.02)
  },
)
