import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildingsOf } from '../../books/indicators/sdg-11/people/buildings.ts'
import { boundaryOf, intersectBoundaries } from '../../books/indicators/sdg-11/city/city-boundary.ts'
import { dasymetric } from '../../books/indicators/sdg-11/people/dasymetric.ts'
import { pickCells, totalPopulation } from '../../books/indicators/sdg-11/people/population-cells.ts'
import type { Notice } from '../../books/notice.ts'
import type { Feature } from '../../kernel/geometry.ts'
import type { Polygon } from '../../kernel/polygon.ts'
import { bytesInMemory, openBytes } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readCityExtract } from '../osm-city/read-city-extract.ts'
import { readFeatures } from './read-features.ts'
import { readPopulation } from './read-population.ts'
import { readPopulationCsv } from './read-population-csv.ts'

const data = join(process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared'), 'data')
const table = (...lines: string[]) => bytesInMemory('cells.csv', new TextEncoder().encode(lines.join('\n')))
const codes = (notices: readonly Notice[]) => notices.map(({ code, line, value }) => `${line} ${code} ${value}`)

describe('a table of cells', () => {
  test.each([
    { case: 'the usual names', lines: ['lon,lat,population', '76.9,43.2,100'] },
    { case: 'other names, in capitals', lines: ['Latitude;Longitude;POP', '43.2;76.9;100'] },
    { case: 'tabs and quotes', lines: ['"y"\t"x"\t"people"', '43.2\t76.9\t"100"', ''] },
  ])('$case', ({ lines }) => {
    const cells = readPopulationCsv(table(...lines), [])
    expect([cells.count, cells.lon[0], cells.lat[0], cells.population[0], cells.district[0]]).toEqual([1, 76.9, 43.2, 100, -1])
  })

  test('districts and further columns', () => {
    const cells = readPopulationCsv(
      table('lon,lat,population,women,district', '1,2,100,51,B', '1,3,50,25,A', '1,4,10,5,B', '1,5,1,1,'),
      [],
      { groups: ['women'] },
    )
    expect(cells.districts.map(({ code }) => code)).toEqual(['B', 'A'])
    expect([...cells.district]).toEqual([0, 1, 0, -1])
    expect([...(cells.populationGroups[0]?.values ?? [])]).toEqual([51, 25, 5, 1])
  })

  test('cells of H3 have places and outlines without lon and lat', () => {
    const notices: Notice[] = []
    const cells = readPopulationCsv(table('h3,population', '89a901291abffff,10', '89a901291abffff,20', 'nonsense,30'), notices)
    expect([cells.count, cells.population[0]]).toEqual([1, 10])
    expect(cells.lon[0]).toBeCloseTo(-51.158, 2)
    expect([...(cells.shapes?.start ?? [])]).toEqual([0, 12])
    expect(codes(notices)).toEqual(['3 population_cell_twice 89a901291abffff', '4 population_not_h3 nonsense'])
  })

  test('numbers in a column id are not cells of H3', () => {
    expect(readPopulationCsv(table('id,lon,lat,population', '1,1,2,3', '1,1,3,3'), []).shapes).toBeNull()
  })

  test('rows that cannot be used are left out, each with its line and reason; rows of nobody without one', () => {
    const notices: Notice[] = []
    const rows = ['1,2,', '1,2,-5', '1,2,many', '1,2,"1,5"', '1,2,0x10', '1,,5', '181,2,5', '1,2,0', '1,2,7']
    const cells = readPopulationCsv(table('lon,lat,population', ...rows), notices)
    expect([...cells.population]).toEqual([7])
    expect(codes(notices)).toEqual([
      '2 population_blank ',
      '3 population_negative -5',
      '4 population_not_number many',
      '5 population_not_number 1,5',
      '6 population_not_number 0x10',
      '7 population_no_place 1, ',
      '8 population_no_place 181, 2',
    ])
  })

  test.each([
    { case: 'no population', lines: ['lon,lat,jobs', '1,2,3'], words: /no column population or pop.*The columns are: lon, lat, jobs/ },
    { case: 'no place', lines: ['code,population', '1,2'], words: /no column lon/ },
    { case: 'half a place', lines: ['lon,population,h3', '1,2,x'], words: /no column lat/ },
    { case: 'nothing', lines: [], words: /no column lon/ },
  ])('$case: the error lists what there is', ({ lines, words }) => {
    expect(() => readPopulationCsv(table(...lines), [])).toThrow(
      expect.objectContaining({ code: 'population_column_missing', message: expect.stringMatching(words) }),
    )
  })

  test('a row of a million characters and bytes that are no text are refused', () => {
    expect(() => readPopulationCsv(table('lon,lat,population', 'x'.repeat(1_000_001)), [])).toThrow(
      expect.objectContaining({ code: 'population_csv_too_large', position: 2 }),
    )
    expect(() => readPopulationCsv(bytesInMemory('x.csv', Uint8Array.of(0xff, 0xfe, 0)), [])).toThrow(
      expect.objectContaining({ code: 'population_csv_not_utf8' }),
    )
  })

  test('whatever stands in it, there are cells with people or a clear error', () => {
    const text = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('lon,lat,population', 'h3,population', '1,2,3', '89a901291abffff,3', '"', '1e9,NaN,-0')),
    )
    fc.assert(
      fc.property(text, (lines) => {
        try {
          const cells = readPopulationCsv(table(...lines), [])
          for (let i = 0; i < cells.count; i++) expect(cells.population[i]).toBeGreaterThan(0)
        } catch (error) {
          if (!(error instanceof FormatError)) throw error
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('polygons with people', () => {
  const square = (west: number, people: unknown) => ({
    type: 'Feature',
    properties: { population: people, code: `D${west}` },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 0],
          [west + 0.01, 0],
          [west + 0.01, 0.01],
          [west, 0.01],
          [west, 0],
        ],
      ],
    },
  })
  const file = (...features: unknown[]) =>
    bytesInMemory('tracts.geojson', new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features })))

  test('are spread evenly, each area a district', async () => {
    const notices: Notice[] = []
    const cells = await readPopulation(
      file(square(1, 1000), square(2, '500'), square(3, null), square(4, -1), square(5, 'many')),
      notices,
      { district: 'code' },
    )
    expect(totalPopulation(cells)).toBeCloseTo(1500, 9)
    expect(cells.districts.map(({ code }) => code)).toEqual(['D1', 'D2', 'D3', 'D4', 'D5'].slice(0, 2))
    expect(notices.map(({ code, line }) => [code, line])).toEqual([
      ['population_blank', 3],
      ['population_negative', 4],
      ['population_not_number', 5],
    ])
  })

  test('without the property the error lists those there are', async () => {
    await expect(readPopulation(file(square(1, 1)), [], { population: 'TOTAL' })).rejects.toThrow(
      /no feature has a property “TOTAL”.*population, code/,
    )
  })
})

