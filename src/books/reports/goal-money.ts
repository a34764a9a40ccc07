import { sumBudget, type Budget } from '../programme/budget.ts'
import type { Goal, Measure, ProgrammeVersion } from '../programme/programme.ts'
import { sumDecimals } from '../programme/sum-decimals.ts'
import { knownSpending, spendingOf } from './measure-spending.ts'
import type { IndexInput } from './indexed-indicator.ts'

/** Money of the programme for one goal of the 2030 Agenda. */
export interface GoalMoney {
  /** null: measures that name no SDG target, nor does their goal of the programme. */
  sdgGoal: number | null
  measures: number
  planned: readonly Budget[]
  spent: ReadonlyArray<{ currency: string; total: string }>
}

/**
 * Planned and spent money by goal of the 2030 Agenda, all years of the programme together.
 *
 * A measure counts once: under the goal of its first SDG target, or of the first of its goal of the programme. So the rows add up.
 *
 * Missing  no measure with money: no rows; of a measure whose sources differ nothing is added.
 */
export function moneyByGoal(version: ProgrammeVersion, input: IndexInput): GoalMoney[] {
  const measures = version.directions
    .flatMap(({ goals }) => goals)
    .flatMap((goal) => goal.measures.map((measure) => ({ measure, sdgGoal: sdgGoalOf(measure, goal) })))
  const goals = [...new Set(measures.map(({ sdgGoal }) => sdgGoal))].sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  return goals
    .map((sdgGoal) => {
      const own = measures.filter((one) => one.sdgGoal === sdgGoal).map(({ measure }) => measure)
      return { sdgGoal, measures: own.length, planned: sumBudget(own.flatMap(({ budget }) => budget)), spent: spentOn(own, version, input) }
    })
    .filter(({ planned, spent }) => planned.length > 0 || spent.length > 0)
}

function sdgGoalOf(measure: Measure, goal: Goal): number | null {
  const target = measure.sdgTargets[0] ?? goal.sdgTargets[0]
  return target === undefined ? null : Number(target.split('.')[0])
}

function spentOn(measures: readonly Measure[], { period }: ProgrammeVersion, { releases, ...statistics }: IndexInput): GoalMoney['spent'] {
  const years = Array.from({ length: period.to - period.from + 1 }, (_, at) => period.from + at)
  const spent = measures.flatMap((measure) => years.flatMap((year) => knownSpending(spendingOf(measure, year, statistics, releases)) ?? []))
  return [...new Set(spent.map(({ currency }) => currency))].map((currency) => ({
    currency,
    total: sumDecimals(spent.filter((one) => one.currency === currency).map(({ value }) => value)),
  }))
}
