import type { Language } from '../text.ts'
import type { Role } from './role.ts'

/** Somebody who works for a city, as its administrators see her. */
export interface StaffMember {
  personId: string
  name: string
  email: string
  /** In which she reads. */
  language: Language
  roles: ReadonlyArray<{ role: Role; department: string | null; since: string }>
  /** ISO moments; null: not disabled, never seen. */
  disabledAt: string | null
  lastSeenAt: string | null
}

/** Whether a city would be without anybody who manages its people once this person no longer does. */
export const leavesNoAdministrator = (staff: readonly StaffMember[], personId: string): boolean =>
  staff.some((one) => one.personId === personId && isActiveAdministrator(one)) &&
  !staff.some((one) => one.personId !== personId && isActiveAdministrator(one))

const isActiveAdministrator = ({ roles, disabledAt }: StaffMember): boolean =>
  disabledAt === null && roles.some(({ role }) => role === 'administrator')
