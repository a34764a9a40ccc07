/**
 * How often people of one category take part, measured by how many there are: 1 as often as the city on average, 2 twice as often.
 *
 * Missing  null where the census counts nobody.
 *
 * @example
 * participationRateRatio(0.3, 0.2) // => 1.5
 */
export const participationRateRatio = (share: number, censusShare: number): number | null =>
  censusShare === 0 ? null : share / censusShare

/**
 * Index of dissimilarity: the share of participants who would have to be of another category for the shares to be those of the census.
 *
 *     D = ½ Σ |sᵢ − pᵢ|
 *
 * Source   Duncan and Duncan, "A methodological analysis of segregation indexes", American Sociological Review 20 (1955), 210–217.
 * Shape    both of the same order, each adds to 1; 0 the same, 1 nothing in common.
 *
 * @throws {RangeError} shares of different numbers of categories
 * @example
 * dissimilarity([0.5, 0.5], [0.25, 0.75]) // => 0.25
 */
export function dissimilarity(shares: readonly number[], census: readonly number[]): number {
  if (shares.length !== census.length) throw new RangeError(`${shares.length} shares against ${census.length} of the census.`)
  return shares.reduce((sum, share, index) => sum + Math.abs(share - census[index]!), 0) / 2
}
