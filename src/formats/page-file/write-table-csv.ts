import { writeRow } from '../city-folder/table.ts'
import { withoutFormula } from '../table-for-people.ts'
import { originTexts, type Origin } from './origin.ts'
import type { TableOfFile } from './table.ts'

/**
 * A table of a page as CSV (RFC 4180), with a byte order mark for spreadsheet programs. Where it is from stands in the last columns of each
 * row, so that the table stays a rectangle and a row that is copied out of it still says so.
 *
 * @example
 * writeTableCsv({ columns: ['Year', 'Value'], rows: [[{ text: '2023', isNumber: true }, { text: '-5.30', isNumber: true }]] }, { source: { name: 'Source', text: 'KazStat' }, licence: { name: 'Licence', text: 'CC BY' }, release: { name: 'Release', text: '2' }, address: { name: 'Address', text: 'x' } }).split('\r\n')[1] // => '2023,-5.30,KazStat,CC BY,2,x'
 */
export function writeTableCsv({ columns, rows }: TableOfFile, origin: Origin): string {
  const from = originTexts(origin)
  const header = [...columns, ...from.map(({ name }) => name)].map(withoutFormula)
  const end = from.map(({ text }) => withoutFormula(text))
  const lines = rows.map((row) => [...row.map(({ text, isNumber }) => (isNumber ? text : withoutFormula(text))), ...end])
  return `\ufeff${[header, ...lines].map(writeRow).join('\r\n')}\r\n`
}
