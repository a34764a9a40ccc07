import { describe, expect, test } from 'vitest'
import type { ReadingSet } from '../../books/indicators/reading-set.ts'
import { explainTable } from './explain-table.ts'
import { readMapping, type TableMapping } from './mapping.ts'
import { openTable, tableLimits } from './open-table.ts'
import { plainDecimal } from './plain-decimal.ts'
import { readTable } from './read-table.ts'
import { unpackedBytes } from './unpacked-bytes.ts'
import { sheetData, workbook, zip } from './xlsx-fixture.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const source = 'source: { id: gorstat, name: { ru: Управление статистики } }\n'
const long = `${source}numbers: { decimal: ',', thousands: ' ' }
indicator: { constant: '8.1.1' }
area: { column: Город, codes: { Алматы: KZALA, Астана: KZNS } }
unit: { constant: M_TNG }
period: Год
value: Значение
dimensions:
  SEX: { column: Пол, codes: { женщины: F, всего: '' } }
names:
  areas: { KZALA: { kk: Алматы қаласы } }
`
function mapping(text: string): TableMapping {
  const outcome = readMapping(text)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
async function read(content: Uint8Array, text: string): Promise<ReadingSet> {
  const outcome = await readTable({ path: 'grp.csv', bytes: content }, mapping(text))
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}
const valuesOf = (set: ReadingSet) => set.readings.map(({ series, timePeriod, value }) => `${series.refArea} ${timePeriod} ${value ?? ''}`)
const refusalOf = async (outcome: Promise<{ ok: boolean; refusal?: { code: string } }>) => (await outcome).refusal?.code

describe('plainDecimal', () => {
  test.each([
    { cell: '9 141 802,50', numbers: { decimal: ',', thousands: ' ' }, value: '9141802.50' },
    { cell: '9\u00a0141\u202f802', numbers: { decimal: ',', thousands: ' ' }, value: '9141802' },
    { cell: '1.234,5', numbers: { decimal: ',', thousands: '.' }, value: '1234.5' },
    { cell: '\u22125', numbers: {}, value: '-5' },
    { cell: '0.10', numbers: {}, value: '0.10' },
    { cell: '12 34', numbers: { thousands: ' ' }, value: null },
    { cell: '1,5', numbers: {}, value: null },
    { cell: '1.5', numbers: { decimal: ',' }, value: null },
    { cell: '…', numbers: {}, value: null },
    { cell: '', numbers: {}, value: null },
  ])('"$cell" → $value', ({ cell, numbers, value }) => {
    expect(plainDecimal(cell, numbers)).toBe(value)
  })
})

describe('readTable', () => {
  test('a long table with a decimal comma, codes and names', async () => {
    const set = await read(bytes('Год;Город;Пол;Значение\n2020;Алматы;женщины;9 141,50\n2020;Астана;всего;7,0\n'), long)
    expect(valuesOf(set)).toEqual(['KZALA 2020 9141.50', 'KZNS 2020 7.0'])
    expect(set.readings[0]?.series.dimensions).toEqual({ SEX: 'F' })
    expect(set.readings[0]?.origin).toEqual({ file: 'grp.csv', line: 2, row: '2020;Алматы;женщины;9 141,50', cell: '9 141,50' })
    expect(set.areas.find((area) => area.code === 'KZALA')?.name).toEqual({ kk: 'Алматы қаласы' })
    expect(set.source.id).toBe('gorstat')
    expect(set.notices).toEqual([])
  })

  test('a wide table: the years are columns', async () => {
    const wide = `${source}indicator: Көрсеткіш\narea: { constant: KZALA }\nunit: { constant: PT }\nperiods: columns\n`
    const set = await read(bytes('Көрсеткіш,2020,2021,ескерту\n6.3.1,98.1,98.4,x\n7.1.1,,100,\n'), wide)
    expect(set.readings.map((one) => `${one.series.indicator} ${one.timePeriod} ${one.value ?? ''}`)).toEqual([
      '6.3.1 2020 98.1',
      '6.3.1 2021 98.4',
      '7.1.1 2021 100',
    ])
  })

  test('an XLSX sheet: numbers keep their digits', async () => {
    const rows = [
      ['Год', 'Город', 'Пол', 'Значение'],
      ['2020', 'Алматы', 'всего', '0.10'],
      ['2021', 'Алматы', 'всего', '12.30'],
    ]
    const set = await read(workbook(sheetData(rows)), long.replace("numbers: { decimal: ',', thousands: ' ' }\n", ''))
    expect(valuesOf(set)).toEqual(['KZALA 2020 0.10', 'KZALA 2021 12.30'])
  })

  test('windows-1251, when the mapping says so', async () => {
    const content = new Uint8Array(Buffer.from('c3eee42c5a0a323032302c350a', 'hex'))
    const cyrillic = `${source}file: { encoding: windows-1251 }\nindicator: { constant: '1' }\narea: { constant: KZ }\nunit: { constant: PT }\nperiod: Год\nvalue: Z\n`
    expect(valuesOf(await read(content, cyrillic))).toEqual(['KZ 2020 5'])
  })

  test.each([
    { case: 'a word without a code', row: '2020;Тараз;всего;5', code: 'code_not_mapped' },
    { case: 'a value that is no number', row: '2020;Алматы;всего;5.5', code: 'value_not_a_number' },
    { case: 'a period that is none', row: '20;Алматы;всего;5', code: 'time_period_not_understood' },
    { case: 'a blank value', row: '2020;Алматы;всего;', code: 'value_missing' },
    { case: 'too few cells', row: '2020;Алматы;5', code: 'row_too_short' },
  ])('$case is named with its line and gives no reading', async ({ row, code }) => {
    const set = await read(bytes(`Год;Город;Пол;Значение\n${row}\n`), long)
    expect([set.rows, set.readings.length]).toEqual([1, 0])
    expect(set.notices.map((one) => [one.code, one.line])).toEqual([[code, 2]])
  })

  test('a column that the table has not is refused with what it has', async () => {
    const outcome = await readTable({ path: 'a.csv', bytes: bytes('Год;Город;Значение\n') }, mapping(long))
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: 'table_column_missing', details: { column: 'Пол', header: 'Год, Город, Значение' } },
    })
  })
})

