import type { InputOutputTable } from '../input-output-table.ts'

/** A country of a table: one region, or several (a city and the rest; the two Mexicos and the two Chinas of OECD). */
export interface TableCountry {
  code: string
  /** Rows of the table that are its own, in their order. */
  rows: Int32Array
  /** Columns of final demand that are its own. */
  demand: Int32Array
}

/**
 * The countries of a table in the order in which they first occur.
 *
 * @param countryOf  the country of a region; left out, every region is one
 * @throws {RangeError} a column of final demand belongs to no region: a national table has no partners
 */
export function countriesOf(table: InputOutputTable, countryOf: (region: string) => string = (region) => region): TableCountry[] {
  const sectors = table.sectors.length
  const rows = new Map<string, number[]>()
  const demand = new Map<string, number[]>()
  table.regions.forEach(({ code }, region) => {
    const country = countryOf(code)
    const own = rows.get(country) ?? []
    for (let sector = 0; sector < sectors; sector++) own.push(region * sectors + sector)
    rows.set(country, own)
  })
  table.finalDemand.forEach(({ region, category }, column) => {
    if (region === null) throw new RangeError(`Final demand "${category}" belongs to no region: trade needs a table of several regions.`)
    const country = countryOf(region)
    if (!rows.has(country)) throw new RangeError(`Final demand "${category}" is of ${country}, which has no rows in the table.`)
    demand.set(country, [...(demand.get(country) ?? []), column])
  })
  return [...rows].map(([code, own]) => ({ code, rows: Int32Array.from(own), demand: Int32Array.from(demand.get(code) ?? []) }))
}
