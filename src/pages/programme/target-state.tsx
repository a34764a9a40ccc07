import type { FC } from 'hono/jsx'
import type { ProgressState } from '../../books/indicators/assess-series.ts'
import type { Progress } from '../../books/indicators/progress/assess-progress.ts'
import type { TargetIndicatorView } from '../../books/programme/target-indicator-view.ts'
import { Status, type StatusKind } from '../parts/status.tsx'
import type { Words } from '../words.ts'

/** The four needles; where methods disagree no needle can point. */
const needleOf: Readonly<Record<ProgressState, StatusKind>> = {
  on: 'on',
  reached: 'on',
  accelerate: 'accel',
  reverse: 'reverse',
  missed: 'reverse',
  disagree: 'none',
  none: 'none',
}

/** Where the needle stands, in shape and word. */
export const State: FC<{ state: ProgressState; words: Words }> = ({ state, words }) => (
  <Status kind={needleOf[state]} words={words.t(`progress.status_${state}`)} />
)

/** State of a target indicator, and in one line what it rests on or why there is none. */
export const TargetState: FC<{ view: TargetIndicatorView; words: Words }> = ({ view, words }) => (
  <>
    <State state={view.state} words={words} />
    <p class="fine">{reasonOf(view, words)}</p>
  </>
)

function reasonOf({ indicator, actual }: TargetIndicatorView, words: Words): string {
  if (indicator.actual === null) return words.t('programme.noSeries')
  if (actual === null) return words.t('programme.noFigures')
  return progressReason(actual.assessment.progress, actual.assessment.desired, words)
}

function progressReason(progress: Progress, desired: 'increase' | 'decrease' | null, words: Words): string {
  const value = (number: number) => words.number(number, 6)
  if (progress.kind === 'under_way') {
    const { judgements, status } = progress
    if (status === null) return words.t('programme.methodsDisagree')
    if (status !== 'none') return words.t('programme.methodsAgree')
    const { escap } = judgements
    return escap.kind === 'not_assessed' ? words.t(`progress.reason_${escap.reason}`) : ''
  }
  const { outcome } = progress
  const target = value(outcome.target.value)
  const year = String(outcome.target.year)
  switch (outcome.kind) {
    case 'no_value':
      return words.t('progress.outcome_no_value', { year, target })
    case 'disputed':
      return words.t('progress.outcome_disputed', { year, target, values: outcome.values.map(value).join('; ') })
    case 'missed':
      return words.t(desired === 'decrease' ? 'progress.outcome_missedAbove' : 'progress.outcome_missed', {
        by: value(outcome.by),
        value: value(outcome.value),
        year,
        target,
      })
    default:
      return words.t(`progress.outcome_${outcome.kind}`, { value: value(outcome.value), year, target })
  }
}
