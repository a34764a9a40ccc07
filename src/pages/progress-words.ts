import type { Progress } from '../books/indicators/progress/assess-progress.ts'
import type { EscapAssessed } from '../books/indicators/progress/escap.ts'
import { foldStatus, type Judgements, type Method, type Status } from '../books/indicators/progress/fold-status.ts'
import type { MinMaxAssessed } from '../books/indicators/progress/min-max.ts'
import type { OpenSdgAssessed } from '../books/indicators/progress/open-sdg.ts'
import type { TargetOutcome } from '../books/indicators/progress/outcome-of-target.ts'
import type { Sensitivity } from '../books/indicators/progress/sensitivity.ts'
import type { Caution } from '../books/indicators/progress/series-flag.ts'
import type { Desired, Point } from '../books/indicators/progress/trajectory.ts'
import type { UnsdAssessed } from '../books/indicators/progress/unsd-2023.ts'
import type { Words } from './words.ts'

/** One row of the table of methods, in words. */
export interface SaidJudgement {
  method: string
  status: Status
  /** The method's own word, or "not assessed". */
  category: string
  /** The numbers that explain it, or the reason why there is no judgement; sentences. */
  because: readonly string[]
}

/** A judgement of one method in words. */
export function sayJudgement<M extends Method>(words: Words, method: M, judgement: Judgements[M]): SaidJudgement {
  const name = words.t(`progress.method_${method}`)
  const own = method === 'minMax' ? [words.t('progress.minMaxOwn')] : []
  if (judgement.kind === 'not_assessed') {
    const because = [words.t(`progress.reason_${judgement.reason}`), ...own]
    return { method: name, status: 'none', category: words.t('progress.status_none'), because }
  }
  const because = [...explain(words, method, judgement), ...own]
  return { method: name, status: foldStatus(judgement), category: words.t(`progress.category_${judgement.category}`), because }
}

type Assessed = EscapAssessed | OpenSdgAssessed | UnsdAssessed | MinMaxAssessed

function explain(words: Words, method: Method, judgement: Assessed): string[] {
  if (method !== 'minMax' && judgement.metNow && 'target' in judgement && judgement.target) {
    return [words.t('progress.explain_metNow', { ...latestOf(words, judgement.latest), target: sayNumber(words, judgement.target.value) })]
  }
  const explainers: { [M in Method]: (words: Words, judgement: never) => string[] } = {
    escap: explainEscap,
    openSdg: explainOpenSdg,
    unsd: explainUnsd,
    minMax: explainMinMax,
  }
  return explainers[method](words, judgement as never)
}

function explainEscap(
  words: Words,
  { baseline, baselineEstimated, latest, anticipated, currentStatusIndex, gapPercent }: EscapAssessed,
): string[] {
  if (baseline === null) return []
  const shared = { ...baselineOf(words, baseline), ...latestOf(words, latest) }
  const estimated = baselineEstimated ? [words.t('progress.baselineEstimated', { year: String(baseline.year) })] : []
  if (anticipated === null || currentStatusIndex === null || gapPercent === null)
    return [words.t('progress.explain_lost', shared), ...estimated]
  const expected = { targetYear: String(anticipated.year), expected: sayNumber(words, anticipated.value) }
  const index = words.number(currentStatusIndex)
  return [words.t('progress.explain_escap', { ...shared, ...expected, index, gap: words.number(gapPercent, 0) }), ...estimated]
}

function explainOpenSdg(words: Words, { baseline, latest, observedGrowth, requiredGrowth, zeroReplaced }: OpenSdgAssessed): string[] {
  const shared = { ...baselineOf(words, baseline), ...latestOf(words, latest), observed: sayRate(words, observedGrowth ?? 0) }
  const growth =
    requiredGrowth === null
      ? words.t('progress.explain_growth', shared)
      : words.t('progress.explain_growthNeeded', { ...shared, required: sayRate(words, requiredGrowth) })
  return [growth, ...(zeroReplaced ? [words.t('progress.zeroReplaced')] : [])]
}

