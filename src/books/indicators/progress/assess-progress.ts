import { foldStatuses, type Judgements, type Method, type Status } from './fold-status.ts'
import { judge, type Question } from './judge.ts'
import { outcomeOfTarget, type TargetOutcome } from './outcome-of-target.ts'
import { sensitivityToOneYear, type Sensitivity } from './sensitivity.ts'
import { cautionsBetween, type Caution, type SeriesFlag } from './series-flag.ts'
import { agreeing, whyTheyDiffer, type Difference } from './why-they-differ.ts'

/** Who set the target: the programme, the 2030 Agenda, the best areas of the country, or nobody but us. */
export type TargetOrigin = 'programme' | 'global' | 'champion_area' | 'assumed'

export interface ProgressQuestion extends Question {
  /** null where there is no target. Always shown with the judgement. */
  targetOrigin: TargetOrigin | null
  flags: readonly SeriesFlag[]
  /** The year of the reader's `asOf` date. Values of later years are left out. */
  asOfYear: number
}

export type Progress = ProgressUnderWay | ProgressOver

/** The target year is ahead, or there is none: four judgements. */
export interface ProgressUnderWay {
  kind: 'under_way'
  judgements: Judgements
  statuses: Readonly<Record<Method, Status>>
  /** The needle: what all methods that judge agree on; null when they do not; `none` when none judges. */
  status: Status | null
  whyTheyDiffer: readonly Difference[]
  sensitivity: readonly Sensitivity[]
  /** Breaks and outliers in the years judged: to be read before the judgement. */
  cautions: readonly Caution[]
  targetOrigin: TargetOrigin | null
}

/** The target year has passed: what became of it. */
export interface ProgressOver {
  kind: 'over'
  outcome: TargetOutcome
  cautions: readonly Caution[]
  targetOrigin: TargetOrigin | null
}

/**
 * Progress of one series: by four methods while the target year is ahead, as an outcome once it has passed.
 *
 * Base and target years are the programme's own. In the target year itself the methods still judge, because its value
 * usually comes in the year after.
 */
export function assessProgress(question: ProgressQuestion): Progress {
  const { target, targetOrigin, flags, asOfYear, baselineYear } = question
  const points = question.points.filter((point) => point.year <= asOfYear && Number.isFinite(point.value))

  if (target !== null && asOfYear > target.year) {
    return {
      kind: 'over',
      outcome: outcomeOfTarget(points, question.desired, target),
      cautions: cautionsBetween(flags, baselineYear, target.year),
      targetOrigin,
    }
  }
  const known = { ...question, points }
  const judgements = judge(known)
  const statuses = foldStatuses(judgements)
  const judged = Object.values(statuses).filter((status) => status !== 'none')
  return {
    kind: 'under_way',
    judgements,
    statuses,
    status: agreeing(judged) ? (judged[0] ?? 'none') : null,
    whyTheyDiffer: whyTheyDiffer(known, judgements, flags),
    sensitivity: sensitivityToOneYear(known),
    cautions: cautionsBetween(
      flags,
      baselineYear,
      points.reduce((last, point) => Math.max(last, point.year), baselineYear),
    ),
    targetOrigin,
  }
}
