import { isRole } from '../../books/accounts/role.ts'
import { leavesNoAdministrator, type StaffMember } from '../../books/accounts/staff.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { AccountRecord } from './account-needs.ts'

/** Who works for a city; `store/people/memberships.ts` says what each does. */
export interface StaffRecord extends Pick<AccountRecord, 'findDepartment' | 'addMembership' | 'addChange' | 'endSessions' | 'endTokens'> {
  listStaff(city: { id: string }): Promise<StaffMember[]>
  lockStaff(city: { id: string }): Promise<void>
  removeMembership(city: { id: string }, personId: string, role: string, department: string | null): Promise<boolean>
  worksElsewhere(city: { id: string }, personId: string): Promise<boolean>
  setDisabled(personId: string, at: Date | null): Promise<void>
}

export interface StaffChange {
  city: City
  /** Who manages people, and whom. */
  by: string
  personId: string
}

interface Needs {
  record: StaffRecord
  now: Date
}

/** Gives a role to somebody who works for the city already; whoever is new is invited. Call it in a transaction, as all below. */
export async function addRole(change: StaffChange & { role: string; department: string }, needs: Needs): Promise<Outcome<null>> {
  const { record, now } = needs
  const { city, personId, role } = change
  if (!isRole(role)) return refuse('people_role_missing', 'role')
  const department = role === 'data_officer' ? change.department : null
  const member = await lockedMember(change, needs)
  if (member === null) return refuse('people_not_found')
  if (department !== null && (await record.findDepartment(city, department)) === null)
    return refuse('people_department_missing', 'department')
  if (!(await record.addMembership(city, personId, role, department, now))) return refuse('people_role_there', 'role')
  await noteChange(change, 'membership.add', null, { role, department }, needs)
  return done(null)
}

/** Takes a role away. Somebody must stay who manages the people of the city. */
export async function removeRole(change: StaffChange & { role: string; department: string }, needs: Needs): Promise<Outcome<null>> {
  const { city, personId, role } = change
  const department = change.department === '' ? null : change.department
  const member = await lockedMember(change, needs)
  if (member === null) return refuse('people_not_found')
  if (role === 'administrator' && leavesNoAdministrator(await needs.record.listStaff(city), personId))
    return refuse('people_last_administrator')
  if (!(await needs.record.removeMembership(city, personId, role, department))) return refuse('people_not_found')
  await noteChange(change, 'membership.remove', { role, department }, null, needs)
  return done(null)
}

/** Somebody left: she may not sign in any more, and is signed out everywhere. What she did stays. */
export async function disablePerson(change: StaffChange, needs: Needs): Promise<Outcome<null>> {
  const { record, now } = needs
  const { city, personId } = change
  const member = await lockedMember(change, needs)
  if (member === null || member.disabledAt !== null) return refuse('people_not_found')
  if (await record.worksElsewhere(city, personId)) return refuse('people_works_elsewhere')
  if (leavesNoAdministrator(await record.listStaff(city), personId)) return refuse('people_last_administrator')
  await record.setDisabled(personId, now)
  await record.endSessions(personId, now)
  for (const purpose of ['sign_in', 'reset', 'email_change', 'second_factor', 'identity_provider', 'passkey'] as const)
    await record.endTokens(purpose, personId, now)
  await noteChange(change, 'person.disable', { disabled: false }, { disabled: true }, needs)
  return done(null)
}

/** She is back. She signs in anew. */
export async function enablePerson(change: StaffChange, needs: Needs): Promise<Outcome<null>> {
  const member = await lockedMember(change, needs)
  if (member === null || member.disabledAt === null) return refuse('people_not_found')
  // An account that two cities share is neither's to close, nor to open.
  if (await needs.record.worksElsewhere(change.city, change.personId)) return refuse('people_works_elsewhere')
  await needs.record.setDisabled(change.personId, null)
  await noteChange(change, 'person.enable', { disabled: true }, { disabled: false }, needs)
  return done(null)
}

/** Signs somebody out everywhere: a device was lost. */
export async function endSessionsOf(change: StaffChange, needs: Needs): Promise<Outcome<null>> {
  if ((await lockedMember(change, needs)) === null) return refuse('people_not_found')
  const ended = await needs.record.endSessions(change.personId, needs.now)
  await noteChange(change, 'session.end_all', null, { sessions: ended }, needs)
  return done(null)
}

/** The person, if she works for this city: whoever works only for another is nobody here. Nobody else changes its staff meanwhile. */
export async function lockedMember({ city, personId }: StaffChange, { record }: Needs): Promise<StaffMember | null> {
  await record.lockStaff(city)
  return (await record.listStaff(city)).find((one) => one.personId === personId) ?? null
}

/** A line of the history about a person. */
export const noteChange = async (
  { city, by, personId }: StaffChange,
  action: string,
  before: unknown,
  after: unknown,
  { record, now }: Needs,
): Promise<void> => await record.addChange(city, { at: now.toISOString(), by, action, subject: `person/${personId}`, before, after })
