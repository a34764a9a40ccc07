import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { effectiveSampleSize } from './effective-sample-size.ts'
import { rake, type Margin } from './raking.ts'

const free = { lowest: 1e-9, highest: 1e9 }

/** A table as rows, each as often as the cell says. */
function rowsOf(table: readonly (readonly number[])[]): { i: number[]; j: number[] } {
  const cells = table.flatMap((row, i) => row.flatMap((count, j) => Array.from({ length: count }, () => [i, j] as const)))
  return { i: cells.map(([i]) => i), j: cells.map(([, j]) => j) }
}

function rakedTable(table: readonly (readonly number[])[], rows: readonly number[], columns: readonly number[], bounds = free): number[][] {
  const { i, j } = rowsOf(table)
  const total = rows.reduce((a, b) => a + b)
  const share = (sums: readonly number[]) => sums.map((sum) => sum / total)
  const margins = [
    { classOf: i, shares: share(rows) },
    { classOf: j, shares: share(columns) },
  ]
  const { weights } = rake(i.length, margins, bounds)!
  const sums = table.map((row) => row.map(() => 0))
  weights.forEach((weight, at) => (sums[i[at]!]![j[at]!]! += (weight * total) / i.length))
  return sums
}

/** The textbook, cell by cell: rows, columns, rows, … */
function slowTable(table: readonly (readonly number[])[], rows: readonly number[], columns: readonly number[]): number[][] {
  let now = table.map((row) => [...row])
  for (let round = 0; round < 3000; round++) {
    now = now.map((row, i) => row.map((value) => (value * rows[i]!) / row.reduce((a, b) => a + b)))
    const sums = columns.map((_, j) => now.reduce((sum, row) => sum + row[j]!, 0))
    now = now.map((row) => row.map((value, j) => (value * columns[j]!) / sums[j]!))
  }
  return now
}

const expectTable = (found: number[][], wanted: readonly (readonly number[])[], digits: number): void =>
  found.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(wanted[i]![j]!, digits)))

describe('known answers', () => {
  test('a sample of Ardilly and Tillé, "Sampling Methods: Exercises and Solutions" (2006), with its population margins', () => {
    const [rows, columns] = [
      [430, 360, 210],
      [150, 300, 550],
    ]
    const table = [
      [80, 170, 150],
      [90, 80, 210],
      [10, 80, 130],
    ]
    const raked = rakedTable(table, rows, columns)
    expectTable(raked, slowTable(table, rows, columns), 6)
    raked.forEach((row, i) => expect(row.reduce((a, b) => a + b)).toBeCloseTo(rows[i]!, 6))
  })

  test('the four by four of Wikipedia, "Iterative proportional fitting", printed after three rounds', () => {
    const printed = [
      [64.61, 46.28, 35.42, 3.83],
      [49.95, 68.15, 156.49, 25.37],
      [56.7, 144.4, 145.06, 53.76],
      [28.74, 41.18, 63.03, 17.03],
    ]
    const table = [
      [40, 30, 20, 10],
      [35, 50, 100, 75],
      [30, 80, 70, 120],
      [20, 30, 40, 50],
    ]
    rakedTable(table, [150, 300, 400, 150], [200, 300, 400, 100]).forEach((row, i) =>
      row.forEach((value, j) => expect(Math.abs(value - printed[i]![j]!)).toBeLessThan(0.06)),
    )
  })

  test('two by two: Klemens, "Iterative Proportional Fitting (IPF) and Raking" (2012); the odds ratio stays, so that a formula has the answer', () => {
    const table = [
      [7, 9],
      [12, 7],
    ]
    // x (5 − … ): x / (5 − x) · (5 + x) / (10 − x) = 49 / 108 for the cell at the top left.
    const odds = 49 / 108
    const [a, b, c] = [1 - odds, 5 + 15 * odds, -50 * odds]
    const x = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a)
    expectTable(
      rakedTable(table, [5, 15], [10, 10]),
      [
        [x, 5 - x],
        [10 - x, 5 + x],
      ],
      6,
    )
  })

  test('one margin is post-stratification: share wanted over share had', () => {
    const { weights } = rake(5, [{ classOf: [0, 0, 0, 0, 1], shares: [0.5, 0.5] }], free)!
    expect([...weights]).toEqual([0.625, 0.625, 0.625, 0.625, 2.5])
  })

  test('Kish 1965: weights of 1 and 3 in equal number cost a fifth of the sample', () => {
    expect(effectiveSampleSize([...Array<number>(50).fill(1), ...Array<number>(50).fill(3)])).toBeCloseTo(80, 12)
  })
})

