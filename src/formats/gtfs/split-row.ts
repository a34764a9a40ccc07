import type { NoticeBook } from './notice-book.ts'
import type { TableRow } from './table-row.ts'

export const [newline, carriageReturn, quote, comma] = [10, 13, 34, 44] as const
const [space, tab] = [32, 9]

/** Finds the cells of one row after another (RFC 4180, with spaces around values) and writes them to a `TableRow`. */
export class RowSplitter {
  /** Of the row that was split last: line breaks inside its quotes, and whether it is a line with nothing in it. */
  lineBreaks = 0
  isEmpty = false
  readonly #row: TableRow
  readonly #slots: Int32Array
  readonly #file: string
  readonly #book: NoticeBook
  /** Columns of the present row with doubled quotes, and with spaces around: put right when the row is complete. */
  readonly #doubled: number[] = []
  readonly #spaced: number[] = []

  /** @param slots place in the row of each column of the file; -1: not asked for */
  constructor(row: TableRow, slots: Int32Array, file: string, book: NoticeBook) {
    this.#row = row
    this.#slots = slots
    this.#file = file
    this.#book = book
  }

  /**
   * Splits the row that begins at `begin`, and answers where the next one begins; -1 when it does not end before `limit`, where a line
   * ends: inside quotes that is not the end of a row.
   */
  split(begin: number, limit: number): number {
    const slots = this.#slots
    const { bytes, start, end } = this.#row
    this.lineBreaks = 0
    let at = begin
    let column = 0
    for (let character: number = comma; character !== newline; column++) {
      const slot = column < slots.length ? (slots[column] as number) : -1
      let from = at
      let to = -1
      if (bytes[at] === quote) {
        to = this.#closingQuote(++from, limit, slot)
        at = to + 1
        if (to < 0 || at >= limit) return this.#unfinished()
      }
      // A line ends before the limit, so that this loop needs no look at it.
      for (; ; at++) {
        character = bytes[at] as number
        // A comma or the end of the line; as numbers, which are faster here than constants of the module.
        if (character <= 44 && (character === 44 || character === 10)) break
      }
      if (to < 0) to = character === newline && at > from && bytes[at - 1] === carriageReturn ? at - 1 : at
      at++
      if (slot < 0) continue
      start[slot] = from
      end[slot] = to
      if (to > from && (isSpace(bytes[from] as number) || isSpace(bytes[to - 1] as number))) this.#spaced.push(slot)
    }
    this.#row.line++
    this.isEmpty = column === 1 && slots.length > 1 && at - begin <= 2
    if (column !== slots.length && !this.isEmpty) this.#noteLength(column)
    if (this.#doubled.length > 0) this.#halveQuotes()
    if (this.#spaced.length > 0) this.#trim()
    return at
  }

  #unfinished(): number {
    this.#doubled.length = this.#spaced.length = 0
    return -1
  }

  /** Where the quotes close that open before `from`; -1: not before `limit`. */
  #closingQuote(from: number, limit: number, slot: number): number {
    const { bytes } = this.#row
    let isDoubled = false
    for (let at = from; at < limit; at++) {
      const character = bytes[at] as number
      if (character === newline) this.lineBreaks++
      if (character !== quote) continue
      if (bytes[at + 1] !== quote) {
        if (isDoubled && slot >= 0) this.#doubled.push(slot)
        return at
      }
      isDoubled = true
      at++
    }
    return -1
  }

  /** A row with another number of cells than the header: what it lacks is blank. */
  #noteLength(cells: number): void {
    const { start, end, line } = this.#row
    for (const slot of this.#slots.subarray(cells)) if (slot >= 0) start[slot] = end[slot] = 0
    this.#book.add('gtfs_invalid_row_length', 'warning', () => ({
      file: this.#file,
      line,
      details: { cells, header: this.#slots.length },
    }))
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

  /** Takes one of two quotes out of the cells that have them: the bytes are the scanner's, and the row is complete. */
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
}

const isSpace = (character: number): boolean => character === space || character === tab
