import type { Notice } from '../../books/notice.ts'
import { readCsvRows } from '../csv.ts'
import { FormatError } from '../format-error.ts'
import type { GtfsFiles, GtfsTable } from './gtfs-files.ts'
import { blank, clockOf, integerOf, secondsOf } from './cell-values.ts'
import { grown, hashEnd, hashOf, hashSeed, hashStep } from './id-table.ts'
import type { NoticeBook } from './notice-book.ts'

/** What a table is read for. Columns that are not named are skipped. */
export interface TableShape {
  file: string
  required: readonly string[]
  optional: readonly string[]
  /** Columns that are understood while they are scanned, for tables with millions of rows. */
  kinds?: Readonly<Record<string, CellKind>>
}

/** What `value` of a row holds for a column: seconds (`secondsOf`), an integer (`integerOf`), the hash of an id (`hashOf`). */
export type CellKind = 'time' | 'integer' | 'id'
const [plain, time, integer, id] = [0, 1, 2, 3]
const kindNumbers = { time, integer, id }

/**
 * The row that stands before the reader, one object for all of them: cell `i` of the columns asked for (required ones first) is
 * `bytes[start[i]]` … `bytes[end[i] - 1]`, without quotes and without spaces around it; empty where blank or absent.
 */
export interface TableRow {
  bytes: Uint8Array
  start: Int32Array
  end: Int32Array
  /** Of the columns that have a kind. */
  value: Int32Array
  /** The header is line 1. */
  line: number
  text(column: number): string
  /** For a notice about a cell: file, line, column, and what stands there. */
  about(column: number): Pick<Notice, 'file' | 'line' | 'column' | 'value'>
}

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

const [newline, carriageReturn, quote, comma, space, tab] = [10, 13, 34, 44, 32, 9]
const utf8 = new TextDecoder('utf-8')

/**
 * Calls `onRow` for every row of a table (RFC 4180 with a byte order mark, CRLF, quotes, spaces around values), without making an
 * object or a string for any of them. Rows that are shorter or longer than the header are read as far as they go, and noted.
 *
 * Missing  false when the feed does not have the table.
 * Cost     one pass over the bytes, piece by piece; memory of one piece.
 *
 * @throws {FormatError} a required column is missing, a row is beyond the limits, a quote does not close
 */
export async function scanTable(files: GtfsFiles, shape: TableShape, book: NoticeBook, onRow: (row: TableRow) => void): Promise<boolean> {
  const table = files.tables.get(shape.file)
  if (table === undefined) return false
  const scanner = new TableScanner(table, shape, book, onRow)
  for await (const chunk of table.chunks()) scanner.take(chunk)
  scanner.finish()
  return true
}

class TableScanner {
  readonly #table: GtfsTable
  readonly #shape: TableShape
  readonly #columns: readonly string[]
  readonly #book: NoticeBook
  readonly #onRow: (row: TableRow) => void
  readonly #row: TableRow
  /** Bytes that wait: what the last piece left unfinished, then the next piece. */
  #bytes: Uint8Array
  #length = 0
  #rows = 0
  readonly #rowLimit: number
  #atStart = true
  /** Place in the row of each column of the file; -1: not asked for. Null until the header has been read. */
  #slots: Int32Array | null = null
  /** Kind of each column of the row. */
  readonly #kinds: Uint8Array
  /** Columns of the present row with doubled quotes, and with spaces around: put right when the row is complete. */
  #doubled: number[] = []
  #spaced: number[] = []

