import { ProductiveSystem } from '../../../kernel/matrix/productive-system.ts'
import type { Extension, InputOutputTable } from '../input-output-table.ts'
import { regionIndex, rowSums } from './economy-model.ts'

/** Code of the region that stands for all others in a condensed table. */
export const worldCode = 'world'

/**
 * A table in which only some regions are kept and all others are one world, arranged by whom it works for: a sector of the world for each
 * sector of a kept region, and one for the final demand of each of them and of the world itself. Every question about the kept regions, and
 * about the sum of all others, has the same answer as in the table itself; only who in the world makes it can no longer be told.
 *
 *     X_q = (I − A_WW)⁻¹·F_q    F_q: what q buys of the others
 *     the sector of the world that serves q    x = i'X_q, sells i'F_q to q and i'X_q − i'F_q to itself, buys A_kW·X_q
 *
 * So nine ways to take two cities out of 63 countries are nine small tables, and the 61 others are solved once.
 *
 * Source   elimination of a block: Miller and Blair (2009), section 6.6 (interregional feedbacks), where the others are folded into the kept.
 * Shape    regions: those kept, in their order; one for each of them (`world for KAZ`), whose sectors serve its sectors; `world` last, whose first
 *          sectors serve final demand. Needs at least one sector more than regions are kept.
 * Missing  a sector that buys nothing of the others has a sector of the world without output.
 * Cost     factors of I − A_WW and kept × (sectors + 1) + 1 right-hand sides.
 *
 * @throws {RangeError} a region that the table does not have, too few sectors, or others that are not productive
 */
export function condenseWorld(table: InputOutputTable, kept: readonly string[]): InputOutputTable {
  const N = table.sectors.length
  const k = kept.length
  if (N <= k) throw new RangeError(`${N} sectors are too few to serve the final demand of ${k} regions and of the world.`)
  const inside = kept.map((code) => regionIndex(table, code))
  const rowsOf = (regions: readonly number[]) => regions.flatMap((r) => Array.from({ length: N }, (_, i) => r * N + i))
  const home = rowsOf(inside)
  const others = rowsOf([...table.regions.keys()].filter((r) => !inside.includes(r)))
  const found = solveOthers(table, kept, home, others)

  const regions = [
    ...inside.map((r) => table.regions[r]!),
    ...kept.map((code) => ({ code: `${worldCode} for ${code}`, name: `${worldCode} for ${code}` })),
    { code: worldCode, name: worldCode },
  ]
  const m = regions.length * N
  const demand = table.finalDemand.flatMap((column, d) => (kept.includes(column.region ?? '') ? [{ ...column, d }] : []))
  const D = demand.length + 1
  const [Z, Y, x] = [new Float64Array(m * m), new Float64Array(m * D), new Float64Array(m)]
  for (const [i, row] of home.entries()) {
    for (const [j, column] of home.entries()) Z[i * m + j] = table.Z[row * table.x.length + column]!
    for (let d = 0; d < table.finalDemand.length; d++) {
      const at = demand.findIndex((one) => one.d === d)
      Y[i * D + (at < 0 ? D - 1 : at)]! += table.Y[row * table.finalDemand.length + d]!
    }
  }
  for (const [q, { output, sold, ofHome, byCategory }] of found.entries()) {
    const at = home.length + q
    Z[at * m + at] = output - sold
    for (const [i, amount] of ofHome.entries()) Z[i * m + at] = amount
    if (q < home.length) Z[at * m + q] = sold
    else for (const [d, amount] of byCategory) Y[at * D + demand.findIndex((one) => one.d === d)]! += amount
    if (q === found.length - 1) Y[at * D + D - 1] = sold
  }
  const totals = [rowSums(Z, m), rowSums(Y, m)]
  for (let i = 0; i < m; i++) x[i] = totals[0]![i]! + totals[1]![i]!
  const extensions = table.extensions.map((one, e): Extension => {
    const values = new Float64Array(m)
    for (const [i, row] of home.entries()) values[i] = one.values[row]!
    for (const [q, { extended }] of found.entries()) values[home.length + q] = extended[e]!
    return { ...one, values }
  })
  const finalDemand = [...demand.map(({ region, category }) => ({ region, category })), { region: worldCode, category: 'all' }]
  return { ...table, regions, Z, Y, x, finalDemand, extensions }
}

/** What the others make for one buyer. */
interface Served {
  output: number
  sold: number
  /** What they buy of the kept regions for it. */
  ofHome: Float64Array
  /** Final demand of a kept region by its columns; empty for all else. */
  byCategory: [column: number, amount: number][]
  extended: number[]
}

/** Buyers: the sectors of the kept regions, final demand of each of them, final demand of the others. */
function solveOthers(table: InputOutputTable, kept: readonly string[], home: readonly number[], others: readonly number[]): Served[] {
  const n = table.x.length
  const D = table.finalDemand.length
  const output = rowSums(table.Z, n)
  const demanded = rowSums(table.Y, n)
  const perOutput = output.map((sales, i) => (sales + demanded[i]! === 0 ? 0 : 1 / (sales + demanded[i]!)))
  const width = home.length + kept.length + 1
  const F = new Float64Array(others.length * width)
  const byCategory = Array.from({ length: width }, () => new Map<number, number>())
  for (const [w, row] of others.entries()) {
    for (const [j, column] of home.entries()) F[w * width + j] = table.Z[row * n + column]!
    for (const [d, { region }] of table.finalDemand.entries()) {
      const q = home.length + (kept.includes(region ?? '') ? kept.indexOf(region ?? '') : kept.length)
      const amount = table.Y[row * D + d]!
      F[w * width + q]! += amount
      if (q < width - 1) byCategory[q]!.set(d, (byCategory[q]!.get(d) ?? 0) + amount)
    }
  }
  const system = new ProductiveSystem(others.length, (i, cells) => {
    for (const [j, column] of others.entries()) cells[j] = table.Z[others[i]! * n + column]! * perOutput[column]!
  })
  const X = system.solveMany(F, width)
  const served = byCategory.map((categories): Served => ({
    ...{ output: 0, sold: 0, ofHome: new Float64Array(home.length), byCategory: [...categories] },
    extended: table.extensions.map(() => 0),
  }))
  for (const [w, row] of others.entries())
    for (const [q, one] of served.entries()) {
      const made = X[w * width + q]!
      one.output += made
      one.sold += F[w * width + q]!
      for (const [i, seller] of home.entries()) one.ofHome[i]! += table.Z[seller * n + row]! * perOutput[row]! * made
      for (const [e, { values }] of table.extensions.entries()) one.extended[e]! += values[row]! * perOutput[row]! * made
    }
  return served
}
