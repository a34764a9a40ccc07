import { readForum } from '../../books/cooperation/forum/read-forum.ts'
import type { ForumTexts } from '../../books/cooperation/forum/matching.ts'
import { CsvTooLarge, readCsvRows } from '../../formats/csv.ts'
import { guessSeparator } from '../../formats/table/open-table.ts'

/** The tables of a forum, read from what was written. */
export const forumOfTexts = (texts: ForumTexts): ReturnType<typeof readForum> =>
  readForum({
    slots: texts.slots.split('\n'),
    tables: texts.tables,
    participants: rowsOf(texts.participants),
    projects: rowsOf(texts.projects),
    wishes: rowsOf(texts.wishes),
  })

/** A row beyond all bounds ends the table, and the reader of the rest finds what is missing. */
function rowsOf(text: string): Array<{ line: number; cells: string[] }> {
  const rows: Array<{ line: number; cells: string[] }> = []
  try {
    for (const { line, cells } of readCsvRows(text.replace(/^\uFEFF/, ''), guessSeparator(text))) rows.push({ line, cells })
  } catch (fault) {
    if (!(fault instanceof CsvTooLarge)) throw fault
  }
  return rows
}
