import type { Change } from '../../books/accounts/change.ts'
import type { DepartmentChoices } from '../../books/accounts/department-choices.ts'
import type { Department } from '../../books/accounts/department.ts'
import { writeDepartment, type DepartmentInput } from '../../books/accounts/write-department.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { chooseVersion } from '../../books/programme/shown-version.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { CityRecord } from '../record.ts'

export interface DepartmentRecord extends Pick<CityRecord, 'listIndicators' | 'listProgrammeVersions'> {
  listDepartments(city: { id: string }): Promise<Department[]>
  findDepartment(city: { id: string }, id: string): Promise<Department | null>
  keepDepartment(city: { id: string }, department: Department): Promise<void>
  listDepartmentPeople(city: { id: string }, id: string, now: Date): Promise<string[]>
  removeDepartment(city: { id: string }, id: string): Promise<void>
  addChange(city: { id: string } | null, change: Change): Promise<void>
}

/** The choices of the form; what the department has already stays among them, even where the programme has let go of it. */
export async function listChoices(
  city: City,
  now: Date,
  record: DepartmentRecord,
  own: Department | null = null,
): Promise<DepartmentChoices> {
  const indicators = (await record.listIndicators(city, now)).map(({ code, name }) => ({ code, name }))
  const version = chooseVersion(await record.listProgrammeVersions(city, now))?.versions.at(-1)
  const goals = (version?.directions ?? []).flatMap((direction) => direction.goals)
  const measures = goals.flatMap((goal) => goal.measures).map(({ id, number, title }) => ({ id, text: numbered(number, title) }))
  const gone = (own?.measures ?? []).filter((id) => !measures.some((one) => one.id === id))
  const missing = (own?.indicators ?? []).filter((code) => !indicators.some((one) => one.code === code))
  return {
    indicators: [...indicators, ...missing.map((code) => ({ code, name: {} }))],
    measures: [...measures, ...gone.map((id) => ({ id, text: {} }))],
  }
}

/** `3.1 Renew the buses`: a measure is known by its number. */
const numbered = (number: string, title: MultilingualText): MultilingualText =>
  Object.fromEntries(Object.entries(title).map(([language, words]) => [language, `${number} ${words}`]))

/** Adds a department or writes it anew. Call it in a transaction. */
export async function keepDepartment(
  input: { city: City; by: string; department: DepartmentInput; isNew: boolean },
  { record, now }: { record: DepartmentRecord; now: Date },
): Promise<Outcome<Department>> {
  const { city, by, isNew } = input
  const before = await record.findDepartment(city, input.department.id)
  if (isNew && before !== null) return refuse('department_id_taken', 'id')
  if (!isNew && before === null) return refuse('department_not_found')
  const choices = await listChoices(city, now, record, before)
  const written = writeDepartment(input.department, {
    indicators: choices.indicators.map(({ code }) => code),
    measures: choices.measures.map(({ id }) => id),
  })
  if (!written.ok) return written
  await record.keepDepartment(city, written.value)
  await record.addChange(city, {
    at: now.toISOString(),
    by,
    action: before === null ? 'department.add' : 'department.write',
    subject: `department/${written.value.id}`,
    before,
    after: written.value,
  })
  return done(written.value)
}
