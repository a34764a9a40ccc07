import { pairedShares } from './shares.ts'

/**
 * Export similarity of Finger and Kreinin: how much of two structures is the same.
 *
 *     FK = 100 · Σ_i min(a_i / Σa, b_i / Σb)
 *
 * Source   Finger and Kreinin, “A Measure of ‘Export Similarity’ and Its Possible Uses”, Economic Journal 89 (1979).
 * Units    values of any one unit each → 0 (nothing in common) to 100 (the same structure).
 * Shape    one value for each product, in the same order in both.
 * Missing  null where one of the two sells nothing.
 *
 * @throws {RangeError} structures of different length
 * @example
 * exportSimilarity([50, 50, 0], [0, 30, 30]) // => 50
 */
export function exportSimilarity(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const pairs = pairedShares(a, b)
  return pairs === null ? null : 100 * pairs.reduce((sum, pair) => sum + Math.min(pair.a, pair.b), 0)
}

/**
 * Krugman's index of specialisation: how far two structures lie apart.
 *
 *     K = Σ_i |a_i / Σa − b_i / Σb|
 *
 * Source   Krugman, Geography and Trade (1991), appendix A.
 * Units    0 (the same structure) to 2 (nothing in common); with shares of the same values it is 2 − FK / 50.
 * Missing  null where one of the two has nothing.
 *
 * @throws {RangeError} structures of different length
 * @example
 * krugmanIndex([50, 50, 0], [0, 30, 30]) // => 1
 */
export function krugmanIndex(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  const pairs = pairedShares(a, b)
  return pairs === null ? null : pairs.reduce((sum, pair) => sum + Math.abs(pair.a - pair.b), 0)
}

/**
 * Trade complementarity: how well what one country sells fits what the other buys.
 *
 *     TCI_kj = 100 − Σ_i |m_ik − x_ij| / 2, shares in percent; m imports of k, x exports of j
 *
 * Not symmetric: it is to be given both ways.
 *
 * Source   Michaely, “Trade Preferential Agreements in Latin America” (World Bank, 1996); World Bank WITS, “Trade Indicators”.
 * Units    0 (nothing fits) to 100 (sells just what the other buys).
 * Missing  null where one sells or the other buys nothing.
 *
 * @param imports  what the buyer imports, by product
 * @param exports  what the seller exports, by product
 * @throws {RangeError} structures of different length
 * @example
 * tradeComplementarity([60, 40, 0], [3, 2, 5]) // => 50
 */
export function tradeComplementarity(imports: ArrayLike<number>, exports: ArrayLike<number>): number | null {
  const pairs = pairedShares(imports, exports)
  return pairs === null ? null : 100 - pairs.reduce((sum, pair) => sum + 50 * Math.abs(pair.a - pair.b), 0)
}
