import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCity } from '../src/actions/import-city.ts'
import { languages } from '../src/books/text.ts'
import { run } from '../src/cli/run.ts'
import { readCityFolder } from '../src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '../src/formats/city-folder/read-folder.ts'
import { readSpatialResult } from '../src/formats/spatial-result-file.ts'
import { answerOf, type Ended } from './support/command-line.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { madeCellTable, madePolygons, madeRaster, type MadeRaster } from './support/made-raster.ts'

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-rasters-'))
const at = (name: string) => path.join(work, name)
const write = (name: string, content: string | Uint8Array): string => {
  fs.mkdirSync(path.dirname(at(name)), { recursive: true })
  fs.writeFileSync(at(name), content)
  return at(name)
}
let site: TestSite

/** Runs a command in this process, which holds the record. */
async function bagdar(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const notHere = () => Promise.reject(new Error('Not here.'))
  const code = await run(
    args,
    { out: stream('out'), err: stream('err') },
    {
      serve: notHere,
      work: notHere,
      withScratchFile: notHere,
      fetchOutside: () => Promise.reject(new Error('Not here.')),
      drawShares: notHere,
      read: notHere,
      typeset: () => Promise.reject(new Error('Not here.')),
      writeDocx: () => Promise.reject(new Error('Not here.')),
      publicAddress: 'http://127.0.0.1:8080',
      newSecret: () => 'secret',
      clock: () => performance.now(),
      withBackups: () => Promise.reject(new Error('Not here.')),
      restore: () => Promise.reject(new Error('Not here.')),
      withRecord: (use) => use(site.record, notHere),
    },
  )
  return { code, ...said }
}

interface Answer {
  value: number | null
  methods: { code: string; value: number | null; reason: string | null }[]
  parts: Record<string, number>
  parameters: Record<string, unknown>
  notices: { code: string }[]
  files: { path: string; sha256: string; bytes: number }[]
  units?: { code: string; unitClass: string | null }[]
  stored: { release: number | null; added: number } | null
  milliseconds: Record<string, number>
}

/** Everything made up: a city of 3 × 3 km, a suburb and a village on a grid in the ocean. */
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
const scaled = (by: number): MadeRaster => ({ ...region, rows: region.rows.map((row) => row.map((one) => one * by)) })
const unit = (code: string, from: number, to: number) => ({ code, left: 1_000_000 + 1000 * from, right: 1_000_000 + 1000 * to, bottom: 3_996_500, top: 4_000_500 }) // prettier-ignore

beforeAll(async () => {
  write('people.tif', madeRaster(region))
  write('people-past.csv', madeCellTable(scaled(Math.exp(-0.25))))
  write('built-past.tif', madeRaster({ ...region, rows: region.rows.map((row) => row.map((one) => (one > 0 ? 400_000 : 0))) }))
  write('built-present.tif', madeRaster({ ...region, rows: region.rows.map((row) => row.map((one) => (one > 0 ? 500_000 : 0))) }))
  write('land.tif', madeRaster({ ...region, rows: region.rows.map((row) => row.map(() => 100)) }))
  write('pm.tif', madeRaster({ ...region, rows: region.rows.map((row) => row.map((one) => (one === 6000 ? 30 : 10))) }))
  write('units.geojson', madePolygons([unit('A', -0.5, 3.2), unit('B', 3.2, 5.2), unit('C', 5.2, 8)]))
  const city: Record<string, string> = {
    'city.yaml': 'slug: mycity\nname: { en: My City }\nrefArea: XMYC\ntimeZone: Asia/Almaty\n',
    'areas.csv': 'code,kind,parent,valid_from,valid_to,name_kk,name_ru,name_en\nXMYC,city,,,,,,My City\n',
    'codes.csv': 'codelist,code,name_kk,name_ru,name_en\n',
    'sources.yaml': 'sources: []\n',
    'indicators.yaml': 'indicators: []\n',
    'releases.yaml': 'releases: []\n',
  }
  for (const [name, text] of Object.entries(city)) write(`my-city/${name}`, text)
  site = await openTestSite()
  const { folder } = readCityFolder(readFolder(at('my-city')))
  if (folder === null) throw new Error('The made city cannot be read.')
  await importCity(folder, site.record, () => undefined)
})
afterAll(async () => {
  await site.close()
  fs.rmSync(work, { recursive: true, force: true })
})

const lasPalmas = ['--built-past', '24.4000759125', '--built-present', '24.9831447601', '--population-past', '318413.780792', '--population-present', '443141.222839'] // prettier-ignore
const land = ['compute', '11.3.1', '--years', '1990,2015']
const particles = () => ['compute', '11.6.2', '--pm25', at('pm.tif'), '--population', at('people.tif'), '--districts', at('units.geojson')]
const degurba = () => ['compute', 'degurba', '--population', at('people.tif'), '--districts', at('units.geojson')]

