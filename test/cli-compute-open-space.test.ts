import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../src/cli/run.ts'
import { readConfiguration } from '../src/configuration.ts'
import { drawSharesIn } from '../src/draw-shares.ts'
import type { ReadAnswer } from '../src/formats/read-request.ts'
import { openRooms, programFile } from '../src/open-rooms.ts'
import { readInChild } from '../src/services/reader-process.ts'
import { answerOf, type Ended } from './support/command-line.ts'

/** `bagdar compute 11.7.1` on the open data of the invented city, in this process. */
const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-open-space-'))
const at = (...names: string[]) => path.join(work, ...names)
const open = (name: string) => fileURLToPath(programFile(`demo/ulgiqala/open-data/${name}`))
const needed = ['--osm', open('streets.osm.pbf'), '--population', open('people.csv')]
const all = [...needed, '--districts', open('districts.geojson'), '--group', 'SEX=F', '--group', 'SEX=M']

let rooms: Awaited<ReturnType<typeof openRooms>>
/** Of the whole city, by one thread. */
let answer: Answer

async function bagdar(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const code = await run(
    args,
    { out: stream('out'), err: stream('err') },
    {
      serve: () => Promise.reject(new Error('Not here.')),
      work: () => Promise.reject(new Error('Not here.')),
      withScratchFile: () => Promise.reject(new Error('Not here.')),
      fetchOutside: () => Promise.reject(new Error('Not here.')),
      read: (request) => readInChild<ReadAnswer>(fileURLToPath(programFile('dist/reader-child.js')), request),
      drawShares: drawSharesIn,
      typeset: () => Promise.reject(new Error('Not here.')),
      writeDocx: () => Promise.reject(new Error('Not here.')),
      publicAddress: 'http://127.0.0.1:8080',
      newSecret: () => 'secret',
      clock: () => performance.now(),
      withBackups: () => Promise.reject(new Error('Not here.')),
      restore: () => Promise.reject(new Error('Not here.')),
      withRecord: (use) => use(rooms.record, rooms.inOneTransaction),
    },
  )
  return { code, ...said }
}
const compute = (...args: string[]) => bagdar('compute', '11.7.1', ...args)

interface Part {
  code: string
  value: number
  numerator: number
  denominator: number
}
interface Answer {
  value: number
  numerator: number
  denominator: number
  parts: Record<string, number>
  partsOf: string
  interval: { low: number; high: number; draws: number }
  byDistrict: Part[]
  byPopulationGroup: Part[]
  methods: Array<{ code: string; value: number | null; of?: string }>
  tornado: Array<{ input: string; low: number; high: number; of?: string }>
  notices: Array<{ code: string }>
  files: Array<{ path: string; sha256: string }>
  stored: { release: number | null; added: number } | null
  milliseconds: Record<string, number>
}

const folder = {
  'city.yaml': 'slug: small\nname: { en: Small }\nrefArea: SMALL\ntimeZone: UTC\n',
  'areas.csv': 'code,kind,parent,valid_from,valid_to,name_kk,name_ru,name_en\nSMALL,city,,,,Шағын,Малый,Small\n',
  'codes.csv': 'codelist,code,name_kk,name_ru,name_en\n',
  'sources.yaml': 'sources: []\n',
  'indicators.yaml': 'indicators: []\n',
  'releases.yaml': 'releases: []\n',
}

beforeAll(async () => {
  rooms = await openRooms(readConfiguration({ DATA_DIR: at('data') }), true)
  fs.mkdirSync(at('city'))
  for (const [name, text] of Object.entries(folder)) fs.writeFileSync(at('city', name), text)
  const imported = await bagdar('import', 'city', at('city'))
  expect(imported.code, imported.err).toBe(0)
  const ended = await compute(...all, '--json')
  expect(ended.code, ended.err).toBe(0)
  answer = answerOf<Answer>(ended)
})
afterAll(async () => {
  await rooms.close()
  fs.rmSync(work, { recursive: true, force: true })
})

test('the answer has three numbers, and says of which of them interval, districts and groups are', () => {
  const { parts } = answer
  expect(answer.value).toBeCloseTo(parts['openSpaceShare']! + parts['streetShare']!, 9)
  expect(answer.value).toBeCloseTo((100 * answer.numerator) / answer.denominator, 9)
  expect(parts['cityKm2']).toBeCloseTo(answer.denominator / 1e6, 9)

  expect(answer.partsOf).toBe('accessShare')
  const share = parts['accessShare']!
  expect(answer.interval.draws).toBe(1000)
  expect(answer.interval.low).toBeLessThan(share)
  expect(answer.interval.high).toBeGreaterThan(share)
  for (const list of [answer.byDistrict, answer.byPopulationGroup]) {
    const sum = (of: 'numerator' | 'denominator') => list.reduce((total, one) => total + one[of], 0)
    expect((100 * sum('numerator')) / sum('denominator')).toBeCloseTo(share, 9)
  }
  const by = (code: string) => answer.methods.find((method) => method.code === code)
  expect(by('land-lines')).toEqual({ code: 'land-lines', value: answer.value, reason: null })
  expect(by('access-network-400')).toEqual({ code: 'access-network-400', value: share, reason: null, of: 'accessShare' })
  expect(by('access-straight-400')?.value).toBeGreaterThan(share)
  expect(by('access-ghsci-500')?.value).not.toBeNull()
  expect(answer.tornado[0]).toMatchObject({ input: expect.any(String) as string })
  expect(answer.tornado.map(({ input }) => input)).toContain('street_width')

  const codes = answer.notices.map(({ code }) => code)
  expect(codes).toEqual(expect.arrayContaining(['open_space_not_validated', 'street_width_assumed']))
  expect(codes).not.toContain('no_timetable')
  expect(answer.files.map((file) => file.path)).toEqual(['streets.osm.pbf', 'people.csv', 'districts.geojson'])
  expect(Object.keys(answer.milliseconds)).toEqual(['boundary', 'osm', 'population', 'streets', 'figure', 'interval', 'tornado'])
})

