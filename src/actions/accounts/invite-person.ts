import { isRole, type Role } from '../../books/accounts/role.ts'
import { minutesLater, minutesOf, normalAddress } from '../../books/accounts/sign-in.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { AccountRecord } from './account-needs.ts'

export interface InvitationInput {
  city: City
  email: string
  role: string
  /** Id of the department of a data officer; '' for every other role. */
  department: string
  /** What the person is called, if it is known. */
  name: string
  /** Pseudonym of who invites; null: the command line. */
  invitedBy: string | null
}

/**
 * Invites somebody to work for a city. The role is given when she takes the invitation up, not before. The caller hands the secret on: on
 * the terminal, or in a mail (`invitationMail`).
 */
export async function invitePerson(
  input: InvitationInput,
  needs: Pick<AccountRecord, 'addToken' | 'findDepartment' | 'newId'> & { newSecret(): string; now(): Date },
): Promise<Outcome<{ secret: string; email: string; role: Role; expiresAt: Date }>> {
  const { city, role, department, name, invitedBy } = input
  const email = normalAddress(input.email)
  if (email === null) return refuse('address_unreadable', 'email')
  if (!isRole(role)) return refuse('role_unknown', 'role')
  if (role === 'data_officer' && (await needs.findDepartment(city, department)) === null) return refuse('department_missing', 'department')
  if (role !== 'data_officer' && department !== '') return refuse('department_without_use', 'department')
  const [secret, now] = [needs.newSecret(), needs.now()]
  const expiresAt = minutesLater(now, minutesOf.invite)
  await needs.addToken({
    id: needs.newId(),
    purpose: 'invite',
    personId: null,
    secret,
    content: { cityId: city.id, role, department: department === '' ? null : department, email, name, invitedBy },
    createdAt: now,
    expiresAt,
  })
  return done({ secret, email, role, expiresAt })
}
