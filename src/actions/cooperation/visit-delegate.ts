import type { RecordForm } from '../../books/cooperation/fill-record.ts'
import { formOfRecord } from '../../books/cooperation/fill-record.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import type { Doing } from './cooperation-record.ts'
import { addRecord, editRecord, type EditedRecord as Record, type Written } from './write-record.ts'

export interface DelegateForm {
  /** Number of a person, as it was chosen. */
  person: string
  role: MultilingualText
  state: string
}

/** Somebody joins the city's own delegation. Call it in a transaction, as below. */
export async function addDelegate(input: Doing & { visit: number; form: DelegateForm }, record: Record): Promise<Written> {
  const { visit, form } = input
  if (form.person.trim() === '') return { ok: false, problems: [{ code: 'field_empty', field: 'person' }] }
  return await addRecord({ ...input, kind: 'attendance', form: attendanceForm(visit, form) }, record)
}

function attendanceForm(visit: number, { person, role, state }: DelegateForm): RecordForm {
  const roles = languages.map((language) => [`role.${language}`, role[language] ?? ''])
  return { event: String(visit), person, state, isDelegate: 'yes', ...(Object.fromEntries(roles) as RecordForm) }
}

/** A member is expected, has come, or is excused. null: nobody of this number is in the delegation. */
export async function changeDelegate(
  input: Doing & { attendance: number; revision: number; state: string },
  record: Record,
): Promise<Written | null> {
  const { city, attendance: number, state } = input
  const before = await record.findCooperation(city, 'attendance', number)
  if (before === null || !before.content.isDelegate) return null
  return await editRecord({ ...input, kind: 'attendance', number, form: { ...formOfRecord('attendance', before.content), state } }, record)
}
