import fs from 'node:fs'
import path from 'node:path'
import type { FinalDemandColumn, InputOutputTable } from '../../src/books/economy/input-output-table.ts'
import { rowSums } from '../../src/books/economy/model/economy-model.ts'

interface Described {
  name: string
  year?: number
  regions: readonly string[]
  sectors: readonly string[]
  Z: readonly (readonly number[])[]
  /** Columns by region, then category. */
  Y: readonly (readonly number[])[]
  categories?: readonly string[]
  extensions?: InputOutputTable['extensions']
}

/** A table from rows of numbers; output is what the rows add to. */
export function tableOf({
  name,
  year = 2011,
  regions,
  sectors,
  Z,
  Y,
  categories = ['final'],
  extensions = [],
}: Described): InputOutputTable {
  const labels = (codes: readonly string[]) => codes.map((code) => ({ code, name: code }))
  const finalDemand = regions.flatMap((region) => categories.map((category): FinalDemandColumn => ({ region, category })))
  const flat = { Z: Float64Array.from(Z.flat()), Y: Float64Array.from(Y.flat()) }
  return withOutput({ name, year, unit: 'million', regions: labels(regions), sectors: labels(sectors), ...flat, finalDemand, extensions })
}

function withOutput(table: Omit<InputOutputTable, 'x'>): InputOutputTable {
  const n = table.regions.length * table.sectors.length
  const demand = rowSums(table.Y, n)
  return { ...table, x: rowSums(table.Z, n).map((sales, i) => sales + demand[i]!) }
}

/** Table 2.3 of Miller and Blair (2009): two sectors. */
export const millerBlair23 = tableOf({
  name: 'Miller and Blair, table 2.3',
  regions: ['R'],
  sectors: ['1', '2'],
  Z: [
    [150, 500],
    [200, 100],
  ],
  Y: [[350], [1700]],
})

/** The two regions of Miller and Blair (2009), section 3.3: three sectors in one, two in the other, the third of which is empty here. */
export const millerBlair33 = tableOf({
  name: 'Miller and Blair, section 3.3',
  regions: ['r', 's'],
  sectors: ['1', '2', '3'],
  Z: [
    [150, 500, 50, 25, 75, 0],
    [200, 100, 400, 200, 100, 0],
    [300, 500, 50, 60, 40, 0],
    [75, 100, 60, 200, 250, 0],
    [50, 25, 25, 150, 100, 0],
    [0, 0, 0, 0, 0, 0],
  ],
  Y: [
    [200, 0],
    [1000, 0],
    [50, 0],
    [0, 515],
    [0, 450],
    [0, 0],
  ],
})

/** The small table in pymrio's own tests (test_math.py), whose results stand there. */
export const pymrioSmall = tableOf({
  name: 'pymrio test_math',
  regions: ['reg1', 'reg2'],
  sectors: ['sector1', 'sector2', 'sector3'],
  Z: [
    [10, 5, 1, 6, 5, 7],
    [0, 2, 0, 0, 5, 3],
    [10, 3, 20, 4, 2, 0],
    [5, 0, 0, 1, 10, 9],
    [0, 10, 1, 0, 20, 1],
    [5, 0, 0, 1, 10, 10],
  ],
  Y: [
    [14, 3],
    [2.5, 2.5],
    [13, 6],
    [5, 20],
    [10, 10],
    [3, 10],
  ],
})

/** The three countries of decompr's example `leather`. */
export const leather = tableOf({
  name: 'decompr leather',
  regions: ['Argentina', 'Turkey', 'Germany'],
  sectors: ['Agriculture', 'Textile and leather', 'Transport equipment'],
  Z: [
    [16.1, 5.1, 1.8, 3.2, 4.3, 0.4, 3.1, 2.8, 4.9],
    [2.4, 8.0, 3.2, 0.1, 3.2, 1.6, 1.2, 3.9, 11.5],
    [0.9, 0.5, 4.0, 0.0, 0.1, 0.3, 0.0, 0.4, 0.5],
    [1.1, 1.9, 0.2, 18.0, 13.2, 6.1, 9.0, 3.1, 8.9],
    [0.3, 2.8, 0.1, 6.1, 28.1, 6.3, 2.1, 2.5, 25.6],
    [0.0, 0.1, 0.3, 4.1, 3.2, 8.9, 0.2, 0.0, 1.8],
    [1.2, 4.2, 0.3, 4.1, 1.2, 0.6, 29.0, 19.5, 17.9],
    [1.3, 1.1, 0.0, 3.2, 4.8, 2.6, 5.1, 29.1, 24.1],
    [2.1, 1.4, 3.0, 4.1, 3.1, 3.9, 11.3, 8.1, 51.3],
  ],
  Y: [
    [21.5, 6.1, 8.4],
    [16.2, 1.9, 5.1],
    [11.0, 0.5, 0.8],
    [7.5, 29.5, 14.2],
    [8.9, 24.9, 16.9],
    [1.2, 18.5, 4.9],
    [9.2, 17.9, 51.2],
    [7.9, 10.1, 38.5],
    [25.1, 35.2, 68.4],
  ],
})