const samples = fc
  .tuple(fc.integer({ min: 12, max: 80 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 1e6 }), fc.boolean())
  .map(([rows, fields, seed, unknown]) => {
    let state = seed + 1
    const next = (below: number): number => (state = (state * 48271) % 2147483647) % below
    const margins: Margin[] = Array.from({ length: fields }, () => {
      const classes = 2 + next(3)
      // Every class has somebody.
      const classOf = Array.from({ length: rows }, (_, row) => (row < classes ? row : unknown && next(4) === 0 ? -1 : next(classes)))
      const raw = Array.from({ length: classes }, () => 1 + next(9))
      const sum = raw.reduce((a, b) => a + b)
      return { classOf, shares: raw.map((value) => value / sum) }
    })
    return { rows, margins }
  })

test('weights lie within the bounds, their mean is 1, and what is left of the margins is said', () => {
  fc.assert(
    fc.property(samples, ({ rows, margins }) => {
      const raked = rake(rows, margins, { lowest: 0.2, highest: 5 })!
      expect(Math.min(...raked.weights)).toBeGreaterThanOrEqual(0.2)
      expect(Math.max(...raked.weights)).toBeLessThanOrEqual(5)
      expect(raked.weights.reduce((a, b) => a + b) / rows).toBeCloseTo(1, 6)
      const gap = Math.max(...margins.map((margin) => gapOf(raked.weights, margin)))
      expect(raked.largestGap).toBeCloseTo(gap, 12)
      if (margins.length === 1 && raked.trimmed === 0) expect(gap).toBeLessThan(1e-6)
    }),
    { numRuns: 200 },
  )
})

test('the order of the rows does not matter', () => {
  fc.assert(
    fc.property(samples, ({ rows, margins }) => {
      const turned = margins.map(({ classOf, shares }) => ({ classOf: Array.from(classOf).reverse(), shares }))
      const [one, other] = [rake(rows, margins, free)!.weights, rake(rows, turned, free)!.weights]
      one.forEach((weight, at) => expect(other[rows - 1 - at]).toBeCloseTo(weight, 6))
    }),
    { numRuns: 50 },
  )
})

test('a row whose class is not known is as heavy as the others on average', () => {
  const { weights } = rake(6, [{ classOf: [0, 0, 0, 1, -1, -1], shares: [0.5, 0.5] }], free)!
  expect(weights[4]).toBeCloseTo(1, 9)
  expect((weights[0]! * 3 + weights[3]!) / 4).toBeCloseTo(1, 9)
})

test('where the bounds forbid the margins, the bounds win and the gap is said', () => {
  const raked = rake(21, [{ classOf: Array.from({ length: 21 }, (_, row) => (row === 0 ? 0 : 1)), shares: [0.5, 0.5] }], {
    lowest: 0.2,
    highest: 5,
  })!
  expect(Math.max(...raked.weights)).toBe(5)
  expect(raked.trimmed).toBe(1)
  expect(raked.largestGap).toBeCloseTo(0.5 - 5 / 21, 6)
})

test('margins that contradict each other come to rest, and the gap is said', () => {
  const both = [0, 0, 0, 1, 1, 1]
  const margins = [
    { classOf: both, shares: [0.5, 0.5] },
    { classOf: both, shares: [0.6, 0.4] },
  ]
  expect(rake(6, margins, free)).toMatchObject({ settled: true, trimmed: 0, largestGap: expect.closeTo(0.1, 6) as number })
})

test('a class that should have a share and has nobody is no ground for weights', () => {
  expect(rake(3, [{ classOf: [0, 0, 0], shares: [0.5, 0.5] }], free)).toBeNull()
})

test.each([
  { case: 'shares that do not add to 1', margin: { classOf: [0, 1], shares: [0.5, 0.6] } },
  { case: 'a class without a share', margin: { classOf: [0, 2], shares: [0.5, 0.5] } },
  { case: 'a row too few', margin: { classOf: [0], shares: [1] } },
])('$case is refused', ({ margin }) => {
  expect(() => rake(2, [margin], free)).toThrow(RangeError)
})

function gapOf(weights: Float64Array, { classOf, shares }: Margin): number {
  const known = weights.reduce((sum, weight, row) => sum + (classOf[row]! < 0 ? 0 : weight), 0)
  return Math.max(
    ...shares.map((share, index) =>
      Math.abs(weights.reduce((sum, weight, row) => sum + (classOf[row] === index ? weight : 0), 0) / known - share),
    ),
  )
}
