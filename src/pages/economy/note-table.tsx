import type { FC } from 'hono/jsx'
import type { NoteTable as Table, TwinNote } from '../../books/economy/note/note.ts'
import type { Frame } from '../frame.ts'
import { Figure } from '../parts/figure.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { cellWords, columnWords, rowHead, rowWords } from './note-words.ts'

export interface TableProps {
  frame: Frame
  note: TwinNote
  table: Table
}

/** A table of the note, under the heading `table-…`; each number opens to its formula. */
export const NoteTable: FC<TableProps> = ({ frame: { words }, note, table }) => (
  <ScrollTable labelledBy={`table-${table.key}`} words={words}>
    <thead>
      <tr>
        <th scope="col">{rowHead(table, words)}</th>
        {table.columns.map((column) => (
          <th scope="col" class="r">
            {columnWords(note, column, words)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {shownRows(table).map(({ label, cells }) => (
        <tr>
          <th scope="row">{rowWords(note, label, words)}</th>
          {cells.map((cell, at) => {
            const column = table.columns[at]!
            const value = cellWords(cell, column.decimals, words)
            return (
              <td class="r">
                {cell.kind === 'number' || cell.kind === 'band' ? (
                  <Figure href={`#formula-${label.kind === 'index' ? label.formula : column.formula}`} value={value} />
                ) : (
                  <span class="quiet">{value}</span>
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  </ScrollTable>
)

/** Longer tables are cut: they stand whole in their CSV. */
const longestTable = 10
const shownOfLonger = 6

/** The rows that a page has room for; the tables begin with what weighs most. */
export const shownRows = ({ rows }: Table): Table['rows'] => (rows.length > longestTable ? rows.slice(0, shownOfLonger) : rows)
