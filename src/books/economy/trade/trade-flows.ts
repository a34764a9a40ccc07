import { countriesOf } from '../exports/countries-of.ts'
import type { InputOutputTable } from '../input-output-table.ts'

/** Who sells how much of which product to whom; the product is the sector that makes it. */
export interface TradeFlows {
  countries: readonly string[]
  products: readonly string[]
  /** Seller × buyer × product, row-major; what a country sells to itself is 0. */
  values: Float64Array
}

/**
 * Trade between the countries of a table: inputs and final goods together.
 *
 *     t_rsi = Σ_{j in s} Z_(r,i),j + Σ_{columns of s} Y_(r,i)
 *
 * Units    those of the table, at basic prices.
 *
 * @param countryOf  the country of a region; left out, every region is one
 * @throws {RangeError} final demand that belongs to no region
 */
export function tradeFlows(table: InputOutputTable, countryOf?: (region: string) => string): TradeFlows {
  const countries = countriesOf(table, countryOf)
  const n = table.x.length
  const products = table.sectors.length
  const demand = table.finalDemand.length
  const values = new Float64Array(countries.length ** 2 * products)
  for (const [seller, { rows }] of countries.entries())
    for (const [buyer, partner] of countries.entries()) {
      if (seller === buyer) continue
      for (const i of rows) {
        let sold = 0
        for (const j of partner.rows) sold += table.Z[i * n + j] ?? 0
        for (const column of partner.demand) sold += table.Y[i * demand + column] ?? 0
        const cell = (seller * countries.length + buyer) * products + (i % products)
        values[cell] = (values[cell] ?? 0) + sold
      }
    }
  return { countries: countries.map(({ code }) => code), products: table.sectors.map(({ code }) => code), values }
}

/** What a country sells to one other, or to all, by product. */
export function soldBy(flows: TradeFlows, seller: string, buyer?: string): Float64Array {
  return added(flows, (from, to) => from === placeOf(flows, seller) && (buyer === undefined || to === placeOf(flows, buyer)))
}

/** What a country buys from all others, by product. */
export function boughtBy(flows: TradeFlows, buyer: string): Float64Array {
  return added(flows, (_, to) => to === placeOf(flows, buyer))
}

function added({ countries, products, values }: TradeFlows, counts: (seller: number, buyer: number) => boolean): Float64Array {
  const total = new Float64Array(products.length)
  for (let seller = 0; seller < countries.length; seller++)
    for (let buyer = 0; buyer < countries.length; buyer++) {
      if (!counts(seller, buyer)) continue
      const start = (seller * countries.length + buyer) * products.length
      for (let product = 0; product < products.length; product++) total[product] = (total[product] ?? 0) + (values[start + product] ?? 0)
    }
  return total
}

function placeOf({ countries }: TradeFlows, country: string): number {
  const place = countries.indexOf(country)
  if (place < 0) throw new RangeError(`The table has no country ${country}.`)
  return place
}
