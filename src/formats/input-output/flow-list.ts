import { notice, type Notice } from '../../books/notice.ts'
import { FormatError } from '../format-error.ts'

const required = ['from_region', 'from_sector', 'to_region', 'to_sector', 'value'] as const
/** Columns of a list of flows; `unit` and `year` may be missing. */
export const flowColumns = [...required, 'unit', 'year'] as const
export type FlowColumn = (typeof flowColumns)[number]

/** Flows of one file: more than the largest tables have, and a list of them has its limits too. */
const mostFlows = 20_000_000

/** Flows as they stand in a file, with labels as numbers; kept as plain lists, because there are millions of them. */
export class FlowList {
  readonly file: string
  readonly notices: Notice[] = []
  /** Labels `region` and `sector`, by their number. */
  readonly labels: { region: string; sector: string }[] = []
  readonly from: number[] = []
  readonly to: number[] = []
  readonly value: number[] = []
  readonly line: number[] = []
  /** Units of extensions by the label that names them. */
  readonly unitOf = new Map<number, string>()
  /** Units and years of flows, and the line where each first stands. */
  readonly units = new Map<string, number>()
  readonly years = new Map<string, number>()
  readonly #numbers = new Map<string, Map<string, number>>()

  constructor(file: string) {
    this.file = file
  }

  /**
   * One line of the file.
   *
   * Notices  io_cell_not_a_number
   *
   * @throws {FormatError} more flows than the limit
   */
  add(cells: Partial<Record<FlowColumn, string>>, value: number, line: number): void {
    const { file } = this
    if (Number.isNaN(value)) {
      this.notices.push(notice('io_cell_not_a_number', 'error', { file, line, column: 'value', value: cells.value ?? '' }))
      return
    }
    if (this.from.length >= mostFlows)
      throw new FormatError('io_too_many_cells', `${file}: more than ${mostFlows} flows.`, line, { file, limit: mostFlows })
    const from = this.#numberOf(cells.from_region ?? '', cells.from_sector ?? '')
    this.from.push(from)
    this.to.push(this.#numberOf(cells.to_region ?? '', cells.to_sector ?? ''))
    this.value.push(value)
    this.line.push(line)
    const { unit = '', year = '' } = cells
    const isFlow = (cells.from_region ?? '') !== '' || cells.from_sector === 'output'
    if (!isFlow) this.unitOf.set(from, unit)
    else if (unit !== '' && !this.units.has(unit)) this.units.set(unit, line)
    if (year !== '' && !this.years.has(year)) this.years.set(year, line)
  }

  #numberOf(region: string, sector: string): number {
    const ofRegion = this.#numbers.get(region) ?? new Map<string, number>()
    this.#numbers.set(region, ofRegion)
    const known = ofRegion.get(sector)
    if (known !== undefined) return known
    ofRegion.set(sector, this.labels.length)
    return this.labels.push({ region, sector }) - 1
  }
}

/** @throws {FormatError} a column is missing */
export function checkFlowColumns(file: string, header: readonly string[]): void {
  const missing = required.find((name) => !header.includes(name))
  if (missing !== undefined)
    throw new FormatError('io_column_missing', `${file}, line 1: there is no column ${missing}.`, 1, { file, line: 1, column: missing })
}