describe('openTable refuses what is too much', () => {
  test.each([
    { case: 'bytes', content: bytes('x'.repeat(200)), limits: { ...tableLimits, bytes: 100 }, code: 'table_too_large' },
    { case: 'cells', content: bytes('a,b\n'.repeat(60)), limits: { ...tableLimits, cells: 100 }, code: 'table_too_large' },
    { case: 'columns', content: bytes(','.repeat(20_000)), limits: tableLimits, code: 'table_too_large' },
    { case: 'a small file that claims gigabytes', content: zip({ a: 'x' }, 4_000_000_000), limits: tableLimits, code: 'table_too_large' },
    { case: 'a ZIP file without a directory', content: bytes('PK\x03\x04'), limits: tableLimits, code: 'table_not_readable' },
    { case: 'a ZIP file that is no workbook', content: zip({ a: 'x' }), limits: tableLimits, code: 'table_not_readable' },
    { case: 'bytes in another encoding', content: new Uint8Array([0xc3, 0xee, 0x0a]), limits: tableLimits, code: 'table_not_readable' },
    { case: 'no header', content: bytes(''), limits: tableLimits, code: 'table_header_missing' },
  ])('$case', async ({ content, limits, code }) => {
    expect(await refusalOf(openTable(content, {}, limits))).toBe(code)
  })

  test('a sheet that is not there', async () => {
    expect(await refusalOf(openTable(workbook(sheetData([['a']])), { sheet: 'Июль' }))).toBe('table_sheet_not_found')
  })

  test('the directory of a ZIP file tells the unpacked size', () => {
    expect(unpackedBytes(zip({ a: 'x'.repeat(1000), b: 'y' }))).toBe(1001)
  })
})

