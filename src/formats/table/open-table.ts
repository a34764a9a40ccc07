import { readSheet, InvalidInputError, SheetNotFoundError } from 'read-excel-file/node'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { CsvTooLarge, readCsvRows } from '../csv.ts'
import type { TableMapping } from './mapping.ts'
import { unpackedBytes } from './unpacked-bytes.ts'

/** A table file as rows of text cells, whatever it was. */
export interface Table {
  header: string[]
  headerLine: number
  rows: Array<{ line: number; raw: string; cells: string[] }>
}

export interface TableLimits {
  bytes: number
  /** Bytes that an XLSX may claim to have when unpacked. */
  unpackedBytes: number
  cells: number
}

export const tableLimits: TableLimits = { bytes: 50_000_000, unpackedBytes: 500_000_000, cells: 5_000_000 }

export type FileMapping = NonNullable<TableMapping['file']>

/**
 * The rows of a CSV or XLSX file. Which of the two it is, its first bytes say, not its name.
 *
 * Refusals  table_too_large, table_not_readable, table_sheet_not_found, table_header_missing
 */
export async function openTable(bytes: Uint8Array, file: FileMapping = {}, limits: TableLimits = tableLimits): Promise<Outcome<Table>> {
  if (bytes.length > limits.bytes) return refuse('table_too_large', 'bytes', { found: bytes.length, limit: limits.bytes })
  const rows = isZip(bytes) ? await readXlsx(bytes, file, limits) : readCsv(bytes, file)
  if (!rows.ok) return rows
  let cells = 0
  for (const row of rows.value) cells += row.cells.length
  if (cells > limits.cells) return refuse('table_too_large', 'cells', { found: cells, limit: limits.cells })
  const headerAt = (file.header ?? 1) - 1
  const header = rows.value[headerAt]
  if (header === undefined) return refuse('table_header_missing', 'header', { line: headerAt + 1 })
  const data = rows.value.slice(headerAt + 1).filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  return done({ header: header.cells.map((cell) => cell.trim()), headerLine: header.line, rows: data })
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

function readCsv(bytes: Uint8Array, file: FileMapping): Outcome<Table['rows']> {
  try {
    const text = new TextDecoder(file.encoding ?? 'utf-8', { fatal: true }).decode(bytes)
    return done([...readCsvRows(text, file.separator ?? guessSeparator(text))])
  } catch (fault) {
    if (fault instanceof CsvTooLarge) return refuse('table_too_large', 'row', { line: fault.line })
    return refuse('table_not_readable', 'encoding', { encoding: file.encoding ?? 'utf-8' })
  }
}

/** The separator that occurs most often in the first line: comma, semicolon or tab. */
export function guessSeparator(text: string): ',' | ';' | '\t' {
  const [first = ''] = text.slice(0, 10_000).split('\n', 1)
  const count = (separator: string) => first.split(separator).length
  return ([',', ';', '\t'] as const).reduce((best, one) => (count(one) > count(best) ? one : best))
}

async function readXlsx(bytes: Uint8Array, file: FileMapping, limits: TableLimits): Promise<Outcome<Table['rows']>> {
  const unpacked = unpackedBytes(bytes)
  if (unpacked === null) return refuse('table_not_readable', 'xlsx')
  if (unpacked > limits.unpackedBytes) return refuse('table_too_large', 'unpackedBytes', { found: unpacked, limit: limits.unpackedBytes })
  try {
    // Numbers stay the text that stands in the file: 0.1 is never read and written again.
    const rows = await readSheet(Buffer.from(bytes), file.sheet ?? 1, { trim: false, parseNumber: (digits) => digits })
    return done(
      rows.map((row, index) => {
        const cells = row.map((cell) => textOfCell(cell))
        return { line: index + 1, raw: cells.join('\t'), cells }
      }),
    )
  } catch (fault) {
    if (fault instanceof SheetNotFoundError) return refuse('table_sheet_not_found', 'sheet', { sheet: file.sheet ?? '1' })
    if (fault instanceof InvalidInputError || fault instanceof Error)
      return refuse('table_not_readable', 'xlsx', { reason: fault.message.slice(0, 200) })
    throw fault
  }
}

function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
