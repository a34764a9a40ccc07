import type { Release } from '../indicators/figure.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { sumBudget, type Budget } from '../programme/budget.ts'
import type { Direction, Goal, ProgrammeVersion } from '../programme/programme.ts'
import { chooseVersion, hasGoals } from '../programme/shown-version.ts'
import { sumDecimals } from '../programme/sum-decimals.ts'
import { viewTargetIndicators, type Statistics } from '../programme/target-indicator-view.ts'
import { knownSpending, type MeasureSpending, spendingOf } from './measure-spending.ts'
import { judgeYear, whyNotJudged, type WhyNotJudged, type YearlyIndicator } from './yearly-indicator.ts'

/** What was planned and what was done in one year of the programme. */
export interface YearlyReport {
  version: ProgrammeVersion
  year: number
  goals: readonly YearlyGoal[]
  counts: YearlyCounts
  /** All measures together, where their sums are known. */
  money: { planned: readonly Budget[]; spent: ReadonlyArray<{ currency: string; total: string }> }
}

export interface YearlyGoal {
  direction: Direction
  goal: Goal
  indicators: readonly YearlyIndicator[]
  measures: readonly MeasureSpending[]
}

export interface YearlyCounts {
  reached: number
  notReached: number
  /** Only reasons that occur. */
  notJudged: ReadonlyArray<{ reason: WhyNotJudged; count: number }>
  measures: number
  /** Measures with a sum for the year, and with one known sum that was spent. */
  withPlan: number
  withSpending: number
}

export interface YearlyInput {
  year: number
  statistics: Statistics
  releases: readonly Release[]
}

/**
 * The yearly report of the programme in force.
 *
 * Missing  no programme, or none whose goals are known; a year outside the programme.
 */
export function reportYear(published: readonly ProgrammeVersion[], input: YearlyInput): Outcome<YearlyReport> {
  const version = chooseVersion(published)?.shown
  if (version === undefined || !hasGoals(version)) return refuse('programme_not_found')
  const { from, to } = version.period
  if (input.year < from || input.year > to) return refuse('report_year_outside_programme', 'year', { year: String(input.year), from, to })

  const views = viewTargetIndicators(version, input.statistics)
  const goals = version.directions.flatMap((direction) =>
    direction.goals.map((goal) => ({
      direction,
      goal,
      indicators: goal.indicators.flatMap(({ id }) => views.get(id) ?? []).map((view) => judgeYear(view, input)),
      measures: goal.measures.map((measure) => spendingOf(measure, input.year, input.statistics, input.releases)),
    })),
  )
  return done({ version, year: input.year, goals, counts: countOf(goals), money: moneyOf(goals, input.year) })
}

/**
 * The year that a report is about where nobody says another: the last whole one, and no later than the programme.
 *
 * @example
 * usualYear({ period: { from: 2016, to: 2020 } }, 2026) // => 2020
 */
export const usualYear = ({ period }: Pick<ProgrammeVersion, 'period'>, asOfYear: number): number =>
  Math.max(period.from, Math.min(period.to, asOfYear - 1))

/**
 * The years of which a report can be made, newest first: those of the programme that have begun.
 *
 * @example
 * reportableYears({ period: { from: 2024, to: 2030 } }, 2026) // => [2026, 2025, 2024]
 */
export const reportableYears = ({ period }: Pick<ProgrammeVersion, 'period'>, asOfYear: number): number[] =>
  Array.from({ length: Math.max(0, Math.min(period.to, asOfYear) - period.from + 1) }, (_, at) => Math.min(period.to, asOfYear) - at)

function moneyOf(goals: readonly YearlyGoal[], year: number): YearlyReport['money'] {
  const measures = goals.flatMap((goal) => goal.measures)
  const spent = measures.flatMap((one) => knownSpending(one) ?? [])
  return {
    planned: sumBudget(measures.flatMap(({ measure }) => measure.budget.filter((line) => line.year === year))),
    spent: [...new Set(spent.map(({ currency }) => currency))].map((currency) => ({
      currency,
      total: sumDecimals(spent.filter((one) => one.currency === currency).map(({ value }) => value)),
    })),
  }
}

function countOf(goals: readonly YearlyGoal[]): YearlyCounts {
  const results = goals.flatMap(({ indicators }) => indicators.map(({ result }) => result))
  const measures = goals.flatMap((goal) => goal.measures)
  const reasons = results.flatMap((result) => (result.kind === 'not_judged' ? [result.reason] : []))
  return {
    reached: results.filter(({ kind }) => kind === 'reached').length,
    notReached: results.filter(({ kind }) => kind === 'not_reached').length,
    notJudged: whyNotJudged
      .map((reason) => ({ reason, count: reasons.filter((one) => one === reason).length }))
      .filter(({ count }) => count > 0),
    measures: measures.length,
    withPlan: measures.filter(({ planned }) => planned.length > 0).length,
    withSpending: measures.filter((one) => knownSpending(one) !== null).length,
  }
}
