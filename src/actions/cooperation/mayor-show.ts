import { dayIn } from '../../books/as-of.ts'
import { mayorStatus, type MayorStatus } from '../../books/cooperation/mayor-status.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { showCommitments } from './show-commitments.ts'

/**
 * Where cooperation stands, on one page for the mayor.
 *
 * @param input.today, input.since  ISO days in the city's time zone
 */
export async function showMayorStatus(
  { city, today, since }: { city: City; today: string; since: string },
  needs: Pick<CooperationReads, 'listCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'>,
): Promise<MayorStatus> {
  const [partners, commitments, agreements, events, attendance, memberships] = await Promise.all([
    needs.listCooperation(city, 'partner'),
    showCommitments({ city, today }, needs),
    needs.listCooperation(city, 'agreement'),
    needs.listCooperation(city, 'event'),
    needs.listCooperation(city, 'attendance'),
    needs.listCooperation(city, 'membership'),
  ])
  const dayOf = (moment: string): string => dayIn(city.timeZone, new Date(moment))
  return mayorStatus({ partners, commitments, agreements, events, attendance, memberships }, today, since, dayOf)
}
