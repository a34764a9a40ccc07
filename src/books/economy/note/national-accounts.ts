import type { InputOutputTable, TableLabel } from '../input-output-table.ts'
import { rowSums } from '../model/economy-model.ts'
import { exportsOf, type ProductionMargins } from '../trade/production-margins.ts'
import { tradeFlows } from '../trade/trade-flows.ts'

/** What countries make, sell abroad and buy abroad, product by product: as much of it as a table, or its margins, tell. */
export interface NationalAccounts {
  name: string
  year: number
  unit: string
  regions: readonly TableLabel[]
  sectors: readonly TableLabel[]
  /** Regions × sectors, row-major, as all that follow. */
  output: Float64Array
  valueAdded: Float64Array
  exports: Float64Array
  /** Inputs and final goods bought abroad, by the product that they are; null: margins do not tell. */
  imports: Float64Array | null
  /** Seller × buyer × product; null: margins do not tell. */
  flows: Float64Array | null
}

/**
 * The accounts of a table.
 *
 *     x = Z·i + Y·i    v' = x' − i'·Z    exports and imports: sums of `tradeFlows`
 *
 * Cost  two passes over Z.
 */
export function accountsOfTable(table: InputOutputTable): NationalAccounts {
  const { name, year, unit, regions, sectors, Z, Y } = table
  const n = regions.length * sectors.length
  const demand = rowSums(Y, n)
  const output = rowSums(Z, n).map((sales, i) => sales + demand[i]!)
  const valueAdded = output.slice()
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) valueAdded[j]! -= Z[i * n + j]!
  const flows = tradeFlows(table).values
  const [exports, imports] = [new Float64Array(n), new Float64Array(n)]
  const [R, N] = [regions.length, sectors.length]
  for (let from = 0; from < R; from++)
    for (let to = 0; to < R; to++)
      for (let i = 0; i < N; i++) {
        const sold = flows[(from * R + to) * N + i]!
        exports[from * N + i]! += sold
        imports[to * N + i]! += sold
      }
  return { name, year, unit, regions, sectors, output, valueAdded, exports, imports, flows }
}

/** The accounts that margins tell: exports are what is not sold at home. */
export const accountsOfMargins = (margins: ProductionMargins): NationalAccounts => ({
  ...{ name: margins.name, year: margins.year, unit: margins.unit, regions: margins.regions, sectors: margins.sectors },
  ...{ output: margins.output, valueAdded: margins.valueAdded, exports: exportsOf(margins), imports: null, flows: null },
})

/** The values of one region, by its code. */
export function inRegion({ name, regions, sectors }: NationalAccounts, values: Float64Array, code: string): Float64Array {
  const at = regions.findIndex((one) => one.code === code)
  if (at < 0) throw new RangeError(`${name} has no region ${code}.`)
  return values.subarray(at * sectors.length, (at + 1) * sectors.length)
}

/** What one country sells to another, by product; null where only margins are known. */
export function soldTo({ name, regions, sectors, flows }: NationalAccounts, seller: string, buyer: string): Float64Array | null {
  const [from, to] = [seller, buyer].map((code) => regions.findIndex((one) => one.code === code)) as [number, number]
  if (from < 0 || to < 0) throw new RangeError(`${name} has no region ${from < 0 ? seller : buyer}.`)
  const start = (from * regions.length + to) * sectors.length
  return flows && flows.subarray(start, start + sectors.length)
}

/** The shares of a city in the sectors of its country, in their order. */
export const sharesInOrder = (sectors: readonly TableLabel[], shares: Readonly<Record<string, number>>): Float64Array =>
  Float64Array.from(sectors, ({ code }) => shares[code] ?? 0)
