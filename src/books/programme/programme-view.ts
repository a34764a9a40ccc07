import { budgetLines, sumBudget, type Budget } from './budget.ts'
import { compareVersions, type VersionDifference } from './compare-versions.ts'
import { chooseVersion, hasGoals } from './shown-version.ts'
import { seriesOfVersion, viewTargetIndicators, type Statistics, type TargetIndicatorView } from './target-indicator-view.ts'
import type { ProgressState } from '../indicators/assess-series.ts'
import type { Direction, Goal, Measure, ProgrammeVersion } from './programme.ts'

/** The whole programme on one page: passport, directions, goals and where each stands, money. */
export interface ProgrammeView {
  version: ProgrammeVersion
  /** A later version whose text is not known. */
  later: ProgrammeVersion | null
  versionCount: number
  directions: ReadonlyArray<{ direction: Direction; goals: readonly GoalRow[] }>
  /** How many target indicators stand where; only positions that occur. */
  counts: ReadonlyArray<{ state: ProgressState; count: number }>
  budgets: readonly Budget[]
}

export interface GoalRow {
  goal: Goal
  indicators: readonly TargetIndicatorView[]
}

/** One goal with everything under it. */
export interface GoalView {
  version: ProgrammeVersion
  direction: Direction
  goal: Goal
  indicators: readonly TargetIndicatorView[]
  measures: ReadonlyArray<{ measure: Measure; budgets: readonly Budget[] }>
  budgets: readonly Budget[]
  /** Its neighbours in the programme's order. */
  before: Goal | null
  after: Goal | null
}

/** Money of the programme: as a whole, and measure by measure. */
export interface BudgetView {
  version: ProgrammeVersion
  budgets: readonly Budget[]
  goals: ReadonlyArray<{ goal: Goal; measures: ReadonlyArray<{ measure: Measure; budgets: readonly Budget[] }> }>
}

/** A version in the list, and what it changed in the one before. */
export interface VersionRow {
  version: ProgrammeVersion
  /** false where the record only holds that the version exists. */
  known: boolean
  difference: VersionDifference | null
}

const stateOrder: readonly ProgressState[] = ['reached', 'on', 'accelerate', 'missed', 'reverse', 'disagree', 'none']

/** Puts the programme's page together; null when the city has no programme. */
export function viewProgramme(published: readonly ProgrammeVersion[], statistics: Statistics): ProgrammeView | null {
  const choice = chooseVersion(published)
  if (choice === null) return null
  const { shown: version, later, versions } = choice
  const indicators = viewTargetIndicators(version, statistics)
  const states = [...indicators.values()].map(({ state }) => state)
  return {
    version,
    later,
    versionCount: versions.length,
    directions: version.directions.map((direction) => ({
      direction,
      goals: direction.goals.map((goal) => ({ goal, indicators: indicatorsOf(goal, indicators) })),
    })),
    counts: stateOrder.flatMap((state) => (states.includes(state) ? [{ state, count: states.filter((one) => one === state).length }] : [])),
    budgets: sumBudget(budgetLines(version)),
  }
}

/** Puts a goal's page together; null when no goal has the number. */
export function viewGoal(published: readonly ProgrammeVersion[], number: string, statistics: Statistics): GoalView | null {
  const version = chooseVersion(published)?.shown
  const all = version?.directions.flatMap((direction) => direction.goals.map((goal) => ({ direction, goal }))) ?? []
  const at = all.findIndex(({ goal }) => goal.number === number)
  const found = all[at]
  if (version === undefined || found === undefined) return null
  const { direction, goal } = found
  return {
    version,
    direction,
    goal,
    indicators: indicatorsOf(goal, viewTargetIndicators(version, statistics)),
    measures: withBudgets(goal.measures),
    budgets: sumBudget(goal.measures.flatMap((measure) => measure.budget)),
    before: all[at - 1]?.goal ?? null,
    after: all[at + 1]?.goal ?? null,
  }
}

/** The series whose figures the programme's pages need. */
export function seriesOfProgramme(published: readonly ProgrammeVersion[], statistics: Pick<Statistics, 'refArea' | 'areas' | 'series'>) {
  const version = chooseVersion(published)?.shown
  return version === undefined ? [] : seriesOfVersion(version, statistics)
}

export function viewBudget(published: readonly ProgrammeVersion[]): BudgetView | null {
  const version = chooseVersion(published)?.shown
  if (version === undefined) return null
  const goals = version.directions.flatMap((direction) => direction.goals)
  return {
    version,
    budgets: sumBudget(budgetLines(version)),
    goals: goals
      .map((goal) => ({ goal, measures: withBudgets(goal.measures.filter((measure) => measure.budget.length > 0)) }))
      .filter(({ measures }) => measures.length > 0),
  }
}

/** All versions, newest first, each compared with the one before where both are known. */
export function listVersions(published: readonly ProgrammeVersion[]): VersionRow[] {
  const { versions } = chooseVersion(published) ?? { versions: [] }
  return versions
    .map((version, at): VersionRow => {
      const before = versions[at - 1]
      const comparable = before !== undefined && hasGoals(before) && hasGoals(version)
      return { version, known: hasGoals(version), difference: comparable ? compareVersions(before, version) : null }
    })
    .reverse()
}

const indicatorsOf = (goal: Goal, indicators: ReadonlyMap<string, TargetIndicatorView>): TargetIndicatorView[] =>
  goal.indicators.flatMap(({ id }) => indicators.get(id) ?? [])

const withBudgets = (measures: readonly Measure[]) => measures.map((measure) => ({ measure, budgets: sumBudget(measure.budget) }))
