import type { FC } from 'hono/jsx'
import type { SeriesAssessment } from '../../books/indicators/assess-series.ts'
import type { TargetIndicatorView } from '../../books/programme/target-indicator-view.ts'
import { ProgressBadge } from '../indicators/progress-badge.tsx'
import type { Words } from '../words.ts'

interface TargetStateProps {
  view: TargetIndicatorView
  words: Words
  /** In a list, what is the same for most rows is said once above it; on the goal's own page, absence stands beside it. */
  brief?: boolean
}

/** State of a target indicator, and in one line what it rests on or why there is none. */
export const TargetState: FC<TargetStateProps> = ({ view, words, brief }) => {
  const reason = brief ? briefReason(view, words) : view.actual === null ? '' : reasonOf(view, words)
  return (
    <>
      <ProgressBadge state={view.state} words={words} />
      {reason !== '' && <p class="fine">{reason}</p>}
    </>
  )
}

function briefReason(view: TargetIndicatorView, words: Words): string {
  const common = view.actual?.assessment.progress.kind === 'under_way' && view.state !== 'none'
  return common && view.actual ? otherTarget(view.actual.assessment, words) : reasonOf(view, words)
}

function reasonOf({ indicator, actual }: TargetIndicatorView, words: Words): string {
  if (indicator.actual === null) return words.t('programme.noSeries')
  if (actual === null) return words.t('programme.noFigures')
  return [progressReason(actual.assessment, words), otherTarget(actual.assessment, words)].filter(Boolean).join(' ')
}

/** Where the programme names no target or no direction, the judgement rests on another one: it is said whose. */
function otherTarget({ target, targetOrigin, desired, desiredOrigin }: SeriesAssessment, words: Words): string {
  const isOthers = target !== null && targetOrigin !== null && targetOrigin !== 'programme'
  const told = isOthers
    ? words.t('programme.otherTarget', {
        value: words.number(target.value, 6),
        year: String(target.year),
        origin: words.t(`progress.origin_${targetOrigin}`),
      })
    : ''
  if (isOthers || desired === null || desiredOrigin === null || desiredOrigin === 'programme') return told
  return `${words.t(`progress.direction_${desired}`)}: ${words.t(`progress.directionOrigin_${desiredOrigin}`)}.`
}

function progressReason({ progress, desired }: SeriesAssessment, words: Words): string {
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
    case 'reached':
    case 'no_direction':
      return words.t(`progress.outcome_${outcome.kind}`, { value: value(outcome.value), year, target })
  }
}
