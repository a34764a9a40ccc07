import type { SeriesKey } from './figure.ts'
import type { Desired, Point } from './progress/trajectory.ts'

/** How the target is said: not at all, as a value, as a multiple of the baseline, or as half of what is missing to the whole. */
export type TargetRule =
  | { kind: 'none' }
  | { kind: 'value'; value: number }
  | { kind: 'times_baseline'; factor: number }
  | { kind: 'halve_missing'; whole: number }

/** Desired direction and target of a series where no programme names one. */
export interface ReferenceTarget {
  indicator: string
  /** Dimension values that a series must have for the row to hold. Rows with more of them stand first. */
  only?: Readonly<Record<string, string>>
  desired: Desired
  rule: TargetRule
  year: number
  /** `global`: as in the table named in `referenceTargetSource`. `assumed`: decided here, shown as such. */
  origin: 'global' | 'assumed'
  /** 100 where the value is a percentage of a whole. The unit alone does not tell: KazStat files tenge per hour under PT. */
  scale: number | null
  naturalLimit: number | null
}

/** Where directions and targets marked `global` are stated. */
export const referenceTargetSource = {
  title: 'Open SDG, Progress Measurement Methodology: targets and desired directions of the global indicators (Statistics Canada)',
  url: 'https://github.com/open-sdg/open-sdg/blob/master/docs/progress-methodology.md',
} as const

/** The year of the 2030 Agenda. */
const agendaYear = 2030

type Extras = Partial<Pick<ReferenceTarget, 'only' | 'scale' | 'naturalLimit' | 'origin'>>

const row = (indicator: string, desired: Desired, rule: TargetRule, extras: Extras = {}): ReferenceTarget => ({
  indicator,
  desired,
  rule,
  year: agendaYear,
  origin: 'global',
  scale: null,
  naturalLimit: null,
  ...extras,
})
const toValue = (value: number): TargetRule => ({ kind: 'value', value })
const timesBaseline = (factor: number): TargetRule => ({ kind: 'times_baseline', factor })
const none: TargetRule = { kind: 'none' }
const percent = { scale: 100 } as const
/** A share without a target number: it can grow to 100 and no further. */
const shareUpTo100 = { scale: 100, naturalLimit: 100 } as const
const assumed = { origin: 'assumed' } as const

/**
 * Direction and target for the global indicators that Almaty has values for, and for national measures filed under them.
 *
 * A national measure under a global number is judged by what it measures, not by its number: KazStat's 11.3.1 is housing
 * per person, where more is better, while the global 11.3.1 should fall. Such rows are `assumed`. Indicators that are
 * not here have no direction and are not assessed; among them are yearly growth rates (8.2.1, 9.2.1.1), which change
 * sign and would first have to be turned into levels.
 */
