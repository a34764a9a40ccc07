import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { programFile } from '../src/open-rooms.ts'
import { answerOf, bagdar } from './support/command-line.ts'

/** `bagdar compute 11.2.1` on the open data of the invented city, as a shell runs it. */
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-compute-'))
afterAll(() => fs.rmSync(work, { recursive: true, force: true }))
const at = (...names: string[]) => path.join(work, ...names)
const open = (name: string) => fileURLToPath(programFile(`demo/ulgiqala/open-data/${name}`))
const needed = ['--osm', open('streets.osm.pbf'), '--population', open('people.csv')]
const all = [
  ...needed,
  '--gtfs',
  open('timetable.gtfs.zip'),
  '--districts',
  open('districts.geojson'),
  '--group',
  'SEX=F',
  '--group',
  'SEX=M',
]
const compute = (...args: string[]) => bagdar(at('data'), ['compute', '11.2.1', ...args])

interface Answer {
  value: number
  numerator: number
  denominator: number
  interval: { low: number; high: number; draws: number }
  byDistrict: Array<{ code: string; value: number; numerator: number; denominator: number }>
  byPopulationGroup: Array<{ code: string; numerator: number }>
  methods: Array<{ code: string; value: number | null; reason: string | null }>
  notices: Array<{ code: string }>
  files: Array<{ path: string; sha256: string }>
  stored: { release: number | null; added: number } | null
  milliseconds: Record<string, number>
}

test('the answer has the figure, interval, parts, methods, notices, files and times', async () => {
  const ended = await compute(...all, '--json')
  expect(ended.code, ended.err).toBe(0)
  const answer = answerOf<Answer>(ended)
  expect(answer.value).toBeCloseTo((100 * answer.numerator) / answer.denominator, 9)
  expect(answer.interval.draws).toBe(1000)
  expect(answer.interval.low).toBeLessThan(answer.interval.high)
  const sum = (parts: Array<{ numerator: number }>) => parts.reduce((total, one) => total + one.numerator, 0)
  expect(sum(answer.byDistrict)).toBeCloseTo(answer.numerator, 3)
  expect(sum(answer.byPopulationGroup)).toBeCloseTo(answer.numerator, 3)
  const shareOf = (code: string) => answer.methods.find((method) => method.code === code)?.value ?? -1
  expect(shareOf('network-500-1000')).toBe(answer.value)
  expect(shareOf('straight-500-1000')).toBeGreaterThan(answer.value)
  expect(shareOf('headway-10')).toBeLessThan(shareOf('headway-20'))
  expect(answer.files.map((file) => file.path)).toEqual(['streets.osm.pbf', 'timetable.gtfs.zip', 'people.csv', 'districts.geojson'])
  expect(Object.keys(answer.milliseconds)).toEqual(expect.arrayContaining(['osm', 'gtfs', 'population', 'streets', 'figure', 'interval']))
})

test('any number of workers gives the same bytes', async () => {
  const answers = []
  for (const workers of ['1', '2', '5']) {
    const ended = await compute(...all, '--workers', workers, '--json')
    const { milliseconds: _, ...answer } = answerOf<Answer>(ended)
    answers.push(JSON.stringify(answer))
  }
  expect(new Set(answers).size).toBe(1)
})

test('without a timetable the stops of OpenStreetMap count, and headways have a reason instead of a value', async () => {
  const answer = answerOf<Answer>(await compute(...needed, '--json'))
  expect(answer.value).toBe(0) // the streets of the invented city name no stops
  expect(answer.methods.find(({ code }) => code === 'headway-20')).toEqual({ code: 'headway-20', value: null, reason: 'no_timetable' })
  expect(answer.notices.map(({ code }) => code)).toContain('no_timetable')
})