describe('11.3.1', () => {
  test.each([
    { formula: [], value: 0.072295 },
    { formula: ['--formula', 'UN-2021-linear'], value: 0.072295 },
    { formula: ['--formula', 'UN-2018-ln'], value: 0.071445 },
  ])(
    'the row of Las Palmas in the GHS urban centre database, $formula: $value, and both formulas beside it',
    async ({ formula, value }) => {
      const ended = await bagdar(...land, ...lasPalmas, ...formula, '--json')
      const answer = answerOf<Answer>(ended)
      expect(answer.value).toBeCloseTo(value, 6)
      expect(answer.methods.map((one) => [one.code, one.value?.toFixed(6)])).toEqual([
        ['UN-2021-linear', '0.072295'],
        ['UN-2018-ln', '0.071445'],
      ])
      expect([ended.code, answer.notices, answer.files]).toEqual([0, [], []])
      expect(ended.err).toBe('Computing: boundary\nComputing: built-up\nComputing: population\nComputing: figure\n')
    },
  )

  test('from rasters and a table, with the hash of every file', async () => {
    const answer = answerOf<Answer>(
      await bagdar(
        ...['compute', '11.3.1', '--years', '2000,2010', '--built-unit', 'm2'],
        ...['--built-past', at('built-past.tif'), '--built-present', at('built-present.tif')],
        ...['--population-past', at('people-past.csv'), '--population-present', at('people.tif'), '--json'],
      ),
    )
    // Land by a quarter, people by e^0.25, both in ten years.
    expect(answer.value).toBeCloseTo(1, 6)
    expect(answer.parts).toMatchObject({ builtUpPastKm2: 4.8, builtUpKm2: 6 })
    expect(answer.files.map((file) => file.path)).toEqual(['built-past.tif', 'built-present.tif', 'people-past.csv', 'people.tif'])
    expect(answer.files.every(({ sha256, bytes }) => /^[0-9a-f]{64}$/.test(sha256) && bytes > 0)).toBe(true)
    expect(Object.keys(answer.milliseconds)).toEqual(['boundary', 'built-up', 'population', 'figure'])
  })

  test('what is told on the terminal', async () => {
    const { out } = await bagdar(...land, ...lasPalmas)
    expect(out).toContain('SDG 11.3.1, UN metadata 2021-03\n\n  0.072295')
    expect(out).toMatch(/Built-up land per person {2,}56\.38 m²/)
    expect(out).toMatch(/as a logarithm \(UN until 2018, GHSL\) {2,}0\.071445/)
  })

  test('without a ratio the reason is told in words', async () => {
    const { out, code } = await bagdar(...land, ...lasPalmas.slice(0, 4), '--population-past', '2000', '--population-present', '1000')
    expect(out).toContain('\n  no value\n')
    expect(out).toMatch(/\(UN, 2021\) +the population declined/)
    expect(out).toContain('No ratio: the population declined')
    expect(code).toBe(0)
  })
})

test('11.6.2: nine cells breathe 30, the others 10', async () => {
  const answer = answerOf<Answer & { byDistrict: { code: string; value: number }[] }>(
    await bagdar(...particles(), '--year', '2023', '--json'),
  )
  expect(answer.value).toBeCloseTo((54_000 * 30 + 5400 * 10) / 59_400, 9)
  expect(answer.byDistrict.map(({ code, value }) => [code, value])).toEqual([
    ['A', 30],
    ['B', 10],
    ['C', 10],
  ])
  expect(answer.parts['captureShare']).toBe(100)
  const { out } = await bagdar(...particles(), '--year', '2023')
  expect(out).toMatch(/28\.18 µg\/m³[\s\S]*Unit A {2,}30 µg\/m³/)
})

