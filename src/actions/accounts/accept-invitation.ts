import type { Person } from '../../books/accounts/person.ts'
import type { Role } from '../../books/accounts/role.ts'
import { longestName } from '../../books/accounts/sign-in.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { Language } from '../../books/text.ts'
import type { AccountNeeds } from './account-needs.ts'
import { beginSession, type Browser } from './begin-session.ts'
import { judgePassword } from './reset-password.ts'

export interface Invitation {
  tokenId: string
  city: City
  role: Role
  department: string | null
  email: string
  name: string
  invitedBy: string | null
  /** Whoever has this address already: she signs in first, the link alone does not speak for her. */
  person: Person | null
}

/** null: the link is used, too old, or none, or it leads to a department that is gone. */
export async function findInvitation(secret: string, { record, now }: Omit<AccountNeeds, 'services'>): Promise<Invitation | null> {
  const token = await record.findToken('invite', secret, now)
  if (token === null) return null
  const { cityId, ...content } = token.content as Pick<Invitation, 'role' | 'department' | 'email' | 'name' | 'invitedBy'> & {
    cityId: string
  }
  const city = (await record.listCities()).find((one) => one.id === cityId)
  if (city === undefined) return null
  // Who invited may have done so just when the department went.
  if (content.department !== null && (await record.findDepartment(city, content.department)) === null) return null
  return { tokenId: token.id, city, ...content, person: await record.findPersonByEmail(content.email) }
}

/** Whether name and password of somebody new will do; the hash of the password, which is made before the transaction begins. */
export async function checkNewcomer(
  { name, password, email }: { name: string; password: string; email: string },
  { record, services }: Pick<AccountNeeds, 'record' | 'services'>,
): Promise<Outcome<string>> {
  if (name.trim() === '') return refuse('name_empty', 'name')
  if (name.trim().length > longestName) return refuse('name_long', 'name', { most: longestName })
  const judged = await judgePassword(password, { name, email }, record)
  return judged.ok ? done(await services.hashPassword(password)) : judged
}

/** Somebody new takes the invitation up: an account, the role, and a session that still lacks a second factor. Call it in a transaction. */
export async function joinAsNewcomer(
  invitation: Invitation,
  newcomer: { name: string; passwordHash: string; language: Language },
  browser: Browser,
  needs: AccountNeeds,
): Promise<Outcome<{ token: string; person: Person }>> {
  const { record, now } = needs
  if (!(await record.useToken(invitation.tokenId, now))) return refuse('invite_over')
  const id = record.newId()
  const person = await record.addPerson({
    id,
    email: invitation.email,
    name: newcomer.name.trim(),
    language: newcomer.language,
    createdAt: now,
  })
  // Somebody signed in with this address a moment ago: the link does not speak for her.
  if (person.id !== id) return refuse('invite_for_account')
  await record.setPasswordHash(id, newcomer.passwordHash, now)
  await giveRole(invitation, id, needs)
  return done({ token: await beginSession({ person, method: 'invite', secondFactor: false }, browser, needs), person })
}

/** Somebody with an account, signed in to it, takes the invitation up. Call it in a transaction. */
export async function joinAsSignedIn(invitation: Invitation, personId: string, needs: AccountNeeds): Promise<Outcome<null>> {
  if (invitation.person?.id !== personId) return refuse('invite_for_account')
  if (!(await needs.record.useToken(invitation.tokenId, needs.now))) return refuse('invite_over')
  await giveRole(invitation, personId, needs)
  return done(null)
}

/** The role that the invitation is for, and its line in the history. */
export async function giveRole({ city, role, department, invitedBy }: Invitation, personId: string, needs: AccountNeeds): Promise<void> {
  const { record, now } = needs
  if (!(await record.addMembership(city, personId, role, department, now))) return
  await record.addChange(city, {
    at: now.toISOString(),
    by: invitedBy,
    action: 'membership.add',
    subject: `person/${personId}`,
    before: null,
    after: { role, department },
  })
}