const shared = path.resolve(import.meta.dirname, '../../../shared/data/economy')

/** The real tables are not part of the project; tests with them are skipped where they are absent. */
export const hasEconomyData = fs.existsSync(shared)

const linesOf = (file: string, separator: string): string[][] =>
  fs
    .readFileSync(path.join(shared, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(separator).map((cell) => cell.trim().replaceAll('"', '')))

/** pymrio's test table: 6 regions × 8 sectors, with two emissions. */
export function pymrioTest(): { table: InputOutputTable; emissions: Float64Array[] } {
  const Z = linesOf('pymrio_test_mrio/mrio_data/trade_flows_Z.txt', '\t')
  const Y = linesOf('pymrio_test_mrio/mrio_data/finald_demand_Y.txt', '\t')
  const labels = [...new Set(Z.slice(2).map((row) => row[0]!))]
  const table = tableOf({
    name: 'pymrio test table',
    regions: labels,
    sectors: [...new Set(Z.slice(2).map((row) => row[1]!))],
    Z: Z.slice(2).map((row) => row.slice(3).map(Number)),
    Y: Y.slice(2).map((row) => row.slice(3).map(Number)),
    categories: [...new Set(Y[1]!.slice(3))],
  })
  const emissions = linesOf('pymrio_test_mrio/mrio_data/emissions.txt', '\t')
  return { table, emissions: emissions.slice(2).map((row) => Float64Array.from(row.slice(3), Number)) }
}

/** Chile 2013, 12 sectors (leontief package). */
export function chile(): InputOutputTable {
  const Z = linesOf('chile2013_12x12/transaction_matrix.csv', ',')
  const demand = linesOf('chile2013_12x12/wage_demand_matrix.csv', ',')
  return tableOf({
    name: 'Chile',
    year: 2013,
    regions: ['CL'],
    sectors: Z.slice(1).map((row) => row[0]!),
    Z: Z.slice(1).map((row) => row.slice(1).map(Number)),
    Y: demand.slice(1).map((row) => row.slice(3, 9).map(Number)),
    categories: demand[0]!.slice(3, 9),
  })
}

/** World input-output table 2011: 41 regions × 35 sectors. */
export function wiod2011(): InputOutputTable {
  const numbers = (file: string) => {
    const bytes = fs.readFileSync(path.join(shared, 'wiod2013', file))
    return new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length))
  }
  const words = (file: string) =>
    fs
      .readFileSync(path.join(shared, 'wiod2013', file), 'utf8')
      .trim()
      .split(/\r?\n/)
  const regions = words('countries.txt').map((code) => ({ code, name: code }))
  const names = words('industries.txt')
  return {
    name: 'WIOD release 2013',
    year: 2011,
    unit: 'million USD',
    regions,
    sectors: words('industry_codes.txt').map((code, i) => ({ code, name: names[i]! })),
    Z: numbers('Z_2011.f64'),
    Y: numbers('Y_2011.f64'),
    finalDemand: regions.flatMap(({ code }) =>
      ['households', 'non-profit', 'government', 'investment', 'stocks'].map((category) => ({ region: code, category })),
    ),
    x: numbers('x_2011.f64'),
    extensions: [],
  }
}

/** Finland 2014, region by region: what the 30 sectors buy in their own region, elsewhere in the country, and their output. */
export function finland(): { regions: string[]; own: Float64Array[]; elsewhere: Float64Array[]; x: Float64Array[] } {
  const cells = (file: string) =>
    new Map(linesOf(`finland_alta2014/${file}`, ';').map(([reg, com, ind, value]) => [`${reg};${com};${ind}`, Number(value)]))
  const [io, others] = [cells('io2014.csv'), cells('io_reg2014.csv')]
  const rows = linesOf('finland_alta2014/io2014.csv', ';').slice(1)
  const regions = [...new Set(rows.map((row) => row[0]!))]
  const industries = new Set(rows.map((row) => row[2]!))
  const sectors = [...new Set(rows.map((row) => row[1]!))].filter((one) => industries.has(one))
  const matrix = (from: Map<string, number>, reg: string) =>
    Float64Array.from(sectors.flatMap((i) => sectors.map((j) => from.get(`${reg};${i};${j}`)!)))
  return {
    regions,
    own: regions.map((reg) => matrix(io, reg)),
    elsewhere: regions.map((reg) => matrix(others, reg)),
    x: regions.map((reg) => Float64Array.from(sectors, (j) => io.get(`${reg};Tuotos perushintaan;${j}`)!)),
  }
}
