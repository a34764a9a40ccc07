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
 * The reader is taken to know every published number exactly, without noise, and of each silent one whether it is below its threshold or
 * silent for the sake of another. A small cell is safe when as many numbers agree with all that as there are below its threshold (for one
 * that the reader knows to be small: all of them), or at least all that agree with what everybody knows anyhow. While one is not, the
 * smallest published cell near it is hidden too.
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
  const known = boundsOf(byId, sums, (one) => (one.kind === 'open' ? [one.count, one.count] : [0, unknown]))
  const hopeless = new Set<string>()
  for (;;) {
    const bounds = boundsOf(byId, sums, (one) => startOf(one, hidden.has(one.id)))
    const isExposed = (one: Cell): boolean => {
      const [[low, high], [knownLow, knownHigh]] = [bounds.get(one.id)!, known.get(one.id)!]
      return high - low < Math.min(one.threshold - 1, knownHigh - knownLow)
    }
    const exposed = cells.find((one) => isSmall(one) && !hopeless.has(one.id) && isExposed(one))
    if (exposed === undefined) return new Set([...hidden].filter((id) => byId.get(id)!.kind === 'guarded'))
    const next = nextToHide(exposed.id, byId, sums, hidden)
    if (next === null) hopeless.add(exposed.id)
    else hidden.add(next)
  }
}

/** A guarded cell, for examples and tests: ten, as for language and ethnicity. */
export const cell = (id: string, count: number, threshold = 10): Cell => ({ id, kind: 'guarded', count, threshold })

/**
 * The smallest published cell in a sum with an exposed one. Where there is none, in a sum with a hidden cell that stands in a sum with it,
 * and so on: what is published is a constant, doubt spreads through what is hidden. null: nothing that could help is left.
 */
function nextToHide(exposed: string, byId: ReadonlyMap<string, Cell>, sums: readonly Sum[], hidden: ReadonlySet<string>): string | null {
  const reached = new Set([exposed])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    const near = sums.map(({ total, parts }) => [total, ...parts]).filter((ids) => ids.some((id) => reached.has(id)))
    const candidates = near.flat().filter((id) => !hidden.has(id) && byId.get(id)!.kind === 'guarded')
    const [smallest] = candidates.sort((a, b) => byId.get(a)!.count - byId.get(b)!.count || (a < b ? -1 : 1))
    if (smallest !== undefined) return smallest
    for (const id of near.flat()) if (hidden.has(id)) reached.add(id)
  }
  return null
}

type Bounds = Map<string, [low: number, high: number]>

/** What a reader can work out of every cell: she puts the bounds of the others into each sum until nothing gets narrower. */
function boundsOf(byId: ReadonlyMap<string, Cell>, sums: readonly Sum[], start: (one: Cell) => [number, number]): Bounds {
  const bounds: Bounds = new Map([...byId.values()].map((one) => [one.id, start(one)]))
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
