import { demonstrationStaff } from '../../books/accounts/demonstration.ts'
import type { Role } from '../../books/accounts/role.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { AccountNeeds } from './account-needs.ts'
import { beginSession, type Browser, type SignInStep } from './begin-session.ts'

/** A visitor of the demonstration sits down at the desk of the invented city, without any proof: nobody real is behind these people. */
export async function signInAtDemonstration(role: Role, browser: Browser, needs: AccountNeeds): Promise<Outcome<SignInStep>> {
  const who = demonstrationStaff.find((one) => one.role === role)
  const person = who === undefined ? null : await needs.record.findPersonByEmail(who.email)
  if (person === null || person.disabledAt !== null) return refuse('demonstration_person_gone')
  return done({
    step: 'signed_in',
    token: await beginSession({ person, method: 'demonstration', secondFactor: true }, browser, needs),
    person,
  })
}
