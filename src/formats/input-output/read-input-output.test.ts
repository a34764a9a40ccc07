import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { codes, expectTable, numbers, valueAdded, y, z } from '../../../test/support/made-input-output.ts'
import { checkTable } from '../../books/economy/check-table.ts'
import type { InputOutputTable } from '../../books/economy/input-output-table.ts'
import { bytesInMemory } from '../byte-source.ts'
import { readInputOutput } from './read-input-output.ts'
import { readLines } from './scan-lines.ts'
import { tableOfGrid } from './table-of-grid.ts'

describe('folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bagdar-economy-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const write = (place: string, files: Readonly<Record<string, string | Uint8Array>>) => {
    mkdirSync(join(folder, place), { recursive: true })
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, place, name), content)
  }
  const labels = [
    ['KAZ', 'c1'],
    ['KAZ', 'c2'],
    ['THA', 'c1'],
    ['THA', 'c2'],
  ]
  const tabs = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join('\t')).join('\n')

  test('pymrio, as IOSystem.save_all writes it', async () => {
    // pandas writes the names of the labels first, and those of the rows on a line of their own.
    const header = (names: readonly (readonly string[])[]) => [
      ['region', '', ...names.map(([a]) => a!)],
      ['sector', '', ...names.map(([, b]) => b!)],
      ['region', 'sector', ...names.map(() => '')],
    ]
    const parameters = (files: Record<string, [string, number, number]>) =>
      JSON.stringify({
        systemtype: 'IOSystem',
        files: Object.fromEntries(
          Object.entries(files).map(([name, [file, nr_index_col, nr_header]]) => [
            name,
            { name: file, nr_index_col: String(nr_index_col), nr_header: String(nr_header) },
          ]),
        ),
      })
    write('pymrio 2011', {
      'file_parameters.json': parameters({ Z: ['Z.txt', 2, 2], Y: ['Y.txt', 2, 2], x: ['x.txt', 2, 1], unit: ['unit.txt', 2, 1] }),
      'Z.txt': tabs([...header(labels), ...labels.map((label, i) => [...label, ...z(i)])]),
      'Y.txt': tabs([
        ...header([
          ['KAZ', 'households'],
          ['THA', 'households'],
        ]),
        ...labels.map((label, i) => [...label, ...y(i)]),
      ]),
      'x.txt': tabs([['region', 'sector', 'indout'], ...labels.map((label, i) => [...label, numbers.x[i]!])]),
      'unit.txt': tabs([['region', 'sector', 'unit'], ...labels.map((label) => [...label, 'million USD'])]),
    })
    write('pymrio 2011/factor_inputs', {
      'file_parameters.json': parameters({ F: ['F.txt', 1, 2], unit: ['unit.txt', 1, 1] }),
      'F.txt': tabs([
        ['region', ...labels.map(([a]) => a!)],
        ['sector', ...labels.map(([, b]) => b!)],
        ['inputtype', '', '', '', ''],
        ['Value Added', ...valueAdded],
      ]),
      'unit.txt': tabs([
        ['inputtype', 'unit'],
        ['Value Added', 'million USD'],
      ]),
    })
    const table = expectTable(await readInputOutput(join(folder, 'pymrio 2011')))
    expect(table).toMatchObject({
      year: 2011,
      unit: 'million USD',
      finalDemand: [
        { region: 'KAZ', category: 'households' },
        { region: 'THA', category: 'households' },
      ],
    })
    expect(table.extensions.map(({ kind, name, values }) => [kind, name, ...values])).toEqual([
      ['value_added', 'Value Added', ...valueAdded],
    ])
    expect(checkTable(table)).toEqual([])
  })

  test('WIOD as bare numbers; a file that is too short is refused', async () => {
    const bytes = (values: readonly number[]) => new Uint8Array(Float64Array.from(values).buffer)
    const Y = [0, 1, 2, 3].flatMap((i) => y(i).flatMap((value) => [value, 0, 0, 0, 0]))
    write('wiod', { 'Z_2011.f64': bytes(numbers.Z), 'Y_2011.f64': bytes(Y), 'x_2011.f64': bytes(numbers.x) })
    write('wiod', { 'countries.txt': 'KAZ\nTHA\n', 'industries.txt': 'Farms\nMines\n', 'industry_codes.txt': 'c1\nc2\n' })
    const { table } = await readInputOutput(join(folder, 'wiod'))
    expect([...table!.Z]).toEqual(numbers.Z)
    expect(table!.sectors[1]).toEqual({ code: 'c2', name: 'Mines' })
    write('wiod', { 'x_2011.f64': bytes([1, 2]) })
    await expect(readInputOutput(join(folder, 'wiod'))).rejects.toThrow('the labels ask for 32')
    await expect(readInputOutput(folder)).rejects.toThrow('neither file_parameters.json')
  })
})

