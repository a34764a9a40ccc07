import type { RecordForm } from '../../books/cooperation/fill-record.ts'
import type { ReadFrom } from '../../books/cooperation/desk-view.ts'
import { findWords } from '../../books/cooperation/evidence.ts'
import type { RecordKind } from '../../books/cooperation/records.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import { markSpan, placeAt } from './mark-span.ts'
import { addRecord, type Written } from './write-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listCooperation' | 'listEvidence' | 'listEvidenceIn' | 'listStatusEvents'> &
  Pick<CooperationWrites, 'addCooperation' | 'lockCooperation' | 'keepCooperation' | 'addEvidence' | 'addChange' | 'touchCooperation'>

/**
 * A new record, tied to the place that it was read from: both or neither, so call it in a transaction that a refusal ends. The verb of a
 * commitment is marked as its form says it.
 */
export async function addRecordReadFrom(
  input: Doing & { kind: RecordKind; form: RecordForm; readFrom: ReadFrom | null },
  record: Record,
): Promise<Written> {
  const { kind, form, readFrom, city } = input
  const written = await addRecord(input, record)
  if (!written.ok || readFrom === null) return written
  const source = await record.findCooperation(city, 'source', readFrom.source)
  const { words, place } = spanOf(source?.content.text ?? '', readFrom)
  const marker = kind === 'commitment' ? (form['marker'] ?? '') : ''
  const subject = { kind, number: written.number }
  const marked = await markSpan({ ...input, subject, form: { source: readFrom.source, words, place, marker } }, record)
  if (marked === null || marked.ok) return written
  const { code, field } = marked.problem
  return { ok: false, problems: [{ code, field: field === 'marker' ? field : 'evidence' }] }
}

/** A place of a text as the words that stand there, and which of the places that hold them it is. */
export function spanOf(text: string, { start, end }: { start: number; end: number }): { words: string; place: number | null } {
  const words = text.slice(start, end)
  return { words, place: findWords(text, words).length < 2 ? null : placeAt(text, words, start) }
}
