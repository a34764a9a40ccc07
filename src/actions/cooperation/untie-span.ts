import type { RecordKind } from '../../books/cooperation/records.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'
import { ownEvidence } from './mark-span.ts'
import type { Written } from './write-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listEvidence' | 'listStatusEvents'> &
  Pick<CooperationWrites, 'removeEvidence' | 'touchCooperation' | 'lockCooperation' | 'addChange'>

/**
 * A wrong place of a draft is untied; the history keeps it. What is public rests on its places, and so does what happened: neither is
 * untied. Call it in a transaction. null: there is no such record, or it has no such place.
 */
export async function untieSpan(
  input: Doing & { kind: RecordKind; number: number; evidence: number },
  record: Record,
): Promise<Written | null> {
  const { city, kind, number, by, at } = input
  // Otherwise it could become public just before its place goes.
  await record.lockCooperation(city)
  const before = await record.findCooperation(city, kind, number)
  const place = (await record.listEvidence(city, kind, [number])).find((one) => one.number === input.evidence)
  if (before === null || place === undefined) return null
  if (before.publishedAt !== null) return { ok: false, problems: [{ code: 'span_is_public', field: 'evidence' }] }
  const own = await ownEvidence(city, { kind, number }, record)
  if (!own.some((one) => one.number === place.number)) return { ok: false, problems: [{ code: 'span_of_event', field: 'evidence' }] }
  await record.removeEvidence(city, place.number)
  await record.touchCooperation(city)
  const { subject, number: _, ...was } = place
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.untie', subject: `cooperation/${subject.kind}/${subject.number}` },
    ...{ before: was, after: null },
  })
  return { ok: true, number }
}