const data = resolve(import.meta.dirname, '../../../../shared/data/economy')

describe.skipIf(!existsSync(data))('real tables (skipped where the shared data are absent)', () => {
  test('WIOD 2011: its known faults are found', async () => {
    const { table } = await readInputOutput(join(data, 'wiod2013'))
    const found = (one: InputOutputTable) => new Map(checkTable(one).map(({ code, details }) => [code, details]))
    const n = 1435
    expect(table!.Z.length).toBe(n ** 2)
    // methods/cooperation-and-economy.md, B5: 352 negative cells of final demand, published output up to 108 away from the row sums. With the
    // row sums in its place: 20 sectors without output, 2 columns with a sum of 1 or more, 1.125 at most.
    const published = found(table!)
    expect(published.get('io_negative_final_demand')).toMatchObject({ count: 352 })
    expect(published.get('io_row_sum_differs')).toMatchObject({ largest: -108, where: 'NLD c23' })
    const sums = Float64Array.from({ length: n }, (_, i) =>
      [...table!.Z.subarray(i * n, (i + 1) * n), ...table!.Y.subarray(i * 205, (i + 1) * 205)].reduce((a, b) => a + b, 0),
    )
    const summed = found({ ...table!, x: sums })
    expect(summed.get('io_row_sum_differs')).toBeUndefined()
    expect(summed.get('io_zero_output')).toMatchObject({ count: 20 })
    expect(summed.get('io_column_above_one')).toMatchObject({ count: 2 })
    expect(summed.get('io_column_above_one')!.largest).toBeCloseTo(1.125, 3)
  })

  test('the test tables of exvatools are the layout of OECD', async () => {
    const { table, notices } = await readInputOutput(join(data, 'exvatools/iciotest_data.csv'), { year: 2018, unit: 'million USD' })
    expect(codes(table!.regions)).toEqual(['ESP', 'FRA', 'MEX', 'USA', 'CHN', 'ROW', 'MX1', 'MX2', 'CN1', 'CN2'])
    expect(table!.finalDemand.length).toBe(12)
    expect(notices.map(({ code }) => code)).toEqual(['io_output_missing'])
    expect(
      checkTable(table!)
        .filter(({ code }) => code === 'io_region_empty')
        .map(({ value }) => value),
    ).toEqual(['MEX', 'CHN'])
  })

  test('the raw test table of pymrio: a column of units stands beside the labels', () => {
    const grid = readLines(bytesInMemory('trade_flows_Z.txt', readFileSync(join(data, 'pymrio_test_mrio/mrio_data/trade_flows_Z.txt'))))
    const { table } = tableOfGrid(grid, { year: 2000 })
    expect(codes(table!.regions)).toEqual(['reg1', 'reg2', 'reg3', 'reg4', 'reg5', 'reg6'])
    expect(codes(table!.sectors)).toEqual(['food', 'mining', 'manufactoring', 'electricity', 'construction', 'trade', 'transport', 'other'])
    expect(table!.unit).toBe('million USD')
    expect(table!.Z[0]).toBe(23697.221)
    expect(table!.Z[1]).toBe(57.495387)
  })
})
