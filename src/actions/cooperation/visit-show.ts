import type { NamedRecords } from '../../books/cooperation/desk-view.ts'
import { findOwnPartner } from '../../books/cooperation/own-partner.ts'
import type { CooperationRecord, RecordKind } from '../../books/cooperation/records.ts'
import {
  beginningOf,
  briefOf,
  delegationOf,
  lineOf,
  programmeOf,
  type MeetingBrief,
  type ProgrammeLine,
} from '../../books/cooperation/visit-brief.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { namedRecords } from './desk-named.ts'
import { showCommitments } from './show-commitments.ts'

type Needs = Pick<
  CooperationReads,
  'findCooperation' | 'listCooperation' | 'countCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'
>

/** A visit as the international office prepares it. */
export interface VisitView {
  visit: CooperationRecord<'event'>
  /** The visit itself on both clocks. */
  line: ProgrammeLine
  delegation: ReadonlyArray<CooperationRecord<'attendance'>>
  programme: readonly ProgrammeLine[]
  /** One for each meeting at which somebody else is expected, in the order of the programme. */
  briefs: readonly MeetingBrief[]
  /** Names of everybody and everything above. */
  named: NamedRecords
  /** Whom a delegation may be made of. */
  persons: ReadonlyArray<CooperationRecord<'person'>>
}

/**
 * Everything to prepare a visit: delegation, programme on two clocks, a brief for each meeting. A single meeting is its own programme.
 *
 * @returns null: there is no event of this number
 */
export async function showVisit(
  { city, number, today }: { city: City; number: number; today: string },
  needs: Needs,
): Promise<VisitView | null> {
  const visit = await needs.findCooperation(city, 'event', number)
  if (visit === null) return null
  const [events, attendance, memberships, partners, persons] = await Promise.all([
    needs.listCooperation(city, 'event'),
    needs.listCooperation(city, 'attendance'),
    needs.listCooperation(city, 'membership'),
    needs.listCooperation(city, 'partner'),
    needs.listCooperation(city, 'person'),
  ])
  const line = lineOf(visit, city.timeZone, city.timeZone)
  const programme = programmeOf(visit, events, city.timeZone)
  const own = findOwnPartner(city.name, partners)?.number ?? null
  // Who is met is known before what they promised: only that is read.
  const met = [line, ...programme].map((one) => briefOf(one, { own, events, attendance, memberships, commitments: [] }))
  const commitments = await commitmentsWith(
    city,
    met.flatMap((brief) => brief.partners),
    today,
    needs,
  )
  const briefs = [line, ...programme]
    .map((one) => briefOf(one, { own, events, attendance, memberships, commitments }))
    .filter(({ guests, event }) => guests.length > 0 || Object.keys(event.content.brief).length > 0)
  const delegation = delegationOf(number, programme, attendance)
  const besides = briefs.flatMap((brief) => brief.partners.map((one) => ({ to: 'partner' as RecordKind, number: one })))
  const named = await namedRecords(city, [...delegation, ...briefs.flatMap(({ guests }) => guests)], besides, needs)
  return { visit, line, delegation, programme, briefs, named, persons }
}

async function commitmentsWith(city: City, partners: readonly number[], today: string, needs: Needs) {
  const found = await Promise.all(
    [...new Set(partners)].flatMap((partner) =>
      [{ by: [partner] }, { to: [partner] }].map((having) => needs.listCooperation(city, 'commitment', { having })),
    ),
  )
  const numbers = [...new Set(found.flat().map((one) => one.number))].toSorted((a, b) => a - b)
  return numbers.length === 0 ? [] : await showCommitments({ city, filter: { numbers }, today }, needs)
}

/** Visits and other events that stand on their own: those to come, the next one first, and those that were, the last one first. */
export async function listVisits(
  { city, today }: { city: City; today: string },
  needs: Pick<CooperationReads, 'listCooperation'>,
): Promise<{ coming: Array<CooperationRecord<'event'>>; past: Array<CooperationRecord<'event'>> }> {
  const events = await needs.listCooperation(city, 'event', { having: { parent: null } })
  const byBeginning = events.toSorted((a, b) => {
    const [one, other] = [beginningOf(a.content), beginningOf(b.content)]
    return one === other ? a.number - b.number : one < other ? -1 : 1
  })
  const isComing = ({ content }: CooperationRecord<'event'>): boolean =>
    content.state === 'planned' && (beginningOf(content) === '' || (content.endsAt || content.startsAt || '9999').slice(0, 10) >= today)
  return { coming: byBeginning.filter(isComing), past: byBeginning.filter((one) => !isComing(one)).toReversed() }
}
