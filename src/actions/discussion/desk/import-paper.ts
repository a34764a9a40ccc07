import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { PaperRow, RefusedRow } from '../../../books/discussion/rules/import-paper.ts'
import { readPaperForm, takesPaper, type ReadPaperForm } from '../../../books/discussion/rules/read-paper-form.ts'
import type { Statement } from '../../../books/discussion/statement.ts'
import type { VoteRecord } from '../votes/vote-record.ts'
import type { DeskBasics, DeskDiscussionRecord, PaperRecord } from './desk-discussion-record.ts'
import { keepPaper, type EnteringPaper, type PaperNeeds } from './enter-paper.ts'

type CityId = { id: string }
type Channel = 'paper' | 'meeting'

interface Checked {
  rows: readonly PaperRow[]
  refused: readonly RefusedRow[]
}

type Reading = PaperRecord & { listStatements(city: CityId, consultation: CityId, filter: { state: 'shown' }): Promise<Statement[]> }

/** Which rows of a table can be entered, and what is wrong with the others. It only reads. */
export async function checkPaperRows(
  asked: EnteringPaper & { rows: readonly PaperRow[]; channel: Channel },
  consultation: Consultation,
  record: Reading,
): Promise<Checked> {
  const { rows } = asked
  const known = await record.listReceipts(
    asked.city,
    consultation,
    rows.map(({ receipt }) => receipt),
  )
  const entered = new Set(known.map(({ receipt }) => receipt))
  const statements = new Set((await record.listStatements(asked.city, consultation, { state: 'shown' })).map(({ number }) => number))
  const refused: RefusedRow[] = []
  const taken = rows.filter((row) => {
    const found = problemsOf(row, asked, consultation)
    const unknown = row.votes.some(({ statement }) => !statements.has(statement))
    if (entered.has(row.receipt)) found.push({ line: row.line, code: 'receipt_entered', field: 'receipt' })
    if (unknown) found.push({ line: row.line, code: 'statement_unknown', field: 'votes' })
    entered.add(row.receipt)
    refused.push(...found)
    return found.length === 0
  })
  return { rows: taken, refused }
}

/**
 * Enters the rows of a table that somebody has looked at, all or none: whatever has changed since then is said, and nothing is kept. null:
 * there is no such consultation. Call it in a transaction.
 */
export async function importPaperRows(
  asked: EnteringPaper & { rows: readonly PaperRow[]; channel: Channel },
  needs: PaperNeeds & { record: DeskBasics & Pick<DeskDiscussionRecord, 'addContribution'> & Reading & Pick<VoteRecord, 'castVotes'> },
): Promise<{ entered: number; refused: readonly RefusedRow[] } | null> {
  const { city, at, channel } = asked
  const { record } = needs
  const consultation = await record.lockConsultation(city, asked.number)
  if (consultation === null || consultation.publishedAt === null) return null
  const { rows, refused } = await checkPaperRows(asked, consultation, record)
  if (refused.length > 0) return { entered: 0, refused }
  for (const row of rows) {
    const read = hasWords(row) ? readRow(row, asked, consultation) : null
    if (read !== null) await keepPaper(asked, consultation, read, needs)
    if (row.votes.length === 0) continue
    const keys = [`receipt:${row.receipt}`]
    const participant = await record.joinConsultation(city, consultation, { personId: null, keys, level: 'paper', channel, at })
    if (participant === null) throw new Error('One receipt is two participants.')
    const choices = { agree: 1, disagree: -1, pass: 0 } as const
    const vote = { cityId: city.id, consultationId: consultation.id, participant, at, channel }
    await record.castVotes(row.votes.map((one) => ({ ...vote, statement: one.statement, choice: choices[one.vote] })))
  }
  await record.addChange(city, {
    at: at.toISOString(),
    by: asked.viewer.personId,
    action: 'paper.import',
    subject: `consultation/${consultation.number}`,
    before: null,
    after: { channel, forms: rows.length },
  })
  return { entered: rows.length, refused: [] }
}

const hasWords = ({ text, suggestedWording }: PaperRow): boolean => text.trim() !== '' || (suggestedWording ?? '').trim() !== ''

/** A form may have votes alone. */
function problemsOf(row: PaperRow, asked: EnteringPaper & { channel: Channel }, consultation: Consultation): RefusedRow[] {
  const at = (code: string, field: string): RefusedRow => ({ line: row.line, code, field })
  if (!hasWords(row)) return takesPaper(consultation, asked.today) ? [] : [at('paper_closed', '')]
  const read = readPaperForm(formOf(row, asked.channel), consultation, asked.version, asked.today)
  return read.ok ? [] : read.problems.map(({ code, field }) => at(code, field ?? ''))
}

function readRow(row: PaperRow, asked: EnteringPaper & { channel: Channel }, consultation: Consultation): ReadPaperForm | null {
  const read = readPaperForm(formOf(row, asked.channel), consultation, asked.version, asked.today)
  return read.ok ? read.value : null
}

const formOf = ({ receipt, writtenOn, place, language, sentence, text, suggestedWording }: PaperRow, channel: Channel) => ({
  receipt,
  day: writtenOn,
  channel,
  place,
  language,
  sentence: sentence ?? '',
  text,
  wording: suggestedWording ?? '',
  code: '',
})
