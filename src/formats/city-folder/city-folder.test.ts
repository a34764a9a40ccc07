import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading } from '../../books/indicators/figure.ts'
import type { Notice } from '../../books/notice.ts'
import { readNotices, writeNotices } from './notice-table.ts'
import { readObservations, writeObservations } from './observation-table.ts'
import { readCityFolder } from './read-city-folder.ts'
import { writeCityFolder } from './write-city-folder.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const small: Record<string, string> = {
  'city.yaml': 'slug: small\nname:\n  en: Small\nrefArea: S\ntimeZone: UTC\n',
  'areas.csv': 'code,kind,parent,valid_from,valid_to,name_kk,name_ru,name_en\nS,city,,,,Шағын,Малый,Small\n',
  'codes.csv': 'codelist,code,name_kk,name_ru,name_en\nUNIT_MEASURE,PT,пайыз,процент,per cent\n',
  'sources.yaml': 'sources:\n  - id: office\n    name:\n      en: Office\n',
  'indicators.yaml': 'indicators:\n  - code: "6.1.1"\n    name:\n      en: Drinking water\n',
  'releases.yaml':
    'releases:\n  - id: first\n    kind: import\n    source: office\n    madeBy: somebody\n    publishedAt: "2024-03-15"\n    title:\n      en: First\n    tables:\n      - file: water.csv\n',
  'releases/first/water.csv': 'indicator,ref_area,unit,SEX,time_period,value,obs_status\n6.1.1,S,PT,,2023,91.20,\n6.1.1,S,PT,F,2023,,M\n',
}
const readSmall = (changed: Record<string, string | null> = {}) => {
  const files = Object.entries({ ...small, ...changed }).flatMap(([path, text]) => (text === null ? [] : [[path, bytes(text)] as const]))
  return readCityFolder(new Map(files))
}

test('a folder written by hand: the rows of the table are the origin of its figures', () => {
  const { folder, problems } = readSmall()
  expect(problems).toEqual([])
  const [set] = folder?.sets ?? []
  expect(set?.release.publishedAt).toBe('2024-03-15T00:00:00.000Z')
  expect(set?.readings.files).toMatchObject([{ path: 'releases/first/water.csv', bytes: 102 }])
  expect(set?.readings.readings).toMatchObject([
    { series: { source: 'office', dimensions: {} }, value: '91.20', origin: { line: 2, row: '6.1.1,S,PT,,2023,91.20,', cell: '91.20' } },
    { series: { dimensions: { SEX: 'F' } }, value: null, obsStatus: 'M' },
  ])
})

test.each([
  { case: 'no city.yaml', changed: { 'city.yaml': null }, problem: { code: 'file_missing', file: 'city.yaml' } },
  { case: 'no table', changed: { 'releases/first/water.csv': null }, problem: { code: 'file_missing', file: 'releases/first/water.csv' } },
  {
    case: 'broken YAML',
    changed: { 'sources.yaml': 'sources:\n  - id: "office\n' },
    problem: { code: 'yaml_unreadable', file: 'sources.yaml' },
  },
  {
    case: 'aliases that multiply',
    changed: {
      'sources.yaml': `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\nd: [${'*c,'.repeat(9)}]\n`,
    },
    problem: { code: 'yaml_unreadable', file: 'sources.yaml' },
  },
  {
    case: 'a quote that never closes',
    changed: { 'codes.csv': 'codelist,code,name_kk,name_ru,name_en\nSEX,F,"әйелдер,женщины,female\n' },
    problem: { code: 'quote_not_closed', file: 'codes.csv', line: 2 },
  },
  {
    case: 'a source that is not in the list',
    changed: { 'releases.yaml': (small['releases.yaml'] ?? '').replace('source: office', 'source: nobody') },
    problem: { code: 'unknown_source', file: 'releases.yaml', line: 4, value: 'nobody' },
  },
  {
    case: 'a number where text is needed: 6.10 would be 6.1',
    changed: { 'indicators.yaml': 'indicators:\n  - name:\n      en: Water\n    code: 6.10\n' },
    problem: { code: 'field_not_text', file: 'indicators.yaml', line: 4, column: 'code' },
  },
  {
    case: 'a day that is none',
    changed: { 'releases.yaml': (small['releases.yaml'] ?? '').replace('2024-03-15', 'spring') },
    problem: { code: 'field_not_a_date', line: 6, column: 'publishedAt', value: 'spring' },
  },
  {
    case: 'an indicator without words',
    changed: { 'indicators.yaml': 'indicators: []\n' },
    problem: { code: 'unknown_indicator', value: '6.1.1' },
  },
  {
    case: 'an area that is not in the list',
    changed: { 'areas.csv': 'code,kind,parent,valid_from,valid_to,name_kk,name_ru,name_en\n' },
    problem: { code: 'unknown_ref_area', value: 'S' },
  },
])('$case', ({ changed, problem }) => {
  expect(readSmall(changed as Record<string, string | null>).problems).toContainEqual(expect.objectContaining(problem))
})

test.each([
  { case: 'a row one cell short gives no reading', row: '6.1.1,S,PT,2023,91', code: 'row_too_short' },
  { case: 'a row one cell long gives no reading', row: '6.1.1,S,PT,,2023,91,,7', code: 'row_too_long' },
  { case: 'a row without a period gives no reading', row: '6.1.1,S,PT,,,91,', code: 'field_missing' },
])('$case', ({ row, code }) => {
  const { folder } = readSmall({ 'releases/first/water.csv': `indicator,ref_area,unit,SEX,time_period,value,obs_status\n${row}\n` })
  expect(folder?.sets[0]?.readings.readings).toEqual([])
  expect(folder?.sets[0]?.readings.notices).toMatchObject([{ code, line: 2, value: row }])
})

