import { expectedIndicators, type ExpectedIndicator } from './expected-indicators.ts'
import type { Figure, Indicator, Series } from './figure.ts'

/** How far an expected indicator is covered by the record of a city. */
export type Coverage =
  | { kind: 'covered'; lastYear: number }
  /** Only a national measure stands under the number, which says something else. */
  | { kind: 'proxy'; lastYear: number }
  /** There were figures, but none for years in which the same source published others. */
  | { kind: 'stopped'; lastYear: number; isProxy: boolean }
  | { kind: 'missing' }

export interface Gap {
  expected: ExpectedIndicator
  coverage: Coverage
  /** The indicators that stand for it, the exact number first: `11.2.1`, then `11.2.1.1`. */
  indicators: readonly Indicator[]
}

/** A series is called stopped when its source has gone on for this many years without it. */
const silentYears = 3

/**
 * What a city's record has of the indicators that it could be expected to have, in the order of the list.
 *
 * A number such as 11.2.1.1 is a national one filed under 11.2.1: it counts as a proxy. A proxy is told where nothing
 * better goes on: the best state of all the series wins, in the order covered, proxy, stopped.
 *
 * Source   own method; the list is that of `expectedIndicators`.
 * Units    years.
 * Missing  `missing` when no series of the area has a value; gaps and disputed figures with values count as what they are:
 *          a gap is no figure, a dispute is one.
 */
export function findGaps(
  refArea: string,
  indicators: readonly Indicator[],
  series: readonly Series[],
  figures: ReadonlyMap<string, readonly Figure[]>,
  expected: readonly ExpectedIndicator[] = expectedIndicators,
): Gap[] {
  const lastYears = new Map<string, number>()
  const lastOfSource = new Map<string, number>()
  const own = series.filter((one) => one.refArea === refArea)
  for (const one of own) {
    const lastYear = lastYearOf(figures.get(one.id) ?? [])
    if (lastYear === null) continue
    lastYears.set(one.id, lastYear)
    lastOfSource.set(one.source, Math.max(lastYear, lastOfSource.get(one.source) ?? lastYear))
  }

  return expected.map((wanted) => {
    const standing = indicators
      .filter(({ code }) => code === wanted.code || code.startsWith(`${wanted.code}.`))
      .filter(({ code }) => own.some((one) => one.indicator === code && lastYears.has(one.id)))
      .sort((a, b) => a.code.length - b.code.length || (a.code < b.code ? -1 : 1))
    const states = standing.flatMap((indicator) => {
      const isProxy = indicator.globalName !== null || indicator.code !== wanted.code
      return own.flatMap((one): Coverage[] => {
        const lastYear = lastYears.get(one.id)
        if (one.indicator !== indicator.code || lastYear === undefined) return []
        const sourceGoesOn = (lastOfSource.get(one.source) ?? lastYear) - lastYear >= silentYears
        if (sourceGoesOn) return [{ kind: 'stopped', lastYear, isProxy }]
        return [isProxy ? { kind: 'proxy', lastYear } : { kind: 'covered', lastYear }]
      })
    })
    return { expected: wanted, coverage: states.sort(better)[0] ?? { kind: 'missing' }, indicators: standing }
  })
}

const order: readonly Coverage['kind'][] = ['covered', 'proxy', 'stopped', 'missing']

const better = (a: Coverage, b: Coverage): number =>
  order.indexOf(a.kind) - order.indexOf(b.kind) || ('lastYear' in b ? b.lastYear : 0) - ('lastYear' in a ? a.lastYear : 0)

function lastYearOf(figures: readonly Figure[]): number | null {
  const years = figures.filter((figure) => figure.value !== null || figure.disputed).map((figure) => Number(figure.timePeriod.slice(0, 4)))
  return years.length === 0 ? null : Math.max(...years)
}
