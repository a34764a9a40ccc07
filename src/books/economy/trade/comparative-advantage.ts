/** Exports by country and product: countries × products, row-major. */
export interface ExportMatrix {
  countries: number
  products: number
  values: Float64Array
}

/**
 * Revealed comparative advantage of Balassa: the share of a product in the exports of a country, against its share in those of the world.
 *
 *     RCA_ci = (x_ci / x_c) / (x_wi / x_w)
 *
 * Source   Balassa, “Trade Liberalisation and ‘Revealed’ Comparative Advantage”, The Manchester School 33 (1965).
 * Units    exports in one unit → no unit; from 1 on the country has an advantage.
 * Shape    `values` countries × products → one row for each country.
 * Missing  null where the country exports nothing, or nobody exports the product.
 *
 * @throws {RangeError} as many values as countries × products do not stand there
 * @example
 * comparativeAdvantage({ countries: 2, products: 2, values: Float64Array.of(30, 10, 10, 50) }) // => [[1.875, 0.25 / 0.6], [1 / 6 / 0.4, 5 / 6 / 0.6]]
 */
export function comparativeAdvantage({ countries, products, values }: ExportMatrix): (number | null)[][] {
  if (values.length !== countries * products)
    throw new RangeError(`${values.length} values are not ${countries} countries × ${products} products.`)
  const at = (country: number, product: number) => values[country * products + product] ?? 0
  const ofCountry = Array.from({ length: countries }, (_, country) => sum(products, (product) => at(country, product)))
  const ofProduct = Array.from({ length: products }, (_, product) => sum(countries, (country) => at(country, product)))
  const world = sum(products, (product) => ofProduct[product] ?? 0)
  return ofCountry.map((exports, country) =>
    ofProduct.map((worldExports, product) =>
      exports > 0 && worldExports > 0 ? at(country, product) / exports / (worldExports / world) : null,
    ),
  )
}

function sum(count: number, valueOf: (at: number) => number): number {
  let total = 0
  for (let at = 0; at < count; at++) total += valueOf(at)
  return total
}
