import type { WithdrawnView } from '../../books/cooperation/public-views.ts'
import type { CooperationReads } from './cooperation-record.ts'
import type { PublicInput } from './public-record.ts'

/**
 * Somebody opens the page of a record that was public and was taken back: that it was, from when to when, and why it is so no more. What it
 * said is not told, on days of that time either: it may have been taken back because it was not for the public. null: it was never public.
 */
export async function showWithdrawn(
  { city, asOf, kind, number }: PublicInput & Pick<WithdrawnView, 'kind' | 'number'>,
  needs: Pick<CooperationReads, 'listWithdrawals'>,
): Promise<WithdrawnView | null> {
  const withdrawals = (await needs.listWithdrawals(city, kind, number)).filter(({ from }) => from <= asOf.toISOString())
  return withdrawals.length === 0 ? null : { kind, number, withdrawals }
}
