import { diagnoseSeries, type Diagnosis } from './diagnose-series.ts'
import type { Figure, Series } from './figure.ts'
import { isYear } from './labelled-series.ts'
import type { ProgrammeTarget } from './programme-target.ts'
import { assessProgress, type Progress, type TargetOrigin } from './progress/assess-progress.ts'
import type { PoolMember } from './progress/min-max.ts'
import type { Desired, Point } from './progress/trajectory.ts'
import { findReferenceTarget, targetFromRule } from './reference-targets.ts'

/** Progress of one series, with everything the judgement rests on. */
export interface SeriesAssessment {
  progress: Progress
  desired: Desired | null
  /** Who said which way is better; null when nobody has. */
  desiredOrigin: 'programme' | 'global' | 'assumed' | null
  baselineYear: number
  /** The programme's own baseline: the text it gives, even where the statistics say something else. */
  statedBaseline: { year: number; value: string } | null
  target: Point | null
  /** The target as the programme prints it; null when it is computed from a rule. */
  targetText: string | null
  targetOrigin: TargetOrigin | null
  programmeTarget: ProgrammeTarget | null
  diagnoses: readonly Diagnosis[]
}

/** The 2030 Agenda counts from 2015. */
const agendaBaselineYear = 2015

export interface AssessmentInput {
  series: Series
  figures: readonly Figure[]
  /** The target indicator that has picked this series; null when none has. */
  programmeTarget: ProgrammeTarget | null
  /** What the sibling areas have in the year of the latest value, the area itself included. */
  pool: readonly PoolMember[]
  asOfYear: number
}

/**
 * Direction, baseline and target of a series, and what the methods make of them.
 *
 * The programme comes first: its direction, baseline year and last target. Where it has not picked the series, the
 * reference table says what the 2030 Agenda or we ourselves assume, and the page names which.
 *
 * Missing  no direction: not assessed. A disputed year has no value and is left out.
 */
export function assessSeries({ series, figures, programmeTarget, pool, asOfYear }: AssessmentInput): SeriesAssessment {
  const points = yearPoints(figures)
  const reference = findReferenceTarget(series)
  const promised = programmeTarget?.indicator.targets.toSorted((a, b) => a.year - b.year).at(-1) ?? null
  const { desired, desiredOrigin } = directionOf(series, programmeTarget)
  const baselineYear = (promised === null ? null : programmeTarget?.baselineYear) ?? agendaBaselineYear
  const target = promised === null ? referenceTarget() : { year: promised.year, value: Number(promised.value) }
  const targetOrigin = target === null ? null : promised === null ? (reference?.origin ?? null) : 'programme'
  const diagnoses = diagnoseSeries(points.map(({ year, value }) => ({ timePeriod: String(year), obsValue: value })))

  return {
    progress: assessProgress({
      points,
      desired,
      baselineYear,
      target,
      targetOrigin,
      scale: reference?.scale ?? null,
      naturalLimit: reference?.naturalLimit ?? null,
      pool,
      flags: diagnoses.map(({ kind, timePeriod, unitFactor }) => ({ kind: unitFactor === null ? kind : 'unit_change', timePeriod })),
      asOfYear,
    }),
    desired,
    desiredOrigin,
    baselineYear,
    statedBaseline: programmeTarget?.indicator.baseline ?? null,
    target,
    targetText: promised?.value ?? null,
    targetOrigin,
    programmeTarget,
    diagnoses,
  }

  function referenceTarget(): Point | null {
    return reference === null ? null : targetFromRule(reference.rule, reference.year, points, agendaBaselineYear)
  }
}

/** Which way is better, and who says so: the programme first, then the reference table; nobody else. */
export function directionOf(series: Series, programmeTarget: ProgrammeTarget | null): Pick<SeriesAssessment, 'desired' | 'desiredOrigin'> {
  const promised = programmeTarget?.indicator.desired ?? null
  if (promised !== null) return { desired: promised, desiredOrigin: 'programme' }
  const reference = findReferenceTarget(series)
  return { desired: reference?.desired ?? null, desiredOrigin: reference?.origin ?? null }
}

/** The whole years of a series that have one undisputed value. */
export const yearPoints = (figures: readonly Figure[]): Point[] =>
  figures.flatMap(({ timePeriod, obsValue }) =>
    isYear(timePeriod) && obsValue !== null ? [{ year: Number(timePeriod), value: obsValue }] : [],
  )

/**
 * Where the needle stands, in one word, for lists: what all methods that judge agree on; `disagree` when they do not;
 * after the target year the outcome.
 */
export type ProgressState = 'on' | 'accelerate' | 'reverse' | 'disagree' | 'reached' | 'missed' | 'none'

export const progressStates: readonly ProgressState[] = ['on', 'accelerate', 'reverse', 'disagree', 'reached', 'missed', 'none']

export function progressState(progress: Progress): ProgressState {
  if (progress.kind === 'under_way') return progress.status ?? 'disagree'
  const { kind } = progress.outcome
  return kind === 'reached' || kind === 'missed' ? kind : 'none'
}
