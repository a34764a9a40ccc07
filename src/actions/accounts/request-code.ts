import { minutesLater, minutesOf, normalAddress } from '../../books/accounts/sign-in.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { Language } from '../../books/text.ts'
import { signInMail } from '../../pages/account/mails.ts'
import type { AccountNeeds } from './account-needs.ts'
import { countTry, type Origin } from './count-try.ts'

export interface CodeRequest {
  /** As typed. */
  email: string
  language: Language
  /** Where to go on to. */
  to: string
  origin: Origin
  /** `https://bagdar.example`, for the link. */
  publicUrl: string
}

/**
 * Somebody wants to sign in by mail: a code and a link go to the address. Nothing here asks whether an account exists: one begins with the
 * first sign-in, so everybody gets the same answer after the same work.
 *
 * @returns id of the request, for a cookie: the code is good only together with it
 */
export async function requestCode(
  { email, language, to, origin, publicUrl }: CodeRequest,
  needs: AccountNeeds & { inOneTransaction<T>(use: (record: AccountNeeds['record']) => Promise<T>): Promise<T> },
): Promise<Outcome<{ id: string; address: string }>> {
  const { record, services, now } = needs
  const address = normalAddress(email)
  if (address === null) return refuse('address_unreadable', 'email')
  const wait = await countTry('mail', address, origin, needs)
  if (wait !== null) return { ok: false, refusal: wait }
  const [id, secret, code] = [record.newId(), services.newSecret(), services.newCode()]
  await needs.inOneTransaction(async (whole) => {
    await whole.addToken({
      id,
      purpose: 'sign_in',
      personId: null,
      secret,
      codeHash: hashOfCode(id, code, services),
      content: { email: address, language, to },
      createdAt: now,
      expiresAt: minutesLater(now, minutesOf.signIn),
    })
    const link = `${publicUrl}/${language}/sign-in/link?token=${secret}`
    await whole.addMail({ id: whole.newId(), recipient: address, ...signInMail({ language, code, link }), createdAt: now })
  })
  return done({ id, address })
}

/** Bound to the request: the same six digits of another request have another hash. */
export const hashOfCode = (id: string, code: string, services: Pick<AccountNeeds['services'], 'keyedHash'>): string =>
  services.keyedHash(`code ${id} ${code}`)