test('degurba: shares by class, local units, and cells as GeoJSON', async () => {
  const folder = at('degurba')
  const ended = await bagdar(
    ...degurba(),
    '--land',
    at('land.tif'),
    '--land-unit',
    'percent',
    '--out',
    folder,
    '--attribution',
    'Made up',
    '--json',
  )
  const answer = answerOf<Answer>(ended)
  expect(answer.parts).toMatchObject({ populationUrbanCentre: 54_000, populationUrbanCluster: 5200, populationRural: 200 })
  expect(answer.units?.map(({ code, unitClass }) => [code, unitClass])).toEqual([
    ['A', 'city'],
    ['B', 'town'],
    ['C', 'rural'],
  ])
  expect(answer.notices).toEqual([])
  expect(fs.readdirSync(folder).sort()).toEqual([
    'degurba-cells.geojson',
    'degurba-centres.csv',
    'degurba-result.json',
    'degurba-units.csv',
  ])
  const { features, attribution } = JSON.parse(fs.readFileSync(path.join(folder, 'degurba-cells.geojson'), 'utf8')) as {
    features: { properties: { class: number } }[]
    attribution: string
  }
  expect([attribution, ...[1, 2, 3].map((one) => features.filter(({ properties }) => properties.class === one).length)]).toEqual([
    'Made up',
    1,
    2,
    9,
  ])
  expect(fs.readFileSync(path.join(folder, 'degurba-units.csv'), 'utf8')).toContain('A,Unit A,Unit A,Unit A,city,54000,54000,0,0,Made up\n')

  const again = await bagdar(...degurba(), '--out', folder)
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('is not empty')])
  const { out } = await bagdar(...degurba())
  expect(out).toContain('Degree of Urbanisation, UN recommendation 2020-03\n\n  99.66 %\n  59,200 of 59,400 people')
  expect(out).toContain('Class of local units\n  A: city\n  B: town or suburb\n  C: rural\n')
})

describe('stored into a city', () => {
  const stored = [
    {
      indicator: '11.3.1',
      args: () => [...land, ...lasPalmas],
      period: '2015',
      shown: { en: 'Land consumption rate, a year', ru: 'Темп освоения земель, в год', kk: 'Жерді пайдалану қарқыны, жылына' },
      lines: [
        /2015,0\.072295/,
        /landConsumptionRate.*2015,0\.000956/,
        /KM2.*builtUpKm2.*2015,24\.98/,
        /M2.*builtUpPerPersonM2.*2015,56\.4/,
      ],
    },
    {
      indicator: '11.6.2',
      args: () => [...particles(), '--year', '2023'],
      period: '2023',
      shown: { en: 'for whom the concentration is known', ru: 'для которых концентрация известна', kk: 'Концентрация белгілі' },
      lines: [/2023,28\.18/, /XMYC_A.*2023,30\.00/, /captureShare.*2023,100\.00/],
    },
    {
      indicator: 'DEGURBA',
      args: () => [...degurba(), '--year', '2020'],
      period: '2020',
      shown: { en: 'Degree of Urbanisation', ru: 'Степень урбанизации', kk: 'Урбандалу дәрежесі' },
      lines: [/2020,99\.66/, /PERSONS.*populationUrbanCentre.*2020,54000/, /ruralShare.*2020,0\.34/, /XMYC_C.*2020,0\.00/],
    },
  ]

  test.each(stored)(
    '$indicator: figures, the whole result and inputs come back; the second time nothing is new',
    async ({ indicator, args, period, lines, shown }) => {
      const first = await bagdar(...args(), '--city', 'mycity', '--json')
      expect(first.code, first.err).toBe(0)
      const answer = answerOf<Answer>(first)
      expect(answer.stored?.release).toEqual(expect.any(Number))

      const { out } = await bagdar('export', 'observations', '--indicator', indicator)
      for (const line of lines) expect(out.split('\n').map(plain)).toContainEqual(expect.stringMatching(line))

      const [city] = await site.record.listCities()
      if (city === undefined) return expect.unreachable()
      const release = await site.record.findRelease(city, answer.stored?.release ?? 0)
      if (release === null) return expect.unreachable()
      expect(release.parameters).toMatchObject({ indicator, metadataVersion: expect.stringMatching(/^20\d\d-\d\d$/) as string })
      expect(release.files).toEqual(answer.files)
      const name = `${indicator.toLowerCase()}-result.json`
      const [file] = (await site.record.listComputedFilesOf(city, release.id)).filter((one) => one.name === name)
      const kept = readSpatialResult(await site.record.readComputedFile(city, release.id, name, 0, file?.bytes ?? 0))
      expect([kept?.value, kept?.indicator]).toEqual([answer.value, indicator])
      expect(period).toBe((answer as unknown as { year: string }).year)

      for (const language of languages) {
        const page = await site.app().request(`/${language}/mycity/indicators/${indicator}`)
        expect(page.status).toBe(200)
        expect(await page.text()).toContain(shown[language])
      }

      const second = answerOf<Answer>(await bagdar(...args(), '--city', 'mycity', '--json'))
      expect(second.stored).toMatchObject({ release: null, added: 0 })
    },
  )

  test('a draft is kept from the public', async () => {
    const draft = await bagdar(...land, ...lasPalmas, '--formula', 'UN-2018-ln', '--city', 'mycity', '--draft')
    expect(draft.out).toMatch(/Draft \d+ of mycity/)
    expect((await bagdar('export', 'observations', '--indicator', '11.3.1')).out).not.toContain('0.071445')
  })
})

