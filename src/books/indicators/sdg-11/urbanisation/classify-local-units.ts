import { urbanCentre, rural, type DegreeOfUrbanisation } from './degree-of-urbanisation.ts'

export type LocalUnitClass = 'city' | 'town' | 'rural'

/**
 * Degree of Urbanisation of municipalities or districts, from that of their cells.
 *
 *     city    ≥ 50 % of the population in urban centres
 *     rural   ≥ 50 % in rural cells
 *     town    all others (towns and suburbs)
 *
 * Source   as `degreeOfUrbanisation`. What happens at exactly 50 % is not the same in all editions; here the class named first has it.
 * Shape    `unitOf` of each cell: index of its unit, -1 for none.
 * Missing  null for a unit without people.
 *
 * @throws {RangeError} columns of different length
 */
export function classifyLocalUnits(
  { cellClass }: Pick<DegreeOfUrbanisation, 'cellClass'>,
  population: Float64Array,
  unitOf: Int32Array,
  units: number,
): (LocalUnitClass | null)[] {
  if (cellClass.length !== population.length || unitOf.length !== population.length)
    throw new RangeError(`${cellClass.length} classes, ${population.length} populations and ${unitOf.length} units do not go together.`)
  const all = new Float64Array(units)
  const inCentres = new Float64Array(units)
  const inRural = new Float64Array(units)
  for (let cell = 0; cell < unitOf.length; cell++) {
    const unit = unitOf[cell] as number
    const people = (population[cell] as number) || 0
    if (unit < 0) continue
    all[unit] = (all[unit] as number) + people
    if (cellClass[cell] === urbanCentre) inCentres[unit] = (inCentres[unit] as number) + people
    else if (cellClass[cell] === rural) inRural[unit] = (inRural[unit] as number) + people
  }
  return Array.from(all, (people, unit) => {
    if (!(people > 0)) return null
    if ((inCentres[unit] as number) >= people / 2) return 'city'
    return (inRural[unit] as number) >= people / 2 ? 'rural' : 'town'
  })
}
