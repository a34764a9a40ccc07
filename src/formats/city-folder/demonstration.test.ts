import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { findGaps } from '../../books/indicators/gaps.ts'
import { findRivals } from '../../books/indicators/rivals.ts'
import { figureInForce } from '../../books/indicators/figure-in-force.ts'
import type { Reading } from '../../books/indicators/figure.ts'
import { identifySeries } from '../../books/indicators/series-key.ts'
import { readCityFolder } from './read-city-folder.ts'
import { readFolder } from './read-folder.ts'
import { writeCityFolder } from './write-city-folder.ts'

const read = (city: string) => {
  const files = readFolder(fileURLToPath(new URL(`../../../demo/${city}`, import.meta.url)))
  const { folder, problems } = readCityFolder(files)
  if (folder === null) throw new Error(`demo/${city} cannot be read`)
  return { files, folder, problems }
}
const cities = {
  almaty: read('almaty'),
  ulgiqala: read('ulgiqala'),
  'las-palmas': read('las-palmas'),
  'porto-alegre': read('porto-alegre'),
}
const almaty = cities.almaty.folder
const kazstat = almaty.sets.find(({ readings }) => readings.source.id === 'kazstat')
const ofAlmaty = kazstat?.readings.readings.filter(({ series }) => series.refArea === 'KZALA') ?? []

