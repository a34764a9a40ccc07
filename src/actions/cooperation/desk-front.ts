import { commitmentWaits, isWaiting, type CommitmentWait, type CooperationDesk } from '../../books/cooperation/desk-view.ts'
import { recordKinds } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { showCommitments } from './show-commitments.ts'

/** Meetings that were held and of which nobody has written down what was said. */
export const withoutProtocol = { having: { kind: 'meeting', state: 'held', protocol: { state: 'none' } } } as const

/**
 * Somebody of the international office opens the desk of cooperation.
 *
 * @param input.today  ISO day in the city's time zone
 */
export async function showCooperationDesk(
  { city, today }: { city: City; today: string },
  needs: Pick<CooperationReads, 'countCooperation' | 'listCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'>,
): Promise<CooperationDesk> {
  const [kinds, views, meetingsWithoutProtocol] = await Promise.all([
    Promise.all(
      recordKinds.map(async (kind) => ({
        kind,
        count: await needs.countCooperation(city, kind),
        drafts: await needs.countCooperation(city, kind, { drafts: true }),
      })),
    ),
    showCommitments({ city, today }, needs),
    needs.countCooperation(city, 'event', withoutProtocol),
  ])
  const commitments = Object.fromEntries(
    commitmentWaits.map((wait) => [wait, views.filter((view) => isWaiting(view, wait)).length]),
  ) as Record<CommitmentWait, number>
  return { kinds, commitments, meetingsWithoutProtocol }
}
