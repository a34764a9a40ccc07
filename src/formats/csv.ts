/** One row of a CSV file, with everything needed to find it again. */
export interface CsvRow {
  /** Line on which the row starts; the first line of the file is 1. */
  line: number
  /** The row as it stands in the file, without its line ending. */
  raw: string
  cells: string[]
  /** A quote that never closes swallows the rest of the file: the row cannot be trusted. */
  unclosedQuote: boolean
}

export interface CsvLimits {
  /** Characters of one row, quotes and separators included. */
  rowCharacters: number
  columns: number
}

/** Far above any statistical table, far below what would fill the memory. */
export const csvLimits: CsvLimits = { rowCharacters: 1_000_000, columns: 10_000 }

/** Thrown when a row is larger than the limits; the reader of the file turns it into a notice. */
export class CsvTooLarge extends RangeError {
  readonly line: number
  constructor(line: number, limits: CsvLimits) {
    super(`Line ${line}: a row may have ${limits.rowCharacters} characters and ${limits.columns} columns at most.`)
    this.line = line
  }
}

export interface DecodedText {
  text: string
  byteOrderMark: boolean
  lineEndings: 'lf' | 'crlf' | 'mixed'
  /** False: some bytes are not UTF-8 and were replaced by U+FFFD. */
  utf8: boolean
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Text of a file with what a reader should know about its bytes.
 *
 * @example
 * decodeText(new TextEncoder().encode('a,b\r\n')).lineEndings // => 'crlf'
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const byteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  let text: string
  let utf8 = true
  try {
    text = strictUtf8.decode(bytes)
  } catch {
    utf8 = false
    text = new TextDecoder('utf-8').decode(bytes)
  }
  const pairs = countOf(text, '\r\n')
  const lineEndings = pairs === 0 ? 'lf' : pairs === countOf(text, '\n') ? 'crlf' : 'mixed'
  return { text, byteOrderMark, lineEndings, utf8 }
}

function countOf(text: string, part: string): number {
  let count = 0
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++
  return count
}

/**
 * Rows of a CSV text (RFC 4180): quoted cells, doubled quotes, line breaks inside quotes, LF or CRLF.
 *
 * Our own reader, because no library hands over the raw row and the line it starts on, and every figure must open
 * down to both.
 *
 * @throws {CsvTooLarge} a row beyond the limits
 * @example
 * [...readCsvRows('Year,Value\n2023,"1,5"')].map((row) => row.cells) // => [['Year', 'Value'], ['2023', '1,5']]
 */
export function* readCsvRows(text: string, separator = ',', limits: CsvLimits = csvLimits): Generator<CsvRow> {
  let start = 0
  let line = 1
  let quote = text.indexOf('"')
  while (start < text.length) {
    const newline = text.indexOf('\n', start)
    let end = newline < 0 ? text.length : newline
    if (end - start > limits.rowCharacters) throw new CsvTooLarge(line, limits)
    if (quote >= start && quote < end) {
      const row = readQuotedRow(text, start, line, separator, limits)
      yield row.row
      start = row.next
      line = row.nextLine
      quote = text.indexOf('"', start)
      continue
    }
    const next = end + 1
    if (text.charCodeAt(end - 1) === 13 && end > start) end--
    const raw = text.slice(start, end)
    const cells = raw.split(separator)
    if (cells.length > limits.columns) throw new CsvTooLarge(line, limits)
    yield { line, raw, cells, unclosedQuote: false }
    start = next
    line++
  }
}

/** The slow way, character by character, for rows that have a quote. */
function readQuotedRow(text: string, start: number, line: number, separator: string, limits: CsvLimits) {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  let lines = 0
  let at = start
  for (; at < text.length; at++) {
    if (at - start > limits.rowCharacters || cells.length >= limits.columns) throw new CsvTooLarge(line, limits)
    const character = text[at]
    if (quoted) {
      if (character === '\n') lines++
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === separator) {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') break
    else if (character === '\r' && text[at + 1] === '\n') continue
    else cell += character
  }
  cells.push(cell)
  const end = !quoted && text[at - 1] === '\r' ? at - 1 : at
  return {
    row: { line, raw: text.slice(start, end), cells, unclosedQuote: quoted },
    next: at + 1,
    nextLine: line + lines + 1,
  }
}
