import type { Person } from '../../books/accounts/person.ts'
import { normalAddress } from '../../books/accounts/sign-in.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { AccountNeeds } from './account-needs.ts'
import { countTry, type Origin } from './count-try.ts'

/**
 * Whether address and password belong together. The answer for an unknown address, somebody without a password, and a wrong password is
 * the same, after the same work. A hash that was made with weaker parameters is made anew.
 */
export async function checkAddressAndPassword(
  { email, password, origin }: { email: string; password: string; origin: Origin },
  needs: AccountNeeds,
): Promise<Outcome<Person>> {
  const { record, services, now } = needs
  const address = normalAddress(email)
  if (address === null) return refuse('address_unreadable', 'email')
  if (password === '') return refuse('password_empty', 'password')
  const wait = await countTry('password', address, origin, needs)
  if (wait !== null) return { ok: false, refusal: wait }
  const person = await record.findPersonByEmail(address)
  const kept = await record.findPasswordHash(person?.id ?? noPerson)
  const { right, outdated } = await services.checkPassword(kept, password)
  if (!right || person === null || person.disabledAt !== null) return refuse('password_wrong', 'password')
  if (outdated) await record.setPasswordHash(person.id, await services.hashPassword(password), now)
  return done(person)
}

const noPerson = '00000000-0000-0000-0000-000000000000'
