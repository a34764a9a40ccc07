import { eventWaits, type CooperationWait } from '../../../books/cooperation/desk-view.ts'
import { lastDayOf, type PartialDate } from '../../../books/cooperation/partial-date.ts'
import type { Attendance, CooperationEvent } from '../../../books/cooperation/records.ts'
import type { TwoClocks } from '../../../books/cooperation/two-clocks.ts'
import { dayWords } from '../../cooperation/cooperation-words.ts'
import { link, type Frame } from '../../frame.ts'
import type { Crumb } from '../../parts/crumbs.tsx'
import type { Words } from '../../words.ts'
import { cooperationCrumbs, recordPath } from './record-words.ts'

/** Addresses of the day-to-day pages inside the city. */
export const officePath = (page: 'visits' | 'protocols' | 'assignments' | 'mayor-status', number?: number, below = ''): string =>
  `/desk/cooperation/${page}${number === undefined ? '' : `/${number}`}${below}`

/** Where everything stands that waits for the same. */
export function waitPath(wait: CooperationWait): string {
  if (wait === 'assignment_overdue') return `${officePath('assignments')}?state=overdue`
  const isOfEvents = eventWaits.some((one) => one === wait)
  return `${recordPath(wait === 'notice_due' ? 'agreement' : isOfEvents ? 'event' : 'commitment')}?only=${wait}`
}

/** The way back: desk, cooperation, visits, and what lies between. */
export const visitCrumbs = (frame: Frame, ...here: ReadonlyArray<string | Crumb>): Crumb[] =>
  cooperationCrumbs(frame, null, { label: frame.words.t('office.visits'), href: link(frame, officePath('visits')) }, ...here)

/** A day as far as it is known. */
export const dueWords = (due: PartialDate, words: Words): string => (due === '' ? words.t('cooperation.flag_no_date') : words.period(due))

/** `09:00`, and the day before it where that is another than the day of the line. */
export const hourWords = (local: string, day: string, words: Words): string =>
  local.startsWith(day) ? local.slice(11) : `${words.date(local.slice(0, 10))}, ${local.slice(11)}`

/** From when until when on one of the two clocks. */
export function hoursWords(starts: TwoClocks | null, ends: TwoClocks | null, clock: 'there' | 'home', words: Words): string {
  if (starts === null) return words.t('office.time_unknown')
  const day = starts.there.slice(0, 10)
  const from = hourWords(starts[clock], day, words)
  return ends === null ? from : `${from}–${hourWords(ends[clock], starts[clock].slice(0, 10), words)}`
}

/** When an event is, as far as it is known. */
export const eventDay = ({ startsAt, dated }: Pick<CooperationEvent, 'startsAt' | 'dated'>, words: Words): string =>
  dayWords(startsAt === '' ? dated : startsAt.slice(0, 10), words)

/** A state of an event or of somebody's attendance, within a line. */
export const stateWords = (state: `event_state_${CooperationEvent['state']}` | `attendance_${Attendance['state']}`, words: Words): string =>
  words.t(`cooperation.${state}`).toLocaleLowerCase(words.language)

/** The deadline with the days that are left, for a letter. */
export function daysLeftWords(due: PartialDate, today: string, words: Words): string {
  const lastDay = lastDayOf(due)
  if (lastDay === null) return words.t('office.mail_none')
  const days = Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000)
  return days < 0 ? words.period(due) : words.t('office.mail_days_left', { due: words.period(due), days })
}
