import { withNoise } from './cell-keys.ts'
import { hideCells, type Cell, type Sum } from './hide-cells.ts'

/** Somebody who is counted in a cell: her key, and the moment from which on she is in it. */
export interface Member {
  key: number
  since: string
}

/** A cell as it is now; of those that are `open` or `kept` only the number counts. */
export type LiveCell =
  | {
      id: string
      kind: 'guarded'
      threshold: number
      members: readonly Member[]
      /** Nobody asks for it, and yet it follows from others: they are hidden where it is small. */
      unasked?: true
    }
  | { id: string; kind: 'open' | 'kept'; count: number }

/** A cell as it was last published. */
export interface PublishedCell {
  /** What everybody reads; null: not published. */
  shown: number | null
  /** How many there really were, and when. Never leaves the system. */
  exact: number
  at: string
}

export type PublishedCells = Readonly<Record<string, PublishedCell>>

/**
 * What is published of a set of linked tables: numbers with noise, none below its threshold, none from which such a number follows.
 *
 * A cell stays as it was published, number or silence, until as many people as its threshold have joined it or left it. Any two numbers
 * that were ever published of it are therefore about groups that differ by nobody or by so many: what one person does shows in neither, and
 * comparing batches tells nothing about her. A number may have to be hidden later for the sake of another one; it comes back by the same
 * rule.
 *
 * @param before  the cells of the batch before; empty at first
 * @param now     the moment of the batch (ISO)
 */
export function publishCells(cells: readonly LiveCell[], sums: readonly Sum[], before: PublishedCells, now: string): PublishedCells {
  const hidden = hideCells(
    cells.map((one) => asCell(one, before[one.id])),
    sums,
  )
  const guarded = cells.filter((one) => one.kind === 'guarded' && !one.unasked) as GuardedCell[]
  return Object.fromEntries(guarded.map((one) => [one.id, publish(one, before[one.id], hidden.has(one.id), now)]))
}

type GuardedCell = Extract<LiveCell, { kind: 'guarded' }>

function publish(one: GuardedCell, last: PublishedCell | undefined, mustHide: boolean, now: string): PublishedCell {
  if (last !== undefined && staysAsItWas(one, last) && !(mustHide && last.shown !== null)) return last
  const noisy = withNoise(one.members.map(({ key }) => key))
  return { shown: mustHide || noisy < one.threshold ? null : noisy, exact: one.members.length, at: now }
}

/** Fewer people than the threshold joined it, and fewer left it. */
function staysAsItWas({ members, threshold }: GuardedCell, last: PublishedCell): boolean {
  const later = members.filter(({ since }) => since > last.at).length
  // What was still being stored when the last batch was made carries an earlier moment.
  const joined = Math.max(later, members.length - last.exact)
  return joined < threshold && last.exact + joined - members.length < threshold
}

function asCell(one: LiveCell, last: PublishedCell | undefined): Cell {
  if (one.kind !== 'guarded') return { ...one, threshold: 0 }
  const { id, threshold, members } = one
  const count = members.length
  if (one.unasked) return { id, kind: 'guarded', count, threshold, hidden: true }
  if (last === undefined || !staysAsItWas(one, last)) return { id, kind: 'guarded', count, threshold }
  // A number that stays although people have left since is known already.
  if (last.shown !== null && count < threshold) return { id, kind: 'open', count, threshold }
  return { id, kind: 'guarded', count, threshold, hidden: last.shown === null }
}
