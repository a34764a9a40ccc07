import type { Consultation } from '../../../books/discussion/consultation.ts'
import { readCode } from '../../../books/discussion/rules/participation-code.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import type { DeskDiscussionRecord } from './desk-discussion-record.ts'
import { codeHash, type CodeServices } from './make-codes.ts'

/**
 * Somebody enters the code that the city gave her, and takes part from then on. One code is one participant, on paper and on the web
 * together: a code that stood on a paper form brings what she wrote there along. Call it in a transaction.
 */
export async function joinByCode(
  {
    city,
    consultation,
    personId,
    typed,
    at,
  }: { city: { id: string }; consultation: Consultation; personId: string; typed: string; at: Date },
  { record, services }: { record: Pick<DeskDiscussionRecord, 'useCode' | 'joinConsultation'>; services: Pick<CodeServices, 'keyedHash'> },
): Promise<Outcome<number>> {
  if (typed.trim() === '') return refuse('code_missing', 'code')
  const code = readCode(typed)
  if (code === null) return refuse('code_unreadable', 'code')
  const hash = codeHash(code, consultation, services)
  const used = await record.useCode(city, consultation, hash, at)
  if (used === 'unknown' || used === 'void') return refuse(`code_${used}`, 'code')
  const number = await record.joinConsultation(city, consultation, { personId, keys: [`code:${hash}`], level: 'code', channel: 'web', at })
  return number === null ? refuse('code_of_another', 'code') : done(number)
}
