import type { Extension, FinalDemandColumn, InputOutputTable, TableLabel } from '../../books/economy/input-output-table.ts'
import { notice, type Notice } from '../../books/notice.ts'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { parseDecimal } from './decimal.ts'
import type { ReadTable, SaidOfTable } from './read-result.ts'
import { cellText, scanLines } from './scan-lines.ts'

const required = ['from_region', 'from_sector', 'to_region', 'to_sector', 'value'] as const
const columns = [...required, 'unit', 'year'] as const
type Column = (typeof columns)[number]

/** Flows of one file: more than the largest tables have, and a list of them has its limits too. */
const mostFlows = 20_000_000

const kinds: ReadonlySet<string> = new Set(['value_added', 'wages', 'employment', 'taxes', 'imports', 'other'])

/** Flows as they stand in the file, with labels as numbers. */
interface Flows {
  /** Labels `region` and `sector`, by their number. */
  labels: { region: string; sector: string }[]
  from: number[]
  to: number[]
  value: number[]
  line: number[]
  /** Units of extensions by the label that names them. */
  unitOf: Map<number, string>
  units: Map<string, number>
  years: Map<string, number>
}

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
export function readTriples(source: ByteSource, said: SaidOfTable = {}): ReadTable {
  const notices: Notice[] = []
  const flows = readFlows(source, notices)
  const about = { file: source.name }
  const [unit = '', otherUnit] = flows.units.keys()
  const [year = '', otherYear] = flows.years.keys()
  if (otherUnit !== undefined)
    notices.push(
      notice('io_units_differ', 'error', {
        ...about,
        line: flows.units.get(otherUnit) ?? null,
        column: 'unit',
        value: `${unit}, ${otherUnit}`,
      }),
    )
  if (otherYear !== undefined)
    notices.push(
      notice('io_years_differ', 'error', {
        ...about,
        line: flows.years.get(otherYear) ?? null,
        column: 'year',
        value: `${year}, ${otherYear}`,
      }),
    )
  if (flows.from.length === 0) notices.push(notice('io_no_table', 'error', about))
  if (notices.some(({ severity }) => severity === 'error')) return { table: null, notices }
  if (unit === '' && said.unit === undefined) notices.push(notice('io_unit_unknown', 'warning', about))
  if (year === '' && said.year === undefined) notices.push(notice('io_year_unknown', 'warning', about))
  const table = assemble(source.name, flows, notices)
  return { table: { ...table, name: source.name, unit: said.unit ?? unit, year: said.year ?? Number(year) }, notices }
}

function readFlows(source: ByteSource, notices: Notice[]): Flows {
  const flows: Flows = { labels: [], from: [], to: [], value: [], line: [], unitOf: new Map(), units: new Map(), years: new Map() }
  const numbers = new Map<string, Map<string, number>>()
  const numberOf = (region: string, sector: string): number => {
    const ofRegion = numbers.get(region) ?? new Map<string, number>()
    numbers.set(region, ofRegion)
    const known = ofRegion.get(sector)
    if (known !== undefined) return known
    ofRegion.set(sector, flows.labels.length)
    return flows.labels.push({ region, sector }) - 1
  }
  let names: (Column | undefined)[] | null = null
  let cells: Partial<Record<Column, string>> = {}
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
    if (names === null) names = columnsOf(source.name, header)
    else if (Object.keys(cells).length > 0) {
      if (Number.isNaN(value))
        notices.push(notice('io_cell_not_a_number', 'error', { file: source.name, line, column: 'value', value: cells.value ?? '' }))
      else if (flows.from.length >= mostFlows)
        throw new FormatError('io_too_many_cells', `${source.name}: more than ${mostFlows} flows.`, line, {
          file: source.name,
          limit: mostFlows,
        })
      else {
        const from = numberOf(cells.from_region ?? '', cells.from_sector ?? '')
        flows.from.push(from)
        flows.to.push(numberOf(cells.to_region ?? '', cells.to_sector ?? ''))
        flows.value.push(value)
        flows.line.push(line)
        const { unit = '', year = '' } = cells
        const isFlow = (cells.from_region ?? '') !== '' || cells.from_sector === 'output'
        if (!isFlow) flows.unitOf.set(from, unit)
        else if (unit !== '' && !flows.units.has(unit)) flows.units.set(unit, line)
        if (year !== '' && !flows.years.has(year)) flows.years.set(year, line)
      }
    }
    cells = {}
    value = NaN
  })
  return flows
}