test('in words, the interval stands beside the share of people', async () => {
  const { out } = await compute(...all)
  const lines = out.split('\n')
  expect(lines.filter((line) => line.includes('draws:'))).toEqual([expect.stringContaining('Share of people with open public space')])
  expect(out).toContain('By district: Share of people with open public space within 400 m')
  expect(out).toContain('Along streets, 400 m (UN)')
  expect(out).not.toContain('access-')
})

test('any number of workers gives the same bytes', async () => {
  const bytesOf = (one: Answer) => JSON.stringify({ ...one, milliseconds: null })
  for (const workers of ['2', '5'])
    expect(bytesOf(answerOf<Answer>(await compute(...all, '--workers', workers, '--json')))).toBe(bytesOf(answer))
})

test('without draws the figure stands alone', async () => {
  const alone = answerOf<Answer>(await compute(...all, '--draws', '0', '--json'))
  expect(alone).toMatchObject({ value: answer.value, parts: answer.parts, interval: null, tornado: [] })
  expect(Object.keys(alone.milliseconds)).toEqual(['boundary', 'osm', 'population', 'streets', 'figure'])
})

test('a boundary cuts the land and the people', async () => {
  const districts = JSON.parse(fs.readFileSync(open('districts.geojson'), 'utf8')) as { features: object[] }
  fs.writeFileSync(at('one.geojson'), JSON.stringify({ ...districts, features: districts.features.slice(0, 1) }))
  const one = answerOf<Answer>(await compute(...needed, '--boundary', at('one.geojson'), '--json'))
  expect(one.denominator).toBeLessThan(answer.denominator / 2)
  expect(one.parts['population']).toBe(answer.byDistrict[0]?.denominator)
  expect(one.parts['accessShare']).toBe(answer.byDistrict[0]?.value)
})

test('files for others are written with attribution and licence', async () => {
  const ended = await compute(...all, '--out', at('out'))
  expect(ended.code, ended.err).toBe(0)
  expect(fs.readdirSync(at('out'))).toEqual(['11.7.1-cells.csv', '11.7.1-open-spaces.geojson', '11.7.1-result.json'])
  const geojson = JSON.parse(fs.readFileSync(at('out', '11.7.1-open-spaces.geojson'), 'utf8')) as Record<string, unknown> & {
    features: Array<{ properties: Record<string, unknown>; geometry: { type: string; coordinates: number[][][][] } }>
  }
  expect(geojson).toMatchObject({ attribution: '© OpenStreetMap contributors', licence: 'ODbL-1.0' })
  expect(geojson.features.length).toBeGreaterThan(0)
  for (const { properties, geometry } of geojson.features) {
    expect(properties).toMatchObject({ osm: expect.stringMatching(/^way\/\d+$/) as string, class: 'park' })
    const [ring] = geometry.coordinates[0]!
    expect(ring?.[0]).toEqual(ring?.at(-1))
  }
  expect(fs.readFileSync(at('out', '11.7.1-cells.csv'), 'utf8')).toContain('ODbL-1.0')
  const again = await compute(...all, '--out', at('out'))
  expect(again.err).toContain('is not empty')
  expect(again.code).toBe(1)
})

test('with --city the figures are a release: districts under the share of people, not under that of land', async () => {
  const first = answerOf<Answer>(await compute(...all, '--city', 'small', '--json'))
  expect(first.stored?.release).toBe(2)
  const second = answerOf<Answer>(await compute(...all, '--city', 'small', '--json'))
  expect(second.stored).toMatchObject({ release: null, added: 0 })
  const { out } = await bagdar('export', 'observations', '--city', 'small')
  const rows = out.split('\n').filter((line) => line.includes('11.7.1'))
  const ofDistricts = rows.filter((row) => /SMALL_/.test(row))
  expect(ofDistricts).toHaveLength(first.byDistrict.length)
  for (const row of ofDistricts) expect(row).toContain('accessShare')
  expect(rows.filter((row) => row.includes(`,PT,,,2025,${first.value.toFixed(2)},`))).toHaveLength(1)
})

describe('what is wrong is said, with what to do', () => {
  test.each([
    { case: 'no boundary', args: needed, says: '--boundary FILE', code: 2 },
    { case: 'no streets', args: ['--population', '5'], says: '--osm FILE', code: 2 },
    { case: 'a timetable, which it does not take', args: [...all, '--gtfs', open('timetable.gtfs.zip')], says: '--gtfs', code: 2 },
    { case: 'a city that is not there', args: [...all, '--city', 'atlantis'], says: 'atlantis', code: 1 },
  ])('$case', async ({ args, says, code }) => {
    const ended = await compute(...args)
    expect(ended.err).toContain(says)
    expect(ended.err).not.toContain('    at ')
    expect(ended.code).toBe(code)
  })
})
