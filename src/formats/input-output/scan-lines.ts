import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { parseDecimal } from './decimal.ts'
import { gridLimits, RowBuilder, type Grid, type GridLimits } from './grid.ts'

const utf8 = new TextDecoder('utf-8')
const [newline, carriageReturn, quote] = [10, 13, 34]
const chunkBytes = 2 ** 20

/** Bytes of one line: more columns than any table has. */
const longestLine = 2 ** 24

/** Where a cell stands, without the quotes around it. */
export type OnCell = (column: number, bytes: Buffer, start: number, end: number) => void

/**
 * The cells of a file of separated values (comma, semicolon or tab: whichever its first line has most of), as places in its bytes.
 * Quotes around a cell are taken off; a line does not go on within quotes.
 *
 * Cost  one pass, piece by piece; memory of one piece.
 *
 * @throws {FormatError} a line beyond the limit
 */
export function scanLines(source: ByteSource, onCell: OnCell, onLine: (line: number) => void): void {
  let bytes = Buffer.alloc(Math.min(2 * chunkBytes, source.size + 1))
  let length = 0
  let line = 0
  let separator = 0
  for (let offset = 0; offset < source.size; offset += chunkBytes) {
    const chunk = source.read(offset, chunkBytes)
    if (length + chunk.length + 1 > bytes.length) bytes = Buffer.concat([bytes.subarray(0, length)], 2 * (length + chunk.length + 1))
    bytes.set(chunk, length)
    length += chunk.length
    if (offset + chunkBytes >= source.size && bytes[length - 1] !== newline) bytes[length++] = newline
    let at = line === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
    for (let end = bytes.indexOf(newline, at); end >= 0 && end < length; end = bytes.indexOf(newline, at)) {
      line++
      separator ||= separatorOf(bytes, at, end)
      splitLine(onCell, bytes, at, bytes[end - 1] === carriageReturn ? end - 1 : end, separator)
      onLine(line)
      at = end + 1
    }
    bytes.copyWithin(0, at, length)
    length -= at
    if (length > longestLine)
      throw new FormatError('io_line_too_long', `${source.name}, line ${line + 1}: more than ${longestLine} bytes.`, line + 1, {
        file: source.name,
        line: line + 1,
        limit: longestLine,
      })
  }
}

/** The rows of a file of separated values, as far as they are filled. */
export function readLines(source: ByteSource, limits: GridLimits = gridLimits): Grid {
  const builder = new RowBuilder(source.name, limits)
  const onCell: OnCell = (column, bytes, start, end) => {
    const value = parseDecimal(bytes, start, end)
    if (Number.isNaN(value)) builder.text(column, cellText(bytes, start, end))
    else builder.number(column, value)
  }
  scanLines(source, onCell, (line) => builder.end(line))
  return { file: source.name, kind: 'lines', rows: builder.rows }
}

/** The text of a cell, with doubled quotes made single. */
export const cellText = (bytes: Buffer, start: number, end: number): string =>
  utf8.decode(bytes.subarray(start, end)).replaceAll('""', '"').trim()

/** The separator that the line has most of; 0 when it has none. */
function separatorOf(bytes: Buffer, start: number, end: number): number {
  const counts = [44, 59, 9].map((separator) => ({
    separator,
    count: bytes.subarray(start, end).reduce((sum, byte) => (byte === separator ? sum + 1 : sum), 0),
  }))
  const best = counts.reduce((one, other) => (other.count > one.count ? other : one))
  return best.count === 0 ? 0 : best.separator
}

function splitLine(onCell: OnCell, bytes: Buffer, start: number, end: number, separator: number): void {
  let at = start
  for (let column = 0; at < end; column++) {
    let stop = at
    if (bytes[at] === quote) {
      for (stop++; stop < end && (bytes[stop] !== quote || bytes[stop + 1] === quote); stop++) if (bytes[stop] === quote) stop++
      while (stop < end && bytes[stop] !== separator) stop++
      onCell(column, bytes, at + 1, bytes[stop - 1] === quote ? stop - 1 : stop)
    } else {
      while (stop < end && bytes[stop] !== separator) stop++
      if (stop > at) onCell(column, bytes, at, stop)
    }
    at = stop + 1
  }
}
