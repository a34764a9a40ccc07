/**
 * Grubel-Lloyd index of one product: how much of the trade goes both ways.
 *
 *     GL = 1 − |X − M| / (X + M)
 *
 * Source   Grubel and Lloyd, Intra-Industry Trade (1975), chapter 2.
 * Units    exports and imports in one unit → 0 (one way only) to 1 (as much there as back).
 * Missing  null where there is no trade.
 *
 * @throws {RangeError} exports or imports below 0
 * @example
 * grubelLloyd(30, 10) // => 0.5
 */
export function grubelLloyd(exports: number, imports: number): number | null {
  if (!(exports >= 0) || !(imports >= 0)) throw new RangeError(`Exports ${exports} and imports ${imports} have to be 0 or more.`)
  return exports + imports === 0 ? null : 1 - Math.abs(exports - imports) / (exports + imports)
}

/**
 * Trade intensity: how much more one country sells to another than the share of that country in the world's trade lets expect.
 *
 *     T_ij = (x_ij / X_i) / (x_wj / X_w)
 *
 * Source   Kojima, “The Pattern of International Trade among Advanced Countries” (1964); World Bank WITS, “Trade Indicators”.
 * Units    flows in one unit → no unit; above 1 the two trade more than expected.
 * Missing  null where the seller, the buyer or the world trades nothing.
 *
 * @example
 * tradeIntensity({ flow: 20, exports: 100, worldToPartner: 500, worldExports: 10_000 }) // => 4
 */
export function tradeIntensity(trade: { flow: number; exports: number; worldToPartner: number; worldExports: number }): number | null {
  const { flow, exports, worldToPartner, worldExports } = trade
  return exports > 0 && worldToPartner > 0 && worldExports > 0 ? flow / exports / (worldToPartner / worldExports) : null
}