/** Cells of CSV without the quotes that some of them need. */
const plain = (line: string) => line.replaceAll('"', '')

describe('what is written wrongly gets exit code 2 and what to write', () => {
  const raster = ['--built-past', 'people.tif', '--built-present', '2', '--population-past', '1', '--population-present', '2']
  test.each([
    { case: 'no indicator', args: ['compute'], says: 'Say what to compute: 11.2.1' },
    { case: 'no years', args: ['compute', '11.3.1', ...lasPalmas], says: '--years 1990,2015' },
    {
      case: 'years in the wrong order',
      args: ['compute', '11.3.1', '--years', '2015,1990', ...lasPalmas],
      says: '2015 is not before 1990',
    },
    { case: 'no year', args: ['compute', '11.3.1', '--years', '15,90', ...lasPalmas], says: '"15" is no year' },
    {
      case: 'a formula that is not there',
      args: [...land, ...lasPalmas, '--formula', 'ln'],
      says: 'UN-2021-linear or UN-2018-ln, not "ln"',
    },
    { case: 'no built-up land', args: [...land, ...lasPalmas.slice(2)], says: 'Say --built-past with built-up land' },
    { case: 'nobody', args: [...land, ...lasPalmas.slice(0, 6), '--population-present', '0'], says: '--population-present is above 0' },
    { case: 'a raster without its unit', args: [...land, ...raster], says: 'Say --built-unit with share' },
    { case: 'no concentrations', args: ['compute', '11.6.2', '--population', 'people.tif'], says: 'Say --pm25 FILE' },
    { case: 'no people', args: ['compute', '11.6.2', '--pm25', 'pm.tif'], says: 'Say --population FILE' },
    {
      case: 'no year of the concentrations',
      args: ['compute', '11.6.2', '--pm25', 'pm.tif', '--population', 'people.tif'],
      says: 'Say --year',
    },
    { case: 'no people on the grid', args: ['compute', 'degurba'], says: 'Say --population FILE' },
    {
      case: 'land without its unit',
      args: ['compute', 'degurba', '--population', 'people.tif', '--land', 'land.tif'],
      says: '--land-unit',
    },
    { case: 'a city without a year', args: ['compute', 'degurba', '--population', 'people.tif', '--city', 'mycity'], says: 'Say --year' },
  ])('$case', async ({ args, says }) => {
    const inFolder = args.map((word) => (/\.tif$/.test(word) ? at(word) : word))
    const ended = await bagdar(...inFolder, '--json')
    expect(ended.err).toContain(says)
    expect(answerOf(ended)).toHaveProperty('error')
    expect(ended.code).toBe(2)
  })
})

describe('what cannot be done gets exit code 1, the file and what to do', () => {
  test.each([
    { case: 'a file that is not there', args: ['compute', 'degurba', '--population', 'none.tif'], says: 'does not exist' },
    { case: 'a raster that is none', args: ['compute', 'degurba', '--population', 'text.tif'], says: 'text.tif' },
    {
      case: 'a table without people',
      args: ['compute', 'degurba', '--population', 'stations.csv'],
      says: 'stations.csv: there is no column population',
    },
    {
      case: 'stations without a mean',
      args: ['compute', '11.6.2', '--year', '2023', '--pm25', 'people-past.csv', '--population', 'people.tif'],
      says: 'people-past.csv: there is no column pm25',
    },
    {
      case: 'a boundary elsewhere',
      args: [
        'compute',
        '11.6.2',
        '--year',
        '2023',
        '--pm25',
        'pm.tif',
        '--population',
        'people-past.csv',
        '--boundary',
        'elsewhere.geojson',
      ],
      says: 'nobody lives inside the boundary',
    },
    { case: 'a city that is not there', args: [...land, ...lasPalmas, '--city', 'atlantis'], says: 'There is: mycity' },
  ])('$case', async ({ args, says }) => {
    write('text.tif', 'This is no raster.')
    write('stations.csv', 'lon,lat,pm25\n1,2,3\n')
    write('elsewhere.geojson', madePolygons([{ code: '1', left: 100, bottom: 0, right: 101, top: 1 }], 'wgs84'))
    const inFolder = args.map((word) => (/\.(tif|csv|geojson)$/.test(word) ? at(word) : word))
    const ended = await bagdar(...inFolder, '--json')
    expect(ended.err).toContain(says)
    expect(ended.err).not.toContain('    at ')
    expect(answerOf(ended)).toHaveProperty('error')
    expect(ended.code).toBe(1)
  })
})
