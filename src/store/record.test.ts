import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/test-databases.ts'
import { importReadings, type ImportOptions } from '../actions/import-readings.ts'
import type { City, Reading, SeriesKey } from '../books/indicators/figure.ts'
import type { ReadingSet } from '../books/indicators/reading-set.ts'
import { identifySeries } from '../books/indicators/series-key.ts'
import { notice } from '../books/notice.ts'
import { checkRecord } from './check-record.ts'
import type { Database } from './database.ts'
import { readRecord } from './read-record.ts'
import type { Schema } from './schema.ts'
import { writeRecord } from './write-record.ts'

const city: City = {
  id: '11111111-1111-4111-8111-111111111111',
  slug: 'almaty',
  name: { kk: 'Алматы' },
  refArea: 'KZALA',
  timeZone: 'Asia/Almaty',
  invented: false,
  comparison: false,
}
const other: City = { ...city, id: '22222222-2222-4222-8222-222222222222', slug: 'ulgiqala', refArea: 'ULGIQALA', invented: true }
const key: SeriesKey = {
  indicator: '11.6.2',
  refArea: 'KZALA',
  source: 'kazstat',
  method: '',
  boundary: '',
  unit: 'MG_CUB_METER',
  dimensions: { SERIES: '_L_KZ_110602_1B' },
}
const series = identifySeries(key)
const reading = (timePeriod: string, value: string | null): Reading => ({
  series: key,
  timePeriod,
  value,
  obsStatus: null,
  note: null,
  origin: { file: 'data/indicator_11-6-2.csv', line: 611, row: `${timePeriod},MG_CUB_METER,,KZALA, ${value} `, cell: ` ${value} ` },
})
const setOf = (readings: Reading[], title = 'KazStat'): ReadingSet => ({
  title: { en: title },
  source: { id: 'kazstat', name: { en: 'KazStat' }, url: null, licence: null },
  indicators: [
    {
      code: '11.6.2',
      name: { en: title },
      sdgGoal: 11,
      sdgTarget: '11.6',
      globalName: null,
      definition: {},
      computation: {},
      limitations: {},
      compiledBy: {},
      reportingStatus: null,
      links: [],
    },
  ],
  areas: [],
  codes: [],
  readings,
  notices: [notice('trailing_space', 'info', { file: 'data/indicator_11-6-2.csv', line: 611, details: { count: 1 } })],
  files: [{ path: 'data/indicator_11-6-2.csv', sha256: 'ab', bytes: 1 }],
  rows: readings.length,
})