function explainUnsd(words: Words, { baseline, latest, target, nearlyMet, observedGrowth, expected, share }: UnsdAssessed): string[] {
  if (nearlyMet && target)
    return [words.t('progress.explain_nearlyMet', { ...latestOf(words, latest), target: sayNumber(words, target.value) })]
  const observed = sayRate(words, observedGrowth ?? 0)
  if (expected && share !== null) {
    const details = {
      observed,
      expected: sayNumber(words, expected.value),
      targetYear: String(expected.year),
      share: words.number(share * 100, 0),
    }
    return [words.t(share < 0 ? 'progress.explain_shareAway' : 'progress.explain_share', details)]
  }
  return baseline === null
    ? []
    : [words.t('progress.explain_growth', { ...baselineOf(words, baseline), ...latestOf(words, latest), observed })]
}

function explainMinMax(words: Words, { category, score, areas, worst, best, pace }: MinMaxAssessed): string[] {
  const place = { score: words.number(score, 0), areas, worst: sayNumber(words, worst), best: sayNumber(words, best) }
  const placed = words.t('progress.explain_minMax', place)
  if (category === 'at_best') return [placed]
  const away = category === 'decreasing' || pace === null
  return [placed, away ? words.t('progress.explain_paceAway') : words.t('progress.explain_pace', { pace: words.number(pace * 100, 0) })]
}

/** What became of a target whose year has passed. */
export function sayOutcome(words: Words, outcome: TargetOutcome, desired: Desired | null): string[] {
  const year = String(outcome.target.year)
  const later = outcome.laterValues.map((point) => `${sayNumber(words, point.value)} (${point.year})`).join('; ')
  return [
    sayEnd(words, outcome, { year, target: sayNumber(words, outcome.target.value) }, desired),
    ...(outcome.kind === 'no_value' && outcome.lastBefore
      ? [words.t('progress.lastBefore', { value: sayNumber(words, outcome.lastBefore.value), year: String(outcome.lastBefore.year) })]
      : []),
    later === '' ? words.t('progress.noLaterValues') : words.t('progress.laterValues', { values: later, year }),
  ]
}

function sayEnd(words: Words, outcome: TargetOutcome, about: { year: string; target: string }, desired: Desired | null): string {
  if (outcome.kind === 'no_value') return words.t('progress.outcome_no_value', about)
  if (outcome.kind === 'disputed') {
    return words.t('progress.outcome_disputed', { ...about, values: outcome.values.map((value) => sayNumber(words, value)).join('; ') })
  }
  const value = sayNumber(words, outcome.value)
  if (outcome.kind !== 'missed') return words.t(`progress.outcome_${outcome.kind}`, { ...about, value })
  const key = desired === 'decrease' ? 'progress.outcome_missedAbove' : 'progress.outcome_missed'
  return words.t(key, { ...about, value, by: sayNumber(words, outcome.by) })
}

/** Breaks and outliers to be read before the judgement. */
export const sayCaution = (words: Words, { kind, timePeriod, touches }: Caution): string =>
  `${words.t(`progress.caution_${kind}`, { year: words.period(timePeriod) })} ${words.t(`progress.touches_${touches}`)}`

/** A judgement that hangs on one year. */
export const saySensitivity = (words: Words, { method, year, from, to }: Sensitivity): string =>
  words.t('progress.sensitivityLine', {
    year: String(year),
    method: words.t(`progress.method_${method}`),
    from: words.t(`progress.status_${from}`),
    to: words.t(`progress.status_${to}`),
  })

/** Why the methods differ, or that they agree. */
export function sayAgreement(words: Words, progress: Extract<Progress, { kind: 'under_way' }>): string[] {
  if (progress.status === null) return progress.whyTheyDiffer.map((reason) => words.t(`progress.why_${reason}`))
  const count = Object.values(progress.statuses).filter((status) => status !== 'none').length
  return [count === 0 ? words.t('progress.noneJudge') : words.t('progress.allAgree', { count })]
}

/** A number of a method: four significant digits, whole from 1,000 on. Published values are shown from their text instead. */
export function sayNumber(words: Words, value: number): string {
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  return words.number(value, Math.min(8, Math.max(0, 3 - size)))
}

/** A yearly rate as percent without its sign. */
const sayRate = (words: Words, rate: number): string => words.number(rate * 100, 2)

const baselineOf = (words: Words, { year, value }: Point) => ({ baselineYear: String(year), baseline: sayNumber(words, value) })
const latestOf = (words: Words, { year, value }: Point) => ({ latestYear: String(year), latest: sayNumber(words, value) })
