import type { Notice } from '../../books/notice.ts'

/** What a table is read for. Columns that are not named are skipped. */
export interface TableShape {
  file: string
  required: readonly string[]
  optional: readonly string[]
}

/**
 * The row that stands before the reader, one object for all of them: cell `i` of the columns asked for (required ones first) is
 * `bytes[start[i]]` … `bytes[end[i] - 1]`, without quotes and without spaces around it; empty where blank or absent.
 */
export interface TableRow {
  bytes: Uint8Array
  readonly start: Int32Array
  readonly end: Int32Array
  /** The header is line 1. */
  line: number
  text(column: number): string
  /** For a notice about a cell: file, line, column, and what stands there. */
  about(column: number): Pick<Notice, 'file' | 'line' | 'column' | 'value'>
}

const utf8 = new TextDecoder('utf-8')

/** The row object of a table, before its first row. */
export function tableRow({ file, required, optional }: TableShape, bytes: Uint8Array): TableRow {
  const columns = [...required, ...optional]
  return {
    bytes,
    start: new Int32Array(columns.length),
    end: new Int32Array(columns.length),
    line: 1,
    text(column) {
      return utf8.decode(this.bytes.subarray(this.start[column], this.end[column]))
    },
    about(column) {
      return { file, line: this.line, column: columns[column] ?? null, value: this.text(column) }
    },
  }
}
