import type { CommitmentView } from './commitment-view.ts'
import { firstDayOf } from './partial-date.ts'
import { isFinished } from './assignment-list.ts'
import type { Attendance, CooperationEvent, CooperationRecord, Membership } from './records.ts'
import { twoClocks, type TwoClocks } from './two-clocks.ts'

type Of<Kind extends 'event' | 'attendance' | 'membership'> = CooperationRecord<Kind>

/** A line of the programme of a visit. */
export interface ProgrammeLine {
  event: Of<'event'>
  /** null: only the day is known, or the zone of the place is not. */
  starts: TwoClocks | null
  ends: TwoClocks | null
}

/** What the head of the delegation has to know before one meeting. */
export interface MeetingBrief extends ProgrammeLine {
  /** Everybody of the other side, by number of the attendance. */
  guests: ReadonlyArray<Of<'attendance'>>
  partners: readonly number[]
  /** The last events with one of these partners, the newest first. */
  contacts: ReadonlyArray<Of<'event'>>
  /** What they promised us or we promised them, and what nobody has finished. */
  open: readonly CommitmentView[]
}

const mostContacts = 5

/** When an event begins, as far as it is known, so that events can be put in order: on the clock of its place. */
export const beginningOf = ({ startsAt, dated }: CooperationEvent): string => startsAt || (firstDayOf(dated) ?? '')

/** The events below a visit, the earliest first; those of which nobody knows when stand last, in the order in which they were entered. */
export function programmeOf(visit: Of<'event'>, events: ReadonlyArray<Of<'event'>>, cityZone: string): ProgrammeLine[] {
  const below = new Set([visit.number])
  // Events are entered in any order: a session may have a lower number than its forum.
  for (let size = 0; size !== below.size;) {
    size = below.size
    for (const { number, content } of events) if (content.parent !== null && below.has(content.parent)) below.add(number)
  }
  return events
    .filter(({ number }) => below.has(number) && number !== visit.number)
    .map((event) => lineOf(event, visit.content.timeZone || cityZone, cityZone))
    .toSorted((a, b) => compare(orderOf(a), orderOf(b)) || a.event.number - b.event.number)
}

/** A meeting that does not say its zone is in that of its visit. */
export function lineOf(event: Of<'event'>, visitZone: string, cityZone: string): ProgrammeLine {
  const { startsAt, endsAt, timeZone } = event.content
  const zone = timeZone || visitZone
  return { event, starts: twoClocks(startsAt, zone, cityZone), ends: twoClocks(endsAt, zone, cityZone) }
}

const orderOf = ({ starts, event }: ProgrammeLine): string => starts?.moment.toISOString() ?? (beginningOf(event.content) || '9999')

/** The city's own delegation: the members of the visit, and of any meeting of it, each person once. */
export function delegationOf(
  visit: number,
  programme: readonly ProgrammeLine[],
  attendance: ReadonlyArray<Of<'attendance'>>,
): Array<Of<'attendance'>> {
  const events = new Set([visit, ...programme.map(({ event }) => event.number)])
  const seen = new Set<string>()
  return attendance
    .filter(({ content }) => content.isDelegate && events.has(content.event))
    .toSorted((a, b) => Number(b.content.event === visit) - Number(a.content.event === visit) || a.number - b.number)
    .filter(({ content: { person, partner }, number }) => {
      const who = person === null && partner === null ? `attendance ${number}` : `${person} ${person === null ? partner : ''}`
      return !seen.has(who) && seen.add(who) !== undefined
    })
}

/** Whom an attendance stands for: the partner itself, whom she speaks for, and the offices that the person held that day. */
export function partnersOf(
  { partner, onBehalfOf, person }: Attendance,
  memberships: ReadonlyArray<Of<'membership'>>,
  on: string,
): number[] {
  const offices = memberships
    .filter(({ content }) => person !== null && content.person === person && heldOn(content, on))
    .map(({ content }) => content.partner)
  return [...new Set([partner, onBehalfOf, ...offices].flatMap((one) => one ?? []))]
}

/** A day of which nobody says anything excludes nothing. */
const heldOn = ({ from, until }: Membership, on: string): boolean =>
  on === '' || ((from === '' || on.slice(0, from.length) >= from) && (until === '' || on.slice(0, until.length) <= until))

/**
 * The brief of one meeting, out of everything that the city keeps.
 *
 * @param all.own  number of the city's own administration among the partners: it is nobody's guest
 */
export function briefOf(
  line: ProgrammeLine,
  all: {
    own: number | null
    events: ReadonlyArray<Of<'event'>>
    attendance: ReadonlyArray<Of<'attendance'>>
    memberships: ReadonlyArray<Of<'membership'>>
    commitments: readonly CommitmentView[]
  },
): MeetingBrief {
  const { number, content } = line.event
  const day = beginningOf(content).slice(0, 10)
  const guestsOf = (event: number) => all.attendance.filter((one) => one.content.event === event && !one.content.isDelegate)
  const guests = guestsOf(number)
  const partners = [...new Set(guests.flatMap((guest) => partnersOf(guest.content, all.memberships, day)))].filter((one) => one !== all.own)
  const withThem = (event: Of<'event'>): boolean =>
    guestsOf(event.number).some((guest) =>
      partnersOf(guest.content, all.memberships, beginningOf(event.content).slice(0, 10)).some((partner) => partners.includes(partner)),
    )
  return {
    ...line,
    guests,
    partners,
    contacts: all.events
      .filter((event) => event.number !== number && event.content.state === 'held' && isBefore(event.content, day) && withThem(event))
      .toSorted((a, b) => compare(beginningOf(b.content), beginningOf(a.content)) || b.number - a.number)
      .slice(0, mostContacts),
    open: all.commitments.filter(
      ({ by, to, status }) => !isFinished(status) && [...by, ...to].some((partner) => partners.includes(partner.number)),
    ),
  }
}

const isBefore = (event: CooperationEvent, day: string): boolean => day === '' || beginningOf(event).slice(0, 10) <= day
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
