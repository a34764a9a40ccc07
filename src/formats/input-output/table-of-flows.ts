import type { Extension, FinalDemandColumn, InputOutputTable, TableLabel } from '../../books/economy/input-output-table.ts'
import { notice, type Notice } from '../../books/notice.ts'
import type { FlowList } from './flow-list.ts'
import type { ReadTable, SaidOfTable } from './read-result.ts'
import { sizeOfTable } from './table-size.ts'

const kinds: ReadonlySet<string> = new Set(['value_added', 'wages', 'employment', 'taxes', 'imports', 'other'])

/**
 * A list of flows as a table.
 *
 * Notices  io_units_differ, io_years_differ, io_flow_twice, io_sectors_differ, io_output_missing, io_no_table, io_unit_unknown,
 *          io_year_unknown
 */
export function tableOfFlows(flows: FlowList, said: SaidOfTable): ReadTable {
  const { file, notices } = flows
  const about = { file }
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
  const table = assemble(file, flows, notices)
  return { table: { ...table, name: file, unit: said.unit ?? unit, year: said.year ?? Number(year) }, notices }
}

function assemble(
  file: string,
  { labels, from, to, value, line, unitOf }: FlowList,
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
  const n = sizeOfTable(file, regions.size, sectors.size)
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
