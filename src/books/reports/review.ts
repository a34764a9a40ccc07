import { compareCodes } from '../indicators/catalogue-view.ts'
import { findGaps, type Gap } from '../indicators/gaps.ts'
import { findRivals, type Claim, type RivalReason, type Rivalry } from '../indicators/rivals.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import type { MultilingualText } from '../text.ts'
import type { Goal, ProgrammeVersion } from '../programme/programme.ts'
import { chooseVersion, hasGoals } from '../programme/shown-version.ts'
import { progressOfGoal, type GoalProgress } from './brief.ts'
import { earlierReviews, type EarlierReview } from './earlier-review.ts'
import { moneyByGoal, type GoalMoney } from './goal-money.ts'
import { indexIndicator, type IndexedIndicator, type IndexInput } from './indexed-indicator.ts'
import { reportFigure, type ReportedFigure } from './reported-figure.ts'
import { findLeftBehind, type LeftBehind } from './left-behind.ts'

/** How an indicator stands, by ESCAP's categories; those that were at the target from the beginning count as on track when they held it. */
export const standings = ['on_track', 'accelerate', 'reverse', 'not_assessed'] as const
export type Standing = (typeof standings)[number]

/** A goal of the 2030 Agenda with the city's indicators. */
export interface ReviewedGoal extends GoalProgress {
  indicators: readonly IndexedIndicator[]
  counts: Readonly<Record<Standing, number>>
}

/** What the record of a city says to a Voluntary Local Review: its words are written by the city. */
export interface Review {
  /** All seventeen, in order. */
  goals: readonly ReviewedGoal[]
  leftBehind: readonly LeftBehind[]
  /** The programme in force with its goals; null where there is none. */
  version: ProgrammeVersion | null
  linked: ReadonlyArray<{ goal: Goal; sdgTargets: readonly string[] }>
  money: readonly GoalMoney[]
  /** Expected indicators that the record lacks, or has only by a national measure, or no longer. */
  gaps: readonly Gap[]
  /** Latest figures that sources give differently, furthest apart first. */
  rivals: readonly ToldRivalry[]
  earlier: readonly EarlierReview[]
  /** Names of all indicators of the catalogue by number, with figures or without. */
  names: ReadonlyMap<string, MultilingualText>
}

/** Figures of several sources with the names that a report prints. */
export interface ToldRivalry extends Rivalry {
  name: MultilingualText
  claims: ReadonlyArray<Claim & { told: ReportedFigure; sourceName: MultilingualText; unitName: MultilingualText }>
}

const goalNumbers = Array.from({ length: 17 }, (_, at) => at + 1)

/**
 * The tables of a Voluntary Local Review.
 *
 * Source   UN DESA, Global Guiding Elements for Voluntary Local Reviews (2020); ESCAP, Asia-Pacific Regional Guidelines (2020); the
 *          categories are ESCAP's (`progress/escap.ts`).
 * Missing  refused when no indicator of the goals has a figure.
 */
export function reportReview(input: IndexInput, versions: readonly ProgrammeVersion[], reasons: readonly RivalReason[]): Outcome<Review> {
  const all = input.indicators
    .filter(({ sdgGoal }) => sdgGoal !== null)
    .toSorted((a, b) => compareCodes(a.code, b.code))
    .flatMap((indicator) => indexIndicator(indicator, input) ?? [])
  if (all.length === 0) return refuse('report_without_figures')
  const shown = chooseVersion(versions)?.shown
  const version = shown !== undefined && hasGoals(shown) ? shown : null
  const { refArea } = input
  return done({
    goals: goalNumbers.map((sdgGoal) => {
      const indicators = all.filter(({ indicator }) => indicator.sdgGoal === sdgGoal)
      return { ...progressOfGoal(sdgGoal, all), indicators, counts: countStandings(indicators) }
    }),
    leftBehind: findLeftBehind(all, input),
    version,
    linked: version === null ? [] : version.directions.flatMap(({ goals }) => goals).flatMap(linkOf),
    money: version === null ? [] : moneyByGoal(version, input),
    gaps: findGaps(refArea, input.indicators, input.series, input.figures).filter(({ coverage }) => coverage.kind !== 'covered'),
    rivals: latestRivals(
      findRivals(
        input.series.filter((one) => one.refArea === refArea),
        input.figures,
        reasons,
      ),
      input,
    ),
    earlier: earlierReviews.filter((one) => one.refArea === refArea),
    names: new Map(input.indicators.map(({ code, name, globalName }) => [code, globalName ?? name])),
  })
}

/** ESCAP's category of an indicator, or that it has none. */
export function standingOf({ judgement }: IndexedIndicator): Standing {
  if (judgement.kind === 'not_assessed') return 'not_assessed'
  if (judgement.category === 'held') return 'on_track'
  return judgement.category === 'lost' ? 'reverse' : judgement.category
}

const countStandings = (indicators: readonly IndexedIndicator[]): Record<Standing, number> => {
  const counts = { on_track: 0, accelerate: 0, reverse: 0, not_assessed: 0 }
  for (const one of indicators) counts[standingOf(one)]++
  return counts
}

/** The SDG targets of a goal of the programme and of its measures. */
const linkOf = (goal: Goal): Review['linked'] => {
  const sdgTargets = [...new Set([...goal.sdgTargets, ...goal.measures.flatMap((measure) => measure.sdgTargets)])].toSorted(compareCodes)
  return sdgTargets.length === 0 ? [] : [{ goal, sdgTargets }]
}

/** Of each dispute its last period; where sources agree there is nothing to show. */
function latestRivals(rivals: readonly Rivalry[], { indicators, labels, releases }: IndexInput): ToldRivalry[] {
  const last = new Map<string, Rivalry>()
  for (const one of rivals) last.set(JSON.stringify([one.indicator, one.unit, one.dimensions]), one)
  return [...last.values()]
    .filter(({ ratio }) => ratio !== null && ratio > 1)
    .toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0))
    .map((one) => ({
      ...one,
      name: indicators.find(({ code }) => code === one.indicator)?.name ?? {},
      claims: one.claims.map((claim) => ({
        ...claim,
        told: reportFigure(claim.series, claim.figure, releases),
        sourceName: labels.source(claim.series.source),
        unitName: labels.code('UNIT_MEASURE', claim.series.unit),
      })),
    }))
}
