import type { Role } from '../accounts/role.ts'
import type { Language, MultilingualText } from '../text.ts'
import { isFinished } from './assignment-list.ts'
import type { Pursued } from './kept.ts'
import { lastDayOf, type PartialDate } from './partial-date.ts'
import type { Status } from './status.ts'
import { clockAt } from './two-clocks.ts'

/** A commitment or an assignment, as far as somebody is reminded of it. */
export interface Reminded {
  subject: Pursued
  title: MultilingualText
  due: PartialDate
  /** Who answers for it at home. */
  owner: string
  status: Status
}

/** `deadline`: it is near; `overdue`: it has gone by; `nameless`: there is none, or nobody answers for it. */
export type ReminderKind = 'deadline' | 'overdue' | 'nameless'

/** Something that is told once: the key says what and when. */
export interface Reminder {
  key: string
  kind: ReminderKind
  item: Reminded
}

/** Days before the deadline on which it is told. */
const daysBefore = [14, 7, 1] as const

/** Letters are written when the city begins to work; three hours, so that a server that starts late misses nothing. */
const morning = { from: 8, until: 11 }

/**
 * The day of a morning in a city on which letters are written; null at any other hour.
 *
 * @example
 * morningIn('Asia/Almaty', new Date('2026-11-23T03:30:00Z')) // => '2026-11-23'
 * morningIn('Asia/Almaty', new Date('2026-11-22T20:30:00Z')) // => null
 */
export function morningIn(timeZone: string, now: Date): string | null {
  const [day = '', time = ''] = clockAt(now, timeZone).split('T')
  const hour = Number(time.slice(0, 2))
  return hour >= morning.from && hour < morning.until ? day : null
}

/**
 * Everything that is to be told on a day: 14, 7 and 1 day before a deadline; on Mondays what is overdue, and which commitments have no date
 * or no owner. A deadline that is known to the month counts to its last day. Where a day was missed (a server that stood still, an
 * assignment that was entered late) the next day tells it: a step counts until the one after it.
 *
 * @param today  ISO day in the city's time zone
 */
export function remindersOn(items: readonly Reminded[], today: string): Reminder[] {
  const open = items.filter(({ status }) => !isFinished(status))
  const near = open.flatMap((item): Reminder[] => {
    const lastDay = lastDayOf(item.due)
    const step = lastDay === null ? null : stepAt(daysUntil(lastDay, today))
    return step === null ? [] : [{ key: `${item.subject.kind}/${item.subject.number}/${item.due}/${step}`, kind: 'deadline', item }]
  })
  if (!isMonday(today)) return near
  const onMonday = (kind: 'overdue' | 'nameless', items: readonly Reminded[]): Reminder[] =>
    items.map((item) => ({ key: `${kind}/${today}/${item.subject.kind}/${item.subject.number}`, kind, item }))
  return [
    ...near,
    ...onMonday(
      'overdue',
      open.filter(({ status }) => status === 'overdue'),
    ),
    ...onMonday('nameless', open.filter(isNameless)),
  ]
}

const isNameless = ({ subject, due, owner }: Reminded): boolean => subject.kind === 'commitment' && (due === '' || owner.trim() === '')

/** The step that has been reached; null: the deadline is far, or has gone by. */
const stepAt = (days: number): number | null => (days < 0 ? null : (daysBefore.findLast((step) => days <= step) ?? null))

/**
 * @example
 * daysUntil('2026-12-01', '2026-11-24') // => 7
 */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000)

const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 1

/** Somebody of the city's staff who may be written to. */
export interface Receiver {
  personId: string
  email: string
  language: Language
  roles: ReadonlyArray<{ role: Role; department: string | null }>
  disabledAt: string | null
}

/**
 * Who is told: the international office always, and the data officers of the department that answers for it. What has no owner or no date
 * is the international office's alone.
 *
 * @param departments  with their names in every language: an owner is written down as a name
 */
export function receiversOf(
  { kind, item }: Reminder,
  staff: readonly Receiver[],
  departments: ReadonlyArray<{ id: string; name: MultilingualText }>,
): Receiver[] {
  const owner = folded(item.owner)
  const owning = departments
    .filter(({ name }) => owner !== '' && Object.values(name).some((one) => folded(one) === owner))
    .map(({ id }) => id)
  return staff
    .filter(({ disabledAt, email }) => disabledAt === null && email !== '')
    .filter(({ roles }) =>
      roles.some(
        ({ role, department }) =>
          role === 'international_office' ||
          (kind !== 'nameless' && role === 'data_officer' && department !== null && owning.includes(department)),
      ),
    )
}

/** What one person is told of one kind: one message, not one for each deadline. */
export interface Letter {
  receiver: Receiver
  kind: ReminderKind
  items: readonly Reminded[]
}

/** Puts together what each person is told; the earliest deadline first, what has none last. */
export function lettersOf(reminders: ReadonlyArray<{ reminder: Reminder; receivers: readonly Receiver[] }>): Letter[] {
  const letters = new Map<string, { receiver: Receiver; kind: ReminderKind; items: Reminded[] }>()
  for (const { reminder, receivers } of reminders)
    for (const receiver of receivers) {
      const key = `${reminder.kind} ${receiver.personId}`
      const letter = letters.get(key) ?? { receiver, kind: reminder.kind, items: [] }
      letters.set(key, letter)
      letter.items.push(reminder.item)
    }
  return [...letters.values()].map((letter) => ({ ...letter, items: letter.items.toSorted(byDeadline) }))
}

const byDeadline = (a: Reminded, b: Reminded): number => {
  const [one, other] = [lastDayOf(a.due) ?? '9999', lastDayOf(b.due) ?? '9999']
  return one === other ? a.subject.number - b.subject.number : one < other ? -1 : 1
}

const folded = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
