import { digitsOf, readableRecoveryCode } from '../../books/accounts/sign-in.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { factorChangedMail } from '../../pages/account/mails.ts'
import type { AccountNeeds } from './account-needs.ts'
import { hashOfRecoveryCode } from './prove-second-factor.ts'

const recoveryCodes = 10

/** A secret on its way to the app. It is kept nowhere until a code proves that the app has it: the form carries it, sealed. */
export interface OfferedTotp {
  secret: string
  /** For the QR code. */
  address: string
  /** For the hidden field of the form. */
  sealed: string
}

/** A new secret, or the one that the form brought back. */
export function offerTotp(
  person: { id: string; email: string | null },
  sealed: string | null,
  { services }: Pick<AccountNeeds, 'services'>,
): OfferedTotp {
  const secret = (sealed === null ? null : secretOf(person.id, sealed, services)) ?? services.newTotpSecret()
  return {
    secret,
    address: services.totpAddress(secret, person.email ?? ''),
    sealed: services.seal(`totp ${person.id} ${secret}`).toString('base64url'),
  }
}

/**
 * The app is set up once a code of it is right; an earlier app and earlier recovery codes are worth nothing from then on. Call it in a
 * transaction.
 *
 * @returns ten recovery codes: they are shown this once
 */
export async function setUpTotp(
  { personId, sealed, code }: { personId: string; sealed: string; code: string },
  needs: AccountNeeds,
): Promise<Outcome<string[]>> {
  const { record, services, now } = needs
  const secret = secretOf(personId, sealed, services)
  if (secret === null) return refuse('factor_offer_over')
  const step = services.stepOfCode(secret, digitsOf(code), now)
  if (step === null) return refuse('factor_wrong', 'code')
  await record.setTotpSecret(personId, services.seal(secret), step, now)
  const person = await record.findPerson(personId)
  if (person !== null && person.email !== null)
    await record.addMail({ id: record.newId(), recipient: person.email, ...factorChangedMail(person), createdAt: now })
  return done(await renewRecoveryCodes(personId, needs))
}

/** Ten new recovery codes; the old ones are worth nothing from now on. Call it in a transaction. */
export async function renewRecoveryCodes(personId: string, { record, services }: AccountNeeds): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => services.newRecoveryCode())
  await record.setRecoveryCodes(
    personId,
    codes.map((code) => hashOfRecoveryCode(personId, code, services)),
  )
  return codes.map(readableRecoveryCode)
}

/** null: not sealed here, or for somebody else. */
function secretOf(personId: string, sealed: string, services: Pick<AccountNeeds['services'], 'unseal'>): string | null {
  try {
    const [what, whose, secret] = services.unseal(Buffer.from(sealed, 'base64url')).split(' ')
    return what === 'totp' && whose === personId && secret ? secret : null
  } catch {
    return null
  }
}
