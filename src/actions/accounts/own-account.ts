import type { AccountView } from '../../books/accounts/account-view.ts'
import { writeDetails } from '../../books/accounts/details.ts'
import type { IdentityProvider } from '../../books/accounts/identity-provider.ts'
import type { WaitingMail } from '../../books/accounts/mail.ts'
import type { OneTimeToken } from '../../books/accounts/one-time-token.ts'
import { normalAddress } from '../../books/accounts/sign-in.ts'
import type { OwnData } from '../../books/accounts/own-data.ts'
import type { Viewer } from '../../books/accounts/viewer.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { Language, MultilingualText } from '../../books/text.ts'
import type { AccountRecord } from './account-needs.ts'

/** What the page of one's own account reads and writes. */
export interface OwnAccountRecord extends AccountRecord {
  listIdentities(personId: string): Promise<Array<{ issuer: string; subject: string; linkedAt: string }>>
  removeIdentity(personId: string, issuer: string): Promise<boolean>
  reachesWholeAccount(sessionId: string): Promise<boolean>
  listMistakeReportsOf(personId: string): Promise<AccountView['reports'][number][]>
  readOwnData(personId: string): Promise<OwnData | null>
  keepDetails(personId: string, details: { name: string; language: Language }): Promise<void>
  keepEmail(personId: string, email: string): Promise<boolean>
  listCitiesOnlyAdministeredBy(personId: string): Promise<Array<{ slug: string; name: MultilingualText }>>
  erasePerson(personId: string, at: Date): Promise<void>
}

/** The page of one's own account. null: the person is gone. */
export async function showAccount(
  viewer: Viewer,
  providers: readonly IdentityProvider[],
  record: OwnAccountRecord,
): Promise<AccountView | null> {
  const person = await record.findPerson(viewer.personId)
  if (person === null || person.email === null) return null
  const cities = (await record.listCities()).filter(({ id }) => viewer.memberships.some(({ cityId }) => cityId === id))
  const linked = await record.listIdentities(viewer.personId)
  const linkOf = (provider: IdentityProvider) => linked.find(({ issuer }) => issuer === provider.issuer)?.linkedAt ?? null
  return {
    name: person.name,
    email: person.email,
    language: person.language,
    factors: await record.factorsOf(viewer.personId),
    desks: cities.map(({ id, slug, name }) => ({
      slug,
      name,
      roles: [...new Set(viewer.memberships.filter(({ cityId }) => cityId === id).map(({ role }) => role))],
    })),
    providers: providers
      .filter((provider) => linkOf(provider) !== null || cities.some(({ slug }) => slug === provider.city))
      .map((provider) => ({ id: provider.id, name: provider.name, linkedAt: linkOf(provider) })),
    reports: await record.listMistakeReportsOf(viewer.personId),
  }
}

/** Keeps how somebody wants to be called and written to. */
export async function changeDetails(
  input: { personId: string; name: string; language: string },
  record: Pick<OwnAccountRecord, 'keepDetails'>,
): Promise<Outcome<null>> {
  const details = writeDetails(input)
  if (!details.ok) return details
  await record.keepDetails(input.personId, details.value)
  return done(null)
}

/** Minutes that the link to a new address is good for. */
const minutesOfLink = 60

/** A message in the reader's words, as `pages/account/notices.ts` writes it. */
export interface Message {
  subject: string
  body: string
}

interface AddressNeeds {
  record: OwnAccountRecord
  newSecret(): string
  now: Date
  /** The message with the link, to the new address. */
  linkMessage(secret: string): Message
}

/**
 * Sends a link to a new address; nothing changes until it is followed. Whether somebody else has the address is not told: then no message
 * goes out.
 */
export async function askForNewAddress(input: { personId: string; email: string }, needs: AddressNeeds): Promise<Outcome<null>> {
  const { record, now } = needs
  const email = normalAddress(input.email)
  if (email === null) return refuse('address_unreadable', 'email')
  if ((await record.findPersonByEmail(email)) !== null) return done(null)
  await record.endTokens('email_change', input.personId, now)
  const secret = needs.newSecret()
  const expiresAt = new Date(now.getTime() + minutesOfLink * 60_000)
  await record.addToken({
    id: record.newId(),
    purpose: 'email_change',
    personId: input.personId,
    secret,
    content: { email },
    createdAt: now,
    expiresAt,
  })
  await record.addMail(mailTo(email, needs.linkMessage(secret), needs))
  return done(null)
}

/** The new address behind a link, for whoever asked for it. */
export async function findNewAddress(
  input: { personId: string; secret: string },
  { record, now }: Pick<AddressNeeds, 'record' | 'now'>,
): Promise<{ token: OneTimeToken; email: string } | null> {
  const token = await record.findToken('email_change', input.secret, now)
  return token?.personId === input.personId ? { token, email: String(token.content['email']) } : null
}

/** The link was followed: from now on the new address counts. The old one is told, in case it was not its owner. Call it in a transaction. */
export async function confirmNewAddress(
  input: { personId: string; sessionId: string; secret: string; notice: Message },
  needs: Pick<AddressNeeds, 'record' | 'now'>,
): Promise<Outcome<null>> {
  const { record, now } = needs
  const found = await findNewAddress(input, needs)
  const person = await record.findPerson(input.personId)
  if (found === null || person?.email == null || !(await record.useToken(found.token.id, now))) return refuse('account_address_late')
  if (!(await record.keepEmail(input.personId, found.email))) return refuse('account_address_taken')
  // Whoever is signed in elsewhere by the old address proves herself by the new one.
  await record.endSessions(input.personId, now, input.sessionId)
  await record.addMail(mailTo(person.email, input.notice, needs))
  return done(null)
}

/** A notice to somebody's own address: a way to sign in was added or taken away. */
export async function tellPerson(personId: string, message: Message, needs: Pick<AddressNeeds, 'record' | 'now'>): Promise<void> {
  const person = await needs.record.findPerson(personId)
  if (person?.email != null) await needs.record.addMail(mailTo(person.email, message, needs))
}

const mailTo = (recipient: string, { subject, body }: Message, { record, now }: Pick<AddressNeeds, 'record' | 'now'>): WaitingMail => ({
  id: record.newId(),
  recipient,
  subject,
  body,
  createdAt: now,
})

/**
 * Somebody wants to be forgotten. The note outside the database comes before the transaction ends: whichever backup is restored one day,
 * she stays forgotten. Call it in a transaction.
 *
 * @param input.word  what she typed, and what it should be
 */
export async function eraseAccount(
  input: { personId: string; word: string; expected: string },
  needs: {
    record: OwnAccountRecord
    now: Date
    keepErasure(personId: string, at: Date): Promise<void>
    nameOf(name: MultilingualText): string
  },
): Promise<Outcome<null>> {
  const { record, now } = needs
  if (input.word.trim().toLocaleLowerCase() !== input.expected.toLocaleLowerCase()) return refuse('erase_word_wrong', 'word')
  const alone = await record.listCitiesOnlyAdministeredBy(input.personId)
  if (alone.length > 0) return refuse('erase_last_administrator', '', { cities: alone.map(({ name }) => needs.nameOf(name)).join(', ') })
  await record.erasePerson(input.personId, now)
  await needs.keepErasure(input.personId, now)
  return done(null)
}
