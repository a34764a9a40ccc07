import { done, refuse, type Outcome } from '../outcome.ts'
import { languages, type MultilingualText } from '../text.ts'
import type { Department } from './department.ts'

/** Characters of the name of a department. */
export const longestDepartmentName = 200

/** What an administrator wrote about a department. */
export interface DepartmentInput {
  id: string
  name: MultilingualText
  indicators: readonly string[]
  measures: readonly string[]
}

/**
 * A department as it may be kept: a short id for good, a name in at least one language, and only indicators and measures that there are.
 *
 * @param known  codes of the catalogue and ids of the programme's measures
 */
export function writeDepartment(
  input: DepartmentInput,
  known: { indicators: readonly string[]; measures: readonly string[] },
): Outcome<Department> {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(input.id)) return refuse('department_id_unreadable', 'id')
  const name = Object.fromEntries(
    languages.map((language) => [language, input.name[language]?.trim() ?? '']).filter(([, words]) => words !== ''),
  ) as MultilingualText
  if (Object.keys(name).length === 0) return refuse('department_name_empty', 'name-kk')
  const long = languages.find((language) => (name[language]?.length ?? 0) > longestDepartmentName)
  if (long !== undefined) return refuse('department_name_long', `name-${long}`, { limit: longestDepartmentName })
  const stranger = input.indicators.find((code) => !known.indicators.includes(code))
  if (stranger !== undefined) return refuse('department_indicator_unknown', 'indicators', { code: stranger })
  const unknown = input.measures.find((id) => !known.measures.includes(id))
  if (unknown !== undefined) return refuse('department_measure_unknown', 'measures', { id: unknown })
  return done({ id: input.id, name, indicators: [...new Set(input.indicators)].sort(), measures: [...new Set(input.measures)].sort() })
}