describe.each(testDatabases())('the record on $name', ({ open }) => {
  let database: Database<Schema>
  let record: ReturnType<typeof readRecord> & ReturnType<typeof writeRecord>
  let clock = new Date('2026-01-01T00:00:00Z')
  let ids = 0
  const needs = () => ({
    ...record,
    now: () => clock,
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    codeVersion: 'test',
  })
  const options: ImportOptions = { kind: 'import', madeBy: 'test', parameters: {}, covers: () => true, write: 'publish' }
  const figuresOn = async (asOf: string) => {
    const figures = (await record.listFigures(city, new Date(asOf), [series.id])).get(series.id) ?? []
    return Object.fromEntries(figures.map((figure) => [figure.timePeriod, figure.disputed ? 'disputed' : figure.value]))
  }

  beforeAll(async () => {
    database = await open()
    record = { ...readRecord(database.db), ...writeRecord(database.db) }
    await record.addCity(city)
    await record.addCity(other)
  })
  afterAll(() => database.close())

  test('a first import is published, with its raw rows', async () => {
    const result = await importReadings(city, setOf([reading('2020', '0.030'), reading('2021', '0.036')]), options, needs())
    expect(result).toMatchObject({ added: 2, changed: 0, removed: 0, release: 1 })
    expect(await figuresOn('2026-01-02')).toEqual({ 2020: '0.030', 2021: '0.036' })
    const [figure] = (await record.listFigures(city, clock, [series.id])).get(series.id) ?? []
    expect(figure?.claims[0]?.origin).toEqual({
      file: 'data/indicator_11-6-2.csv',
      line: 611,
      row: '2020,MG_CUB_METER,,KZALA, 0.030 ',
      cell: ' 0.030 ',
    })
  })

  test('the same import again leaves no trace', async () => {
    const result = await importReadings(city, setOf([reading('2020', '0.030'), reading('2021', '0.036')]), options, needs())
    expect(result).toMatchObject({ added: 0, changed: 0, removed: 0, entries: 0, release: null })
    expect(await record.listReleases(city, clock)).toHaveLength(1)
  })

  test('a correction is a new release with only what changed, and the day before still stands as it did', async () => {
    clock = new Date('2026-02-01T00:00:00Z')
    const result = await importReadings(city, setOf([reading('2020', '0.031')], 'KazStat, corrected'), options, needs())
    expect(result).toMatchObject({ added: 0, changed: 1, removed: 1, entries: 1, release: 2 })
    expect(await figuresOn('2026-02-01')).toEqual({ 2020: '0.031', 2021: null })
    expect(await figuresOn('2026-01-31')).toEqual({ 2020: '0.030', 2021: '0.036' })
    expect((await record.listIndicators(city, new Date('2026-01-31')))[0]?.name).toEqual({ en: 'KazStat' })
    expect((await record.listIndicators(city, clock))[0]?.name).toEqual({ en: 'KazStat, corrected' })
  })

  test('an import that knows a code but not its name leaves the name that stands', async () => {
    const named = { code: 'KZALA', name: { kk: 'Алматы қаласы' }, kind: 'region' as const, parent: 'KZ', validFrom: null, validTo: null }
    await importReadings(
      city,
      { ...setOf([reading('2020', '0.031')], 'KazStat, corrected'), areas: [named] },
      { ...options, covers: () => false },
      needs(),
    )
    const nameless = { ...named, name: {}, kind: 'city' as const, parent: null }
    const again = await importReadings(
      city,
      { ...setOf([reading('2020', '0.031')], ''), areas: [nameless] },
      { ...options, covers: () => false },
      needs(),
    )
    expect(again).toMatchObject({ entries: 0, release: null })
    expect(await record.listAreas(city, clock)).toEqual([named])
  })

  test('a withdrawn release no longer counts, and what it said stays readable', async () => {
    const release = await record.findRelease(city, 2)
    expect(await record.withdrawRelease(city, release?.id ?? '', new Date('2026-03-01'), 'statistics office', 'wrong file')).toBe(true)
    expect(await figuresOn('2026-03-02')).toEqual({ 2020: '0.030', 2021: '0.036' })
    expect(await figuresOn('2026-02-15')).toEqual({ 2020: '0.031', 2021: null })
    const history = await record.listHistory(city, series.id, '2020')
    expect(history.map(({ observation, release: of }) => [observation.value, of.status, of.withdrawnReason])).toEqual([
      ['0.030', 'published', null],
      ['0.031', 'withdrawn', 'wrong file'],
    ])
  })

  test('a draft is seen by nobody until it is published', async () => {
    clock = new Date('2026-04-01T00:00:00Z')
    const result = await importReadings(
      city,
      setOf([reading('2022', '0.02'), reading('2022', '0.03')]),
      { ...options, write: 'draft', covers: () => false },
      needs(),
    )
    expect(await figuresOn('2026-04-02')).not.toHaveProperty('2022')
    expect(await record.listReleases(city, new Date('2026-04-02'))).toHaveLength(3)
    const draft = await record.findRelease(city, result.release ?? 0)
    expect(await record.publishRelease(city, draft?.id ?? '', clock)).toBe(true)
    expect(await record.publishRelease(city, draft?.id ?? '', clock)).toBe(false)
    expect(await figuresOn('2026-04-02')).toHaveProperty('2022', 'disputed')
  })

  test('a dry run stores nothing', async () => {
    const result = await importReadings(city, setOf([reading('2023', '1')]), { ...options, write: 'none' }, needs())
    expect(result).toMatchObject({ added: 1, release: null })
    expect(await figuresOn('2027-01-01')).not.toHaveProperty('2023')
  })

  test('notices keep their order and can be paged by code', async () => {
    const release = await record.findRelease(city, 1)
    const notices = await record.listNotices(city, release?.id ?? '', { code: 'trailing_space', offset: 0, limit: 10 })
    expect(notices).toEqual([notice('trailing_space', 'info', { file: 'data/indicator_11-6-2.csv', line: 611, details: { count: 1 } })])
    expect(release?.noticeCounts).toEqual({ trailing_space: 1 })
  })

  test('files of a computation are part of its release, and any range of them can be read', async () => {
    const content = Uint8Array.from({ length: 600_000 }, (_, at) => at % 251)
    const sha256 = createHash('sha256').update(content).digest('hex')
    const computed = [{ file: { name: 'tiles.pmtiles', sha256, bytes: content.length }, content }]
    const made = await importReadings(city, setOf([]), { ...options, covers: () => false, kind: 'computation', computed }, needs())
    const [file] = await record.listComputedFiles(city, clock)
    expect(file).toMatchObject({ name: 'tiles.pmtiles', sha256, bytes: 600_000, releaseNumber: made.release })
    const releaseId = file?.releaseId ?? ''
    for (const [from, to] of [
      [0, 600_000],
      [0, 10],
      [262_100, 262_200],
      [524_288, 524_289],
      [599_990, 600_000],
    ] as const)
      expect(Buffer.from(await record.readComputedFile(city, releaseId, 'tiles.pmtiles', from, to))).toEqual(
        Buffer.from(content.subarray(from, to)),
      )
    const again = await importReadings(city, setOf([]), { ...options, covers: () => false, computed }, needs())
    expect(again.release).toBeNull()
    expect(await record.listComputedFiles(other, clock)).toEqual([])
    expect(await record.readComputedFile(other, releaseId, 'tiles.pmtiles', 0, 10)).toHaveLength(0)
    expect(await record.listComputedFiles(city, new Date('2026-03-15'))).toEqual([])
    const { listDamagedFiles } = checkRecord(database.db)
    expect(await listDamagedFiles(city)).toEqual([])
    await database.db.deleteFrom('computed_file_part').where('position', '=', 1).execute()
    expect(await listDamagedFiles(city)).toEqual([{ release: expect.any(Number) as number, name: 'tiles.pmtiles' }])
  })

  test('nothing of one city is reachable from another', async () => {
    expect(await record.listSeries(other, clock, {})).toEqual([])
    expect(await record.listReleases(other, clock)).toEqual([])
    expect((await record.listFigures(other, clock, [series.id])).size).toBe(0)
    expect(await record.listHistory(other, series.id, '2020')).toEqual([])
    expect(await record.findRelease(other, 1)).toBeNull()
  })

  test('series are found by indicator, area and address', async () => {
    expect(await record.listSeries(city, clock, { indicator: '11.6.2', refArea: 'KZALA' })).toEqual([series])
    expect(await record.listSeries(city, clock, { addresses: [series.address] })).toEqual([series])
    expect(await record.listSeries(city, clock, { indicator: '1.1.1' })).toEqual([])
    expect(await record.listSeries(city, new Date('2025-01-01'), {})).toEqual([])
  })

  test('twenty releases that begin at once get numbers of their own, without gaps', async () => {
    const begin = () =>
      record.startRelease(other, {
        id: randomUUID(),
        kind: 'entry',
        title: { en: 'Entered' },
        source: null,
        madeBy: 'test',
        recordedAt: clock.toISOString(),
        parameters: {},
        codeVersion: 'test',
        files: [],
        counts: {},
        noticeCounts: {},
      })
    const releases = await Promise.all(Array.from({ length: 20 }, begin))
    expect(releases.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  })

  test('a mistake report gets a number of its own', async () => {
    const report = { seriesId: series.id, timePeriod: '2020', text: 'The monitor was off in March.', reportedAt: clock }
    expect(await record.addMistakeReport(city, report)).toBe(1)
    expect(await record.addMistakeReport(city, report)).toBe(2)
    expect(await record.addMistakeReport(other, report)).toBe(1)
  })
})
