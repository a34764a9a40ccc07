import { readCode } from '../../books/discussion/rules/participation-code.ts'
import { readPaperVotes, type PaperVote } from '../../books/discussion/rules/read-paper-votes.ts'
import { longestContribution } from '../../books/discussion/text/check-text.ts'
import { findPersonalData } from '../../books/discussion/text/find-personal-data.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { isLanguage, type Language } from '../../books/text.ts'
import { isCalendarDay } from '../../kernel/calendar-day.ts'
import { encodingOf } from '../table/encoding-of.ts'
import { openTable } from '../table/open-table.ts'
import { columnNamed, paperColumns, type PaperColumn } from './paper-columns.ts'

/** One paper form or one line of the notes of a meeting. */
export interface PaperForm {
  /** Line of the table, so that a later refusal can name it. */
  line: number
  /** What the city wrote on the form when it took it in: the same form entered twice is found by it. */
  receipt: string
  /** ISO day. */
  writtenOn: string
  place: string
  language: Language
  sentence: string | null
  text: string
  suggestedWording: string | null
  votes: readonly PaperVote[]
  /** The code that the city gave out; '' where the form bears none. */
  code: string
}

/**
 * The forms of a CSV or XLSX table, as the template has it; rows that cannot be taken are noted with cell and reason, the others are
 * read. The header may be in any of the three languages, or the names in code; rows that begin with # explain and are passed over.
 *
 * A file that is not UTF-8 is read as Windows-1251, as spreadsheet programs save CSV; that code has no letters ә ғ қ ң ө ұ ү һ, so
 * question marks inside words are noted.
 *
 * Refusals  those of `openTable`; paper_columns_missing
 * Notices   paper_receipt_missing, paper_receipt_twice, paper_date_not_understood, paper_language_unknown, paper_sentence_unknown,
 *           paper_empty, paper_too_long, paper_votes_not_understood, paper_lost_letters, paper_personal_data,
 *           paper_code_not_understood
 */
export async function readPaperForms(
  bytes: Uint8Array,
  file: string,
  sentences: ReadonlySet<string>,
): Promise<Outcome<{ forms: PaperForm[]; notices: Notice[] }>> {
  const table = await openTable(bytes, encodingOf(bytes))
  if (!table.ok) return table
  const places = new Map(table.value.header.map((name, at) => [columnNamed(name), at]))
  const missing = paperColumns.filter(({ name, needed }) => needed && !places.has(name))
  if (missing.length > 0) return refuse('paper_columns_missing', 'header', { columns: missing.map(({ name }) => name).join(', ') })

  const notices: Notice[] = []
  const firstLine = new Map<string, number>()
  const forms = table.value.rows.flatMap((row) => {
    const cell = (name: PaperColumn['name']): string => (row.cells[places.get(name) ?? -1] ?? '').normalize('NFC').trim()
    if ((row.cells[0] ?? '').trim().startsWith('#')) return []
    const { form, found } = readForm(row.line, cell, file, sentences)
    notices.push(...found)
    if (form === null) return []
    const first = firstLine.get(form.receipt)
    if (first === undefined) {
      firstLine.set(form.receipt, row.line)
      return [form]
    }
    notices.push(
      notice('paper_receipt_twice', 'error', { file, line: row.line, column: 'receipt', value: form.receipt, details: { line: first } }),
    )
    return []
  })
  return done({ forms, notices })
}

function readForm(
  line: number,
  cell: (name: PaperColumn['name']) => string,
  file: string,
  sentences: ReadonlySet<string>,
): { form: PaperForm | null; found: Notice[] } {
  const found: Notice[] = []
  const note = (code: string, severity: Notice['severity'], column: PaperColumn['name'], value = cell(column)) =>
    found.push(notice(code, severity, { file, line, column, value }))

  const writtenOn = readDay(cell('written_on'))
  const language = cell('language').toLowerCase()
  const votes = readPaperVotes(cell('votes'))
  if (cell('receipt') === '') note('paper_receipt_missing', 'error', 'receipt')
  if (writtenOn === null) note('paper_date_not_understood', 'error', 'written_on')
  if (!isLanguage(language)) note('paper_language_unknown', 'error', 'language')
  if (cell('sentence') !== '' && !sentences.has(cell('sentence'))) note('paper_sentence_unknown', 'error', 'sentence')
  if (cell('participation_code') !== '' && readCode(cell('participation_code')) === null)
    note('paper_code_not_understood', 'error', 'participation_code')
  if (votes === null) note('paper_votes_not_understood', 'error', 'votes')
  if (cell('text') === '' && cell('suggested_wording') === '' && votes?.length === 0) note('paper_empty', 'error', 'text')
  for (const column of ['text', 'suggested_wording'] as const) {
    const text = cell(column)
    if (text.length > longestContribution) note('paper_too_long', 'error', column, String(text.length))
    if (/[\p{L}]\?+[\p{L}]/u.test(text)) note('paper_lost_letters', 'error', column)
    for (const { words } of findPersonalData(text)) note('paper_personal_data', 'warning', column, words)
  }
  const isWhole = found.every(({ severity }) => severity !== 'error')
  if (!isWhole || writtenOn === null || votes === null || !isLanguage(language)) return { form: null, found }
  const form = {
    line,
    receipt: cell('receipt'),
    writtenOn,
    place: cell('place'),
    language,
    sentence: cell('sentence') || null,
    text: cell('text'),
    suggestedWording: cell('suggested_wording') || null,
    votes,
    code: cell('participation_code'),
  }
  return { form, found }
}

/** 2026-11-05 or 05.11.2026, also with slashes. */
function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text) ?? []
  const found = iso === null ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  return isCalendarDay(found) ? found : null
}

/** An empty table to fill in: header and explanations in one language, for a spreadsheet program (semicolons, byte order mark). */
export function writePaperFormsTemplate(language: Language): string {
  const rows = [
    paperColumns.map(({ title }) => title[language]),
    paperColumns.map(({ meaning }, at) => `${at === 0 ? '# ' : ''}${meaning[language]}`),
  ]
  return `\ufeff${rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n')}\r\n`
}
