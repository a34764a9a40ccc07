import type { Consultation } from '../../../books/discussion/consultation.ts'
import { readConsultationForm, type ConsultationForm } from '../../../books/discussion/rules/consultation-fields.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { DeskDiscussionRecord } from './desk-discussion-record.ts'

type Record = Pick<DeskDiscussionRecord, 'newId' | 'addConsultation' | 'keepConsultation' | 'lockConsultation' | 'addChange'>

/** A draft of a consultation: staff alone see it. Call it in a transaction, as all below. */
export async function addConsultation(
  asked: Asked & { form: ConsultationForm; versions: readonly ProgrammeVersion[] },
  record: Record,
): Promise<Answered<number>> {
  const { city, viewer, at } = asked
  const { fields, problems } = read(asked)
  if (problems.length > 0) return refused(...problems)
  const number = await record.addConsultation(city, { id: record.newId(), ...fields })
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'consultation.add',
    subject: `consultation/${number}`,
    before: null,
    after: fields,
  })
  return answered(number)
}

/**
 * The draft as it is now wanted. null: there is no such draft.
 *
 * @param asked.revision  of the draft that the form was opened with: who saves over a colleague's change is told first
 */
export async function editConsultation(
  asked: Asked & { number: number; revision: number; form: ConsultationForm; versions: readonly ProgrammeVersion[] },
  record: Record,
): Promise<Answered<number> | null> {
  const { city, viewer, at, number, revision } = asked
  const draft = await record.lockConsultation(city, number)
  if (draft === null || draft.publishedAt !== null) return null
  const { fields, problems } = read(asked)
  if (problems.length > 0) return refused(...problems)
  if (draft.revision !== revision) return refused({ code: 'changed_meanwhile' })
  await record.keepConsultation(city, draft.id, { ...fields, publishedAt: null })
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'consultation.write',
    subject: `consultation/${number}`,
    before: fieldsOf(draft),
    after: fields,
  })
  return answered(number)
}

const read = ({ form, versions, today }: { form: ConsultationForm; versions: readonly ProgrammeVersion[]; today: string }) =>
  readConsultationForm(form, { today, versions: versions.map(({ programme, number }) => `${programme}/${number}`) })

const fieldsOf = ({ programme, version, content, level, opensOn, closesOn }: Consultation) => ({
  programme,
  version,
  content,
  level,
  opensOn,
  closesOn,
})
