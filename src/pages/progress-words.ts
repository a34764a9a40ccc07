import type { ProgressUnderWay } from '../books/indicators/progress/assess-progress.ts'
import type { Sensitivity } from '../books/indicators/progress/sensitivity.ts'
import type { Caution } from '../books/indicators/progress/series-flag.ts'
import type { Words } from './words.ts'

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
export function sayAgreement(words: Words, { status, statuses, whyTheyDiffer }: ProgressUnderWay): string[] {
  if (status === null) return whyTheyDiffer.map((reason) => words.t(`progress.why_${reason}`))
  const count = Object.values(statuses).filter((one) => one !== 'none').length
  return [count === 0 ? words.t('progress.noneJudge') : words.t('progress.allAgree', { count })]
}

/** A number of a method: four significant digits, whole from 1,000 on. Published values are shown from their text instead. */
export function sayNumber(words: Words, value: number): string {
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  return words.number(value, Math.min(8, Math.max(0, 3 - size)))
}
