import type { CooperationEvent } from '../../books/cooperation/records.ts'
import { dayOfEvent } from '../../books/cooperation/event-tree.ts'
import type { PartialDate } from '../../books/cooperation/partial-date.ts'
import type { ReportLight, Status } from '../../books/cooperation/status.ts'
import type { PromiseCount } from '../../books/cooperation/strength.ts'
import { link, type Frame } from '../frame.ts'
import type { Crumb } from '../parts/crumbs.tsx'
import type { StatusKind } from '../parts/status.tsx'
import type { Words } from '../words.ts'

export type CooperationFolder = 'events' | 'commitments' | 'partners' | 'agreements' | 'projects' | 'sources'

/** Addresses of the pages of cooperation inside the city. */
export const cooperationPath = (folder?: CooperationFolder, number?: number, anchor = ''): string =>
  `/cooperation${folder === undefined ? '' : `/${folder}`}${number === undefined ? '' : `/${number}`}${anchor === '' ? '' : `#${anchor}`}`

/** Each status has a shape of its own beside its word. */
export const statusShapes: Readonly<Record<Status, StatusKind>> = {
  silent: 'none',
  confirmed: 'accel',
  started: 'accel',
  overdue: 'reverse',
  done: 'on',
  lapsed: 'reverse',
  withdrawn: 'reverse',
  superseded: 'none',
}

export const lightShapes: Readonly<Record<ReportLight['light'], StatusKind>> = {
  green: 'on',
  yellow: 'accel',
  red: 'reverse',
  not_assessed: 'none',
  closed: 'none',
}

/** "7 commitments and 2 intentions": whoever only intends has not promised. */
export function promiseCountWords({ commitments, intentions }: PromiseCount, words: Words): string {
  const promised = words.t('cooperation.commitmentCount', { count: commitments })
  const intended = words.t('cooperation.intentionCount', { count: intentions })
  if (intentions === 0) return promised
  return commitments === 0 ? intended : words.t('cooperation.commitmentsAndIntentions', { promised, intended })
}

/** A day as far as it is known; that it was concluded and not read is said. */
export function dayWords(date: PartialDate, words: Words, isInferred = false): string {
  if (date === '') return words.t('cooperation.dayUnknown')
  return isInferred ? words.t('cooperation.dayInferred', { day: words.period(date) }) : words.period(date)
}

/** The day of an event with its hours, by the clock of the place. */
export function eventDayWords(event: Pick<CooperationEvent, 'startsAt' | 'endsAt' | 'dated' | 'isDateInferred'>, words: Words): string {
  const day = dayWords(dayOfEvent(event), words, event.isDateInferred)
  const [from, until] = [event.startsAt.slice(11), event.endsAt.slice(11)]
  const lastDay = event.endsAt.slice(0, 10)
  if (from === '') return day
  if (lastDay !== '' && lastDay !== event.startsAt.slice(0, 10)) return `${day}, ${from} – ${words.date(lastDay)}, ${until}`
  return `${day}, ${from}${until === '' ? '' : `–${until}`}`
}

/** Place and country of an event, as far as they are known; a place that names its country says enough. */
export function whereWords({ place, country }: Pick<CooperationEvent, 'place' | 'country'>, words: Words): string {
  const [where, state] = [words.pick(place), countryName(country, words)]
  return where.includes(state) ? where : [where, state].filter((part) => part !== '').join(', ')
}

/** The name of a country by its code (ISO 3166-1); '' for none. */
export const countryName = (code: string, words: Words): string =>
  code === '' ? '' : (new Intl.DisplayNames([words.language], { type: 'region' }).of(code) ?? code)

/** The name of a language by its code (ISO 639). */
export const languageName = (code: string, words: Words): string =>
  new Intl.DisplayNames([words.language], { type: 'language' }).of(code) ?? code

/** The way up from a page of cooperation. */
export const cooperationCrumbs = (frame: Frame, folder: CooperationFolder | null, ...below: Crumb[]): Crumb[] => [
  { label: frame.words.t('cooperation.book'), href: link(frame, cooperationPath()) },
  ...(folder === null ? [] : [folderCrumb(frame, folder, below.length > 0)]),
  ...below,
]

function folderCrumb(frame: Frame, folder: CooperationFolder, isLink: boolean): Crumb {
  const label = frame.words.t(`cooperation.kinds_${singular[folder]}`)
  // Events and sources have no list of their own: visits stand on the first page, sources where they are quoted.
  return isLink && folder !== 'events' && folder !== 'sources' ? { label, href: link(frame, cooperationPath(folder)) } : { label }
}

const singular = {
  events: 'event',
  commitments: 'commitment',
  partners: 'partner',
  agreements: 'agreement',
  projects: 'project',
  sources: 'source',
} as const

/** The stretch of a list that one page shows. */
export function sliceOf<Item>(items: readonly Item[], asked: number, perPage: number): { items: Item[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  return { items: items.slice((page - 1) * perPage, page * perPage), page, pages }
}
