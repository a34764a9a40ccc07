/** Who exports what with an advantage: true where RCA is 1 or more; one row for each country. */
export type Advantages = readonly (readonly boolean[])[]

/** @param rca  of `comparativeAdvantage`; an advantage that cannot be told is none */
export const advantagesOf = (rca: readonly (readonly (number | null)[])[]): boolean[][] =>
  rca.map((row) => row.map((value) => value !== null && value >= 1))

/**
 * Proximity of products: how likely a country that exports one of them with an advantage so exports the other.
 *
 *     φ_ij = min(P(i | j), P(j | i)) = Σ_c M_ci M_cj / max(Σ_c M_ci, Σ_c M_cj)
 *
 * Source   Hidalgo, Klinger, Barabási and Hausmann, “The Product Space Conditions the Development of Nations”, Science 317 (2007).
 * Units    0 to 1.
 * Shape    products × products, row-major, symmetric. The diagonal is 0: it belongs to no sum.
 * Missing  0 where nobody has an advantage in one of the two.
 *
 * @example
 * productProximity([[true, true, false], [true, false, false], [true, true, true]])[1] // => 2 / 3
 */
export function productProximity(advantages: Advantages): Float64Array {
  const products = advantages[0]?.length ?? 0
  const phi = new Float64Array(products * products)
  const countries = Array.from({ length: products }, (_, i) => advantages.filter((row) => row[i]).length)
  for (let i = 0; i < products; i++)
    for (let j = 0; j < i; j++) {
      const both = advantages.filter((row) => row[i] && row[j]).length
      const most = Math.max(countries[i] ?? 0, countries[j] ?? 0)
      phi[i * products + j] = phi[j * products + i] = most === 0 ? 0 : both / most
    }
  return phi
}

/**
 * Density: how much of what lies near a product the country already exports with an advantage.
 *
 *     ω_ci = Σ_{j≠i} M_cj φ_ij / Σ_{j≠i} φ_ij
 *
 * A product is not near itself: with j = i, as some programs have it, whoever exports a product seems well placed to begin with it.
 *
 * Source   Hidalgo et al. (2007), supporting material; with j ≠ i.
 * Units    0 to 1.
 * Missing  null where nothing lies near the product.
 *
 * @param proximity  of `productProximity`
 * @throws {RangeError} a proximity of other products
 * @example
 * productDensity([true, false, false], productProximity([[true, true, false], [true, false, false], [true, true, true]]))[1] // => 0.5714
 */
export function productDensity(advantages: readonly boolean[], proximity: Float64Array): (number | null)[] {
  const products = advantages.length
  if (proximity.length !== products * products)
    throw new RangeError(`A proximity of ${proximity.length} cells is not of ${products} products.`)
  return advantages.map((_, i) => {
    let near = 0
    let held = 0
    for (let j = 0; j < products; j++) {
      if (j === i) continue
      const phi = proximity[i * products + j] ?? 0
      near += phi
      if (advantages[j]) held += phi
    }
    return near === 0 ? null : held / near
  })
}
