import type { Change } from '../../books/accounts/change.ts'
import type { Department } from '../../books/accounts/department.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'

export interface RemovalRecord {
  findDepartment(city: { id: string }, id: string): Promise<Department | null>
  listDepartmentPeople(city: { id: string }, id: string, now: Date): Promise<string[]>
  removeDepartment(city: { id: string }, id: string): Promise<void>
  lockStaff(city: { id: string }): Promise<void>
  addChange(city: { id: string } | null, change: Change): Promise<void>
}

/**
 * A department goes when nobody is in it or invited to it; the history keeps what it answered for. What its officers entered stays. null:
 * there is none of this id. Call it in a transaction.
 */
export async function removeDepartment(
  { city, by, id, now }: { city: City; by: string; id: string; now: Date },
  record: RemovalRecord,
): Promise<Outcome<null> | null> {
  // Otherwise somebody could be given a role in it just before it goes.
  await record.lockStaff(city)
  const before = await record.findDepartment(city, id)
  if (before === null) return null
  const people = await record.listDepartmentPeople(city, id, now)
  if (people.length > 0) return refuse('department_not_empty', 'remove', { people: people.join(', ') })
  await record.removeDepartment(city, id)
  await record.addChange(city, {
    ...{ at: now.toISOString(), by, action: 'department.remove', subject: `department/${id}`, before, after: null },
  })
  return done(null)
}
