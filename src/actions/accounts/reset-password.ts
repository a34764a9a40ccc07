import type { Person } from '../../books/accounts/person.ts'
import { checkNewPassword } from '../../books/accounts/password-rules.ts'
import { minutesLater, minutesOf, normalAddress } from '../../books/accounts/sign-in.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { Language } from '../../books/text.ts'
import { nothingToResetMail, passwordChangedMail, resetMail } from '../../pages/account/mails.ts'
import type { AccountNeeds } from './account-needs.ts'
import { countTry, type Origin } from './count-try.ts'

/**
 * Somebody forgot her password. Every address gets a mail, so that neither the answer nor its time says who has an account: where there is
 * no password, the mail says so.
 */
export async function requestReset(
  { email, language, origin, publicUrl }: { email: string; language: Language; origin: Origin; publicUrl: string },
  needs: AccountNeeds & { inOneTransaction<T>(use: (record: AccountNeeds['record']) => Promise<T>): Promise<T> },
): Promise<Outcome<{ address: string }>> {
  const { services, now } = needs
  const address = normalAddress(email)
  if (address === null) return refuse('address_unreadable', 'email')
  const wait = await countTry('mail', address, origin, needs)
  if (wait !== null) return { ok: false, refusal: wait }
  const secret = services.newSecret()
  await needs.inOneTransaction(async (record) => {
    const person = await record.findPersonByEmail(address)
    const has = person !== null && person.disabledAt === null && (await record.findPasswordHash(person.id)) !== null
    await record.addToken({
      id: record.newId(),
      purpose: 'reset',
      personId: has ? person.id : null,
      secret,
      content: {},
      createdAt: now,
      expiresAt: minutesLater(now, minutesOf.reset),
    })
    const words = has
      ? resetMail({ language, link: `${publicUrl}/${language}/reset?token=${secret}` })
      : nothingToResetMail({ language, link: `${publicUrl}/${language}/sign-in` })
    await record.addMail({ id: record.newId(), recipient: address, ...words, createdAt: now })
  })
  return done({ address })
}

/** Whose password the link of a mail may set; null: it is used, too old, or none. */
export async function findReset(
  secret: string,
  { record, now }: Omit<AccountNeeds, 'services'>,
): Promise<{ tokenId: string; person: Person } | null> {
  const token = await record.findToken('reset', secret, now)
  const person = token?.personId ? await record.findPerson(token.personId) : null
  return token === null || person === null || person.disabledAt !== null ? null : { tokenId: token.id, person }
}

/**
 * Sets the new password and ends all sessions. The second factor stays as it is and is asked for at the next sign-in; nobody is signed in
 * by a reset. Call it in a transaction.
 *
 * @param hash  of a password that `checkNewPassword` took: it is slow, and made before the transaction begins
 */
export async function resetPassword(
  { tokenId, person, hash }: { tokenId: string; person: Person; hash: string },
  needs: AccountNeeds,
): Promise<Outcome<null>> {
  const { record, now } = needs
  if (!(await record.useToken(tokenId, now))) return refuse('reset_over')
  await record.endTokens('reset', person.id, now)
  await record.endTokens('second_factor', person.id, now)
  await record.endSessions(person.id, now)
  await keepPassword(person, hash, needs)
  return done(null)
}

/** Writes the password, and tells the person by mail: whoever did not do it herself should know. */
export async function keepPassword(person: Person, hash: string, { record, now }: AccountNeeds): Promise<void> {
  await record.setPasswordHash(person.id, hash, now)
  if (person.email !== null)
    await record.addMail({ id: record.newId(), recipient: person.email, ...passwordChangedMail(person), createdAt: now })
}

/** The rules for a new password of this person, with what an attacker would try first for her. */
export async function judgePassword(
  password: string,
  person: { name: string; email: string | null },
  record: Pick<AccountNeeds['record'], 'listCities'>,
): Promise<Outcome<null>> {
  const cities = await record.listCities()
  return checkNewPassword(password, [
    person.name,
    person.email ?? '',
    ...cities.flatMap(({ slug, name }) => [slug, ...Object.values(name)]),
  ])
}
