import { tiltShares } from '../../../kernel/matrix/tilt-shares.ts'
import type { FinalDemandColumn, InputOutputTable, TableLabel } from '../input-output-table.ts'
import { regionIndex, rowSums } from '../model/economy-model.ts'
import { locationQuotients, type QuotientMethod } from './location-quotients.ts'

/** A city to be taken out of its country. */
export interface CitySplit {
  /** Code of the country in the table. */
  country: string
  city: TableLabel
  rest: TableLabel
  /** The city's part of the country's output of each sector, from 0 to 1. */
  outputShares: Float64Array
  /** The city's part of the country's final demand: of its income or its people, from 0 to 1. */
  demandShare: number
  method: QuotientMethod
}

/**
 * A table with one region made two: a city and the rest of its country. Adding the two up again gives the table as it was.
 *
 * Estimated is only who in the country supplies whom; everything else is divided in proportion:
 *
 *     output, value added, jobs, sales abroad    the city's part s_i of the sector's output
 *     what sector j buys                         s_j of it is bought in the city
 *     final demand                               the city's part of it
 *     of product i bought by sector j            in the city, a share q_ij comes from the city (quotients of the city);
 *                                                in the rest, a share 1 − q_ij does (quotients of the rest)
 *     of product i for final demand              the same with q_ii
 *
 * Then, product by product, these shares are balanced (`tiltShares`: RAS with two rows) so that city and rest sell what they make. Cells
 * below 0 (stocks that shrink) stand aside and are divided in proportion. No other cell becomes negative.
 *
 * Source   `locationQuotients`; Miller and Blair (2009), sections 7.4 (RAS) and 8.7 (tables of more regions).
 * Units    those of the table.
 * Shape    the two regions stand where the country stood, the city first; each column of the country's final demand becomes two.
 *
 * @throws {RangeError} a share outside 0 to 1, a city without output, or a country that is not in the table
 */
export function splitCountry(table: InputOutputTable, split: CitySplit): InputOutputTable {
  checkShares(table, split)
  const N = table.sectors.length
  const c = regionIndex(table, split.country)
  const isHomeDemand = table.finalDemand.map((one) => one.region === split.country)
  const rows = table.regions.flatMap((_, r) => Array.from({ length: N }, () => r === c))
  const sectors = blocksAfter(rows)
  const demand = blocksAfter(isHomeDemand)
  const origin = sharesOfCity(table, split, c)
  const { outputShares: s, demandShare } = split
  const shareOfSector = (i: number) => s[i % N]!

  const Z = splitMatrix(table.Z, sectors, sectors, shareOfSector, shareOfSector, (i, j) => origin.ofPurchase(i % N, j % N))
  const Y = splitMatrix(
    table.Y,
    sectors,
    demand,
    shareOfSector,
    () => demandShare,
    (i) => origin.ofDemand(i % N),
  )
  const none: Places = [{ from: 0, to: 1, at: 0, isHome: false }]
  const perSector = (values: Float64Array) =>
    splitMatrix(
      values,
      sectors,
      none,
      shareOfSector,
      () => 1,
      () => [1, 1],
    )
  const finalDemand = demand.flatMap(({ from, to, isHome }): FinalDemandColumn[] => {
    const columns = table.finalDemand.slice(from, to)
    return isHome ? [split.city, split.rest].flatMap(({ code }) => columns.map((one) => ({ ...one, region: code }))) : columns
  })
  const regions = table.regions.flatMap((one, r) => (r === c ? [split.city, split.rest] : [one]))
  const extensions = table.extensions.map((one) => ({ ...one, values: perSector(one.values) }))
  return { ...table, regions, Z, Y, finalDemand, x: perSector(table.x), extensions }
}

/** Lines `from` up to `to`, and where they go: a block of the country goes there twice, the city's lines and then those of the rest. */
type Places = { from: number; to: number; at: number; isHome: boolean }[]

function blocksAfter(isHome: readonly boolean[]): Places {
  const places: Places = []
  let at = 0
  for (let from = 0; from < isHome.length;) {
    let to = from + 1
    while (to < isHome.length && isHome[to] === isHome[from]) to++
    places.push({ from, to, at, isHome: isHome[from]! })
    at += (isHome[from]! ? 2 : 1) * (to - from)
    from = to
  }
  return places
}

/**
 * A matrix with the lines of the country split: a home row by what the city sells, a home column by what is bought in the city, a cell where
 * both meet by `sold` (above 0) or in proportion. What is left is taken as a difference, so that the parts add up again.
 */
