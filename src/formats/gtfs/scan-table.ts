import { CsvTooLarge, readCsvRows } from '../csv.ts'
import { FormatError } from '../format-error.ts'
import type { GtfsFiles, GtfsTable } from './gtfs-files.ts'
import { grown } from './id-table.ts'
import type { NoticeBook } from './notice-book.ts'
import { newline, RowSplitter } from './split-row.ts'
import { tableRow, type TableRow, type TableShape } from './table-row.ts'

/**
 * Reads plain rows faster than cell by cell: from `row.bytes` at `at` on, `row.line` risen by one for each; answers where it stopped,
 * at `limit` or at a row that wants more care and that it has not touched. `slots`: place in the row of each column of the file, or -1.
 *
 * A line ends right before `limit`, and eight bytes more can be looked at.
 */
export type PlainRowReader = (row: TableRow, slots: Int32Array, at: number, limit: number) => number

export const tableLimits = {
  /** Bytes of one row: also where a quote that never closes ends. */
  rowBytes: 2 ** 20,
  rows: {
    'stops.txt': 5e6,
    'routes.txt': 1e6,
    'trips.txt': 10e6,
    'calendar.txt': 2e6,
    'calendar_dates.txt': 20e6,
    'frequencies.txt': 5e6,
    'stop_times.txt': 60e6,
  } as Readonly<Record<string, number>>,
}

const utf8 = new TextDecoder('utf-8')

/**
 * Calls `onRow` for every row of a table (RFC 4180 with a byte order mark, CRLF, quotes, spaces around values), without making an
 * object or a string for any of them. Rows that are shorter or longer than the header are read as far as they go, and noted.
 *
 * Missing  false when the feed does not have the table.
 * Cost     one pass over the bytes, piece by piece; memory of one piece.
 *
 * @param readPlain is asked first at every row
 * @throws {FormatError} a required column is missing, a row is beyond the limits, a quote does not close
 */
export async function scanTable(
  files: GtfsFiles,
  shape: TableShape,
  book: NoticeBook,
  onRow: (row: TableRow) => void,
  readPlain: PlainRowReader | null = null,
): Promise<boolean> {
  const table = files.tables.get(shape.file)
  if (table === undefined) return false
  const scanner = new TableScanner(table, shape, book, onRow, readPlain)
  for await (const chunk of table.chunks()) scanner.take(chunk)
  scanner.finish()
  return true
}

/** Bytes beyond the last one of a piece: room for a line ending that is missing, and for readers that look ahead. */
const spareBytes = 8

class TableScanner {
  readonly #table: GtfsTable
  readonly #shape: TableShape
  readonly #book: NoticeBook
  readonly #onRow: (row: TableRow) => void
  readonly #readPlain: PlainRowReader | null
  readonly #row: TableRow
  readonly #rowLimit: number
  /** Bytes that wait: what the last piece left unfinished, then the next piece. */
  #bytes: Uint8Array
  #length = 0
  #rows = 0
  #atStart = true
  /** Null until the header has been read. */
  #slots: Int32Array | null = null
  #splitter: RowSplitter | null = null

  constructor(table: GtfsTable, shape: TableShape, book: NoticeBook, onRow: (row: TableRow) => void, readPlain: PlainRowReader | null) {
    this.#table = table
    this.#bytes = new Uint8Array(Math.min(2 ** 19, table.size + spareBytes))
    this.#shape = shape
    this.#book = book
    this.#onRow = onRow
    this.#readPlain = readPlain
    this.#rowLimit = tableLimits.rows[shape.file] ?? Infinity
    this.#row = tableRow(shape, this.#bytes)
  }

