import type { NoteTable, TwinNote } from '../books/economy/note/note.ts'
import { cellWords, columnWords, commandFor, namesOf, rowWords, tableTitle } from '../pages/economy/note-words.ts'
import { wordsOf } from '../pages/words.ts'

const words = wordsOf('en')

/** A note for the terminal: its parts, each with its tables, or with what has to be loaded. */
export function saidOfNote(note: TwinNote): string {
  const { a, b, ca, cb } = namesOf(note, words)
  const { source } = note
  return [
    words.t('economy.title', { a, b }),
    `${ca} and ${cb}, ${note.year}, ${note.unit}. ${source.title} (${source.years.join(', ')})`,
    ...note.parts.flatMap(({ number, key, status, needs, tables }) => [
      '',
      `${number}. ${words.t(`economy.part_${key}`)}: ${words.t(`economy.status_${status}`)}`,
      ...needs.map((need) => `   ${words.t(`economy.need_${need}`)} ${commandFor(need, note.a.code)}`),
      ...tables.flatMap((table) => saidOfTable(note, table)),
    ]),
  ].join('\n')
}

function saidOfTable(note: TwinNote, table: NoteTable): string[] {
  const head = ['', ...table.columns.map((column) => columnWords(note, column, words))]
  const rows = table.rows.map(({ label, cells }) => [
    rowWords(note, label, words),
    ...cells.map((cell, at) => cellWords(cell, table.columns[at]?.decimals ?? 0, words)),
  ])
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const lineOf = (cells: readonly string[]) =>
    `   ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')}`.trimEnd()
  return ['', `   ${tableTitle(note, table, words)}`, lineOf(head), ...rows.map(lineOf)]
}