const cell = fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\0]/g, ''))
const word = fc.stringMatching(/^[A-Z0-9_.]{1,6}$/)
const optional = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const reading = fc.record({
  series: fc.record({
    indicator: word,
    refArea: word,
    source: fc.constantFrom('office', 'other'),
    method: fc.constantFrom('', 'survey'),
    boundary: fc.constantFrom('', 'built-up'),
    unit: fc.constantFrom('', 'PT'),
    dimensions: fc.dictionary(fc.constantFrom('SEX', 'AGE', 'GeoCode'), word),
  }),
  timePeriod: fc.constantFrom('2023', '2023-07', '2023-07-01'),
  value: optional(fc.stringMatching(/^-?[0-9]{1,4}(\.[0-9]{1,3})?$/)),
  obsStatus: optional(fc.constantFrom('A', 'M')),
  note: fc.constantFrom(null, { kk: 'ескерту, «екі»' }, { ru: 'строка\nи ещё', en: 'a "note"' }),
  origin: fc.record({
    file: fc.constantFrom('a.csv', 'b.csv'),
    line: fc.integer({ min: 1 }),
    row: cell,
    cell: cell.filter((text) => text !== ''),
  }),
})

test('readings come back from a table as they went in', () => {
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 8 }), (readings) => {
      const notices: Notice[] = []
      const table = writeObservations('releases/r/t.csv', readings as Reading[], 'office')
      expect(readObservations(table, 'office', notices)).toEqual(readings)
      expect(notices).toEqual([])
    }),
  )
})

test('notices come back from a table as they went in', () => {
  const notices = [
    {
      code: 'conflicting_values',
      severity: 'error',
      file: 'data/a.csv',
      line: 7,
      column: 'Value',
      value: '1,5',
      details: { firstLine: 3 },
    },
    { code: 'empty_file', severity: 'info', file: null, line: null, column: null, value: null, details: {} },
  ] as const
  expect(readNotices('notices.csv', writeNotices(notices), [])).toEqual(notices)
})

test('a notice that cannot be read is named with its line', () => {
  const problems: Notice[] = []
  expect(readNotices('notices.csv', 'code,severity,details\nx,error,{broken\n', problems)).toEqual([])
  expect(problems).toMatchObject([{ code: 'notice_unreadable', line: 2 }])
})

test('no name of an indicator or release leads out of the folder', () => {
  const { folder } = readSmall()
  const [set] = folder?.sets ?? []
  if (folder === null || set === undefined) throw new Error('the small folder has one release')
  const [first] = set.readings.readings
  if (first === undefined) throw new Error('the release has readings')
  const readings = { ...set.readings, readings: [{ ...first, series: { ...first.series, indicator: '../../escape' } }] }
  const paths = [...writeCityFolder({ ...folder, sets: [{ release: { ...set.release, id: '../up' }, readings }] }).keys()]
  expect(paths).toContain('releases/_.._up/_.._.._escape.csv')
  expect(paths.filter((path) => path.split('/').includes('..'))).toEqual([])
})

test.each([
  { case: 'words in place of a value', cells: '2023,нет', code: 'value_not_a_number' },
  { case: 'a decimal comma', cells: '2023,"1,5"', code: 'value_not_a_number' },
  { case: 'a month that is none', cells: '2023-13,1.5', code: 'time_period_not_understood' },
])('$case cost their row, named by line, and nothing else', ({ cells, code }) => {
  const notices: Notice[] = []
  const text = `indicator,ref_area,time_period,value\n1.1.1,KZ,${cells}\n1.1.1,KZ,2022,1.5\n`
  const readings = readObservations({ path: 'releases/a/1.csv', always: {}, text }, 'office', notices)
  expect(readings.map((reading) => reading.value)).toEqual(['1.5'])
  expect(notices).toMatchObject([{ code, severity: 'error', file: 'releases/a/1.csv', line: 2 }])
})

test('files that a computation made come and go as they are', () => {
  const { folder } = readSmall({ 'releases/first/computed/11.2.1-result.json': '{}' })
  if (folder === null) throw new Error('the small folder can be read')
  expect([...(folder.sets[0]?.computed ?? [])]).toEqual([['11.2.1-result.json', bytes('{}')]])
  expect(writeCityFolder(folder).get('releases/first/computed/11.2.1-result.json')).toEqual(bytes('{}'))
})

test('a city that begins has names and no figures, and its names are kept', () => {
  const file = (text: string) => new TextEncoder().encode(text)
  const { folder, problems } = readCityFolder(
    new Map([
      ['city.yaml', file('slug: mycity\nname: { en: My City }\nrefArea: MYC\ntimeZone: Asia/Almaty\n')],
      ['areas.csv', file('code,kind,parent,valid_from,valid_to,name_kk,name_ru,name_en\nMYC,city,,,,,,My City\n')],
      ['codes.csv', file('codelist,code,name_kk,name_ru,name_en\n')],
      ['sources.yaml', file('sources: []\n')],
      ['indicators.yaml', file('indicators: []\n')],
      ['releases.yaml', file('releases: []\n')],
    ]),
  )
  expect(problems).toEqual([])
  expect(folder?.sets).toHaveLength(1)
  expect(folder?.sets[0]?.readings.areas).toMatchObject([{ code: 'MYC', name: { en: 'My City' } }])
})