describe('readMapping', () => {
  test.each([
    { case: 'a key that is not known', text: `${long}colour: red\n`, code: 'mapping_unknown_key', line: 12, field: 'colour' },
    { case: 'a key that is missing', text: long.replace(/^unit.*\n/m, ''), code: 'mapping_missing_key', line: 1, field: 'unit' },
    {
      case: 'a value that does not fit',
      text: long.replace("decimal: ','", 'decimal: 7'),
      code: 'mapping_wrong_value',
      line: 2,
      field: 'numbers.decimal',
    },
    {
      case: 'a dimension in small letters',
      text: long.replace('SEX', 'sex'),
      code: 'mapping_wrong_value',
      line: 9,
      field: 'dimensions.sex',
    },
    { case: 'no period', text: long.replace(/^period.*\n/m, ''), code: 'mapping_period_missing', line: 1, field: 'period' },
    {
      case: 'years as columns and a period as well',
      text: `${long}periods: columns\n`,
      code: 'mapping_period_twice',
      line: 6,
      field: 'period',
    },
    { case: 'no YAML', text: 'source: {\n', code: 'mapping_not_yaml', line: 2, field: undefined },
    { case: 'nested too deeply', text: '['.repeat(50_000), code: 'mapping_not_yaml', line: 1, field: undefined },
  ])('$case', ({ text, code, line, field }) => {
    const outcome = readMapping(text)
    expect(outcome).toMatchObject({ ok: false, refusal: { code, details: { line } } })
    expect(outcome.ok ? null : outcome.refusal.field).toBe(field)
  })

  test('a bomb of aliases is refused', () => {
    const bomb = ['a0: &a0 [x, x]', ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)].join('\n')
    expect(readMapping(bomb)).toMatchObject({ ok: false, refusal: { code: 'mapping_not_yaml' } })
  })

  test('JSON is YAML', () => {
    const text = JSON.stringify({ source: { id: 'a', name: 'b' }, indicator: 'i', area: 'r', unit: 'u', period: 'p', value: 'v' })
    expect(readMapping(text).ok).toBe(true)
  })
})

describe('explainTable', () => {
  const table = bytes('Год;Город;Пол;Значение;\n2020;Алматы;всего;1,5;\n20;Тараз;всего;x;\n')

  test('with a mapping: the role of each column, its first values and what would be wrong', async () => {
    const outcome = await explainTable(table, mapping(long))
    const columns = outcome.ok ? outcome.value.columns : []
    expect(columns.map(({ name, role }) => [name, role])).toEqual([
      ['Год', 'period'],
      ['Город', 'area'],
      ['Пол', 'dimension'],
      ['Значение', 'value'],
      ['', 'ignored'],
    ])
    expect(columns.flatMap((column) => column.problems.map(({ code, line }) => `${code} ${line}`))).toEqual([
      'time_period_not_understood 3',
      'code_not_mapped 3',
      'value_not_a_number 3',
      'unnamed_column 1',
    ])
    expect(columns[1]?.firstValues).toEqual(['Алматы', 'Тараз'])
  })

  test.each([
    {
      case: 'a long table',
      content: 'Год;Город;Пол;Значение\n2020;Алматы;всего;1 234,5\n',
      has: ['period: "Год"', 'value: "Значение"', 'area: "Город"', 'decimal: ","', 'thousands: " "'],
    },
    { case: 'a wide table', content: 'Көрсеткіш,2020,2021\n6.3.1,98.1,98.4\n', has: ['periods: columns', 'indicator: "Көрсеткіш"'] },
    { case: 'headers that say nothing', content: 'a,b,c\n2020,x,5\n2021,y,6\n', has: ['period: "a"', 'value: "c"', 'B: "b"'] },
  ])('without one it proposes one that can be read: $case', async ({ content, has }) => {
    const outcome = await explainTable(bytes(content), null)
    const proposal = outcome.ok ? (outcome.value.proposal ?? '') : ''
    for (const line of has) expect(proposal).toContain(line)
    expect(readMapping(proposal)).toMatchObject({ ok: true })
  })
})
