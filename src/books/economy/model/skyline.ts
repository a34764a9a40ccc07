import { solveDense } from '../../../kernel/matrix/solve-dense.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import { regionIndex, rowSums } from './economy-model.ts'

/** What the sectors of a region need, wherever it comes from. */
export interface Needs {
  /** Inputs of each product for a unit of output, N × N. */
  A: Float64Array
  /** Final demand of the region for each product. */
  f: Float64Array
}

/** By sector, in percent. */
export interface Skyline {
  /** The sector's share in all output that demand in the region calls for: how broad it stands in the picture. */
  demand: Float64Array
  /** What the region makes of that itself: above 100 it makes more than it needs. */
  selfSufficiency: Float64Array
  /** What sales beyond the region call for, against what demand in it does. */
  exported: Float64Array
}

/**
 * What the sectors of a region buy of each product, and what its people and government do; at home and abroad together.
 *
 * @throws {RangeError} a region that the table does not have
 */
export function needsOf(table: InputOutputTable, region: string): Needs {
  const N = table.sectors.length
  const n = table.regions.length * N
  const D = table.finalDemand.length
  const first = regionIndex(table, region) * N
  const own = (matrix: Float64Array, width: number) => rowSums(matrix.subarray(first * width, (first + N) * width), N)
  const demanded = own(table.Y, D)
  const x = own(table.Z, n).map((sales, i) => sales + demanded[i]!)
  const [A, f] = [new Float64Array(N * N), new Float64Array(N)]
  for (let row = 0; row < n; row++) {
    const i = row % N
    for (let j = 0; j < N; j++) if (x[j] !== 0) A[i * N + j]! += table.Z[row * n + first + j]! / x[j]!
    for (const [d, column] of table.finalDemand.entries()) if (column.region === region) f[i]! += table.Y[row * D + d]!
  }
  return { A, f }
}

/**
 * The skyline of a region: how much of the output that its own demand calls for, directly and through suppliers, it makes itself.
 *
 *     x = L°·f + L°·e − L°·m, L° = (I − A°)⁻¹      demand_j = (L°f)_j / i'L°f    self_j = x_j / (L°f)_j    exported_j = (L°e)_j / (L°f)_j
 *
 * e and m are what the region sells and buys beyond its border; for a city also to the rest of its country.
 *
 * Source   Leontief, “The Structure of Development”, Scientific American 209 (1963), 148–166.
 * Units    percent.
 * Shape    x, e: N.
 * Missing  0 for a product that nobody in the region calls for.
 *
 * @throws {RangeError} a region whose sectors use up what they make
 * @example
 * skyline({ A: Float64Array.of(0.5), f: Float64Array.of(10) }, Float64Array.of(15), Float64Array.of(2)).selfSufficiency // => Float64Array.of(75)
 */
export function skyline({ A, f }: Needs, x: Float64Array, e: Float64Array): Skyline {
  const N = f.length
  const system = A.map((one, at) => (at % (N + 1) === 0 ? 1 : 0) - one)
  const wanted = new Float64Array(2 * N)
  for (let i = 0; i < N; i++) wanted.set([f[i]!, e[i]!], 2 * i)
  const solved = solveDense(system, wanted, 2)
  const called = f.map((_, j) => solved[2 * j]!)
  const total = called.reduce((sum, one) => sum + one, 0)
  const against = (amount: number, j: number) => (called[j]! > 0 ? (100 * amount) / called[j]! : 0)
  return {
    demand: called.map((one) => (100 * one) / total),
    selfSufficiency: called.map((_, j) => against(x[j]!, j)),
    exported: called.map((_, j) => against(solved[2 * j + 1]!, j)),
  }
}
