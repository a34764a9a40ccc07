import type { SeriesKey } from './figure.ts'
import { seriesKeyText } from './series-key.ts'

/** The same figure under two units: either it goes over from one to the other, or one of them is left blank. */
export interface UnitChange {
  from: SeriesKey
  to: SeriesKey
  /** The first period in the new unit. */
  timePeriod: string
  /** Periods that both units have: more than none means that only the label differs. */
  sharedPeriods: number
}

/**
 * Series that differ in nothing but the unit and yet look like one series.
 *
 * Two units side by side over the years are two measures (per cent and dollars) and nothing is said. One is said to
 * change into the other when it begins where the other ends, or when one of the two has no unit at all.
 *
 * @example
 * diagnoseUnits([]) // => []
 */
export function diagnoseUnits(spans: readonly { key: SeriesKey; timePeriods: readonly string[] }[]): UnitChange[] {
  const alike = new Map<string, Array<{ key: SeriesKey; timePeriods: readonly string[] }>>()
  const units = new Map<string, Set<string>>()
  for (const { key } of spans) units.set(key.indicator, (units.get(key.indicator) ?? new Set()).add(key.unit))
  for (const span of spans) {
    if (units.get(span.key.indicator)?.size === 1) continue
    const text = seriesKeyText({ ...span.key, unit: '' })
    const list = alike.get(text)
    if (list) list.push({ ...span, timePeriods: [...span.timePeriods].sort() })
    else alike.set(text, [{ ...span, timePeriods: [...span.timePeriods].sort() }])
  }
  const changes: UnitChange[] = []
  for (const list of alike.values()) {
    if (list.length < 2) continue
    list.sort((a, b) => compare(a.timePeriods[0] ?? '', b.timePeriods[0] ?? '') || compare(a.key.unit, b.key.unit))
    for (let at = 1; at < list.length; at++) {
      const [from, to] = [list[at - 1], list[at]]
      if (!from || !to) continue
      const sharedPeriods = from.timePeriods.filter((period) => to.timePeriods.includes(period)).length
      const goesOver = (from.timePeriods.at(-1) ?? '') < (to.timePeriods[0] ?? '')
      const blank = from.key.unit === '' || to.key.unit === ''
      if (goesOver || blank) changes.push({ from: from.key, to: to.key, timePeriod: to.timePeriods[0] ?? '', sharedPeriods })
    }
  }
  return changes
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
