import { daysAfter, firstDayOf, lastDayOf, yearsAfter } from './partial-date.ts'
import type { Agreement } from './records.ts'

/**
 * - `unknown`  neither its first day nor its last is written down
 * - `open_ended`  it has no end
 */
export type AgreementState = 'unknown' | 'not_yet' | 'in_force' | 'open_ended' | 'ended'

export interface AgreementTerm {
  state: AgreementState
  /** Last day of the term that runs; of one that is over, its last day. null: it has none. */
  endsOn: string | null
  /** How often it has renewed itself. */
  renewals: number
  /** Last day on which one may say that it is not to be renewed, or that it ends; null: no such day is agreed, or the term is over. */
  noticeBy: string | null
}

type Dated = Pick<Agreement, 'signedOn' | 'inForceFrom' | 'until' | 'renewsByYears' | 'noticeDays'>

/**
 * The term of an agreement as it runs on a day. An agreement that renews itself goes on by whole terms, counted from the first end, so that
 * a 29 February comes back in leap years. Whoever wants it to end has to say so by the day of notice.
 *
 * Missing  a month or a year counts up to its last day: no agreement is called ended too early.
 *
 * @param today  ISO day in the city's time zone
 * @example
 * agreementTermOn({ signedOn: '2019-06-10', inForceFrom: '', until: '2022-06-09', renewsByYears: 3, noticeDays: 90 }, '2026-11-23')
 * // => { state: 'in_force', endsOn: '2028-06-09', renewals: 2, noticeBy: '2028-03-11' }
 */
export function agreementTermOn({ signedOn, inForceFrom, until, renewsByYears, noticeDays }: Dated, today: string): AgreementTerm {
  const begins = firstDayOf(inForceFrom || signedOn)
  const firstEnd = lastDayOf(until)
  const none = { endsOn: null, renewals: 0, noticeBy: null }
  if (begins === null && firstEnd === null) return { state: 'unknown', ...none }
  const isToCome = begins !== null && today < begins
  if (firstEnd === null) return { state: isToCome ? 'not_yet' : 'open_ended', ...none }
  const renewals = renewsByYears === null ? 0 : renewalsUntil(firstEnd, renewsByYears, today)
  const endsOn = yearsAfter(firstEnd, renewals * (renewsByYears ?? 0))
  if (today > endsOn) return { state: 'ended', endsOn, renewals, noticeBy: null }
  const noticeBy = noticeDays === null ? null : daysAfter(endsOn, -noticeDays)
  return { state: isToCome ? 'not_yet' : 'in_force', endsOn, renewals, noticeBy }
}

/** Days before the day of notice from which the desk is told of it: a council that has to decide meets once a month. */
const noticeWarningDays = 60

/**
 * Whether the last day on which one may give notice comes soon.
 *
 * @example
 * isNoticeDue({ signedOn: '2019-06-10', inForceFrom: '', until: '2027-01-31', renewsByYears: null, noticeDays: 30 }, '2026-11-23') // => true
 */
export function isNoticeDue(agreement: Dated, today: string): boolean {
  const { noticeBy } = agreementTermOn(agreement, today)
  return noticeBy !== null && noticeBy >= today && noticeBy <= daysAfter(today, noticeWarningDays)
}

/** Whole terms that have to be added to the first end before it lies on the day or after it. */
function renewalsUntil(firstEnd: string, years: number, today: string): number {
  let renewals = Math.max(0, Math.floor((Number(today.slice(0, 4)) - Number(firstEnd.slice(0, 4))) / years))
  while (yearsAfter(firstEnd, renewals * years) < today) renewals += 1
  return renewals
}
