import type { OneTimeToken } from '../../books/accounts/one-time-token.ts'
import type { SessionMethod } from '../../books/accounts/session-rules.ts'
import { digitsOf, mostTriesOfACode, nameFrom } from '../../books/accounts/sign-in.ts'
import { refuse, type Outcome } from '../../books/outcome.ts'
import type { Language } from '../../books/text.ts'
import type { AccountNeeds } from './account-needs.ts'
import { passFirstFactor, type Browser, type SignInStep } from './begin-session.ts'
import { countTry, type Origin } from './count-try.ts'
import { hashOfCode } from './request-code.ts'

/**
 * Checks the code that was typed where it was asked for. Every try counts, right or wrong; the fifth is the last.
 *
 * @param id  of the request, from the cookie of the browser that made it
 */
export async function checkCode(
  { id, code, origin }: { id: string; code: string; origin: Origin },
  needs: AccountNeeds,
): Promise<Outcome<OneTimeToken>> {
  const digits = digitsOf(code)
  if (!/^\d{6}$/.test(digits)) return refuse('code_unreadable', 'code')
  const wait = await countTry('code', null, origin, needs)
  if (wait !== null) return { ok: false, refusal: wait }
  const token = await needs.record.countTokenTry('sign_in', id, mostTriesOfACode, needs.now)
  if (token === null) return refuse('code_over')
  return token.codeHash === hashOfCode(id, digits, needs.services) ? { ok: true, value: token } : refuse('code_wrong', 'code')
}

/**
 * Uses up what came by mail and goes on to the session. Whoever signs in for the first time is a person from now on; residents need
 * nothing more. Call it in a transaction.
 */
export async function signInByMail(
  token: OneTimeToken,
  method: Extract<SessionMethod, 'code' | 'link'>,
  browser: Browser,
  needs: AccountNeeds,
): Promise<Outcome<SignInStep & { to: string }>> {
  const { record, now } = needs
  if (!(await record.useToken(token.id, now))) return refuse('code_over')
  const { email, language, to } = token.content as { email: string; language: Language; to: string }
  const person =
    (await record.findPersonByEmail(email)) ??
    (await record.addPerson({ id: record.newId(), email, name: nameFrom(email), language, createdAt: now }))
  const outcome = await passFirstFactor({ person, method, to }, browser, needs)
  return outcome.ok ? { ok: true, value: { ...outcome.value, to } } : outcome
}
