import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReadingSet } from '../../books/indicators/reading-set.ts'
import { countNotices } from '../../books/notice.ts'
import { openFolder, type OpenSdgFile } from './open-folder.ts'
import { readOpenSdgFolder } from './read-open-sdg.ts'

const source = { id: 'kazstat', name: { ru: 'Бюро национальной статистики' }, url: null, licence: null }
const fixture = join(import.meta.dirname, '../../../test/fixtures/open-sdg/kazstat')
const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const realFolder = join(shared, 'data/kazstat-open-sdg')

const file = (path: string, text: string): OpenSdgFile => {
  const bytes = new TextEncoder().encode(text)
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
const codesOf = (set: ReadingSet) => countNotices(set.notices).counts
const valuesOf = (set: ReadingSet) => set.readings.map(({ series, timePeriod, value }) => `${series.refArea} ${timePeriod} ${value ?? ''}`)
const read = (...rows: string[]) =>
  readOpenSdgFolder([file('data/indicator_1-1-1.csv', rows.join('\n'))], { source, only: ['data/indicator_1-1-1.csv'] })

describe('rows of a data file', () => {
  test('columns are matched by name, blanks are totals, a blank area is the country', () => {
    const set = read('Value,SEX,Year,REF_AREA,UNIT_MEASURE,AGE', '5.50,F,2020,KZALA,PT,', '6,_T,2020,,PT,Y0T17')
    expect(set.readings.map((one) => one.series)).toEqual([
      { indicator: '1.1.1', refArea: 'KZALA', source: 'kazstat', method: '', boundary: '', unit: 'PT', dimensions: { SEX: 'F' } },
      { indicator: '1.1.1', refArea: 'KZ', source: 'kazstat', method: '', boundary: '', unit: 'PT', dimensions: { AGE: 'Y0T17' } },
    ])
    expect(set.readings[0]?.value).toBe('5.50')
  })

  test('the raw row and the raw cell are kept, and the line they stand on', () => {
    const set = read('Year,Value', '2019,1', '2020, 46.1 ')
    expect(set.readings[1]?.origin).toEqual({ file: 'data/indicator_1-1-1.csv', line: 3, row: '2020, 46.1 ', cell: ' 46.1 ' })
    expect(set.readings[1]?.value).toBe('46.1')
    expect(codesOf(set)).toEqual({ space_around_value: 1 })
  })

  test.each([
    { case: 'a row one cell short is never guessed', row: '2020,PT,5', code: 'row_too_short' },
    { case: 'a row with a cell too many is never guessed', row: '2020,PT,KZALA,5,6', code: 'row_too_long' },
    { case: 'words are no number', row: '2020,PT,KZALA,нет', code: 'value_not_a_number' },
    { case: 'a decimal comma inside quotes is no published decimal here', row: '2020,PT,KZALA,"1,5"', code: 'value_not_a_number' },
    { case: 'a blank value is not zero', row: '2020,PT,KZALA,', code: 'value_missing' },
    { case: 'a period that is none', row: '20x0,PT,KZALA,5', code: 'time_period_not_understood' },
    { case: 'an open quote', row: '2020,PT,KZALA,"5', code: 'quote_not_closed' },
  ])('$case', ({ row, code }) => {
    const set = read('Year,UNIT_MEASURE,REF_AREA,Value', row)
    expect(set.readings).toEqual([])
    expect(set.rows).toBe(1)
    expect(set.notices.map((one) => [one.code, one.line])).toEqual([[code, 2]])
  })

  test('a repeat with the same value leaves one reading, a repeat with another leaves both', () => {
    const set = read('Year,REF_AREA,Value', '2020,KZALA,5', '2020,KZALA,5.0', '2020,KZNS,5', '2020,KZNS,6')
    expect(valuesOf(set)).toEqual(['KZALA 2020 5', 'KZNS 2020 5', 'KZNS 2020 6'])
    expect(set.notices.map(({ code, line, details }) => [code, line, details['firstLine']])).toEqual([
      ['duplicate_key', 3, 2],
      ['conflicting_values', 5, 4],
    ])
  })

  test('GeoCode names the area where REF_AREA is missing, and never splits a series beside it', () => {
    expect(valuesOf(read('Year,GeoCode,Value', '2020,KZ03,5'))).toEqual(['KZ03 2020 5'])
    const both = read('Year,REF_AREA,GeoCode,Value', '2020,KZAKM,KZ03,5')
    expect(valuesOf(both)).toEqual(['KZAKM 2020 5'])
    expect(both.readings[0]?.series.dimensions).toEqual({})
  })

  test('a file without Year or Value gives its rows to the count and no reading', () => {
    const set = read('Jahr,Value', '2020,5')
    expect([set.rows, set.readings.length, codesOf(set)]).toEqual([1, 0, { column_missing: 1 }])
  })

  test('with an area only that area is read, and all rows are counted', () => {
    const files = [file('data/indicator_1-1-1.csv', 'Year,REF_AREA,Value\n2020,KZALA,5\n2020,KZNS,6')]
    const set = readOpenSdgFolder(files, { source, area: 'KZALA' })
    expect(valuesOf(set)).toEqual(['KZALA 2020 5'])
    expect(set.rows).toBe(2)
  })
})

describe('anything may be missing or broken', () => {
  test('an empty folder gives an empty set with the country', () => {
    const set = readOpenSdgFolder([], { source })
    expect([set.rows, set.indicators.length, set.areas.map((area) => area.code)]).toEqual([0, 0, ['KZ']])
  })

  test.each([
    { case: 'YAML that is none', text: '{[', code: 'yaml_not_readable' },
    { case: 'a list in place of a mapping', text: '- a', code: 'yaml_not_a_mapping' },
    { case: 'only a comment', text: '# later\n', code: 'empty_yaml' },
    { case: 'a no-break space as indentation', text: "computation_units: 'a\n\u00a0 b'", code: 'yaml_not_strict' },
    { case: 'a key that stands twice', text: "tags: ''\ntags: a", code: 'yaml_not_strict' },
    { case: 'nested a hundred thousand times', text: '['.repeat(100_000), code: 'yaml_not_readable' },
  ])('$case', ({ text, code }) => {
    const set = readOpenSdgFolder([file('indicator-config/1-1-1.yml', text)], { source })
    expect(codesOf(set)[code]).toBe(1)
    expect(set.indicators.map((one) => one.code)).toEqual(['1.1.1'])
  })

  test('a bomb of aliases is held as references and never unfolded', () => {
    const levels = Array.from({ length: 40 }, (_, n) => `a${n}: &a${n} [${n === 0 ? 'x' : `*a${n - 1}, *a${n - 1}`}]`)
    const set = readOpenSdgFolder([file('meta/1-1-1.yml', levels.join('\n'))], { source })
    expect(set.indicators).toHaveLength(1)
  })
})

describe('map', () => {
  const config = file('config_data.yml', 'map_layers:\n  - geojson_file: regions.geojson\n    id_property: kzCode\n')
  const data = file('data/indicator_1-1-1.csv', 'Year,REF_AREA,Value\n2020,KZALA,5')
  const map = (...ids: string[]) =>
    file('regions.geojson', JSON.stringify({ type: 'FeatureCollection', features: ids.map((kzCode) => ({ properties: { kzCode } })) }))

  test.each([
    { case: 'no code matches', files: [map('KZ01', 'KZ02')], code: 'map_codes_unmatched', details: { unmatched: 2, shapes: 2 } },
    { case: 'one of two matches', files: [map('KZALA', 'KZ02')], code: 'map_codes_unmatched', details: { unmatched: 1, shapes: 2 } },
    { case: 'the file is not in the folder', files: [], code: 'map_not_checked', details: {} },
    { case: 'the file is no map', files: [file('regions.geojson', '[]')], code: 'map_not_readable', details: {} },
  ])('$case', ({ files, code, details }) => {
    const set = readOpenSdgFolder([config, data, ...files], { source })
    expect(set.notices.filter((one) => one.code.startsWith('map_')).map((one) => [one.code, one.details])).toEqual([[code, details]])
  })

  test('all codes match: nothing to say', () => {
    const set = readOpenSdgFolder([config, data, map('KZALA')], { source })
    expect(set.notices.filter((one) => one.code.startsWith('map_'))).toEqual([])
  })
})

describe('a piece of the real folder', () => {
  const set = readOpenSdgFolder(openFolder(fixture), { source })
  const indicator = (code: string) => set.indicators.find((one) => one.code === code)

  test('a national proxy keeps both names', () => {
    expect(indicator('11.3.1')?.name.en).toBe('Housing per person')
    expect(indicator('11.3.1')?.globalName?.en).toBe('Ratio of land consumption rate to population growth rate')
    expect(indicator('11.2.1.1')?.globalName?.ru).toContain('удобный доступ к общественному транспорту')
    expect(indicator('9.1.2')?.globalName).toBeNull()
  })

  test('what it finds, with row', () => {
    const at = (code: string) => set.notices.filter((one) => one.code === code).map((one) => `${one.file}:${one.line}`)
    expect(at('row_too_short')).toEqual(['data/indicator_4-c-1-2.csv:2', 'data/indicator_4-c-1-2.csv:5', 'data/indicator_8-6-1.csv:5'])
    expect(at('leading_zeros')).toEqual(['data/indicator_11-6-2.csv:16'])
    expect(at('outlier')).toContain('data/indicator_11-6-2.csv:11')
    expect(at('byte_order_mark')).toEqual(['data/indicator_5-5-2.csv:1'])
    expect(at('yaml_not_strict')).toEqual(['translations/en/sources.yml:48'])
  })

  test('a row four times over, 41.1, 41.5, 40.0, 41.1, gives three readings', () => {
    const disputed = set.notices.filter((one) => one.code === 'conflicting_values' && one.details['firstValue'] === '41.1')
    expect(disputed.map((one) => one.value)).toEqual(['41.5', '40.0'])
  })

  test('areas have their kind, parent and dates', () => {
    const data = [file('data/indicator_1-1-1.csv', 'Year,REF_AREA,Value\n2020,KZABY,5\n2017,KZONT,5\n2020,KZBOR,1')]
    const areas = readOpenSdgFolder(data, { source }).areas.map(({ code, kind, parent, validFrom, validTo }) => [
      code,
      kind,
      parent,
      validFrom,
      validTo,
    ])
    expect(areas).toEqual([
      ['KZ', 'country', null, null, null],
      ['KZABY', 'region', 'KZ', '2022-06-08', null],
      ['KZBOR', 'station', 'KZAKM', null, null],
      ['KZONT', 'region', 'KZ', null, '2018-06-19'],
    ])
  })
})

describe.skipIf(!existsSync(realFolder))('the whole folder of KazStat (skipped where the shared data are absent)', () => {
  let set: ReadingSet
  beforeAll(() => {
    set = readOpenSdgFolder(openFolder(realFolder), { source })
  })

  test('the import report', () => {
    expect({ rows: set.rows, readings: set.readings.length, indicators: set.indicators.length, areas: set.areas.length }).toEqual({
      rows: 45_585,
      readings: 45_498,
      indicators: 277,
      areas: 70,
    })
    expect(codesOf(set)).toEqual({
      blank_line: 9,
      break: 593,
      break_by_power_of_ten: 23,
      byte_order_mark: 1,
      conflicting_values: 94,
      duplicate_key: 82,
      empty_file: 67,
      empty_key: 24,
      empty_text: 3443,
      empty_translation: 2,
      empty_yaml: 3,
      file_not_read: 5,
      leading_zeros: 1,
      line_endings: 15,
      map_not_checked: 1,
      missing_translation: 266,
      national_proxy: 140,
      no_data_file: 4,
      outlier: 339,
      row_too_short: 5,
      same_as_russian: 74,
      scientific_notation: 4,
      second_area_column: 3,
      space_around_value: 391,
      unit_change: 3,
      unit_contradicts: 10,
      unit_missing: 7,
      unknown_code: 10,
      unknown_ref_area: 4,
      unnamed_column: 4,
      yaml_not_strict: 1,
    })
  })

  test('every row is a reading, a repeat of one, or named as unreadable', () => {
    const counts = codesOf(set)
    expect(set.rows).toBe(set.readings.length + (counts['duplicate_key'] ?? 0) + (counts['row_too_short'] ?? 0))
  })

  test('every value comes out as it stands in the file, spaces off', () => {
    expect(set.readings.filter((one) => one.value !== one.origin?.cell.trim())).toEqual([])
    expect(set.readings.filter((one) => !one.origin?.row.includes(one.origin.cell))).toEqual([])
  })

  test('missing translations by language', () => {
    const missing = { kk: 0, ru: 0, en: 0 }
    for (const one of set.notices) if (one.code === 'missing_translation') missing[one.details['language'] as 'kk' | 'ru' | 'en']++
    expect(missing).toEqual({ kk: 109, ru: 14, en: 143 })
  })

  test.each([
    { code: 'outlier', indicator: '11.6.2', timePeriod: '2017' },
    { code: 'outlier', indicator: '7.2.1', timePeriod: '2021' },
    { code: 'outlier', indicator: '11.6.1', timePeriod: '2022' },
    { code: 'break', indicator: '11.1.1', timePeriod: '2020' },
    { code: 'break', indicator: '9.1.2', timePeriod: '2021' },
  ])('Almaty: $code of $indicator in $timePeriod', ({ code, indicator, timePeriod }) => {
    const found = set.notices.filter(
      (one) => one.code === code && one.details['indicator'] === indicator && one.details['refArea'] === 'KZALA',
    )
    expect(found.map((one) => one.details['timePeriod'])).toContain(timePeriod)
  })

  test('a changed file is read alone', () => {
    const changed = readOpenSdgFolder(openFolder(realFolder), { source, only: ['data/indicator_11-6-2.csv'] })
    const whole = set.readings.filter((one) => one.origin?.file === 'data/indicator_11-6-2.csv')
    expect(changed.readings).toEqual(whole)
  })
})
