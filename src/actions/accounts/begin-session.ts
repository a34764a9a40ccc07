import { hasSecondFactor, type Person } from '../../books/accounts/person.ts'
import type { SessionMethod } from '../../books/accounts/session-rules.ts'
import { minutesLater, minutesOf } from '../../books/accounts/sign-in.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { AccountNeeds } from './account-needs.ts'

/** The browser that signs in. */
export interface Browser {
  /** Browser and system in two words (`deviceOf`). */
  device: string
  /** Token of the session that it has now: it ends. */
  token: string | null
}

/** What a factor leads to: a session, or the question for the second factor. */
export type SignInStep =
  | { step: 'signed_in'; token: string; person: Person }
  /** `secret` is for a cookie: with it the second factor is asked for. */
  | { step: 'second_factor'; secret: string }

/**
 * Begins a session with a new token, and ends the one that the browser had: nobody who knew a token before the sign-in knows one after it.
 * Call it in the transaction that used up what proved the person.
 */
export async function beginSession(
  {
    person,
    method,
    secondFactor,
    cityId,
  }: { person: Pick<Person, 'id'>; method: SessionMethod; secondFactor: boolean; cityId?: string | undefined },
  browser: Browser,
  { record, services, now }: AccountNeeds,
): Promise<string> {
  const token = services.newSecret()
  if (browser.token !== null) await record.endSessionOfToken(browser.token, now)
  const reach = cityId === undefined ? {} : { cityId }
  await record.addSession({
    id: record.newId(),
    token,
    personId: person.id,
    at: now,
    secondFactor,
    method,
    device: browser.device,
    ...reach,
  })
  return token
}

/**
 * Mail or password were right. Whoever has a second factor is asked for it, by whatever way she came: no way in is weaker than another.
 *
 * @param to  where to go on to afterwards
 * @param cityId  the city whose provider vouched for her: the session will reach no other
 */
export async function passFirstFactor(
  { person, method, to, cityId }: { person: Person; method: SessionMethod; to: string; cityId?: string | undefined },
  browser: Browser,
  needs: AccountNeeds,
): Promise<Outcome<SignInStep>> {
  const { record, services, now } = needs
  if (person.disabledAt !== null || person.email === null) return refuse('account_disabled')
  if (!hasSecondFactor(await record.factorsOf(person.id)))
    return done({ step: 'signed_in', token: await beginSession({ person, method, secondFactor: false, cityId }, browser, needs), person })
  const secret = services.newSecret()
  await record.addToken({
    id: record.newId(),
    purpose: 'second_factor',
    personId: person.id,
    secret,
    content: { method, to, ...(cityId === undefined ? {} : { cityId }) },
    createdAt: now,
    expiresAt: minutesLater(now, minutesOf.secondFactor),
  })
  return done({ step: 'second_factor', secret })
}

/** Somebody whose first factor was right, on the way to the second. */
export interface PendingSignIn {
  tokenId: string
  person: Person
  method: SessionMethod
  to: string
  cityId: string | undefined
}

/** null: too late, done already, or never begun. */
export async function findPendingSignIn(secret: string, { record, now }: Omit<AccountNeeds, 'services'>): Promise<PendingSignIn | null> {
  const token = await record.findToken('second_factor', secret, now)
  const person = token?.personId ? await record.findPerson(token.personId) : null
  if (token === null || person === null || person.disabledAt !== null) return null
  const { method, to, cityId } = token.content as { method: SessionMethod; to: string; cityId?: string }
  return { tokenId: token.id, person, method, to, cityId }
}

/** The second factor was right. Refused when another request was quicker with the same sign-in. */
export async function passSecondFactor(
  { tokenId, person, method, cityId }: PendingSignIn,
  browser: Browser,
  needs: AccountNeeds,
): Promise<Outcome<SignInStep>> {
  if (!(await needs.record.useToken(tokenId, needs.now))) return refuse('sign_in_over')
  return done({ step: 'signed_in', token: await beginSession({ person, method, secondFactor: true, cityId }, browser, needs), person })
}
