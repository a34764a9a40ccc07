import { longestBatchName } from '../../../books/discussion/rules/participation-code.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { DeskDiscussionRecord } from './desk-discussion-record.ts'

/**
 * A batch of codes was lost: those that nobody has used yet are void from now on, and who brings one is told so. What was said with the
 * others stays. null: there is no such consultation. Call it in a transaction.
 *
 * @param asked.which  moment and name of the batch: `2026-11-23T06:00:00.000Z Schools`
 */
export async function voidCodes(
  asked: Asked & { number: number; which: string; reason: string },
  record: Pick<DeskDiscussionRecord, 'lockConsultation' | 'listCodeBatches' | 'voidCodes' | 'addChange'>,
): Promise<Answered<number> | null> {
  const { city, viewer, at, number, which } = asked
  const consultation = await record.lockConsultation(city, number)
  if (consultation === null || consultation.level !== 'code') return null
  const reason = asked.reason.trim()
  const batch = (await record.listCodeBatches(city, consultation)).find(({ batch: name, madeAt }) => `${madeAt} ${name}` === which)
  const isLeft = batch !== undefined && batch.made > batch.used + batch.void
  const problems = [
    ...(isLeft ? [] : [{ code: 'batch_not_left', field: 'void-batch' }]),
    ...(reason === '' ? [{ code: 'void_reason', field: 'void-reason' }] : []),
    ...(reason.length > longestBatchName
      ? [{ code: 'text_long', field: 'void-reason', details: { limit: longestBatchName, length: reason.length } }]
      : []),
  ]
  if (problems.length > 0 || batch === undefined) return refused(...problems)
  const count = await record.voidCodes(city, consultation, { ...batch, at })
  await record.addChange(city, {
    ...{ at: at.toISOString(), by: viewer.personId, action: 'consultation.void_codes', subject: `consultation/${number}` },
    ...{ before: { batch: batch.batch, madeAt: batch.madeAt }, after: { count, reason } },
  })
  return answered(count)
}
