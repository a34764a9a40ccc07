import type { TableLabel } from '../input-output-table.ts'

/**
 * What is known of a table when only its margins are published: who makes and uses how much, and how much of it at home, but not who
 * buys it from whom.
 *
 * Shape  one value for each region and sector; that of sector s in region r is at r · sectors.length + s.
 */
export interface ProductionMargins {
  name: string
  year: number
  unit: string
  regions: readonly TableLabel[]
  sectors: readonly TableLabel[]
  output: Float64Array
  valueAdded: Float64Array
  /** Inputs that the sector buys, at home and abroad. */
  inputs: Float64Array
  /** What industries and final demand buy of the sector, at home and abroad. */
  sales: Float64Array
  /** What industries of its own region buy of it. */
  salesToIndustriesAtHome: Float64Array
  /** What final demand of its own region buys of it. */
  salesToFinalDemandAtHome: Float64Array
}

/** The values of one region. */
export function ofRegion({ regions, sectors }: ProductionMargins, values: Float64Array, region: string): Float64Array {
  const place = regions.findIndex(({ code }) => code === region)
  if (place < 0) throw new RangeError(`The margins have no region ${region}.`)
  return values.subarray(place * sectors.length, (place + 1) * sectors.length)
}

/**
 * Exports of every sector: all that it sells, less what it sells at home.
 *
 *     e = (Z i + Y i) − (Z i + Y i at home)
 *
 * Units  those of the margins.
 */
export const exportsOf = ({ sales, salesToIndustriesAtHome, salesToFinalDemandAtHome }: ProductionMargins): Float64Array =>
  sales.map((sold, i) => sold - (salesToIndustriesAtHome[i] ?? 0) - (salesToFinalDemandAtHome[i] ?? 0))

/**
 * Inputs that a region buys abroad, in all: margins do not tell which.
 *
 *     Σ inputs − Σ sales to industries at home
 */
export function importedInputs(margins: ProductionMargins, region: string): number {
  const total = (values: Float64Array) => ofRegion(margins, values, region).reduce((sum, value) => sum + value, 0)
  return total(margins.inputs) - total(margins.salesToIndustriesAtHome)
}