  take(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    const length = this.#length + chunk.length
    if (length + spareBytes > this.#bytes.length) this.#row.bytes = this.#bytes = grown(this.#bytes, length + spareBytes)
    this.#bytes.set(chunk, this.#length)
    this.#length = length
    if (this.#atStart && length >= 3) this.#dropByteOrderMark()
    if (!this.#atStart) this.#readRows(this.#bytes.lastIndexOf(newline, this.#length - 1) + 1)
    if (this.#length > tableLimits.rowBytes)
      throw this.#error('gtfs_row_too_long', `a row has more than ${tableLimits.rowBytes} bytes; is there a quote that does not close?`, {
        limit: tableLimits.rowBytes,
      })
  }

  finish(): void {
    if (this.#length > 0) {
      this.#bytes[this.#length++] = newline
      this.#readRows(this.#length)
      if (this.#length > 0) throw this.#error('gtfs_quote_not_closed', 'a quote does not close before the end of the file.')
    }
    if (this.#slots === null) this.#book.add('gtfs_empty_file', 'error', () => ({ file: this.#shape.file }))
  }

  #dropByteOrderMark(): void {
    const bytes = this.#bytes
    this.#atStart = false
    if (bytes[0] !== 0xef || bytes[1] !== 0xbb || bytes[2] !== 0xbf) return
    bytes.copyWithin(0, 3, this.#length)
    this.#length -= 3
  }

  /** Reads the rows that end before `limit`, where a line ends; what is left waits for more. */
  #readRows(limit: number): void {
    let at = 0
    if (this.#splitter === null && limit > 0) {
      at = this.#bytes.indexOf(newline) + 1
      this.#readHeader(utf8.decode(this.#bytes.subarray(0, at)))
    }
    if (this.#splitter !== null) at = this.#readBody(at, limit, this.#splitter)
    this.#bytes.copyWithin(0, at, this.#length)
    this.#length -= at
  }

  #readHeader(line: string): void {
    const { file, required, optional } = this.#shape
    const columns = [...required, ...optional]
    const names = this.#namesOf(line)
    const seen = new Set<string>()
    this.#slots = Int32Array.from(names, (name) => {
      const slot = seen.has(name) ? -1 : columns.indexOf(name)
      if (slot < 0 && seen.has(name))
        this.#book.add('gtfs_duplicated_column', 'error', () => ({ file, line: 1, column: name, value: name }))
      seen.add(name)
      return slot
    })
    for (const name of required)
      if (!seen.has(name)) throw this.#error('gtfs_missing_required_column', `there is no column ${name}; add it.`, { column: name })
    this.#splitter = new RowSplitter(this.#row, this.#slots, file, this.#book)
  }

  #namesOf(line: string): string[] {
    try {
      return [...readCsvRows(line)][0]?.cells.map((cell) => cell.trim()) ?? []
    } catch (error) {
      if (!(error instanceof CsvTooLarge)) throw error
      throw this.#error('gtfs_row_too_long', error.message, { limit: tableLimits.rowBytes })
    }
  }

  /** Where the first row begins that is not finished. */
  #readBody(begin: number, limit: number, splitter: RowSplitter): number {
    const row = this.#row
    let at = begin
    while (at < limit) {
      if (this.#readPlain !== null && this.#slots !== null) {
        const line = row.line
        at = this.#readPlain(row, this.#slots, at, limit)
        this.#count(row.line - line)
        if (at >= limit) break
      }
      const next = splitter.split(at, limit)
      if (next < 0) break
      at = next
      if (!splitter.isEmpty) {
        this.#count(1)
        this.#onRow(row)
      }
      row.line += splitter.lineBreaks
    }
    return at
  }

  #count(rows: number): void {
    this.#rows += rows
    const limit = this.#rowLimit
    if (this.#rows > limit) throw this.#error('gtfs_too_many_rows', `more than ${limit} rows; cut the feed to the city.`, { limit })
  }

  #error(code: string, what: string, details: Record<string, string | number> = {}): FormatError {
    // The row that is at fault is the next one, if the header has been read; `row` still stands at the last that was read.
    const line = this.#splitter === null ? 1 : this.#row.line + 1
    return new FormatError(code, `${this.#table.path}, line ${line}: ${what}`, line, { file: this.#table.path, line, ...details })
  }
}
