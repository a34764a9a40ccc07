import { describe, expect, test } from 'vitest'
import { madeCellTable, madePolygons, madeRaster, type MadeRaster } from '../../test/support/made-raster.ts'
import { isMessageKey } from '../pages/messages.ts'
import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import { bytesInMemory } from '../formats/byte-source.ts'
import { computeFineParticles } from './compute-fine-particles.ts'
import { computeLandConsumption } from './compute-land-consumption.ts'
import { computeUrbanisation } from './compute-urbanisation.ts'
import { computedReadings } from './store-computation.ts'

const nothing = () => undefined
const bytes = (name: string, content: Uint8Array | string) =>
  bytesInMemory(name, typeof content === 'string' ? new TextEncoder().encode(content) : content)
const codesOf = ({ notices }: SpatialResult) => notices.map(({ code }) => code)

/** Every computed thing must have its words: notices, methods, parts and units. */
function expectWords(result: SpatialResult): void {
  const set = computedReadings(result, 'XTST', '2020', new Set())
  const keys = [
    ...result.notices.flatMap(({ code }) => [`notices.${code}`, `notices.${code}_why`, `notices.${code}_do`]),
    ...result.methods.map(({ code }) => `spatial.method_${code}`),
    ...result.methods.flatMap(({ reason }) => (reason === null ? [] : [`spatial.method_reason_${reason}`])),
    ...Object.keys(result.parts).map((name) => `spatial.reading_part_${name}`),
    ...set.readings.map(({ series }) => `spatial.reading_unit_${series.unit}`),
    `spatial.reading_indicator_${result.indicator.replaceAll('.', '_')}`,
  ]
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([])
}

