import { secondsToWait, triesOf, type LimitedAction } from '../../books/accounts/rate-limit.ts'
import { refuse, type Refusal } from '../../books/outcome.ts'
import type { AccountNeeds } from './account-needs.ts'

/** Where a try comes from. */
export interface Origin {
  /** Network of the reader (`networkOf`). */
  network: string
  /** What the cookie of a known device says; null: there is none. */
  deviceMark: string | null
}

/**
 * Counts a try and says whether it is let through. It is counted before anything is compared and outside any transaction, so that a
 * refusal does not take the count back. Addresses and networks stand in the table as keyed hashes.
 *
 * @param account  whom it is about: an address or the id of a person
 * @returns null: go on; otherwise how long to wait
 */
export async function countTry(
  action: LimitedAction,
  account: string | null,
  origin: Origin,
  { record, services, now }: AccountNeeds,
): Promise<Refusal | null> {
  const knownDevice = account !== null && origin.deviceMark === deviceMarkOf(account, services)
  const tries = triesOf(action, { account, network: origin.network, knownDevice }, now)
  const counts = await record.countAttempts(tries.map(({ key, windowStart }) => ({ key: services.keyedHash(`try ${key}`), windowStart })))
  const seconds = secondsToWait(tries, counts, now)
  return seconds === 0 ? null : refuse('too_many_tries', '', { seconds }).refusal
}

/** What a device keeps where somebody has signed in. It opens nothing: it only spares her the limit that strangers use up. */
export const deviceMarkOf = (account: string, services: Pick<AccountNeeds['services'], 'keyedHash'>): string =>
  services.keyedHash(`device ${account}`)