export const referenceTargets: readonly ReferenceTarget[] = [
  row('1.1.1', 'decrease', toValue(0), percent),
  row('1.2.1', 'decrease', timesBaseline(1 / 2), percent),
  row('1.5.2', 'decrease', none, assumed),
  row('2.2.1', 'decrease', toValue(0), percent),
  row('2.2.2', 'decrease', toValue(0), percent),
  row('2.3.1', 'increase', timesBaseline(2)),
  row('3.1.1', 'decrease', toValue(70)),
  row('3.1.2', 'increase', toValue(100), percent),
  row('3.2.1', 'decrease', toValue(25)),
  row('3.2.2', 'decrease', toValue(12)),
  row('3.4.2', 'decrease', timesBaseline(2 / 3)),
  row('3.6.1', 'decrease', timesBaseline(1 / 2)),
  row('3.7.1', 'increase', toValue(100), percent),
  row('3.7.2', 'decrease', toValue(0), { only: { AGE: 'Y10T14' } }),
  row('3.7.2', 'decrease', none),
  row('3.9.2', 'decrease', none),
  row('3.9.3', 'decrease', none),
  row('4.2.1', 'increase', toValue(100), percent),
  row('4.2.2', 'increase', toValue(100), percent),
  row('4.2.2.1', 'increase', none, { ...shareUpTo100, ...assumed }),
  row('4.4.1.1', 'increase', none, { ...shareUpTo100, ...assumed }),
  row('4.5.1.1', 'increase', none, { ...shareUpTo100, ...assumed }),
  row('4.5.1.2', 'increase', none, { ...shareUpTo100, ...assumed }),
  row('4.5.1.3', 'increase', none, { ...shareUpTo100, ...assumed }),
  row('4.a.1', 'increase', none, shareUpTo100),
  // Equal shares of women and men: above 50 % the method of the source turns the direction round; no Almaty value is.
  row('5.5.2', 'increase', toValue(50), percent),
  row('5.b.1', 'increase', none, shareUpTo100),
  row('6.3.1', 'increase', { kind: 'halve_missing', whole: 100 }, percent),
  row('7.1.1', 'increase', toValue(100), { ...percent, ...assumed }),
  row('7.2.1', 'increase', none, shareUpTo100),
  row('7.3.1', 'decrease', timesBaseline(1 / 2)),
  row('7.b.1', 'increase', none),
  // The global indicator is a growth rate; KazStat gives the level (2005 = 100), which the source recommends.
  row('8.1.1', 'increase', none),
  row('8.3.1', 'decrease', none, percent),
  row('8.3.1.1', 'decrease', none, { ...percent, ...assumed }),
  row('8.5.1', 'increase', none),
  row('8.5.2', 'decrease', toValue(3), percent),
  row('8.6.1', 'decrease', none, percent),
  row('8.7.1', 'decrease', toValue(0), percent),
  row('9.1.2', 'increase', none),
  row('9.2.1', 'increase', none),
  row('9.2.2', 'increase', none, assumed),
  row('9.5.1', 'increase', none, percent),
  row('9.5.2', 'increase', none),
  row('11.1.1', 'decrease', toValue(0), assumed),
  row('11.2.1', 'increase', none, shareUpTo100),
  row('11.2.1.1', 'increase', none, { ...shareUpTo100, ...assumed }),
  row('11.3.1', 'increase', none, assumed),
  row('11.6.1', 'increase', none, { ...shareUpTo100, ...assumed }),
  row('11.6.1.1', 'increase', none, { ...shareUpTo100, ...assumed }),
  row('11.6.2', 'decrease', none),
  row('11.b.2', 'increase', none, shareUpTo100),
  row('14.7.1', 'increase', none),
  row('15.3.1', 'decrease', none, assumed),
  row('16.2.1', 'decrease', toValue(0), percent),
  row('16.9.1', 'increase', toValue(100), percent),
  row('17.3.1.3', 'increase', none, assumed),
  row('17.8.1', 'increase', none, shareUpTo100),
]

/**
 * The reference target of a series.
 *
 * Missing  null: the series has no direction and is not assessed.
 *
 * @example
 * findReferenceTarget({ indicator: '11.3.1', dimensions: {} })?.desired // => 'increase'
 */
export function findReferenceTarget({ indicator, dimensions }: Pick<SeriesKey, 'indicator' | 'dimensions'>): ReferenceTarget | null {
  const fits = (reference: ReferenceTarget) =>
    reference.indicator === indicator && Object.entries(reference.only ?? {}).every(([dimension, code]) => dimensions[dimension] === code)
  return referenceTargets.find(fits) ?? null
}

/**
 * A rule as a number, from the value of the baseline year or, where that is missing, of the next year that has one.
 *
 * Missing  null without a target or without a baseline.
 *
 * @example
 * targetFromRule({ kind: 'times_baseline', factor: 0.5 }, 2030, [{ year: 2016, value: 9 }], 2015) // => { year: 2030, value: 4.5 }
 */
export function targetFromRule(rule: TargetRule, year: number, points: readonly Point[], baselineYear: number): Point | null {
  if (rule.kind === 'none') return null
  if (rule.kind === 'value') return { year, value: rule.value }
  const baseline = points.filter((point) => point.year >= baselineYear).toSorted((a, b) => a.year - b.year)[0]
  if (baseline === undefined) return null
  const value = rule.kind === 'times_baseline' ? rule.factor * baseline.value : rule.whole - (rule.whole - baseline.value) / 2
  return { year, value }
}