describe('11.3.1 from rasters', () => {
  const place = { left: 1_000_000, top: 4_000_000, cell: 1000 }
  const land = (name: string, rows: MadeRaster['rows']) => bytes(name, madeRaster({ ...place, rows }))
  const growth = Math.exp(0.2)
  const cities = (past: MadeRaster['rows'], present: MadeRaster['rows'], people: readonly [number, number] = [1000, 1000 * growth]) => ({
    past: { year: 2000, builtUp: land('past.tif', past), population: people[0] },
    present: { year: 2010, builtUp: land('present.tif', present), population: people[1] },
  })
  const run = (files: Parameters<typeof computeLandConsumption>[0], formula: 'UN-2021-linear' | 'UN-2018-ln' = 'UN-2021-linear') =>
    computeLandConsumption(files, formula, [], nothing)

  test('land grows by a fifth in ten years and people by e^0.2: the ratio is 1, by logarithms ln 1.2 / 0.2', async () => {
    const files = { ...cities([[400_000, 600_000]], [[500_000, 700_000]]), builtUpUnit: 'squareMetres' as const, boundaries: [] }
    const result = await run(files)
    expect(result.value).toBeCloseTo(1, 6)
    expect(result.parts).toMatchObject({ builtUpPastKm2: 1, builtUpKm2: 1.2, builtUpPerPersonPastM2: 1000, populationPast: 1000 })
    expect(result.methods.map(({ code, value }) => [code, Math.round((value ?? 0) * 1e6)])).toEqual([
      ['UN-2021-linear', 1_000_000],
      ['UN-2018-ln', Math.round((Math.log(1.2) / 0.2) * 1e6)],
    ])
    expect(result.parameters).toMatchObject({ builtUpPast: 'past.tif', populationPresent: 1000 * growth, formula: 'UN-2021-linear' })
    expect(codesOf(result)).toEqual([])
    expectWords(result)
    const older = await run(files, 'UN-2018-ln')
    expect([older.value, older.metadataVersion, older.method]).toEqual([result.methods[1]?.value, '2018', 'UN-2018-ln'])
  })

  test('the boundary cuts land and people the same way in both years', async () => {
    const people = { ...place, rows: [[100, 900]] }
    const result = await run({
      past: { year: 2000, builtUp: land('past.tif', [[0.5, 1]]), population: bytes('p1.csv', madeCellTable(people)) },
      present: { year: 2010, builtUp: land('present.tif', [[0.6, 0]]), population: bytes('p2.tif', madeRaster(people)) },
      builtUpUnit: 'share',
      boundaries: [bytes('b.geojson', madePolygons([{ code: '1', left: 999_000, bottom: 3_998_000, right: 1_001_000, top: 4_001_000 }]))],
    })
    expect(result.parts).toMatchObject({ population: 100, populationPast: 100, builtUpPastKm2: 0.5 })
    expect(result.parts['builtUpKm2']).toBeCloseTo(0.6, 6)
    expect([result.value, codesOf(result)]).toEqual([null, ['ratio_population_unchanged']])
    expectWords(result)
  })

  test.each([
    { case: 'people leave', present: [[0.7, 0.7]], people: [1000, 900] as const, code: 'ratio_population_declined' },
    { case: 'built-up land is lost', present: [[0.3, 0.3]], people: [1000, 1100] as const, code: 'ratio_built_up_declined' },
  ])('$case: no value, both rates, and a notice that says why', async ({ present, people, code }) => {
    const result = await run({ ...cities([[0.5, 0.5]], present, people), builtUpUnit: 'share', boundaries: [] })
    expect(result.value).toBeNull()
    expect(result.parts['landConsumptionRate']).not.toBeNull()
    expect(result.methods.every(({ value, reason }) => value === null && reason !== null)).toBe(true)
    expect(codesOf(result)).toEqual([code])
    expectWords(result)
  })

  test('land of which nothing is known is counted by year, and rasters of different size are noticed', async () => {
    const result = await run({ ...cities([[0.5, -200]], [[0.5, 0.5, 0.5]]), builtUpUnit: 'share', boundaries: [] })
    expect(result.notices).toMatchObject([
      { code: 'built_up_unknown', file: 'past.tif', details: { year: 2000, km2: 1, percent: 50 } },
      { code: 'built_up_extents_differ', details: { past: 2, present: 3 } },
    ])
    expect(result.parameters).toMatchObject({ unknownPastKm2: 1, unknownPresentKm2: 0 })
    expectWords(result)
  })

  test('shares read as square metres are noticed: no cell would be built up', async () => {
    const result = await run({ ...cities([[0.5, 0.5]], [[0.6, 0.6]]), builtUpUnit: 'squareMetres', boundaries: [] })
    expect(codesOf(result)).toEqual(['built_up_unit_doubtful', 'built_up_unit_doubtful'])
    expectWords(result)
  })

  test('no built-up land, or nobody inside, is an error with the name of the file', async () => {
    await expect(run({ ...cities([[0, 0]], [[1, 1]]), builtUpUnit: 'share', boundaries: [] })).rejects.toMatchObject({
      code: 'built_up_none',
      message: expect.stringMatching(/^past\.tif/) as string,
    })
    const files = cities([[1, 1]], [[1, 1]])
    const empty = { ...files.past, population: bytes('nobody.csv', 'lon,lat,population\n1,1,0') }
    await expect(run({ ...files, past: empty, builtUpUnit: 'share', boundaries: [] })).rejects.toMatchObject({ code: 'nobody_inside' })
  })
})

