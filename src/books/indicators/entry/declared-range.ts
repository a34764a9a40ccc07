/**
 * Between which numbers values of a unit lie, as a rule. A share can pass a hundred (growth against the year before), so a number
 * outside is asked about and not refused.
 *
 * @example
 * declaredRange('PT') // => [0, 100]
 * @example
 * declaredRange('KM') // => null
 */
export const declaredRange = (unit: string): readonly [number, number] | null => (shares.has(unit) ? [0, 100] : null)

/** Percent, as SDMX and KazStat spell it. */
const shares: ReadonlySet<string> = new Set(['PT', 'PERCENT', 'PC'])
