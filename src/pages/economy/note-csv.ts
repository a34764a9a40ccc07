import { formulas, type FormulaId } from '../../books/economy/note/formulas.ts'
import type { NoteTable, RowLabel, TwinNote } from '../../books/economy/note/note.ts'
import type { Words } from '../words.ts'
import { placeWords, rowWords } from './note-words.ts'

const columns = 'part,table,row,row_name,column,place,value,low,high,unit,formula,formula_source,year'

/**
 * All tables of a note as one CSV, or one of them: a line for each number, with its formula, and for bands a column for each method. Numbers
 * stand as they were computed, to the last digit; what is missing says what it needs.
 *
 * @param only  key of a table; null for all
 */
export function* noteCsv(note: TwinNote, words: Words, only: string | null = null): Generator<string> {
  yield `${columns},${note.methods.map((name) => quoted(name)).join(',')}\n`
  for (const { number, tables } of note.parts)
    for (const table of tables) if (only === null || table.key === only) yield* linesOf(note, number, table, words)
}

function* linesOf(note: TwinNote, part: number, { key, columns: heads, rows }: NoteTable, words: Words): Generator<string> {
  for (const { label, cells } of rows)
    for (const [at, cell] of cells.entries()) {
      const head = heads[at]!
      const formula: FormulaId = label.kind === 'index' ? label.formula : head.formula
      const [value, low, high] =
        cell.kind === 'number'
          ? [cell.value, cell.value, cell.value]
          : cell.kind === 'band'
            ? ['', cell.low, cell.high]
            : [cell.kind === 'missing' ? `needs ${cell.need}` : '', '', '']
      const year = label.kind === 'year' ? label.year : note.year
      const byMethod = note.methods.map((_, m) => (cell.kind === 'band' ? cell.values[m]! : ''))
      const place = head.place === undefined ? '' : placeWords(note, head.place, words)
      const { text, source } = formulas[formula]
      const line = [
        part,
        key,
        codeOf(label),
        rowWords(note, label, words),
        head.key,
        place,
        value,
        low,
        high,
        head.unit,
        text,
        source,
        year,
        ...byMethod,
      ]
      yield `${line.map((one) => quoted(String(one))).join(',')}\n`
    }
}

function codeOf(label: RowLabel): string {
  switch (label.kind) {
    case 'sector':
      return label.code
    case 'place':
      return label.place
    case 'index':
      return label.key
    case 'year':
      return String(label.year)
    case 'method':
      return label.name
    case 'chain':
      return `${label.seller} ${label.product} ${label.sector}`
  }
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
