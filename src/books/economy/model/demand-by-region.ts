import type { InputOutputTable } from '../input-output-table.ts'
import { regionIndex } from './economy-model.ts'

/**
 * Final demand of each region, all categories together; exports out of the table last, where it has such columns.
 *
 * Shape  n × regions, with a column more for `null` when `regions` ends with it.
 */
export function demandByRegion(table: InputOutputTable): { regions: (string | null)[]; F: Float64Array } {
  const regions: (string | null)[] = table.regions.map((one) => one.code)
  if (table.finalDemand.some((one) => one.region === null)) regions.push(null)
  const columnOf = table.finalDemand.map(({ region }) => (region === null ? regions.length - 1 : regionIndex(table, region)))
  const n = table.regions.length * table.sectors.length
  const D = columnOf.length
  const F = new Float64Array(n * regions.length)
  for (let i = 0; i < n; i++) for (const [d, column] of columnOf.entries()) F[i * regions.length + column]! += table.Y[i * D + d]!
  return { regions, F }
}
