import type { TargetIndicatorView } from '../../books/programme/target-indicator-view.ts'
import type { Goal, Measure, ProgrammeVersion, TargetIndicator } from '../../books/programme/programme.ts'
import { isMessageKey } from '../messages.ts'
import type { Words } from '../words.ts'

/** Addresses of the programme's pages inside the city. */
export const goalPath = (goal: Pick<Goal, 'number'>, anchor = ''): string =>
  `/programme/goals/${encodeURIComponent(goal.number)}${anchor === '' ? '' : `#${anchor}`}`
export const versionPath = (version: Pick<ProgrammeVersion, 'number'>, anchor = ''): string =>
  `/programme/versions/${version.number}${anchor === '' ? '' : `#${anchor}`}`
export const differencePath = (before: Pick<ProgrammeVersion, 'number'>, after: Pick<ProgrammeVersion, 'number'>): string =>
  `/programme/difference/${before.number}/${after.number}`

/** "Version 2, adopted, 15 February 2024". */
export function versionWords(version: ProgrammeVersion, words: Words): string {
  const status = words.t(`programme.status_${version.status}`)
  const number = String(version.number)
  return version.date === null
    ? words.t('programme.versionUndated', { number, status })
    : words.t('programme.versionDated', { number, status, date: dayWords(version.date, words) })
}

/** A day, a month or a year in words. */
export const dayWords = (date: string, words: Words): string => words.period(date)

/** `nominal` or `constant 2023` in words. */
export function pricesWords(prices: string, words: Words): string {
  const year = /^constant (\d{4})$/.exec(prices)?.[1]
  return year === undefined ? words.t('programme.pricesNominal') : words.t('programme.pricesConstant', { year })
}

/** `KZT` → "tenge"; the code itself where we have no word for it. */
export function currencyWords(currency: string, words: Words): string {
  const key = `programme.currency_${currency}`
  return isMessageKey(key) ? words.t(key) : currency
}

export const unitOf = (view: TargetIndicatorView, words: Words): string => words.pick(view.unitName) || view.indicator.unit

export const desiredWords = (desired: TargetIndicator['desired'], words: Words): string =>
  words.t(`progress.direction_${desired ?? 'none'}`)

/** An absent owner or deadline is said, not left blank. */
export const ownerWords = (measure: Measure, words: Words): string => words.pick(measure.owner) || words.t('programme.ownerNotSaid')
export const deadlineWords = (measure: Measure, words: Words): string =>
  measure.deadline === null ? words.t('programme.deadlineNotSaid') : dayWords(measure.deadline, words)