test.each(Object.entries(cities))('%s reads without a problem and is written back byte for byte', (_, { files, folder, problems }) => {
  expect(problems).toEqual([])
  const written = writeCityFolder(folder)
  for (const [path, bytes] of written) expect(Buffer.from(bytes).equals(files.get(path) ?? Buffer.alloc(0)), path).toBe(true)
  // The open data that figures are computed from, the discussions, the records of cooperation and the economy lie beside the folder's own files.
  const left = [...files.keys()].filter((path) => !written.has(path) && !/^(open-data|discussion|cooperation|economy)\//.test(path))
  expect(left).toEqual([])
})

test.each(Object.entries(cities))('%s names every indicator, area and code that its figures use', (_, { folder }) => {
  for (const { readings } of folder.sets) {
    const indicators = new Set(readings.indicators.map(({ code }) => code))
    const areas = new Set(readings.areas.map(({ code }) => code))
    const codes = new Set(readings.codes.map(({ codelist, code }) => `${codelist} ${code}`))
    const unnamed = readings.readings.flatMap(({ series }) => [
      ...(indicators.has(series.indicator) ? [] : [series.indicator]),
      ...(areas.has(series.refArea) ? [] : [series.refArea]),
      ...[...Object.entries({ UNIT_MEASURE: series.unit, METHOD: series.method, ...series.dimensions })].flatMap(([list, code]) =>
        code === '' || codes.has(`${list} ${code}`) ? [] : [`${list} ${code}`],
      ),
    ])
    expect([...new Set(unnamed)]).toEqual([])
  }
})

test.each(Object.entries(cities))('%s is named in Kazakh, Russian and English throughout', (_, { folder }) => {
  for (const { readings } of folder.sets)
    for (const { name } of [...readings.indicators, ...readings.areas, ...readings.codes, readings.source])
      expect(Object.keys(name).sort(), JSON.stringify(name)).toEqual(['en', 'kk', 'ru'])
})

test('Almaty has 65 indicators and 1,842 figures of the national statistics, of which one is disputed', () => {
  expect(new Set(ofAlmaty.map(({ series }) => series.indicator)).size).toBe(65)
  expect(new Set(ofAlmaty.map(({ series }) => identifySeries(series).id)).size).toBe(201)
  const figures = groupBy(ofAlmaty, ({ series, timePeriod }) => `${identifySeries(series).id} ${timePeriod}`)
  expect(figures.size).toBe(1842)
  expect([...figures.values()].filter((claims) => new Set(claims.map(({ value }) => Number(value))).size > 1)).toHaveLength(1)
})

const pm10 = { SERIES: '_L_KZ_110602_1A' }
const pm25 = { SERIES: '_L_KZ_110602_1B' }
test.each([
  { indicator: '11.6.2', dimensions: pm25, values: { 2016: '0.02', 2018: '0.015', 2021: '0.036', 2023: '0.02' } },
  { indicator: '11.6.2', dimensions: pm10, values: { 2014: '0.012', 2017: '0.3', 2023: '0.02' } },
  { indicator: '6.3.1', dimensions: {}, values: { 2010: '95.2', 2022: '96.5' } },
  { indicator: '1.5.2', dimensions: { SERIES: '_L_KZ_010502_1A' }, values: { 2019: '0', 2022: '9141801.7' } },
  { indicator: '11.2.1.1', dimensions: {}, values: { 2014: '43', 2015: '65', 2022: '90.4' } },
  { indicator: '11.1.1', dimensions: {}, values: { 2019: '49589', 2020: '17', 2023: '0' } },
  { indicator: '7.2.1', dimensions: { ACTIVITY: '_L_ACT_ILWPP' }, values: { 2021: '31.3', 2023: '5.5' } },
  { indicator: '11.b.2', dimensions: {}, values: { 2020: '100', 2021: '99.3' } },
  { indicator: '3.1.1', dimensions: {}, values: { 2010: '6', 2021: '53.8' } },
])('$indicator $dimensions of Almaty as the source has it', ({ indicator, dimensions, values }) => {
  for (const [year, value] of Object.entries(values)) {
    const found = ofAlmaty.filter(
      ({ series, timePeriod }) =>
        series.indicator === indicator && timePeriod === year && JSON.stringify(series.dimensions) === JSON.stringify(dimensions),
    )
    expect(found.map((one) => Number(one.value))).toEqual([Number(value)])
  }
})

test('every figure of the statistics opens to a row in which its value stands', () => {
  for (const { value, origin } of kazstat?.readings.readings ?? []) {
    expect(origin?.row.split(',').some((cell) => cell.trim() === value)).toBe(true)
    expect(origin?.cell.trim()).toBe(value)
  }
})

test('annual PM2.5 is given only for whole years with 75 % of the days', () => {
  const annual = almaty.sets
    .flatMap(({ readings }) => readings.readings)
    .filter(({ series }) => series.source === 'openaq' && series.dimensions['FREQ'] === undefined)
  expect(Object.fromEntries(annual.map(({ timePeriod, value }) => [timePeriod, value]))).toEqual({
    2020: null,
    2021: '34.7',
    2022: '26.5',
    2023: '24.8',
    2024: '19.4',
    2025: null,
  })
  for (const { value, note, obsStatus } of annual)
    if (value === null) expect([obsStatus, Object.keys(note ?? {})]).toEqual(['M', ['kk', 'ru', 'en']])
})

test('the rival figures of the sources meet', () => {
  const readings = almaty.sets.flatMap((set) => set.readings.readings).filter(({ series }) => series.refArea === 'KZALA')
  const bySeries = groupBy(readings, ({ series }) => identifySeries(series).id)
  const series = [...bySeries.values()].map(([first]) => identifySeries((first as Reading).series))
  const figures = new Map([...bySeries].map(([id, list]) => [id, list.map((one) => figureOf(id, one))]))
  const said = findRivals(series, figures, almaty.rivalReasons).map(
    ({ indicator, timePeriod, claims, reason }) =>
      `${indicator} ${timePeriod}: ${claims.map((claim) => `${claim.series.source} ${claim.compared}`).join(', ')}; ${reason === null ? 'nothing known' : 'known'}`,
  )
  expect(said).toEqual([
    '11.2.1.1 2014: almaty-2020 65, kazstat 43; known',
    '11.6.2 2019: kazstat 50, undp 74; known',
    '11.6.2 2018: kazstat 15, undp 53; known',
    '11.6.2 2021: kazstat 36, openaq 34.7; known',
    '11.6.2 2022: kazstat 30, openaq 26.5; known',
    '11.6.2 2023: kazstat 20, openaq 24.8; known',
    '11.2.1 null: un-habitat 39.05337, unece-itu 86; known',
  ])
})

test('what Almaty has, and what it lacks, of the indicators a city could be expected to have', () => {
  const readings = almaty.sets.flatMap((set) => set.readings.readings).filter(({ series }) => series.refArea === 'KZALA')
  const bySeries = groupBy(readings, ({ series }) => identifySeries(series).id)
  const series = [...bySeries.values()].map(([first]) => identifySeries((first as Reading).series))
  const figures = new Map([...bySeries].map(([id, list]) => [id, list.map((one) => figureOf(id, one))]))
  const indicators = almaty.sets.flatMap((set) => set.readings.indicators)
  const codesOf = (kind: string) =>
    findGaps('KZALA', indicators, series, figures)
      .filter(({ coverage }) => coverage.kind === kind)
      .map(({ expected }) => expected.code)
  expect(codesOf('covered')).toEqual(['11.2.1', '11.b.2'])
  expect(codesOf('proxy')).toEqual(['11.1.1', '11.3.1', '11.6.1', '11.6.2', '6.3.1', '7.1.1', '7.2.1', '1.5.2'])
  expect(codesOf('stopped')).toEqual(['7.3.1'])
  expect(codesOf('missing')).toEqual(expect.arrayContaining(['6.1.1', '6.2.1', '11.5.1', '11.7.1', '13.1.1']))
})

test('of every series of Almaty the statistics have the same of other areas beside it', () => {
  const areas = new Set(kazstat?.readings.readings.map(({ series }) => series.refArea))
  expect(areas.size).toBe(22)
})

test.each(Object.entries(cities))('%s names no person beside its figures: no initial with a surname', (_, { files }) => {
  for (const [path, bytes] of files) {
    // Who answers for a goal, and who promised what in an office, is named.
    if (/^(programme|cooperation)\//.test(path)) continue
    const names = new TextDecoder().decode(bytes).match(/(?<![\p{L}\d.])\p{Lu}\.\s?(?:\p{Lu}\.\s?)?\p{Lu}\p{Ll}{2,}/gu) ?? []
    expect(names, path).toEqual([])
  }
})

const figureOf = (seriesId: string, { origin, timePeriod, value, obsStatus, note }: Reading) =>
  figureInForce([{ seriesId, timePeriod, value, obsValue: value === null ? null : Number(value), obsStatus, note, releaseId: 'r', origin }])

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}