function splitMatrix(
  cells: Float64Array,
  rows: Places,
  columns: Places,
  shareOfRow: (i: number) => number,
  shareOfColumn: (j: number) => number,
  sold: (i: number, j: number) => Pair,
): Float64Array {
  const sizes = (places: Places) =>
    places.reduce((sum, { from, to, isHome }) => [sum[0]! + to - from, sum[1]! + (isHome ? 2 : 1) * (to - from)], [0, 0])
  const [[, height], [before, width]] = [sizes(rows) as [number, number], sizes(columns) as [number, number]]
  const after = new Float64Array(height * width)
  for (const row of rows)
    for (let i = row.from; i < row.to; i++)
      for (const column of columns) {
        const city = (row.at + i - row.from) * width + column.at
        const rest = city + (row.to - row.from) * width
        const source = cells.subarray(i * before + column.from, i * before + column.to)
        if (!row.isHome && !column.isHome) after.set(source, city)
        else if (!row.isHome) divideColumns(after, source, city, (j) => shareOfColumn(column.from + j))
        else if (!column.isHome) divideRow(after, source, city, rest, () => shareOfRow(i))
        else {
          const bought = new Float64Array(2 * source.length)
          divideColumns(bought, source, 0, (j) => shareOfColumn(column.from + j))
          divideRow(after, bought, city, rest, (at) => {
            const j = at % source.length
            return source[j]! > 0 ? sold(i, column.from + j)[at < source.length ? 0 : 1] : shareOfRow(i)
          })
        }
      }
  return after
}

/** Each cell into what is bought in the city and, a block further, in the rest. */
function divideColumns(after: Float64Array, source: Float64Array, city: number, share: (j: number) => number): void {
  for (let j = 0; j < source.length; j++) {
    const first = source[j]! * share(j)
    after[city + j] = first
    after[city + source.length + j] = source[j]! - first
  }
}

/** A row into what the city sells and what the rest sells. */
function divideRow(after: Float64Array, source: Float64Array, city: number, rest: number, share: (j: number) => number): void {
  for (let j = 0; j < source.length; j++) {
    const first = source[j]! * share(j)
    after[city + j] = first
    after[rest + j] = source[j]! - first
  }
}

/** One number for what is bought in the city, one for what is bought in the rest. */
type Pair = readonly [number, number]

/** Shares of the city in what is sold at home, balanced product by product. */
function sharesOfCity(table: InputOutputTable, { outputShares: s, demandShare, method, country }: CitySplit, c: number) {
  const N = table.sectors.length
  const n = table.regions.length * N
  const D = table.finalDemand.length
  const home = (rows: Float64Array, width: number) => rowSums(rows.subarray(c * N * width, (c + 1) * N * width), N)
  const demandOfAll = home(table.Y, D)
  const x = home(table.Z, n).map((sales, i) => sales + demandOfAll[i]!)
  const ofCity = locationQuotients(
    x.map((one, i) => one * s[i]!),
    x,
    method,
  ).q
  const ofRest = locationQuotients(
    x.map((one, i) => one * (1 - s[i]!)),
    x,
    method,
  ).q
  // One line of 2 × (N + 1) columns for each product: bought by sectors in the city, in the rest; final demand in the city, in the rest.
  const lines = Array.from({ length: N }, (_, i) => {
    const seeds = new Float64Array(2 * N + 2)
    const totals = new Float64Array(2 * N + 2)
    const put = (column: number, amount: number, inCity: number, j: number) => {
      totals[column] = amount * inCity
      seeds[column] = ofCity[i * N + j]!
      totals[column + N + 1] = amount * (1 - inCity)
      seeds[column + N + 1] = 1 - ofRest[i * N + j]!
    }
    for (let j = 0; j < N; j++) put(j, Math.max(table.Z[(c * N + i) * n + c * N + j]!, 0), s[j]!, j)
    const demand = table.finalDemand.reduce(
      (sum, one, d) => sum + (one.region === country ? Math.max(table.Y[(c * N + i) * D + d]!, 0) : 0),
      0,
    )
    put(N, demand, demandShare, i)
    return tiltShares(seeds, totals, s[i]! * totals.reduce((sum, one) => sum + one, 0))
  })
  return {
    ofPurchase: (i: number, j: number): Pair => [lines[i]![j]!, lines[i]![j + N + 1]!],
    ofDemand: (i: number): Pair => [lines[i]![N]!, lines[i]![2 * N + 1]!],
  }
}

function checkShares(table: InputOutputTable, { city, outputShares, demandShare }: CitySplit): void {
  if (outputShares.length !== table.sectors.length)
    throw new RangeError(`${city.name}: ${outputShares.length} shares of output for ${table.sectors.length} sectors.`)
  for (const [i, one] of outputShares.entries())
    if (!(one >= 0 && one <= 1))
      throw new RangeError(`${city.name}, ${table.sectors[i]!.name}: a share of output of ${one} is not from 0 to 1.`)
  if (!(demandShare >= 0 && demandShare <= 1))
    throw new RangeError(`${city.name}: a share of final demand of ${demandShare} is not from 0 to 1.`)
}
