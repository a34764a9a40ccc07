import { FormatError } from '../format-error.ts'
import { parseDecimal } from './decimal.ts'
import { gridLimits, RowBuilder, type GridLimits, type GridRow } from './grid.ts'

const utf8 = new TextDecoder('utf-8')
const bytesOf = (text: string): Buffer => Buffer.from(text)
const [cellEnd, valueStart, valueEnd, textEnd] = [bytesOf('</c>'), bytesOf('<v>'), bytesOf('</v>'), bytesOf('</t>')]
const [lessThan, greaterThan, slash, space, quote, equals] = [60, 62, 47, 32, 34, 61]
const [letterA, letterC, letterO, letterR, letterS, letterT, letterV, letterW] = [65, 99, 111, 114, 115, 116, 118, 119]
/** The first two letters of `inlineStr`. */
const inlineString = 105 * 256 + 110

/** Bytes of one cell: room for a long text. */
const longestCell = 2 ** 20

/**
 * The rows of a worksheet (ECMA-376 part 1, 18.3.1.73), scanned byte by byte as they are unpacked: no text is made of a number, and
 * nothing is kept but the piece at hand.
 *
 * Missing  empty cells, errors (`#REF!`) as text, formulas by the value that stands beside them.
 * Cost     one pass; memory of the rows.
 *
 * @param sharedStrings  texts by their number
 * @throws {FormatError} a cell that does not end, rows out of order, or more than the limits
 */
export async function scanSheet(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
  sharedStrings: readonly string[],
  limits: GridLimits = gridLimits,
): Promise<GridRow[]> {
  const builder = new RowBuilder(file, limits)
  const scanner = new SheetScanner(file, builder, sharedStrings)
  for await (const chunk of chunks) scanner.take(chunk)
  scanner.finish()
  return builder.rows
}

class SheetScanner {
  readonly #file: string
  readonly #builder: RowBuilder
  readonly #sharedStrings: readonly string[]
  #bytes = Buffer.alloc(2 ** 19)
  #length = 0
  #row = 0
  #column = -1

  constructor(file: string, builder: RowBuilder, sharedStrings: readonly string[]) {
    this.#file = file
    this.#builder = builder
    this.#sharedStrings = sharedStrings
  }

  take(chunk: Uint8Array): void {
    if (this.#length + chunk.length > this.#bytes.length) {
      const larger = Buffer.alloc(2 * (this.#length + chunk.length))
      larger.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = larger
    }
    this.#bytes.set(chunk, this.#length)
    this.#length += chunk.length
    const read = this.#scan()
    this.#bytes.copyWithin(0, read, this.#length)
    this.#length -= read
    if (this.#length > longestCell)
      throw new FormatError('io_cell_too_long', `${this.#file}, row ${this.#row}: a cell has more than ${longestCell} bytes.`, this.#row, {
        file: this.#file,
        row: this.#row,
        limit: longestCell,
      })
  }

  finish(): void {
    this.#builder.end(this.#row)
  }

  /** Reads all cells that are whole; answers where the first begins that is not. */
  #scan(): number {
    const bytes = this.#bytes
    const length = this.#length
    let at = 0
    for (;;) {
      while (at < length && bytes[at] !== lessThan) at++
      if (at + 5 > length) return at
      const [next, after] = [bytes[at + 1], bytes[at + 2]]
      let goesOn = at + 1
      if (next === letterC && (after === space || after === greaterThan)) goesOn = this.#readCell(bytes, at + 2, length)
      else if (next === letterR && after === letterO && bytes[at + 3] === letterW) goesOn = this.#readRow(bytes, at + 4, length)
      if (goesOn < 0) return at
      at = goesOn
    }
  }

  /** A row begins: its number, if it has one. Answers where it goes on; -1 when it is not whole. */
  #readRow(bytes: Buffer, from: number, length: number): number {
    const end = bytes.indexOf(greaterThan, from)
    if (end < 0 || end >= length) return -1
    this.#builder.end(this.#row)
    const [, number] = /\sr="(\d{1,7})"/.exec(bytes.toString('latin1', from, end)) ?? []
    this.#row = number === undefined ? this.#row + 1 : Number(number)
    this.#column = -1
    return end + 1
  }

  #readCell(bytes: Buffer, from: number, length: number): number {
    let at = from
    let column = 0
    let type = 0
    for (let byte = bytes[at]; byte !== greaterThan; byte = bytes[++at]) {
      if (at + 4 >= length) return -1
      if (byte !== space || bytes[at + 2] !== equals || bytes[at + 3] !== quote) continue
      const name = bytes[at + 1]
      at += 4
      if (name === letterR)
        for (let letter = bytes[at] as number; letter >= letterA && at < length; letter = bytes[++at] as number)
          column = column * 26 + letter - 64
      else if (name === letterT) type = (bytes[at] as number) * 256 + (bytes[at + 1] as number)
      while (at < length && bytes[at] !== quote) at++
    }
    if (++at + 4 > length) return -1
    const place = column > 0 ? column - 1 : this.#column + 1
    if (bytes[at - 2] === slash) return this.#done(place, at)
    // Almost every cell: <v>number</v></c>.
    if (type === 0 && bytes[at] === lessThan && bytes[at + 1] === letterV) {
      const start = at + 3
      for (at = start; at < length && bytes[at] !== lessThan; at++);
      if (at + 8 > length) return -1
      this.#number(place, bytes, start, at)
      return this.#done(place, at + 8)
    }
    return this.#readOtherCell(place, at, type)
  }

  #done(column: number, goesOn: number): number {
    this.#column = column
    return goesOn
  }

  #number(column: number, bytes: Buffer, start: number, end: number): void {
    const value = parseDecimal(bytes, start, end)
    if (Number.isNaN(value)) this.#builder.text(column, textOf(bytes.subarray(start, end)))
    else this.#builder.number(column, value)
  }

  /** Texts, formulas, truth values, errors. */
  #readOtherCell(column: number, from: number, type: number): number {
    const bytes = this.#bytes.subarray(0, this.#length)
    const end = bytes.indexOf(cellEnd, from)
    if (end < 0) return -1
    const inside = bytes.subarray(from, end)
    if (type === inlineString) this.#builder.text(column, inlineText(inside))
    else {
      const start = inside.indexOf(valueStart)
      const stop = inside.indexOf(valueEnd, start)
      if (start >= 0 && stop >= 0) {
        const value = inside.subarray(start + valueStart.length, stop)
        // Only numbers and shared strings begin with these bytes: `n`, `s"`; `str`, `e`, `b`, `d` hold their text.
        if (type === 0 || type >> 8 === 110) this.#number(column, value, 0, value.length)
        else if (type === letterS * 256 + quote) this.#builder.text(column, this.#sharedStrings[parseDecimal(value, 0, value.length)] ?? '')
        else this.#builder.text(column, textOf(value))
      }
    }
    return this.#done(column, end + cellEnd.length)
  }
}

/** The runs of an inline text, joined. */
function inlineText(inside: Buffer): string {
  let text = ''
  for (let at = inside.indexOf('<t'); at >= 0; at = inside.indexOf('<t', at + 1)) {
    const start = inside.indexOf(greaterThan, at) + 1
    const end = inside.indexOf(textEnd, start)
    if (start > 0 && end >= 0 && inside[start - 2] !== slash) text += textOf(inside.subarray(start, end))
  }
  return text
}

const textOf = (bytes: Uint8Array): string => unescapeXml(utf8.decode(bytes))

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML text with its character references put in. */
export const unescapeXml = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (all, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? all
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
