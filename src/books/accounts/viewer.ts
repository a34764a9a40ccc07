import type { Language } from '../text.ts'
import { permissionsOf, type Permission, type Role } from './role.ts'

/** What a person is in one city. */
export interface Membership {
  cityId: string
  role: Role
  /** Id of the department of a data officer; null for every other role. */
  department: string | null
}

/** Who makes a request: somebody who is signed in. */
export interface Viewer {
  /** A pseudonym. Name and address stay behind `store/people.ts`; only the person herself is shown them. */
  personId: string
  /** As the person wants to be called; shown to herself and to colleagues at the desk. */
  name: string
  language: Language
  memberships: readonly Membership[]
  /** Names the session in lists; the token itself is in nobody's hands but the browser's. */
  sessionId: string
  /** When the person last proved who she is. */
  authenticatedAt: Date
  /** Whether that included a second factor. */
  secondFactor: boolean
}

/** How long a proof of identity is good enough for sensitive changes: mail, factors, roles, publishing. */
export const freshMinutes = 15

export const isFresh = (viewer: Pick<Viewer, 'authenticatedAt'>, now: Date): boolean =>
  now.getTime() - viewer.authenticatedAt.getTime() <= freshMinutes * 60_000

/** Staff of any city: signs in with a second factor. Residents have no membership. */
export const isStaff = (viewer: Pick<Viewer, 'memberships'>): boolean => viewer.memberships.length > 0

/** Whether the viewer has a role in the city that allows it. What a role reaches further is for the rule of the thing itself. */
export const mayDo = (viewer: Pick<Viewer, 'memberships'>, city: { id: string }, permission: Permission): boolean =>
  viewer.memberships.some(({ cityId, role }) => cityId === city.id && permissionsOf[role].includes(permission))
