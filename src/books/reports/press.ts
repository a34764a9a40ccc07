import type { Release } from '../indicators/figure.ts'
import { settle } from '../indicators/progress/trajectory.ts'
import { indexIndicator, type IndexedIndicator, type IndexInput } from './indexed-indicator.ts'

/** What changed in the record of a city between two days. */
export interface PressReport {
  /** At most three, the weightiest first. */
  changes: readonly FigureChange[]
  /** Indicators whose latest figure is another one than before. */
  changed: number
  /** Releases that came out in between and are in force, newest first. */
  releases: readonly Release[]
}

/** An indicator as it stood then and as it stands now, by the same series. */
export interface FigureChange {
  before: IndexedIndicator
  now: IndexedIndicator
  /** A target indicator of the programme. */
  promised: boolean
  /** Change of the Current Status Index; null where one of the two days has none. */
  shift: number | null
}

const mostChanges = 3

/**
 * The three most important changes between two days, by a rule that anybody can repeat: target indicators of the programme come first, then
 * the change of the Current Status Index counts, whichever way; equal ones stand in the order of their numbers.
 *
 * @param before  the record as it stood on the earlier day
 * @param now     as it stands on the later one
 */
export function reportPress(before: IndexInput, now: IndexInput): PressReport {
  const changes = now.indicators.flatMap((indicator): FigureChange[] => {
    const is = indexIndicator(indicator, now)
    const was = indexIndicator(indicator, before)
    if (is === null || was === null || is.labelled.series.id !== was.labelled.series.id || isSame(is, was)) return []
    const promised = now.targets.some((target) => target.indicator.actual?.indicator === indicator.code)
    return [{ before: was, now: is, promised, shift: shiftOf(was, is) }]
  })
  const known = new Set(before.releases.map(({ id }) => id))
  return {
    changes: changes
      .filter(({ shift }) => shift !== null)
      .toSorted((a, b) => Number(b.promised) - Number(a.promised) || Math.abs(b.shift ?? 0) - Math.abs(a.shift ?? 0))
      .slice(0, mostChanges),
    changed: changes.length,
    releases: now.releases.filter((release) => release.status === 'published' && !known.has(release.id)),
  }
}

const isSame = (a: IndexedIndicator, b: IndexedIndicator): boolean =>
  a.latest.timePeriod === b.latest.timePeriod && a.latest.value === b.latest.value

const shiftOf = ({ current: was }: IndexedIndicator, { current: is }: IndexedIndicator): number | null =>
  was === null || is === null ? null : settle(is - was)

/**
 * The same day a year before; the last of February where the other year has no 29th.
 *
 * @example
 * yearBefore('2028-02-29') // => '2027-02-28'
 */
export function yearBefore(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${String(Number(year) - 1).padStart(4, '0')}-${month}-${month === '02' && date === '29' ? '28' : date}`
}
