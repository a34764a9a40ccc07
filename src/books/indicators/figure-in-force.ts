import type { Figure, Observation } from './figure.ts'

/**
 * What stands for one period, from the rows of the release in force: one value, a gap, or a dispute.
 *
 * A release may give several values for the same key. If their numbers are the same, the first row stands for all.
 * If they differ, the figure is disputed: all are shown and none is chosen.
 *
 * @throws {RangeError} no claims, or claims of different periods or releases
 */
export function figureInForce(claims: readonly Observation[]): Figure {
  const [first] = claims
  if (first === undefined) throw new RangeError('A figure needs at least one observation.')
  for (const claim of claims) {
    if (claim.timePeriod !== first.timePeriod || claim.releaseId !== first.releaseId)
      throw new RangeError(`Claims of one figure must share period and release; got ${claim.timePeriod} and ${first.timePeriod}.`)
  }
  const disputed = claims.some((claim) => claim.obsValue !== first.obsValue)
  return {
    timePeriod: first.timePeriod,
    value: disputed ? null : first.value,
    obsValue: disputed ? null : first.obsValue,
    obsStatus: first.obsStatus,
    note: first.note,
    releaseId: first.releaseId,
    claims,
    disputed,
  }
}
