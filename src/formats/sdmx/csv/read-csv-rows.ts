import type { ByteSource } from '../../byte-source.ts'
import { CsvTooLarge, readCsvRows, type CsvRow } from '../../csv.ts'
import { FormatError } from '../../format-error.ts'
import { sdmxLimits } from '../read-limits.ts'
import { readPieces } from '../read-pieces.ts'

const limits = { rowCharacters: sdmxLimits.textCharacters, columns: sdmxLimits.components }

/**
 * Calls `onRow` for each row of a CSV file, in memory of one piece and one row.
 *
 * @param separator what stands between the cells, from the first characters of the file
 * @throws {FormatError} row_too_large, sdmx_encoding, sdmx_too_large
 */
export function readRows(source: ByteSource, separator: (start: string) => string, onRow: (row: CsvRow) => void): void {
  let rest = ''
  let linesBefore = 0
  let sign: string | null = null

  const readUpTo = (end: number, isLast: boolean) => {
    sign ??= separator(rest)
    const text = rest.slice(0, end)
    rest = rest.slice(end)
    let open: CsvRow | null = null
    for (const row of readCsvRows(text, sign, limits)) {
      if (row.unclosedQuote && !isLast) open = row
      else onRow({ ...row, line: linesBefore + row.line })
    }
    // A quote that is still open may close in the next piece.
    if (open === null) linesBefore += countLines(text)
    else {
      linesBefore += open.line - 1
      rest = open.raw + rest
    }
    if (rest.length > limits.rowCharacters) throw new CsvTooLarge(1, limits)
  }
  try {
    readPieces(source, (piece) => {
      rest += piece
      const end = rest.lastIndexOf('\n') + 1
      if (end > 0) readUpTo(end, false)
      else if (rest.length > limits.rowCharacters) throw new CsvTooLarge(1, limits)
    })
    if (rest !== '') readUpTo(rest.length, true)
  } catch (fault) {
    if (!(fault instanceof CsvTooLarge)) throw fault
    const line = linesBefore + fault.line
    throw new FormatError('row_too_large', `${source.name}, line ${line}: the row is too long.`, line, { limit: limits.rowCharacters })
  }
}

function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}
