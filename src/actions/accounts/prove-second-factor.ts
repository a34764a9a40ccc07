import type { Person } from '../../books/accounts/person.ts'
import { digitsOf, plainRecoveryCode } from '../../books/accounts/sign-in.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { AccountNeeds } from './account-needs.ts'
import { countTry, type Origin } from './count-try.ts'

/**
 * Checks a code of the person's app, or one of her recovery codes; each is good once. A code is used up even if the sign-in then comes too
 * late: it has been seen.
 */
export async function proveSecondFactor(
  { person, code, origin }: { person: Pick<Person, 'id' | 'email'>; code: string; origin: Origin },
  needs: AccountNeeds,
): Promise<Outcome<null>> {
  const { record, services, now } = needs
  if (digitsOf(code) === '') return refuse('factor_empty', 'code')
  const wait = await countTry('second_factor', person.email ?? person.id, origin, needs)
  if (wait !== null) return { ok: false, refusal: wait }
  if (/^\d{6}$/.test(digitsOf(code))) {
    const sealed = await record.findTotpSecret(person.id)
    const step = sealed === null ? null : services.stepOfCode(services.unseal(sealed), digitsOf(code), now)
    if (step === null || !(await record.useTotpStep(person.id, step))) return refuse('factor_wrong', 'code')
    return done(null)
  }
  const used = await record.useRecoveryCode(person.id, hashOfRecoveryCode(person.id, code, services), now)
  return used ? done(null) : refuse('factor_wrong', 'code')
}

export const hashOfRecoveryCode = (personId: string, code: string, services: Pick<AccountNeeds['services'], 'keyedHash'>): string =>
  services.keyedHash(`recovery ${personId} ${plainRecoveryCode(code)}`)
