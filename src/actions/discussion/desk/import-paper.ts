import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { PaperRow, RefusedRow } from '../../../books/discussion/rules/import-paper.ts'
import { readCode } from '../../../books/discussion/rules/participation-code.ts'
import { readPaperForm } from '../../../books/discussion/rules/read-paper-form.ts'
import type { StatementRecord } from '../statements/statement-record.ts'
import type { CodesRecord, PaperRecord } from './desk-discussion-record.ts'
import { keepPaper, type EnteringPaper, type PaperNeeds } from './enter-paper.ts'
import { codeHash, type CodeServices } from './make-codes.ts'

type Table = EnteringPaper & { rows: readonly PaperRow[]; channel: 'paper' | 'meeting' }

interface Checked {
  rows: readonly PaperRow[]
  refused: readonly RefusedRow[]
}

interface CheckNeeds {
  record: Pick<PaperRecord, 'listReceipts'> & Pick<StatementRecord, 'listShownNumbers'> & Pick<CodesRecord, 'listValidCodes'>
  services: Pick<CodeServices, 'keyedHash'>
}

/** Which rows of a table can be entered, and what is wrong with the others. It only reads. */
export async function checkPaperRows(asked: Table, consultation: Consultation, { record, services }: CheckNeeds): Promise<Checked> {
  const { city, rows } = asked
  const known = await record.listReceipts(
    city,
    consultation,
    rows.map(({ receipt }) => receipt),
  )
  const entered = new Set(known.map(({ receipt }) => receipt))
  const statements = new Set(await record.listShownNumbers(city, consultation))
  const hashOf = (row: PaperRow): string => codeHash(readCode(row.code) ?? '', consultation, services)
  const valid = new Set(await record.listValidCodes(city, consultation, rows.filter(hasCode).map(hashOf)))
  const refused: RefusedRow[] = []
  const taken = rows.filter((row) => {
    const read = readRow(row, asked, consultation)
    const found = read.ok ? [] : read.problems.map(({ code, field }) => ({ line: row.line, code, field: field ?? '' }))
    const unknown = row.votes.some(({ statement }) => !statements.has(statement))
    if (entered.has(row.receipt)) found.push({ line: row.line, code: 'receipt_entered', field: 'receipt' })
    if (unknown) found.push({ line: row.line, code: 'statement_unknown', field: 'votes' })
    if (hasCode(row) && !valid.has(hashOf(row))) found.push({ line: row.line, code: 'code_unknown', field: 'code' })
    entered.add(row.receipt)
    refused.push(...found)
    return found.length === 0
  })
  return { rows: taken, refused }
}

/**
 * Enters the rows of a table that somebody has looked at, all or none: whatever has changed since then is said, and nothing is kept. null:
 * there is no such consultation. Call it in a transaction that a refusal ends.
 */
export async function importPaperRows(
  asked: Table,
  needs: PaperNeeds & CheckNeeds,
): Promise<{ entered: number; refused: readonly RefusedRow[] } | null> {
  const { city, at, channel } = asked
  const { record } = needs
  const consultation = await record.lockConsultation(city, asked.number)
  if (consultation === null || consultation.publishedAt === null) return null
  const { rows, refused } = await checkPaperRows(asked, consultation, needs)
  if (refused.length > 0) return { entered: 0, refused }
  for (const row of rows) {
    const read = readRow(row, asked, consultation)
    const kept = read.ok ? await keepPaper(asked, consultation, read.value, needs) : null
    if (kept?.ok === false) return { entered: 0, refused: [{ line: row.line, code: kept.refusal.code, field: kept.refusal.field ?? '' }] }
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

const hasCode = ({ code }: PaperRow): boolean => readCode(code) !== null

const signs = { agree: '+', disagree: '-', pass: '0' } as const

const readRow = (row: PaperRow, { channel, version, today }: Table, consultation: Consultation) => {
  const { receipt, writtenOn: day, place, language, sentence, text, suggestedWording, votes, code } = row
  const answers = votes.map((one) => `${one.statement}=${signs[one.vote]}`).join(' ')
  const form = {
    receipt,
    day,
    channel,
    place,
    language,
    sentence: sentence ?? '',
    text,
    wording: suggestedWording ?? '',
    votes: answers,
    code,
  }
  return readPaperForm(form, consultation, version, today)
}