describe('11.6.2 from a raster or stations', () => {
  const wgs84 = { left: 70, top: 40, cell: 0.1, projection: 'wgs84' as const }
  const people = 'lon,lat,population,SEX=F\n70.05,39.95,100,100\n70.15,39.95,300,0\n'
  const files = (concentration: ReturnType<typeof bytes>, population = bytes('people.csv', people)) => ({
    concentration,
    population,
    populationGroups: population.name.endsWith('.csv') ? ['SEX=F'] : [],
    boundaries: [],
    districts: bytes(
      'districts.geojson',
      madePolygons(
        [
          { code: 'west', left: 70, bottom: 39.9, right: 70.1, top: 40 },
          { code: 'east', left: 70.1, bottom: 39.9, right: 70.2, top: 40 },
        ],
        'wgs84',
      ),
    ),
  })
  const run = async (input: Parameters<typeof computeFineParticles>[0]) => (await computeFineParticles(input, [], nothing)).result

  test.each([
    { case: 'people as a table', population: bytes('people.csv', people) },
    { case: 'people as a raster', population: bytes('people.tif', madeRaster({ ...wgs84, rows: [[100, 300]] })) },
  ])('$case: 100 breathe 40 and 300 breathe 20, which makes 25', async ({ population }) => {
    const result = await run(files(bytes('pm.tif', madeRaster({ ...wgs84, rows: [[40, 20]] })), population))
    expect(result).toMatchObject({
      value: 25,
      numerator: 10_000,
      denominator: 400,
      method: 'population-weighted-model',
      unit: 'UG_CUB_METER',
    })
    expect(result.parts).toEqual({ captureShare: 100, populationKnown: 400, population: 400 })
    expect(result.byDistrict.map(({ code, value, denominator }) => [code, value, denominator])).toEqual([
      ['west', 40, 100],
      ['east', 20, 300],
    ])
    expect(codesOf(result)).toEqual([])
    expectWords(result)
  })

  test('population groups are columns of the table', async () => {
    const result = await run(files(bytes('pm.tif', madeRaster({ ...wgs84, rows: [[40, 20]] }))))
    expect(result.byPopulationGroup).toEqual([{ code: 'SEX=F', name: {}, value: 40, numerator: 4000, denominator: 100 }])
  })

  test.each([
    { case: 'a quarter of the people have no value', rows: [[-1, 20]], noData: -1, value: 20, notices: ['particles_missing'] },
    { case: 'three quarters have none', rows: [[40, -1]], noData: -1, value: null, notices: ['particles_capture_low'] },
    { case: 'a negative value is none', rows: [[-1, 20]], noData: -9, value: 20, notices: ['particles_negative', 'particles_missing'] },
  ])('$case', async ({ rows, noData, value, notices }) => {
    const result = await run(files(bytes('pm.tif', madeRaster({ ...wgs84, rows, noData }))))
    expect([result.value, codesOf(result)]).toEqual([value, notices])
    expect(result.parts['captureShare']).toBe(value === null ? 25 : 75)
    expectWords(result)
  })

  test('stations: the nearest one counts; one that measured too little, and people far from all, are noticed', async () => {
    const table = 'lon,lat,pm25,capture\n70.05,39.95,40,95\n70.04,39.95,400,50\n'
    const far = bytes('people.csv', 'lon,lat,population,SEX=F\n70.05,39.95,300,0\n70.5,39.95,100,0\n')
    const result = await run({ ...files(bytes('stations.csv', table), far), districts: null })
    expect(result).toMatchObject({ value: 40, method: 'population-weighted-monitors', parameters: { stations: 1, stationWithinKm: 20 } })
    expect(codesOf(result)).toEqual(['monitor_capture_low', 'monitors_far', 'particles_missing'])
    expectWords(result)
  })

  test('a raster of another place is an error', async () => {
    const elsewhere = bytes('pm.tif', madeRaster({ ...wgs84, left: 10, rows: [[40, 20]] }))
    await expect(run(files(elsewhere))).rejects.toMatchObject({ code: 'geotiff_outside' })
  })
})

/** A centre of 9 cells with 54,000, a cluster of two with 5,200 and a lone village. */
const region: MadeRaster = {
  left: 1_000_000,
  top: 4_000_000,
  cell: 1000,
  rows: [
    [6000, 6000, 6000, 0, 0, 0, 0],
    [6000, 6000, 6000, 0, 2600, 0, 0],
    [6000, 6000, 6000, 0, 2600, 0, 200],
  ],
}

