import { lastDayOf, type PartialDate } from '../../../books/cooperation/partial-date.ts'
import type { CooperationEvent } from '../../../books/cooperation/records.ts'
import type { TwoClocks } from '../../../books/cooperation/two-clocks.ts'
import { link, type Frame } from '../../frame.ts'
import type { Crumb } from '../../parts/crumbs.tsx'
import type { Words } from '../../words.ts'
import { cooperationCrumbs } from './record-words.ts'

/** Addresses of the day-to-day pages inside the city. */
export const officePath = (page: 'visits' | 'protocols' | 'assignments' | 'mayor-status', number?: number, below = ''): string =>
  `/desk/cooperation/${page}${number === undefined ? '' : `/${number}`}${below}`

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
  startsAt === '' ? dueWords(dated, words) : words.date(startsAt.slice(0, 10))

/** The deadline with the days that are left, for a letter. */
export function daysLeftWords(due: PartialDate, today: string, words: Words): string {
  const lastDay = lastDayOf(due)
  if (lastDay === null) return words.t('office.mail_none')
  const days = Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000)
  return days < 0 ? words.period(due) : words.t('office.mail_days_left', { due: words.period(due), days })
}
