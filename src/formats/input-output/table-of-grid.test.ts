import { describe, expect, test } from 'vitest'
import {
  adb,
  type Cell,
  codes,
  expectTable,
  numbers,
  readBook,
  readCsv,
  valueAdded,
  y,
  z,
} from '../../../test/support/made-input-output.ts'
import { checkTable } from '../../books/economy/check-table.ts'

describe('ADB', () => {
  test.each([
    { text: 'shared' as const },
    { text: 'inline' as const },
    { text: 'formula' as const },
    { text: 'shared' as const, zip64: true },
  ])('texts $text, ZIP64 $zip64', async (how) => {
    const table = expectTable(await readBook(adb, how))
    expect(table).toMatchObject({ year: 2022, unit: 'million USD', name: 'table.xlsx' })
    expect(table.sectors.map(({ name }) => name)).toEqual(['Agriculture & fishing', 'Mining'])
    expect(table.finalDemand).toEqual([
      { region: 'KAZ', category: 'F1' },
      { region: 'THA', category: 'F1' },
    ])
    expect(table.extensions.map(({ kind, name, values }) => ({ kind, name, values: [...values] }))).toEqual([
      { kind: 'value_added', name: 'Value added at basic prices', values: valueAdded },
    ])
    expect(checkTable(table)).toEqual([])
  })

  const changed = (row: number, at: number, value: Cell) => adb.map((cells, i) => (i === row ? cells.with(at, value) : cells))

  test.each([
    {
      case: 'a label of a row that no column has',
      rows: changed(5, 3, 'c9'),
      codes: [
        ['io_label_only_in_column', 4, 'F', 'KAZ c2'],
        ['io_label_only_in_row', 6, 'D', 'KAZ c9'],
      ],
    },
    {
      case: 'a label of a column that no row has',
      rows: changed(3, 6, 'c7'),
      codes: [
        ['io_label_only_in_column', 4, 'G', 'THA c7'],
        ['io_label_only_in_row', 7, 'D', 'THA c1'],
      ],
    },
    { case: 'a label twice', rows: [...adb.slice(0, 6), adb[5]!, ...adb.slice(6)], codes: [['io_label_twice', 7, 'D', 'KAZ c2']] },
    {
      case: 'two currencies',
      rows: changed(1, 0, 'in millions of US dollars, exports in tenge'),
      codes: [['io_units_differ', null, null, 'million USD, million KZT']],
    },
    { case: 'two years', rows: changed(0, 0, 'Tables of 2021 and 2022'), codes: [['io_years_differ', null, null, '2021, 2022']] },
  ])('no table with $case, and the notice says where', async ({ rows, codes: expected }) => {
    const { table, notices } = await readBook(rows)
    expect(table).toBeNull()
    expect(notices.map(({ code, line, column: at, value }) => [code, line, at, value])).toEqual(expected)
    expect(notices.every(({ file, severity }) => file === 'table.xlsx' && severity === 'error')).toBe(true)
  })

  test('a text among the numbers is named by its cell; a dash is nothing', async () => {
    const { table, notices } = await readBook(changed(6, 5, 'n.a.').map((cells, i) => (i === 4 ? cells.with(7, '-') : cells)))
    expect(table!.Z[9]).toBe(0)
    expect(notices).toEqual([
      expect.objectContaining({ code: 'io_cell_not_a_number', severity: 'warning', line: 7, column: 'F', value: 'n.a.' }),
    ])
  })

  test('prices of another year are not the year of the table, and what the person says counts', async () => {
    for (const title of ['Table of 2022, at constant 2010 prices', 'ADB MRIO 2022 (June 2023)', 'Table 2022, release 2013', '2022 © 2024'])
      expect((await readBook(changed(0, 0, title))).table?.year, title).toBe(2022)
    const said = await readBook(changed(0, 0, 'Table'), undefined, { year: 2019, unit: 'billion KZT' })
    expect(said.table).toMatchObject({ year: 2019, unit: 'billion KZT' })
  })

  test('where nothing names them, unit and year are missing and said to be', async () => {
    const { notices } = await readBook(adb.slice(2))
    expect(notices.map(({ code }) => code)).toEqual(['io_unit_unknown', 'io_year_unknown'])
  })
})

