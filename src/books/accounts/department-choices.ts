import type { MultilingualText } from '../text.ts'

/** What a department can answer for: the catalogue, and the measures of the latest version of the programme. */
export interface DepartmentChoices {
  indicators: ReadonlyArray<{ code: string; name: MultilingualText }>
  measures: ReadonlyArray<{ id: string; text: MultilingualText }>
}
