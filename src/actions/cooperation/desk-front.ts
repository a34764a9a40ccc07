import { isNoticeDue } from '../../books/cooperation/agreement-term.ts'
import {
  commitmentWaits,
  isWaiting,
  type CommitmentWait,
  type CooperationDesk,
  type CooperationWaits,
  type EventWait,
} from '../../books/cooperation/desk-view.ts'
import { recordKinds } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import { showAssignments } from './assignments-show.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { showCommitments } from './show-commitments.ts'

export type Needs = Pick<CooperationReads, 'countCooperation' | 'listCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'>

/** Meetings that were held and of which nobody has written down what was said; protocols that the other side has not agreed to. */
export const meetingsWaiting: Readonly<Record<EventWait, Readonly<Record<string, unknown>>>> = {
  no_protocol: { kind: 'meeting', state: 'held', protocol: { state: 'none' } },
  protocol_sent: { protocol: { state: 'sent' } },
}

/**
 * Somebody of the international office opens the desk of cooperation.
 *
 * @param input.today  ISO day in the city's time zone
 */
export async function showCooperationDesk(input: { city: City; today: string }, needs: Needs): Promise<CooperationDesk> {
  const { city } = input
  const [kinds, waits] = await Promise.all([
    Promise.all(
      recordKinds.map(async (kind) => ({
        kind,
        count: await needs.countCooperation(city, kind),
        drafts: await needs.countCooperation(city, kind, { drafts: true }),
      })),
    ),
    countWaits(input, needs),
  ])
  return { kinds, waits }
}

/** How much waits at the desk of cooperation: so many lists, however many records there are. */
export async function countWaits({ city, today }: { city: City; today: string }, needs: Needs): Promise<CooperationWaits> {
  const [views, assignments, agreements, no_protocol, protocol_sent] = await Promise.all([
    showCommitments({ city, today }, needs),
    showAssignments({ city, today }, needs),
    needs.listCooperation(city, 'agreement'),
    needs.countCooperation(city, 'event', { having: meetingsWaiting.no_protocol }),
    needs.countCooperation(city, 'event', { having: meetingsWaiting.protocol_sent }),
  ])
  const commitments = Object.fromEntries(
    commitmentWaits.map((wait) => [wait, views.filter((view) => isWaiting(view, wait)).length]),
  ) as Record<CommitmentWait, number>
  return {
    ...commitments,
    ...{ no_protocol, protocol_sent },
    assignment_overdue: assignments.filter(({ status }) => status === 'overdue').length,
    notice_due: agreements.filter(({ content }) => isNoticeDue(content, today)).length,
  }
}