test('WIOD: rows are numbered r1, columns c1; industries stand before them', async () => {
  const rows: Cell[][] = [
    ['Intercountry Input-Output Table, year 2014, in millions of US$'],
    [null, null, null, null, 'A01', 'B', 'A01', 'B', 'CONS_h', 'CONS_h', 'GO'],
    [
      null,
      null,
      null,
      null,
      'Crop and animal production',
      'Mining',
      'Crop and animal production',
      'Mining',
      'Households',
      'Households',
      'Total output',
    ],
    [null, null, null, null, 'KAZ', 'KAZ', 'THA', 'THA', 'KAZ', 'THA', 'TOT'],
    [null, null, null, null, 'c1', 'c2', 'c1', 'c2', 'c57', 'c57', 'c62'],
    ...['KAZ', 'KAZ', 'THA', 'THA'].map((region, i): Cell[] => [
      ...[i % 2 === 0 ? 'A01' : 'B', i % 2 === 0 ? 'Crop and animal production' : 'Mining', region, `r${(i % 2) + 1}`],
      ...[...z(i), ...y(i), numbers.x[i]!],
    ]),
    ['II_fob', 'Total intermediate consumption', 'TOT', 'r65', 10, 10, 10, 12],
    ['VA', 'Value added at basic prices', 'TOT', 'r70', ...valueAdded],
    ['GO', 'Output at basic prices', 'TOT', 'r73', ...numbers.x],
  ]
  const table = expectTable(await readBook(rows), ['A01', 'B'])
  expect(table.year).toBe(2014)
  expect(table.sectors[0]!.name).toBe('Crop and animal production')
  expect(table.finalDemand[0]).toEqual({ region: 'KAZ', category: 'Households' })
  expect(table.extensions.map(({ kind }) => kind)).toEqual(['value_added'])
})

describe('OECD', () => {
  const rows = ['KAZ_A01', 'KAZ_B05', 'THA_A01', 'THA_B05']
  const csv = [
    `V1,${rows.join(',')},KAZ_HFCE,THA_HFCE,OUT`,
    ...rows.map((label, i) => `${label},${[...z(i), ...y(i), numbers.x[i]].join(',')}`),
    `TLS,${[0, 0, 0, 0].join(',')}`,
    `VA,${valueAdded.join(',')}`,
    `OUT,${numbers.x.join(',')}`,
  ]

  test('region and sector in one label', () => {
    const table = expectTable(readCsv(csv.join('\n'), { year: 2020, unit: 'million USD' }), ['A01', 'B05'])
    expect(table.finalDemand).toEqual([
      { region: 'KAZ', category: 'HFCE' },
      { region: 'THA', category: 'HFCE' },
    ])
    expect(table.extensions.map(({ kind }) => kind)).toEqual(['taxes', 'value_added'])
  })

  test('semicolons, quotes, a byte order mark and CRLF change nothing; rows come into the order of the columns', () => {
    const turned = [csv[0]!, csv[3]!, csv[1]!, csv[4]!, csv[2]!, ...csv.slice(5)]
    const written = `\uFEFF${turned
      .map((line) =>
        line
          .split(',')
          .map((cell) => `"${cell}"`)
          .join(';'),
      )
      .join('\r\n')}`
    const { table } = readCsv(written, { year: 2020, unit: 'million USD' })
    const region = (code: string) => codes(table!.regions).indexOf(code)
    const sector = (code: string) => codes(table!.sectors).indexOf(code)
    const at = (label: string) => region(label.slice(0, 3)) * 2 + sector(label.slice(4))
    for (const [i, from] of rows.entries()) for (const [j, to] of rows.entries()) expect(table!.Z[at(from) * 4 + at(to)]).toBe(z(i)[j])
  })

  test('a line is named where labels do not match', () => {
    const { table, notices } = readCsv(csv.with(2, csv[2]!.replace('KAZ_B05', 'KAZ_B06')).join('\n'), { year: 2020, unit: 'million USD' })
    expect(table).toBeNull()
    expect(notices.map(({ code, line, column: at, value }) => [code, line, at, value])).toEqual([
      ['io_label_only_in_column', 1, '3', 'KAZ B05'],
      ['io_label_only_in_row', 3, '1', 'KAZ B06'],
    ])
  })

  test('a national table has sectors alone; exports are of nobody', () => {
    const { table } = readCsv(
      'sector,food_and_drink,other_goods,households,exports\nfood_and_drink,1,2,3,4\nother_goods,5,6,7,8\nwages,2,2\n',
      {
        year: 2013,
        unit: 'billion KZT',
      },
    )
    expect(codes(table!.regions)).toEqual(['national'])
    expect(table!.finalDemand).toEqual([
      { region: 'national', category: 'households' },
      { region: null, category: 'exports' },
    ])
    expect([...table!.x]).toEqual([10, 26])
    expect(table!.extensions.map(({ kind, values }) => [kind, ...values])).toEqual([['wages', 2, 2]])
  })
})
