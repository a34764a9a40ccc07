import type { ProductionMargins } from '../../books/economy/trade/production-margins.ts'
import { notice, type Notice } from '../../books/notice.ts'
import { readCsvRows } from '../csv.ts'
import { FormatError } from '../format-error.ts'

/**
 * Economies of the ADB MRIO with 72 economies, in the order in which the tables number them; the last one is the rest of the world.
 *
 * Source  ADB Multi-Regional Input-Output Tables, legend of the release of June 2023 (kidb.adb.org/mrio).
 */
const economies =
  'AUS AUT BEL BGR BRA CAN CHE CHN CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IDN IND IRL ITA JPN KOR LTU LUX LVA MEX MLT NLD NOR POL ' +
  'PRT ROU RUS SVK SVN SWE TUR TWN USA BGD MYS PHL THA VNM KAZ MNG LKA PAK FJI LAO BRN BTN KGZ KHM MDV NPL SGP HKG ARG COL ECU ARM GEO EGY ' +
  'KWT SAU ARE NZL ROW'

const columns = ['t', 's', 'i', 'x', 'zuse', 'va', 'zsales', 'y', 'ez', 'ey'] as const
type Column = (typeof columns)[number]

/**
 * Margins of the ADB tables by economy and sector, as the scripts `mrio-processing` publish them (`summary.csv` with `sectors.csv`).
 *
 * Its columns e, ez and ey hold domestic use, whatever the scripts call them: they are not exports.
 *
 * Units    million US dollars at current prices.
 * Missing  a row that cannot be read is noted and its values are 0.
 *
 * @throws {FormatError} a column is missing, or there is no row
 */
export function readAdbMargins(summary: string, sectors: string): { margins: ProductionMargins[]; notices: Notice[] } {
  const notices: Notice[] = []
  const labels = readTable(sectors, 'sectors.csv', ['c_ind', 'c_name_short', 'c_abv'] as const).map(({ cells }) => ({
    code: cells.c_abv,
    name: cells.c_name_short,
  }))
  const regions = economies.split(' ').map((code) => ({ code, name: code }))
  const years = new Map<number, ProductionMargins>()
  for (const { line, cells } of readTable(summary, 'summary.csv', columns)) {
    const numbers = Object.fromEntries(columns.map((column) => [column, cells[column] === '' ? NaN : Number(cells[column])])) as Record<
      Column,
      number
    >
    const wrong = columns.find((column) => !Number.isFinite(numbers[column]))
    const [region, sector] = [numbers.s - 1, numbers.i - 1]
    if (wrong !== undefined || regions[region] === undefined || labels[sector] === undefined) {
      const column = wrong ?? (regions[region] === undefined ? 's' : 'i')
      notices.push(notice('io_margin_not_readable', 'error', { file: 'summary.csv', line, column, value: cells[column] }))
      continue
    }
    const margins = years.get(numbers.t) ?? emptyMargins(numbers.t, regions, labels)
    years.set(numbers.t, margins)
    const at = region * labels.length + sector
    margins.output[at] = numbers.x
    margins.valueAdded[at] = numbers.va
    margins.inputs[at] = numbers.zuse
    margins.sales[at] = numbers.zsales + numbers.y
    margins.salesToIndustriesAtHome[at] = numbers.ez
    margins.salesToFinalDemandAtHome[at] = numbers.ey
  }
  return { margins: [...years.values()].toSorted((a, b) => a.year - b.year), notices }
}

function emptyMargins(year: number, regions: ProductionMargins['regions'], sectors: ProductionMargins['sectors']): ProductionMargins {
  const values = () => new Float64Array(regions.length * sectors.length)
  return {
    ...{ name: 'ADB MRIO, margins', year, unit: 'million USD', regions, sectors },
    ...{ output: values(), valueAdded: values(), inputs: values(), sales: values() },
    ...{ salesToIndustriesAtHome: values(), salesToFinalDemandAtHome: values() },
  }
}

function readTable<Name extends string>(
  text: string,
  file: string,
  wanted: readonly Name[],
): { line: number; cells: Record<Name, string> }[] {
  const [header, ...rows] = readCsvRows(text)
  const places = wanted.map((name) => header?.cells.findIndex((cell) => cell.trim() === name) ?? -1)
  const missing = wanted.find((_, at) => (places[at] ?? -1) < 0)
  if (missing !== undefined)
    throw new FormatError('io_column_missing', `${file}, line 1: there is no column ${missing}; is it the file of the ADB scripts?`, 1, {
      file,
      line: 1,
      column: missing,
    })
  return rows
    .filter(({ raw }) => raw.trim() !== '')
    .map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(wanted.map((name, at) => [name, cells[places[at] ?? -1]?.trim() ?? ''])) as Record<Name, string>,
    }))
}
