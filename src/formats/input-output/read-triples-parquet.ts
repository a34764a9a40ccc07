import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { checkFlowColumns, type FlowColumn, flowColumns, FlowList } from './flow-list.ts'
import type { ReadTable, SaidOfTable } from './read-result.ts'
import { tableOfFlows } from './table-of-flows.ts'

/** Rows that are taken at a time. */
const rowsAtOnce = 200_000

/** Whether a file begins as Parquet does. */
export const isParquet = (start: string): boolean => start.startsWith('PAR1')

/**
 * A table as a list of flows in Parquet: the columns of `readTriples`, texts and a number. Packed with Snappy or not at all.
 *
 * Notices  as `readTriples`; lines are rows, the first of them 1
 *
 * @throws {FormatError} it is damaged or packed otherwise, a column is missing, or more flows than the limit
 */
export async function readTriplesParquet(source: ByteSource, said: SaidOfTable = {}): Promise<ReadTable> {
  const flows = new FlowList(source.name)
  const file = {
    byteLength: source.size,
    slice: (start: number, end = source.size): ArrayBuffer => {
      const bytes = new Uint8Array(Math.max(Math.min(end, source.size) - start, 0))
      bytes.set(source.read(start, bytes.length))
      return bytes.buffer
    },
  }
  try {
    const metadata = await parquetMetadataAsync(file)
    const header = parquetSchema(metadata).children.map(({ element }) => element.name)
    checkFlowColumns(source.name, header)
    const columns = flowColumns.filter((name) => header.includes(name))
    const rows = Number(metadata.num_rows)
    for (let rowStart = 0; rowStart < rows; rowStart += rowsAtOnce) {
      const some = await parquetReadObjects({
        file,
        metadata,
        columns: [...columns],
        rowStart,
        rowEnd: Math.min(rowStart + rowsAtOnce, rows),
      })
      for (const [at, row] of some.entries()) addRow(flows, row, rowStart + at + 1)
    }
  } catch (cause) {
    if (cause instanceof FormatError || !(cause instanceof Error)) throw cause
    const details = { file: source.name, reason: cause.message.slice(0, 200) }
    throw new FormatError('io_parquet_not_readable', `${source.name}: ${details.reason}`, null, details)
  }
  return tableOfFlows(flows, said)
}

function addRow(flows: FlowList, row: Record<string, unknown>, line: number): void {
  const textOf = (value: unknown) =>
    typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
  const cells = Object.fromEntries(flowColumns.map((name) => [name, textOf(row[name])])) as Record<FlowColumn, string>
  // A flow without a number is none, whatever 0 a program would make of it.
  flows.add(cells, cells.value === '' ? NaN : Number(cells.value), line)
}
