import { writeRow } from './city-folder/table.ts'

/**
 * Rows as CSV for people who open it in a spreadsheet program: with a byte order mark, so that Kazakh and Russian letters are read
 * right, and without formulas. A cell that begins as a formula does is set behind an apostrophe; machines read the open data, where
 * every cell stays as it is.
 *
 * @example
 * writeTableForPeople([['=1+1', '-5']]) // => "\ufeff'=1+1,'-5\r\n"
 */
export const writeTableForPeople = (rows: ReadonlyArray<readonly string[]>): string =>
  `\ufeff${rows.map((row) => writeRow(row.map(withoutFormula))).join('\r\n')}\r\n`

/** A text that a spreadsheet program takes as text, however it begins. */
export const withoutFormula = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
