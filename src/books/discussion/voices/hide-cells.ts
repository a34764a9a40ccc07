/**
 * A number of people that may be published.
 *
 * - `guarded`: about people of one category; below its threshold nobody may learn it
 * - `open`: known to everybody anyhow, such as how many take part
 * - `kept`: nobody publishes it, and it tells nothing about a category: those who said nothing
 */
export interface Cell {
  id: string
  kind: 'guarded' | 'open' | 'kept'
  count: number
  threshold: number
  /** A guarded one that is not published, whatever the others are. */
  hidden?: boolean
}

/** A number that is the sum of others: whoever knows all but one knows the last. */
export interface Sum {
  total: string
  parts: readonly string[]
}

/**
 * Which cells must not be published: those below their threshold, and as many others as it takes that these cannot be worked out.
 *
 * The reader is taken to know every published number exactly, without noise, and of each hidden one whether it is below its threshold or
 * hidden for the sake of another. A small cell is safe when every number from 0 to just below its threshold agrees with all that. While one
 * is not, the smallest published cell that stands in a sum with it is hidden too.
 *
 * Source   complementary suppression: Hundepool and others, Statistical Disclosure Control (Wiley 2012), chapter 4.
 * Shape    sums may share cells: linked tables are protected together.
 *
 * @example
 * [...hideCells([cell('a', 3), cell('b', 9), cell('c', 40), cell('all', 52)], [{ total: 'all', parts: ['a', 'b', 'c'] }])] // => ['a', 'b', 'c']
 * @example
 * [...hideCells([cell('a', 12), cell('b', 40), cell('all', 52)], [{ total: 'all', parts: ['a', 'b'] }])] // => []
 */
export function hideCells(cells: readonly Cell[], sums: readonly Sum[]): Set<string> {
  const byId = new Map(cells.map((one) => [one.id, one]))
  const isSmall = ({ kind, count, threshold }: Cell): boolean => kind === 'guarded' && count < threshold
  const hidden = new Set(cells.filter((one) => one.kind === 'kept' || one.hidden || isSmall(one)).map(({ id }) => id))
  for (;;) {
    const bounds = boundsOf(byId, sums, hidden)
    const exposed = cells.filter((one) => isSmall(one) && !(bounds.get(one.id)![0] <= 0 && bounds.get(one.id)![1] >= one.threshold - 1))
    const next = exposed.length === 0 ? null : nextToHide(exposed, byId, sums, hidden)
    if (next === null) return guardedOf(hidden, byId)
    hidden.add(next)
  }
}

/** A guarded cell, for examples and tests: ten, as for language and ethnicity. */
export const cell = (id: string, count: number, threshold = 10): Cell => ({ id, kind: 'guarded', count, threshold })

const guardedOf = (hidden: ReadonlySet<string>, byId: ReadonlyMap<string, Cell>): Set<string> =>
  new Set([...hidden].filter((id) => byId.get(id)!.kind === 'guarded'))

/** The smallest published cell in a sum with an exposed one; else in any sum; null: nothing is left to hide. */
function nextToHide(
  exposed: readonly Cell[],
  byId: ReadonlyMap<string, Cell>,
  sums: readonly Sum[],
  hidden: ReadonlySet<string>,
): string | null {
  const small = new Set(exposed.map(({ id }) => id))
  const members = sums.map(({ total, parts }) => [total, ...parts])
  const candidatesIn = (sets: readonly string[][]): Cell[] =>
    sets
      .flat()
      .filter((id) => !hidden.has(id))
      .map((id) => byId.get(id)!)
      .filter(({ kind }) => kind === 'guarded')
      .sort((a, b) => a.count - b.count || (a.id < b.id ? -1 : 1))
  const near = candidatesIn(members.filter((ids) => ids.some((id) => small.has(id))))
  return (near[0] ?? candidatesIn(members)[0])?.id ?? null
}

type Bounds = Map<string, [low: number, high: number]>

/** What a reader can work out of every cell: she puts the bounds of the others into each sum until nothing gets narrower. */
function boundsOf(byId: ReadonlyMap<string, Cell>, sums: readonly Sum[], hidden: ReadonlySet<string>): Bounds {
  const bounds: Bounds = new Map([...byId.values()].map((one) => [one.id, startOf(one, hidden.has(one.id))]))
  for (let changed = true; changed;) {
    changed = false
    for (const { total, parts } of sums) {
      const low = parts.reduce((sum, id) => sum + bounds.get(id)![0], 0)
      const high = parts.reduce((sum, id) => sum + bounds.get(id)![1], 0)
      const [totalLow, totalHigh] = bounds.get(total)!
      changed = narrow(bounds, total, low, high) || changed
      for (const id of parts) {
        const [own, ownHigh] = bounds.get(id)!
        changed = narrow(bounds, id, totalLow - (high - ownHigh), totalHigh - (low - own)) || changed
      }
    }
  }
  return bounds
}

/** Larger than any city; Infinity minus Infinity would be no number. */
const unknown = 1e12

function startOf({ kind, count, threshold, hidden: always }: Cell, isHidden: boolean): [number, number] {
  if (!isHidden) return [count, count]
  if (kind === 'kept' || always) return [0, unknown]
  return count < threshold ? [0, threshold - 1] : [threshold, unknown]
}

function narrow(bounds: Bounds, id: string, low: number, high: number): boolean {
  const [before, beforeHigh] = bounds.get(id)!
  if (low <= before && high >= beforeHigh) return false
  bounds.set(id, [Math.max(low, before), Math.min(high, beforeHigh)])
  return true
}
