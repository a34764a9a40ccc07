import { permissionsOf, type Permission } from './role.ts'
import type { Viewer } from './viewer.ts'
import type { MultilingualText } from '../text.ts'

/** A department of the city administration, and what it answers for. */
export interface Department {
  /** Short and lasting: `transport`. */
  id: string
  name: MultilingualText
  /** Codes of the indicators whose series it enters. */
  indicators: readonly string[]
  /** Ids of the programme's measures that it owns. */
  measures: readonly string[]
}

/**
 * Whether the viewer may do this with one indicator or one measure: by a role that reaches the whole city, or as data officer of the
 * department that answers for it.
 */
export function mayDoWith(
  viewer: Pick<Viewer, 'memberships'>,
  city: { id: string },
  permission: Permission,
  thing: { indicator: string } | { measure: string },
  departments: readonly Department[],
): boolean {
  return viewer.memberships.some(({ cityId, role, department: id }) => {
    if (cityId !== city.id || !permissionsOf[role].includes(permission)) return false
    if (role !== 'data_officer') return true
    const department = departments.find((one) => one.id === id)
    if (department === undefined) return false
    return 'indicator' in thing ? department.indicators.includes(thing.indicator) : department.measures.includes(thing.measure)
  })
}
