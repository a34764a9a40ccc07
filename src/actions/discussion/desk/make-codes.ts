import { longestBatchName, mostCodes, participationCode } from '../../../books/discussion/rules/participation-code.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { DeskDiscussionRecord } from './desk-discussion-record.ts'

/** What making and reading codes needs from the world outside: dice, and a hash that only this installation can make. */
export interface CodeServices {
  newSecret(): string
  keyedHash(text: string): string
}

/** What is kept of a code. The same code is another hash in another consultation. */
export const codeHash = (code: string, consultation: { id: string }, { keyedHash }: Pick<CodeServices, 'keyedHash'>): string =>
  keyedHash(`participation ${consultation.id} ${code}`)

/**
 * Makes codes that the city hands out. They are shown once, to who made them: only their hashes are kept. null: there is no such
 * consultation. Call it in a transaction.
 */
export async function makeCodes(
  asked: Asked & { number: number; count: string; batch: string },
  needs: { record: Pick<DeskDiscussionRecord, 'lockConsultation' | 'addCodes' | 'addChange'>; services: CodeServices },
): Promise<Answered<string[]> | null> {
  const { city, viewer, at, number } = asked
  const { record, services } = needs
  const consultation = await record.lockConsultation(city, number)
  if (consultation === null || consultation.level !== 'code') return null
  const [count, batch] = [/^\d{1,6}$/.test(asked.count.trim()) ? Number(asked.count) : 0, asked.batch.trim()]
  const problems = [
    ...(count < 1 || count > mostCodes ? [{ code: 'code_count', field: 'count', details: { limit: mostCodes } }] : []),
    ...(batch === '' ? [{ code: 'batch_missing', field: 'batch' }] : []),
    ...(batch.length > longestBatchName
      ? [{ code: 'text_long', field: 'batch', details: { limit: longestBatchName, length: batch.length } }]
      : []),
  ]
  if (problems.length > 0) return refused(...problems)
  const codes = new Set<string>()
  while (codes.size < count) codes.add(participationCode(services.newSecret()))
  const hashes = [...codes].map((code) => codeHash(code, consultation, services))
  await record.addCodes(city, consultation, { batch, hashes, at })
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'consultation.codes',
    subject: `consultation/${number}`,
    before: null,
    after: { batch, count },
  })
  return answered([...codes])
}