describe('Degree of Urbanisation', () => {
  const unit = (code: string, from: number, to: number) => ({
    code,
    left: 1_000_000 + 1000 * from,
    right: 1_000_000 + 1000 * to,
    bottom: 3_996_500,
    top: 4_000_500,
  })
  const districts = () =>
    bytes('units.geojson', madePolygons([unit('A', -0.5, 3.2), unit('B', 3.2, 5.2), unit('C', 5.2, 8), unit('D', 20, 22)]))
  const run = (population: ReturnType<typeof bytes>, others: Partial<Parameters<typeof computeUrbanisation>[0]> = {}) =>
    computeUrbanisation({ population, land: null, districts: null, ...others }, [], nothing)

  test.each([
    { case: 'a raster in Mollweide', population: bytes('people.tif', madeRaster(region)) },
    { case: 'a table of its cells', population: bytes('people.csv', madeCellTable(region)) },
    {
      case: 'a raster four times as fine',
      population: bytes(
        'fine.tif',
        madeRaster({
          ...region,
          cell: 250,
          rows: region.rows.flatMap((row) =>
            Array.from({ length: 4 }, () => row.flatMap((people) => Array.from({ length: 4 }, () => people / 16))),
          ),
        }),
      ),
    },
  ])('$case: people and shares by class, and the class of local units', async ({ population }) => {
    const { result, grid, degree, units } = await run(population, { districts: districts() })
    expect([grid.width, grid.height, degree.centres.length]).toEqual([7, 3, 1])
    expect(result.parts['populationUrbanCentre']).toBeCloseTo(54_000, 6)
    expect(result.parts['populationUrbanCluster']).toBeCloseTo(5200, 6)
    expect(result.parts['populationRural']).toBeCloseTo(200, 6)
    expect(result.value).toBeCloseTo((100 * 59_200) / 59_400, 9)
    const { urbanCentreShare, urbanClusterShare, ruralShare } = result.parts
    expect((urbanCentreShare ?? 0) + (urbanClusterShare ?? 0) + (ruralShare ?? 0)).toBeCloseTo(100, 9)
    expect(units.map(({ code, unitClass, population: { total } }) => [code, unitClass, Math.round(total)])).toEqual([
      ['A', 'city', 54_000],
      ['B', 'town', 5200],
      ['C', 'rural', 200],
      ['D', null, 0],
    ])
    expect(result.byDistrict.map(({ code, value }) => [code, value])).toEqual([
      ['A', 100],
      ['B', 100],
      ['C', 0],
      ['D', null],
    ])
    expect(result.parameters).toMatchObject({ urbanCentres: 1, cities: 1, towns: 1, ruralUnits: 1 })
    expect(codesOf(result)).toEqual(['urbanisation_all_land', 'local_units_empty'])
    expectWords(result)
  })

  test('density is by land: at the shore 900 people on half a kilometre join the centre, and people on water make none', async () => {
    const shore = { ...region, rows: [[6000, 6000, 6000, 900, 0, 0, 50], ...region.rows.slice(1)] }
    const landShare = region.rows.map((_, y) => [1, 1, 1, y === 0 ? 0.5 : 1, 1, 1, y === 0 ? 0 : 1])
    const land = { source: bytes('land.tif', madeRaster({ ...region, rows: landShare })), unit: 'share' as const }
    const { result } = await run(bytes('people.tif', madeRaster(shore)), { land })
    expect(result.parts['populationUrbanCentre']).toBeCloseTo(54_900, 6)
    expect(result.notices).toMatchObject([{ code: 'urbanisation_without_land', details: { people: 50 } }])
    const dry = await run(bytes('people.tif', madeRaster(shore)))
    expect(dry.result.parts['populationUrbanCentre']).toBeCloseTo(54_000, 6)
    expectWords(result)
  })

  test.each([
    { case: 'per cent taken for shares', value: 100, unit: 'share' as const },
    { case: 'shares taken for square metres', value: 1, unit: 'squareMetres' as const },
  ])('land with the wrong unit is an error, $case', async ({ value, unit: given }) => {
    const source = bytes('land.tif', madeRaster({ ...region, rows: region.rows.map((row) => row.map(() => value)) }))
    await expect(run(bytes('people.tif', madeRaster(region)), { land: { source, unit: given } })).rejects.toMatchObject({
      code: 'land_unit_wrong',
      message: expect.stringMatching(/^land\.tif: .*--land-unit/) as string,
    })
  })

  test('cells about as large as a kilometre, but not on its grid, are noticed; so are negative ones', async () => {
    const askew = { ...region, left: 1_000_400, cell: 800, rows: [[100, 100, 100, 100, 100, 100, 100, 100, 100, 100, -200]] }
    const { result } = await run(bytes('people.tif', madeRaster(askew)))
    expect(codesOf(result)).toEqual(['population_raster_negative', 'urbanisation_all_land', 'urbanisation_cells_coarse'])
    expectWords(result)
  })

  test('people all over the world do not fit on a grid: an error, not a full memory', async () => {
    const world = bytes('world.csv', 'lon,lat,population\n-170,-60,1\n170,70,1\n')
    await expect(run(world)).rejects.toMatchObject({ code: 'urbanisation_grid' })
  })
})