const hexagons = join(data, 'porto-alegre/poa_hexgrid.csv')
test.skipIf(!existsSync(hexagons))('Porto Alegre: 812,935 people on 1,124 of 1,227 cells of H3', async () => {
  const notices: Notice[] = []
  const cells = await readPopulation(openBytes(hexagons), notices)
  expect([cells.count, totalPopulation(cells), notices.length]).toEqual([1124, 812_935, 0])
  expect(cells.shapes?.lonLat.length).toBe(1124 * 12)
  expect(pickCells(cells, (i) => i < 3).shapes?.start).toEqual(Uint32Array.of(0, 12, 24, 36))
})

const polygonsOf = (features: readonly Feature[]): Polygon[] => features.map(({ geometry }) => geometry)
const lasPalmas = join(data, 'laspalmas')
test.skipIf(!existsSync(lasPalmas))(
  'Las Palmas: 380,000 people over the buildings of municipality ∩ urban centre are 1,686 cells',
  async () => {
    const municipality = polygonsOf(await readFeatures(openBytes(join(lasPalmas, 'municipality.geojson'))))
    const urbanCentre = polygonsOf(await readFeatures(openBytes(join(lasPalmas, 'urban-centre-ghs-ucdb.gpkg'))))
    const both = intersectBoundaries(boundaryOf(municipality), boundaryOf(urbanCentre))
    if (both === null) return expect.unreachable()
    const { extract } = readCityExtract(openBytes(join(lasPalmas, 'las-palmas-2023-02-21.osm.pbf')), {
      areas: true,
      stops: false,
      background: false,
    })
    const [polygon] = municipality
    if (polygon === undefined) return expect.unreachable()
    const areas = { areas: [{ polygon, population: 380_000, groups: [], district: null }], groupCodes: [] }
    // The grid of the reference starts at the mean of the nodes that it kept.
    const options = { contains: both.contains, origin: { lon: -15.44266465863223, lat: 28.107390970008755 } }
    const all = dasymetric(buildingsOf(extract), areas, [], options)
    expect(totalPopulation(all)).toBeCloseTo(380_000, 6)

    // The reference knows buildings that are one closed way; those with courtyards, as relations, came later.
    for (let a = 0; a < extract.areas.count; a++) if ((extract.areas.id[a] ?? 0) < 0) extract.areas.kind[a] = 255
    const cells = dasymetric(buildingsOf(extract), areas, [], options)
    expect(cells.count).toBe(1686)
    expect(totalPopulation(cells)).toBeCloseTo(380_000, 6)
    expect(all.count).toBeGreaterThan(cells.count)
  },
)
