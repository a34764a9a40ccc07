import type { MultilingualText } from '../text.ts'
import { agreementTermOn } from './agreement-term.ts'
import type { CommitmentView, PartnerName } from './commitment-view.ts'
import { firstDayOf, lastDayOf } from './partial-date.ts'
import type { Agreement, CooperationRecord } from './records.ts'
import type { Status, StatusEventKind } from './status.ts'
import { beginningOf, partnersOf } from './visit-brief.ts'

/** Where things stand with one partner, in numbers. */
export interface PartnerLine {
  partner: PartnerName
  /** Agreements that were signed and have not ended. */
  signed: number
  inWork: number
  overdue: number
  noAnswer: number
  lapsed: number
  done: number
  next: NextVisit | null
}

export const standings = ['signed', 'inWork', 'overdue', 'noAnswer', 'lapsed', 'done'] as const
export type Standing = (typeof standings)[number]

export interface NextVisit {
  number: number
  title: MultilingualText
  /** As far as it is known. */
  on: string
}

/** Something that happened since the day that was asked for. */
export type StatusChange =
  | { kind: 'event'; on: string; commitment: Titled; what: StatusEventKind }
  | { kind: 'deadline'; on: string; commitment: Titled; due: string; isFirst: boolean }
  | { kind: 'signed'; on: string; agreement: Titled }
  | { kind: 'held'; on: string; event: Titled }

interface Titled {
  number: number
  title: MultilingualText
}

/** One page for the mayor. */
export interface MayorStatus {
  partners: readonly PartnerLine[]
  total: Readonly<Record<Standing, number>>
  next: NextVisit | null
  /** The newest first. */
  changes: readonly StatusChange[]
}

/** What the page is made of: everything that the city keeps. */
export interface StatusParts {
  partners: ReadonlyArray<CooperationRecord<'partner'>>
  commitments: readonly CommitmentView[]
  agreements: ReadonlyArray<CooperationRecord<'agreement'>>
  events: ReadonlyArray<CooperationRecord<'event'>>
  attendance: ReadonlyArray<CooperationRecord<'attendance'>>
  memberships: ReadonlyArray<CooperationRecord<'membership'>>
}

/** `superseded` is nowhere: what took its place is counted. */
const standingOf: Readonly<Partial<Record<Status, Standing>>> = {
  confirmed: 'inWork',
  started: 'inWork',
  overdue: 'overdue',
  silent: 'noAnswer',
  lapsed: 'lapsed',
  withdrawn: 'lapsed',
  done: 'done',
}

/**
 * Where cooperation stands, partner by partner: agreements that were signed, and what those who promised made of it. Partners with something
 * overdue come first, those with whom there is nothing do not come at all.
 *
 * @param today, since  ISO days in the city's time zone
 * @param dayOf  the day of a moment there
 */
export function mayorStatus(parts: StatusParts, today: string, since: string, dayOf: (moment: string) => string): MayorStatus {
  const { partners, commitments, agreements } = parts
  const coming = comingEvents(parts, today)
  const lines = partners
    .map(({ number, content }): PartnerLine => {
      const own = commitments.filter(({ by }) => by.some((one) => one.number === number))
      return {
        partner: { number, kind: content.kind, name: content.name },
        ...counted(own),
        signed: agreements.filter(({ content }) => isSigned(content, today) && content.parties.includes(number)).length,
        next: coming.find((event) => event.partners.includes(number))?.visit ?? null,
      }
    })
    .filter((line) => line.next !== null || standings.some((standing) => line[standing] > 0))
    .toSorted((a, b) => b.overdue - a.overdue || b.noAnswer - a.noAnswer || b.inWork - a.inWork || a.partner.number - b.partner.number)
  return {
    partners: lines,
    // What two partners promised together, or signed with each other, counts once.
    total: { ...counted(commitments), signed: agreements.filter(({ content }) => isSigned(content, today)).length },
    next: coming[0]?.visit ?? null,
    changes: changesSince(parts, today, since, dayOf),
  }
}

function counted(commitments: readonly CommitmentView[]): Record<Standing, number> {
  const counts: Record<Standing, number> = { signed: 0, inWork: 0, overdue: 0, noAnswer: 0, lapsed: 0, done: 0 }
  for (const { status } of commitments) {
    const standing = standingOf[status]
    if (standing !== undefined) counts[standing]++
  }
  return counts
}

/** Planned and not yet over, the earliest first, with those who will be there; visits stand for the meetings below them. */
function comingEvents({ events, attendance, memberships }: StatusParts, today: string): Array<{ visit: NextVisit; partners: number[] }> {
  const byNumber = new Map(events.map((event) => [event.number, event]))
  const topOf = (event: CooperationRecord<'event'>): CooperationRecord<'event'> => {
    let top = event
    for (let steps = 0; steps < events.length; steps++) {
      const parent = top.content.parent === null ? undefined : byNumber.get(top.content.parent)
      if (parent === undefined) break
      top = parent
    }
    return top
  }
  return events
    .filter(({ content: { state, startsAt, dated } }) => {
      const last = startsAt === '' ? lastDayOf(dated) : startsAt.slice(0, 10)
      return state === 'planned' && last !== null && last >= today
    })
    .map((event) => {
      const on = event.content.startsAt.slice(0, 10) || event.content.dated
      const guests = attendance.filter(({ content }) => content.event === event.number && !content.isDelegate)
      return {
        visit: { number: topOf(event).number, title: topOf(event).content.title, on },
        partners: guests.flatMap(({ content }) => partnersOf(content, memberships, firstDayOf(on) ?? '')),
        from: beginningOf(event.content),
        number: event.number,
      }
    })
    .toSorted((a, b) => (a.from === b.from ? a.number - b.number : a.from < b.from ? -1 : 1))
}

function changesSince(
  { commitments, agreements, events }: StatusParts,
  today: string,
  since: string,
  dayOf: (moment: string) => string,
): StatusChange[] {
  const isNew = (day: string): boolean => day >= since && day <= today
  const changes: StatusChange[] = [
    ...commitments.flatMap(({ number, content: { title }, events: happened, deadlines }): StatusChange[] => [
      ...happened.map(({ kind: what, enteredAt }) => ({
        kind: 'event' as const,
        on: dayOf(enteredAt),
        commitment: { number, title },
        what,
      })),
      ...deadlines.map(({ due, setAt }, at) => ({
        ...{ kind: 'deadline' as const, on: dayOf(setAt), commitment: { number, title }, due, isFirst: at === 0 },
      })),
    ]),
    ...agreements.map(({ number, content: { title, signedOn } }) => ({
      ...{ kind: 'signed' as const, on: lastDayOf(signedOn) ?? '', agreement: { number, title } },
    })),
    ...events
      .filter(({ content: { state, parent } }) => state === 'held' && parent === null)
      .map(({ number, content }) => ({
        ...{
          kind: 'held' as const,
          on: content.startsAt.slice(0, 10) || (lastDayOf(content.dated) ?? ''),
          event: { number, title: content.title },
        },
      })),
  ]
  // A stable order: among the changes of one day, the order in which they are kept.
  return changes.filter(({ on }) => isNew(on)).toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1))
}

const isSigned = (agreement: Agreement, today: string): boolean =>
  agreement.signedOn !== '' && (firstDayOf(agreement.signedOn) ?? '') <= today && agreementTermOn(agreement, today).state !== 'ended'
