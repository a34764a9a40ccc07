import type { Person } from '../../books/accounts/person.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { AccountNeeds } from './account-needs.ts'
import { beginSession, type Browser } from './begin-session.ts'
import { countTry, type Origin } from './count-try.ts'
import { judgePassword, keepPassword } from './reset-password.ts'

/**
 * Whether the person may take this new password: she knows the present one, and the new one keeps the rules. Who has none yet sets her
 * first.
 *
 * @returns the hash of the new password
 */
export async function checkPasswordChange(
  { person, current, password, origin }: { person: Person; current: string; password: string; origin: Origin },
  needs: AccountNeeds,
): Promise<Outcome<string>> {
  const { record, services } = needs
  const kept = await record.findPasswordHash(person.id)
  if (kept !== null) {
    const wait = await countTry('password', person.email, origin, needs)
    if (wait !== null) return { ok: false, refusal: wait }
    if (!(await services.checkPassword(kept, current)).right) return refuse('current_wrong', 'current')
  }
  const judged = await judgePassword(password, person, record)
  return judged.ok ? done(await services.hashPassword(password)) : judged
}

/** Keeps the new password; every other session ends, and this one goes on under a new token. Call it in a transaction. */
export async function changePassword(
  { person, hash, secondFactor }: { person: Person; hash: string; secondFactor: boolean },
  browser: Browser,
  needs: AccountNeeds,
): Promise<string> {
  await keepPassword(person, hash, needs)
  await needs.record.endTokens('reset', person.id, needs.now)
  await needs.record.endSessions(person.id, needs.now)
  return await beginSession({ person, method: 'password', secondFactor }, browser, needs)
}
