import { demonstrationCity, demonstrationDepartment, demonstrationStaff } from './books/accounts/demonstration.ts'
import type { Record } from './open-rooms.ts'

/** People of the invented city, one for each role, so that a visitor can sit down at its desk. */
export async function addDemonstrationStaff(record: Record): Promise<void> {
  const city = await record.findCity(demonstrationCity)
  if (city === null) return
  const now = record.now()
  const programme = (await record.listProgrammeVersions(city, now)).at(-1)
  const measures = (programme?.directions ?? [])
    .flatMap((direction) => direction.goals.flatMap((goal) => goal.measures))
    .filter((measure) => measure.owner.en === demonstrationDepartment.name.en)
  await record.keepDepartment(city, { ...demonstrationDepartment, measures: measures.map((measure) => measure.id) })
  for (const { name, email, role, department } of demonstrationStaff) {
    const person = await record.addPerson({ id: record.newId(), email, name, language: 'kk', createdAt: now })
    await record.addMembership(city, person.id, role, department, now)
  }
}
