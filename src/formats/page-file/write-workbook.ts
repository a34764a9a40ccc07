import writeXlsxFile, { type Sheet } from 'write-excel-file/node'
import { xmlText } from '../xml-text.ts'
import { originTexts, type Origin } from './origin.ts'
import type { TableOfFile } from './table.ts'

export interface SheetOfWorkbook extends TableOfFile {
  /** Short and of plain letters: the name of the sheet. */
  name: string
  title: string
  origin: Origin
}

/** As many digits as a number of a spreadsheet keeps. */
const mostDigits = 15

/**
 * Tables of a page as one workbook: first a sheet that says what they are and where each is from, then a sheet for each. A number is a number
 * with the decimals it was published with; one with more digits than a spreadsheet keeps stays text.
 *
 * @param about  name of the first sheet and its first rows
 */
export async function writeWorkbook(
  about: { name: string; rows: ReadonlyArray<readonly [term: string, text: string]> },
  sheets: readonly SheetOfWorkbook[],
): Promise<Uint8Array> {
  const names = uniqueNames([about.name, ...sheets.map(({ name }) => name)])
  const [first] = sheets
  const list = [
    ['', '', ...(first === undefined ? [] : originTexts(first.origin).map(({ name }) => name))].map((name) => words(name, true)),
    ...sheets.map(({ title, origin }, at) =>
      [names[at + 1] ?? '', title, ...originTexts(origin).map(({ text }) => text)].map((one) => words(one)),
    ),
  ]
  const aboutSheet: Sheet<Buffer> = {
    data: [...about.rows.map(([term, text]) => [words(term, true), words(text)]), [], ...list],
    sheet: names[0] ?? '1',
    columns: [24, 48, 40, 32, 24, 48].map((width) => ({ width })),
  } as Sheet<Buffer>
  const others = sheets.map(
    ({ columns, rows }, at) =>
      ({
        data: [columns.map((column) => words(column, true)), ...rows.map((row) => row.map(cellOf))],
        sheet: names[at + 1],
        columns: columns.map((column, index) => ({ width: widthOf([column, ...rows.map((row) => row[index]?.text ?? '')]) })),
        stickyRowsCount: 1,
      }) as Sheet<Buffer>,
  )
  return new Uint8Array(await writeXlsxFile([aboutSheet, ...others]).toBuffer())
}

const words = (text: string, isBold = false) => ({
  type: String,
  value: xmlText(text),
  wrap: true,
  alignVertical: 'top' as const,
  ...(isBold ? { fontWeight: 'bold' as const } : {}),
})

function cellOf({ text, isNumber }: TableOfFile['rows'][number][number]) {
  const digits = text.replace(/^-?0*\.?0*|\./g, '').replace('-', '').length
  if (!isNumber || digits > mostDigits) return words(text)
  const decimals = text.split('.')[1]?.length ?? 0
  return { type: Number, value: Number(text), format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`, alignVertical: 'top' as const }
}

/** As wide as most of what stands in the column, within what can be read. */
const widthOf = (texts: readonly string[]): number => Math.min(60, Math.max(10, ...texts.map((text) => text.length + 2)))

/** What Excel takes as names of sheets: 31 characters without some signs, no two the same whatever the case. */
function uniqueNames(wanted: readonly string[]): string[] {
  const names: string[] = []
  for (const name of wanted) {
    const short =
      xmlText(name)
        .replaceAll(/[\\/?*[\]:]/g, ' ')
        .slice(0, 28)
        .trim() || '1'
    let free = short
    for (let number = 2; names.some((other) => other.toLowerCase() === free.toLowerCase()); number++)
      free = `${short.slice(0, 25)} ${number}`
    names.push(free)
  }
  return names
}