  constructor(table: GtfsTable, shape: TableShape, book: NoticeBook, onRow: (row: TableRow) => void) {
    this.#table = table
    this.#bytes = new Uint8Array(Math.min(2 ** 19, table.size + 1))
    this.#shape = shape
    this.#columns = [...shape.required, ...shape.optional]
    this.#book = book
    this.#onRow = onRow
    this.#rowLimit = tableLimits.rows[shape.file] ?? Infinity
    const columns = this.#columns
    this.#kinds = Uint8Array.from(columns, (name) => kindNumbers[shape.kinds?.[name] as CellKind] ?? plain)
    this.#row = {
      bytes: this.#bytes,
      start: new Int32Array(columns.length),
      end: new Int32Array(columns.length),
      value: new Int32Array(columns.length),
      line: 1,
      text(column) {
        return utf8.decode(this.bytes.subarray(this.start[column], this.end[column]))
      },
      about(column) {
        return { file: shape.file, line: this.line, column: columns[column] ?? null, value: this.text(column) }
      },
    }
  }

  take(chunk: Uint8Array): void {
    if (chunk.length === 0) return
    const length = this.#length + chunk.length
    // One place more, for the line ending that the last row may lack.
    if (length + 1 > this.#bytes.length) this.#row.bytes = this.#bytes = grown(this.#bytes, length + 1)
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
    if (this.#slots === null && limit > 0) {
      at = this.#bytes.indexOf(newline) + 1
      this.#readHeader(utf8.decode(this.#bytes.subarray(0, at)))
    }
    if (this.#slots !== null) at = this.#readBody(at, limit, this.#slots)
    this.#bytes.copyWithin(0, at, this.#length)
    this.#length -= at
  }

  #readHeader(line: string): void {
    const names = [...readCsvRows(line)][0]?.cells.map((cell) => cell.trim()) ?? []
    const seen = new Set<string>()
    const slots = Int32Array.from(names, (name) => {
      const slot = seen.has(name) ? -1 : this.#columns.indexOf(name)
      if (slot < 0 && seen.has(name))
        this.#book.add('gtfs_duplicated_column', 'error', () => ({ file: this.#shape.file, line: 1, column: name, value: name }))
      seen.add(name)
      return slot
    })
    for (const name of this.#shape.required)
      if (!seen.has(name)) throw this.#error('gtfs_missing_required_column', `there is no column ${name}; add it.`, { column: name })
    this.#slots = slots
  }

  /**
   * The loop over all bytes. Line `limit - 1` ends a line, so that a cell without quotes needs no check for the end of the bytes.
   * Answers where the first row begins that is not finished: inside quotes, a line ending is not the end of a row.
   */
  #readBody(begin: number, limit: number, slots: Int32Array): number {
    const row = this.#row
    const kinds = this.#kinds
    const [doubledSlots, spacedSlots] = [this.#doubled, this.#spaced]
    const { bytes, start, end, value } = row
    const columns = slots.length
    let at = begin
    while (at < limit) {
      const rowStart = at
      let column = 0
      let linesInQuotes = 0
      // Whether a cell has to be looked at again when the row is complete, its value being read from the wrong bytes.
      let again = false
      let character = comma
      while (character !== newline) {
        const slot = column < columns ? (slots[column] as number) : -1
        const kind = slot < 0 ? plain : (kinds[slot] as number)
        let from = at
        let to: number
        let understood = 0
        character = bytes[at] as number
        if (character === quote) {
          from++
          let doubled = false
          for (at++; at < limit; at++) {
            character = bytes[at] as number
            if (character === newline) linesInQuotes++
            if (character !== quote) continue
            if (bytes[at + 1] !== quote) break
            doubled = true
            at++
          }
          to = at
          at++
          if (at >= limit) return this.#unfinished(rowStart)
          if (doubled && slot >= 0) doubledSlots.push(slot)
          again ||= kind !== plain
          for (character = bytes[at] as number; character !== comma && character !== newline; character = bytes[at] as number) at++
        } else {
          if (kind === id) {
            understood = hashSeed
            for (; at < limit; at++) {
              character = bytes[at] as number
              if (character <= comma && (character === comma || character === newline)) break
              understood = hashStep(understood, character)
            }
            understood = hashEnd(understood)
          } else if (kind === time) {
            understood = clockOf(bytes, at)
            if (understood >= 0) character = bytes[(at += 8)] as number
            else if (character === comma || character === newline) understood = blank
            else again = true
          } else if (kind === integer) {
            let digits = 0
            for (let digit = character - 48; digit >= 0 && digit <= 9 && digits < 9; digit = (character = bytes[++at] as number) - 48) {
              understood = understood * 10 + digit
              digits++
            }
            if (digits === 0) understood = blank
            again ||= character !== comma && character !== newline && character !== carriageReturn
          }
          for (; at < limit; at++) {
            character = bytes[at] as number
            if (character <= comma && (character === comma || character === newline)) break
          }
          to = at
          if (character === newline && to > from && bytes[to - 1] === carriageReturn) {
            to--
            again ||= kind === id
          }
          if (kind === time && to - from > 8) again = true
        }
        at++
        if (slot >= 0) {
          start[slot] = from
          end[slot] = to
          value[slot] = understood
          if (to > from && (isSpace(bytes[from] as number) || isSpace(bytes[to - 1] as number))) spacedSlots.push(slot)
        }
        column++
      }
      row.line++
      if (column !== columns && !this.#hasAllCells(column, slots, at - rowStart)) {
        row.line += linesInQuotes
        continue
      }
      if (doubledSlots.length > 0) this.#halveQuotes()
      if (spacedSlots.length > 0) {
        this.#trim()
        again = true
      }
      if (again) this.#understandAgain()
      if (++this.#rows > this.#rowLimit) throw this.#tooManyRows()
      this.#onRow(row)
      row.line += linesInQuotes
    }
    return at
  }

  /** The values of a row with quotes, spaces or odd cells, from its cells as they are when it is complete. */
  #understandAgain(): void {
    const { bytes, start, end, value } = this.#row
    this.#kinds.forEach((kind, slot) => {
      if (kind === plain) return
      const read = kind === time ? secondsOf : kind === integer ? integerOf : hashOf
      value[slot] = read(bytes, start[slot] as number, end[slot] as number)
    })
  }

  #unfinished(rowStart: number): number {
    this.#doubled.length = 0
    this.#spaced.length = 0
    return rowStart
  }

  /** A row with another number of cells than the header. False: it is an empty line. */
  #hasAllCells(cells: number, slots: Int32Array, bytes: number): boolean {
    const { start, end } = this.#row
    for (let column = cells; column < slots.length; column++) {
      const slot = slots[column] as number
      if (slot >= 0) start[slot] = end[slot] = 0
    }
    this.#understandAgain()
    if (cells === 1 && bytes <= 2) return false
    this.#book.add('gtfs_invalid_row_length', 'warning', () => ({
      file: this.#shape.file,
      line: this.#row.line,
      details: { cells, header: slots.length },
    }))
    return true
  }

  #trim(): void {
    const { bytes, start, end } = this.#row
    for (const slot of this.#spaced) {
      this.#book.add('gtfs_leading_or_trailing_whitespaces', 'info', () => this.#row.about(slot))
      while ((start[slot] as number) < (end[slot] as number) && isSpace(bytes[start[slot] as number] as number)) start[slot]!++
      while ((end[slot] as number) > (start[slot] as number) && isSpace(bytes[(end[slot] as number) - 1] as number)) end[slot]!--
    }
    this.#spaced.length = 0
  }

  /** Takes one of two quotes out of the cells that have them: the bytes are ours, and the row is complete. */
  #halveQuotes(): void {
    const { bytes, start, end } = this.#row
    for (const slot of this.#doubled) {
      let to = start[slot] as number
      for (let from = to; from < (end[slot] as number); from++) {
        bytes[to++] = bytes[from] as number
        if (bytes[from] === quote) from++
      }
      end[slot] = to
    }
    this.#doubled.length = 0
  }

  #tooManyRows(): FormatError {
    const limit = this.#rowLimit
    return this.#error('gtfs_too_many_rows', `more than ${limit} rows; cut the feed to the city.`, { limit })
  }

  #error(code: string, what: string, details: Record<string, string | number> = {}): FormatError {
    // The row that is at fault is the next one, if the header has been read; `row` still stands at the last that was read.
    const line = this.#slots === null ? 1 : this.#row.line + 1
    return new FormatError(code, `${this.#table.path}, line ${line}: ${what}`, line, { file: this.#table.path, line, ...details })
  }
}

const isSpace = (character: number): boolean => character === space || character === tab
