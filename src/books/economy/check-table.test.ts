import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTable } from './check-table.ts'
import type { InputOutputTable } from './input-output-table.ts'

/** Two regions of two sectors that balance to the last bit: whole numbers. */
function balanced(change: (table: InputOutputTable) => void = () => undefined): InputOutputTable {
  const Z = Float64Array.of(4, 1, 2, 3, 1, 6, 2, 1, 3, 2, 5, 1, 2, 1, 1, 7)
  const Y = Float64Array.of(10, 5, 8, 2, 4, 9, 3, 11)
  const x = Float64Array.from({ length: 4 }, (_, i) => [0, 1, 2, 3].reduce((sum, j) => sum + Z[i * 4 + j]!, 0) + Y[2 * i]! + Y[2 * i + 1]!)
  const inputs = Float64Array.from({ length: 4 }, (_, j) => [0, 1, 2, 3].reduce((sum, i) => sum + Z[i * 4 + j]!, 0))
  const table: InputOutputTable = {
    ...{ name: 'test', year: 2020, unit: 'million USD', Z, Y, x },
    regions: ['city', 'rest'].map((code) => ({ code, name: code })),
    sectors: ['food', 'other'].map((code) => ({ code, name: code })),
    finalDemand: ['city', 'rest'].map((region) => ({ region, category: 'households' })),
    extensions: [
      { kind: 'value_added', name: 'value added', unit: 'million USD', values: x.map((output, j) => output - inputs[j]!) },
      { kind: 'other', name: 'CO2', unit: 'kg', values: Float64Array.of(1, 2, 3, 4) },
    ],
  }
  change(table)
  return table
}

const said = (table: InputOutputTable) => checkTable(table).map(({ code, severity, details }) => ({ code, severity, ...details }))

test('a table that balances has nothing to be said of', () => {
  expect(checkTable(balanced())).toEqual([])
})

describe('finds', () => {
  test.each([
    {
      case: 'rows that miss output, the largest of them by name',
      change: ({ x, extensions }: InputOutputTable) => (
        (x[1]! += 3),
        (x[2]! -= 1),
        (extensions[0]!.values[1]! += 3),
        (extensions[0]!.values[2]! -= 1)
      ),
      found: [{ code: 'io_row_sum_differs', severity: 'warning', count: 2, largest: -3, where: 'city other' }],
    },
    {
      case: 'a column that value added does not close',
      change: ({ extensions }: InputOutputTable) => (extensions[0]!.values[3]! += 2),
      found: [{ code: 'io_column_sum_differs', severity: 'warning', count: 1, largest: 2, where: 'rest other' }],
    },
    {
      case: 'a negative sale',
      change: ({ Z, x, extensions }: InputOutputTable) => (
        (Z[3]! -= 5),
        (x[0]! -= 5),
        (extensions[0]!.values[3]! += 5),
        (extensions[0]!.values[0]! -= 5)
      ),
      found: [{ code: 'io_negative_sale', severity: 'warning', count: 1, largest: -2, where: 'city food → rest other' }],
    },
    {
      case: 'negative final demand: stocks that shrink',
      change: ({ Y, x, extensions }: InputOutputTable) => ((Y[7]! -= 12), (x[3]! -= 12), (extensions[0]!.values[3]! -= 12)),
      found: [{ code: 'io_negative_final_demand', severity: 'info', count: 1, largest: -1, where: 'rest other → rest households' }],
    },
    {
      case: 'a value that is no number',
      change: ({ Z }: InputOutputTable) => (Z[5] = NaN),
      found: [{ code: 'io_not_finite', severity: 'error', count: 1, largest: 0, where: 'city other → city other' }],
    },
    {
      case: 'labels twice',
      change: (table: InputOutputTable) => (table.sectors = [table.sectors[0]!, table.sectors[0]!]),
      found: [{ code: 'io_label_twice', severity: 'error' }],
    },
    {
      case: 'a table that is not square',
      change: (table: InputOutputTable) => (table.Z = new Float64Array(12)),
      found: [{ code: 'io_not_square', severity: 'error', length: 12, wanted: 16 }],
    },
  ])('$case', ({ change, found }) => {
    expect(said(balanced(change))).toEqual(found)
  })

  test('a sector whose inputs come to its output or more', () => {
    const table = balanced(({ Z }) => (Z[8] = 40))
    expect(said(table)).toContainEqual({ code: 'io_column_above_one', severity: 'warning', count: 1, largest: 47 / 25, where: 'city food' })
  })

  test('sectors without output, with inputs and without', () => {
    const table = balanced(({ Z, Y, x, extensions }) => {
      for (const i of [0, 1, 2, 3]) Z[i * 4 + 2] = Z[2 * 4 + i] = 0
      Y[4] = Y[5] = x[2] = x[3] = extensions[0]!.values[2] = 0
    })
    expect(said(table).filter(({ code }) => code === 'io_zero_output')).toEqual([
      { code: 'io_zero_output', severity: 'info', count: 1, largest: 0, where: 'rest food' },
    ])
    expect(said(table)).toContainEqual({
      code: 'io_inputs_without_output',
      severity: 'warning',
      count: 1,
      largest: 11,
      where: 'rest other',
    })
  })

  test('a region without any sales, and two that do not trade', () => {
    const apart = balanced(({ Z }) => [2, 3, 6, 7].forEach((at) => (Z[at] = 0)))
    expect(checkTable(apart)).toContainEqual(
      expect.objectContaining({ code: 'io_block_empty', value: 'city → rest', details: { count: 1 } }),
    )
    const empty = balanced(({ Z }) => Z.forEach((_, at) => (at % 4 > 1 || at > 7 ? (Z[at] = 0) : at)))
    expect(checkTable(empty)).toContainEqual(expect.objectContaining({ code: 'io_region_empty', value: 'rest' }))
  })
})

test('the order of sectors changes no count', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 16, maxLength: 16 }), (numbers) => {
      const table = balanced(({ Z }) => Z.set(numbers))
      const turn = (i: number) => (i % 2 === 0 ? i + 1 : i - 1)
      const turned = balanced(({ Z, Y, x, extensions }) => {
        for (let i = 0; i < 4; i++) {
          for (let j = 0; j < 4; j++) Z[turn(i) * 4 + turn(j)] = table.Z[i * 4 + j]!
          Y.set(table.Y.subarray(2 * i, 2 * i + 2), 2 * turn(i))
          x[turn(i)] = table.x[i]!
          extensions[0]!.values[turn(i)] = table.extensions[0]!.values[i]!
        }
      })
      const counts = (one: InputOutputTable) => checkTable(one).map(({ code, details }) => ({ code, count: details.count ?? null }))
      expect(counts(turned)).toEqual(counts(table))
    }),
  )
})
