import type { Language } from '../../books/text.ts'
import { attribute, plainText } from './page-parts.ts'

export interface PageCell {
  /** The words; a number as plain decimal text: `-1234.50`. */
  text: string
  isNumber: boolean
}

/** A table as a page shows it: every row has a cell for each column. */
export interface PageTable {
  columns: readonly string[]
  rows: ReadonlyArray<readonly PageCell[]>
}

/**
 * The cells of a table of a page. A cell that spans several rows or columns stands in each row, and in the first of its columns.
 *
 * Numbers are cells of the classes `r` and `num` that hold nothing else: they come out as they were published, with a point. Where such a
 * cell says in quiet words that there is no value, it is empty.
 *
 * @example
 * readPageTable('<table><tr><th scope="row">2023</th><td class="r">−1\u00a0234,50</td></tr></table>', 'ru').rows[0][1].text // => '-1234.50'
 */
export function readPageTable(html: string, language: Language): PageTable {
  const head = /<thead>.*?<\/thead>/s.exec(html)?.[0] ?? ''
  const columns = gridOf(head, language)
  const rows = gridOf(html.replace(head, ''), language)
  const width = Math.max(0, ...[...columns, ...rows].map((row) => row.length))
  const names = Array.from({ length: width }, (_, at) => [...new Set(columns.map((row) => row[at]?.text ?? ''))].join(' ').trim())
  return {
    columns: columns.length === 0 ? names.map((_, at) => String(at + 1)) : names,
    rows: rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? empty)),
  }
}

const empty: PageCell = { text: '', isNumber: false }

/** The rows with what spans rows and columns laid out; rows that say nothing are left out. */
function gridOf(html: string, language: Language): PageCell[][] {
  /** What comes down from the rows above, by column. */
  const falling = new Map<number, { cell: PageCell; rows: number }>()
  return [...html.matchAll(/<tr\b[^>]*>(.*?)<\/tr>/gs)]
    .map(([, inside = '']) => {
      const row: PageCell[] = []
      const fill = () => {
        for (let above = falling.get(row.length); above !== undefined; above = falling.get(row.length)) {
          if (above.rows === 1) falling.delete(row.length)
          else above.rows--
          row.push(above.cell)
        }
      }
      for (const [, , attributes = '', content = ''] of inside.matchAll(/<(t[hd])\b([^>]*)>(.*?)<\/\1>/gs)) {
        fill()
        const cell = cellOf(attributes, content, language)
        const [columns, rows] = [span(attributes, 'colspan'), span(attributes, 'rowspan')]
        for (let at = 0; at < columns; at++) {
          if (rows > 1) falling.set(row.length, { cell: at === 0 ? cell : empty, rows: rows - 1 })
          row.push(at === 0 ? cell : empty)
        }
      }
      fill()
      return row
    })
    .filter((row) => row.some(({ text }) => text !== ''))
}

const span = (attributes: string, name: string): number => Number(attribute(attributes, name) || 1)

function cellOf(attributes: string, content: string, language: Language): PageCell {
  if (/\sclass="(?:[^"]*\s)?(?:r|num)(?:\s[^"]*)?"/.test(attributes)) {
    // Said to people so that no cell is empty; among numbers an empty cell says it.
    if (/^<span class="quiet">[^<]*<\/span>$/.test(content)) return empty
    // What only screen readers are told beside a number is told by the column here.
    const number = decimalOf(plainText(content.replaceAll(/<span class="hidden">[^<]*<\/span>/g, '')), language)
    if (number !== null) return { text: number, isNumber: true }
  }
  return { text: plainText(content), isNumber: false }
}

/** What `Words.decimal` wrote, as it was before; null: no number. */
function decimalOf(text: string, language: Language): string | null {
  const plain = language === 'en' ? text.replaceAll(',', '') : text.replaceAll(' ', '').replace(',', '.')
  return /^[−-]?\d+(\.\d+)?$/.test(plain) ? plain.replace('−', '-') : null
}
