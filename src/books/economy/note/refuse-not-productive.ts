import { refuse, type Refusal } from '../../outcome.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import { labelOf } from '../model/economy-model.ts'

/**
 * What is told of a table that uses up what it makes: the sector that uses the largest part of its output (a column of the file), and what it
 * buys most (a row). In the labels of the file, before any city was taken out.
 *
 * Refusals  economy_not_productive
 */
export function refuseNotProductive(table: InputOutputTable): { ok: false; refusal: Refusal } {
  const n = table.regions.length * table.sectors.length
  const used = new Float64Array(n)
  const made = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      used[j]! += table.Z[i * n + j]!
      made[i]! += table.Z[i * n + j]!
    }
    for (let d = 0; d < table.finalDemand.length; d++) made[i]! += table.Y[i * table.finalDemand.length + d]!
  }
  let worst = 0
  for (let j = 1; j < n; j++) if (shareUsed(used[j]!, made[j]!) > shareUsed(used[worst]!, made[worst]!)) worst = j
  let supplier = 0
  for (let i = 1; i < n; i++) if (table.Z[i * n + worst]! > table.Z[supplier * n + worst]!) supplier = i
  return refuse('economy_not_productive', undefined, {
    table: table.name,
    column: labelOf(table, worst),
    row: labelOf(table, supplier),
    used: Number(used[worst]!.toPrecision(6)),
    made: Number(made[worst]!.toPrecision(6)),
  })
}

const shareUsed = (used: number, made: number): number => (made > 0 ? used / made : used > 0 ? Infinity : 0)
