import type { ByteSource } from '../byte-source.ts'
import { parseDecimal } from './decimal.ts'
import { checkFlowColumns, type FlowColumn, flowColumns, FlowList } from './flow-list.ts'
import type { ReadTable, SaidOfTable } from './read-result.ts'
import { cellText, scanLines } from './scan-lines.ts'
import { tableOfFlows } from './table-of-flows.ts'

/**
 * A table as a list of flows (CSV): one line for each, who sells to whom, or what kind of input a sector uses.
 *
 * Columns `from_region, from_sector, to_region, to_sector, value`, and where wanted `unit` and `year`. A line whose buyer also sells is
 * an intermediate sale; any other buyer is final demand (`to_sector` its kind, `to_region` empty for exports of a national table). A
 * line without `from_region` is output (`from_sector` is `output`) or an extension: `value_added`, `wages`, `employment`, `taxes`,
 * `imports` or `other`, with a name after a colon.
 *
 * Order    regions and sectors as they first occur.
 * Missing  flows that are not there are 0; without lines of output, output is what is sold.
 * Notices  io_cell_not_a_number, io_units_differ, io_years_differ, io_flow_twice, io_sectors_differ, io_output_missing, io_no_table
 *
 * @throws {FormatError} a column is missing, or more flows than the limit
 */
export const readTriples = (source: ByteSource, said: SaidOfTable = {}): ReadTable => tableOfFlows(readFlows(source), said)

function readFlows(source: ByteSource): FlowList {
  const flows = new FlowList(source.name)
  let names: (FlowColumn | undefined)[] | null = null
  let cells: Partial<Record<FlowColumn, string>> = {}
  let value = NaN
  const header: string[] = []
  const onCell = (column: number, bytes: Buffer, start: number, end: number) => {
    if (names === null) header[column] = cellText(bytes, start, end)
    else {
      const name = names[column]
      if (name === undefined) return
      if (name === 'value') value = parseDecimal(bytes, start, end)
      cells[name] = name === 'value' && !Number.isNaN(value) ? '' : cellText(bytes, start, end)
    }
  }
  scanLines(source, onCell, (line) => {
    if (names === null) {
      checkFlowColumns(source.name, header)
      names = Array.from(header, (name) => flowColumns.find((one) => one === name))
    } else if (Object.keys(cells).length > 0) flows.add(cells, value, line)
    cells = {}
    value = NaN
  })
  return flows
}