function columnsOf(file: string, header: readonly string[]): (Column | undefined)[] {
  const missing = required.find((name) => !header.includes(name))
  if (missing !== undefined)
    throw new FormatError('io_column_missing', `${file}, line 1: there is no column ${missing}.`, 1, { file, line: 1, column: missing })
  return Array.from(header, (name) => columns.find((one) => one === name))
}

function assemble(
  file: string,
  { labels, from, to, value, line, unitOf }: Flows,
  notices: Notice[],
): Omit<InputOutputTable, 'name' | 'unit' | 'year'> {
  const isOutput = labels.map(({ region, sector }) => region === '' && sector === 'output')
  const isExtension = labels.map(({ region, sector }) => region === '' && (sector === 'output' || kinds.has(sector.split(':', 1)[0] ?? '')))
  // Whoever sells, or has output, is a sector; other buyers are final demand.
  const isSector = new Uint8Array(labels.length)
  for (const [at, seller] of from.entries()) {
    if (!isExtension[seller]) isSector[seller] = 1
    else if (isOutput[seller]) isSector[to[at] ?? 0] = 1
  }
  const own = [...labels.keys()].filter((number) => isSector[number] === 1)
  const places = (of: 'region' | 'sector') => new Map([...new Set(own.map((number) => labels[number]![of]))].map((code, at) => [code, at]))
  const [regions, sectors] = [places('region'), places('sector')]
  const n = regions.size * sectors.size
  const placeOf = labels.map(({ region, sector }, number) =>
    isSector[number] === 1 ? (regions.get(region) ?? 0) * sectors.size + (sectors.get(sector) ?? 0) : -1,
  )
  if (own.length < n) notices.push(notice('io_sectors_differ', 'warning', { file, details: { count: n - own.length } }))
  const buyers = [...new Set(to)].filter((number) => isSector[number] === 0)
  const demandOf = new Map(buyers.map((number, at) => [number, at]))
  const Z = new Float64Array(n * n)
  const Y = new Float64Array(n * buyers.length)
  const x = new Float64Array(n)
  const extensions = new Map<number, Extension>()
  const written = new Uint8Array(n * (n + buyers.length + 1))
  let outputs = 0
  for (const [at, seller] of from.entries()) {
    const [buyer, amount, row] = [to[at] ?? 0, value[at] ?? 0, placeOf[seller] ?? -1]
    const column = placeOf[buyer] ?? -1
    if (row >= 0) {
      const width = n + buyers.length + 1
      const cell = column >= 0 ? column : n + (demandOf.get(buyer) ?? 0)
      const place = row * width + cell
      const before = written[place] ?? 0
      written[place] = 1
      if (before === 1) noteTwice(file, line[at] ?? null, labels[seller]!, notices)
      else if (column >= 0) Z[row * n + column] = amount
      else Y[row * buyers.length + cell - n] = amount
    } else if (isOutput[seller]) {
      if (column >= 0) x[column] = amount
      outputs++
    } else if (column >= 0) {
      const extension = extensions.get(seller) ?? emptyExtension(labels[seller]!.sector, unitOf.get(seller) ?? '', n)
      extensions.set(seller, extension)
      extension.values[column] = amount
    }
  }
  const finalDemand = buyers.map((number): FinalDemandColumn => ({
    region: labels[number]!.region || null,
    category: labels[number]!.sector,
  }))
  if (outputs === 0) {
    notices.push(notice('io_output_missing', 'info', { file }))
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) x[i] = (x[i] ?? 0) + (Z[i * n + j] ?? 0)
      for (let k = 0; k < buyers.length; k++) x[i] = (x[i] ?? 0) + (Y[i * buyers.length + k] ?? 0)
    }
  }
  const labelled = (codes: ReadonlyMap<string, number>): TableLabel[] => [...codes.keys()].map((code) => ({ code, name: code }))
  return { regions: labelled(regions), sectors: labelled(sectors), Z, Y, finalDemand, x, extensions: [...extensions.values()] }
}

function emptyExtension(label: string, unit: string, n: number): Extension {
  const [kind = 'other', ...rest] = label.split(':')
  return { kind: kind as Extension['kind'], name: rest.join(':') || kind, unit, values: new Float64Array(n) }
}

const noteTwice = (file: string, line: number | null, { region, sector }: { region: string; sector: string }, notices: Notice[]) =>
  notices.push(notice('io_flow_twice', 'error', { file, line, value: `${region} ${sector}` }))
