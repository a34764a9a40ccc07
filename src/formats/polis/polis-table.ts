import { CsvTooLarge, decodeText, readCsvRows, type CsvRow } from '../csv.ts'
import { FormatError } from '../format-error.ts'

/** A statement is a column of its own in participants-votes.csv; Polis takes ten thousand of them. */
const limits = { rowCharacters: 4_000_000, columns: 10_100 }

/** A table of a Polis export, row by row, with what is needed to say where something is wrong. */
export class PolisTable {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: Generator<CsvRow>

  /** @throws {FormatError} not UTF-8, or empty */
  constructor(name: string, bytes: Uint8Array) {
    this.name = name
    const { text, utf8 } = decodeText(bytes)
    if (!utf8) throw new FormatError('polis_not_utf8', `${name}: this is not text in UTF-8. Export it from Polis again.`, null, { name })
    const rows = this.checked(text)
    const first = rows.next()
    if (first.done === true) throw new FormatError('polis_empty', `${name}: the file is empty. Export it from Polis again.`, 1, { name })
    this.header = first.value.cells.map((cell) => cell.replace(/^\uFEFF/, '').trim())
    this.rows = rows
  }

  /** Where a column stands; −1 where there is none of that name. */
  find(column: string): number {
    return this.header.indexOf(column)
  }

  /** @throws {FormatError} there is no such column; the message names those that there are */
  require(column: string): number {
    const at = this.find(column)
    if (at >= 0) return at
    const found = this.header.slice(0, 8).join(', ')
    const message = `${this.name}: there is no column "${column}". The first are: ${found}.`
    throw new FormatError('polis_column_missing', message, 1, { name: this.name, column, found })
  }

  /** A cell that does not hold what it should. */
  wrong(row: CsvRow, column: number, wanted: string): FormatError {
    const [name, value, header] = [this.name, row.cells[column] ?? '', this.header[column] ?? '']
    const message = `${name}, line ${row.line}, column "${header}": "${value}" is not ${wanted}. Correct the cell or export the file again.`
    return new FormatError('polis_cell_wrong', message, row.line, { name, line: row.line, column: header, value, wanted })
  }

  private *checked(text: string): Generator<CsvRow> {
    const { name } = this
    let width = 0
    try {
      for (const row of readCsvRows(text, ',', limits)) {
        if (row.raw.trim() === '') continue
        width ||= row.cells.length
        if (row.cells.length !== width || row.unclosedQuote) {
          const message = row.unclosedQuote
            ? `${name}, line ${row.line}: a quotation mark is never closed.`
            : `${name}, line ${row.line}: ${row.cells.length} cells, but the header has ${width}.`
          throw new FormatError('polis_row_wrong', message, row.line, { name, line: row.line, cells: row.cells.length, header: width })
        }
        yield row
      }
    } catch (error) {
      if (!(error instanceof CsvTooLarge)) throw error
      throw new FormatError('polis_too_large', `${name}: ${error.message}`, error.line, { name, line: error.line })
    }
  }
}