test('files for others are written with attribution and licence', async () => {
  const ended = await compute(...all, '--out', at('out'))
  expect(ended.code, ended.err).toBe(0)
  expect(fs.readdirSync(at('out'))).toEqual([
    '11.2.1-background.json',
    '11.2.1-cells.csv',
    '11.2.1-cells.geojson',
    '11.2.1-map.pmtiles',
    '11.2.1-model.bin',
    '11.2.1-result.json',
  ])
  const geojson = JSON.parse(fs.readFileSync(at('out', '11.2.1-cells.geojson'), 'utf8')) as Record<string, unknown>
  expect(geojson).toMatchObject({ attribution: '© OpenStreetMap contributors', licence: 'ODbL-1.0' })
  expect(fs.readFileSync(at('out', '11.2.1-cells.csv'), 'utf8')).toContain('ODbL-1.0')
  expect(fs.readFileSync(at('out', '11.2.1-map.pmtiles')).subarray(0, 7).toString()).toBe('PMTiles')
  const again = await compute(...all, '--out', at('out'))
  expect(again.err).toContain('is not empty')
  expect(again.code).toBe(1)
})

test('with --city the figures and the map are a release, and the same again is none', async () => {
  fs.mkdirSync(at('city'))
  const files = {
    'city.yaml': 'slug: small\nname: { en: Small }\nrefArea: SMALL\ntimeZone: UTC\n',
    'areas.csv': 'code,kind,parent,valid_from,valid_to,name_kk,name_ru,name_en\nSMALL,city,,,,Шағын,Малый,Small\n',
    'codes.csv': 'codelist,code,name_kk,name_ru,name_en\n',
    'sources.yaml': 'sources: []\n',
    'indicators.yaml': 'indicators: []\n',
    'releases.yaml': 'releases: []\n',
  }
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(at('city', name), text)
  expect((await bagdar(at('data'), ['import', 'city', at('city')])).code).toBe(0)
  const first = answerOf<Answer>(await compute(...all, '--city', 'small', '--json'))
  expect(first.stored).toMatchObject({ release: 2, added: 7 })
  const second = answerOf<Answer>(await compute(...all, '--city', 'small', '--json'))
  expect(second.stored).toMatchObject({ release: null, added: 0 })
  const exported = await bagdar(at('data'), ['export', 'observations', '--city', 'small'])
  expect(exported.out).toContain(first.value.toFixed(2))
})

describe('what is wrong is said, with file and what to do', () => {
  fs.writeFileSync(at('broken.osm.pbf'), fs.readFileSync(open('streets.osm.pbf')).subarray(0, 3000))
  fs.writeFileSync(at('words.csv'), 'place,people\nhere,12\n')
  fs.writeFileSync(at('far.geojson'), '{"type":"Polygon","coordinates":[[[70,40],[71,40],[71,41],[70,40]]]}')
  test.each([
    { case: 'no streets', args: ['--population', open('people.csv')], says: '--osm FILE', code: 2 },
    { case: 'no population', args: ['--osm', open('streets.osm.pbf')], says: '--population FILE', code: 2 },
    { case: 'half of a worker', args: [...needed, '--workers', '0.5'], says: 'from 1 to 64', code: 2 },
    { case: 'a file that is not there', args: ['--osm', at('none.pbf'), '--population', '5'], says: 'does not exist', code: 1 },
    { case: 'streets that are cut off', args: ['--osm', at('broken.osm.pbf'), '--population', '5'], says: 'broken.osm.pbf', code: 1 },
    { case: 'a table without places', args: [...needed, '--population', at('words.csv')], says: 'place, people', code: 1 },
    { case: 'a boundary elsewhere', args: [...needed, '--boundary', at('far.geojson')], says: 'inside the boundary', code: 1 },
    { case: 'a city that is not there', args: [...all, '--city', 'atlantis'], says: 'atlantis', code: 1 },
    { case: 'an indicator that is not computed', args: [], says: 'Say what to compute', code: 2, indicator: '1.1.1' },
  ])('$case', async ({ args, says, code, indicator = '11.2.1' }) => {
    const ended = await bagdar(at('data'), ['compute', indicator, ...args])
    expect(ended.err).toContain(says)
    expect(ended.err).not.toContain('    at ')
    expect(ended.code).toBe(code)
  })
})
