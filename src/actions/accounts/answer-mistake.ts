import type { Change } from '../../books/accounts/change.ts'
import { answerReport, type MistakeAnswer, type MistakeReport } from '../../books/indicators/mistake-report.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { MultilingualText } from '../../books/text.ts'

export interface MistakeRecord {
  listMistakeReports(city: { id: string }, page: { offset: number; limit: number }): Promise<MistakeReport[]>
  countMistakeReports(city: { id: string }): Promise<{ all: number; open: number }>
  findMistakeReport(city: { id: string }, number: number): Promise<{ report: MistakeReport; textId: string | null } | null>
  proveResidentText(city: { id: string }, id: string): Promise<string | null>
  answerMistakeReport(city: { id: string }, number: number, answer: MistakeAnswer, by: string, at: Date): Promise<void>
  addChange(city: { id: string } | null, change: Change): Promise<void>
}

/**
 * The city answers a report. The history keeps the answer, and of a resident's words their id and a keyed hash alone: it can be shown what
 * was answered as long as she lets her words stand. Call it in a transaction.
 */
export async function answerMistake(
  input: { city: City; by: string; number: number; outcome: string; answer: MultilingualText },
  { record, now }: { record: MistakeRecord; now: Date },
): Promise<Outcome<MistakeAnswer>> {
  const { city, by, number } = input
  const found = await record.findMistakeReport(city, number)
  if (found === null) return refuse('mistake_not_found')
  const answer = answerReport(input)
  if (!answer.ok) return answer
  const { report, textId } = found
  const text = textId === null ? {} : { textId, textHash: await record.proveResidentText(city, textId) }
  await record.answerMistakeReport(city, number, answer.value, by, now)
  await record.addChange(city, {
    at: now.toISOString(),
    by,
    action: 'mistake.answer',
    subject: `mistake/${number}`,
    before: report.outcome === null ? null : { outcome: report.outcome, answer: report.answer },
    after: { ...answer.value, ...text },
  })
  return done(answer.value)
}
