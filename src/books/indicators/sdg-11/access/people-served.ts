import type { AccessModel, StopsOnStreets } from './access-model.ts'
import type { PartOfCity } from '../spatial-result.ts'
import { walkMetres, type ServiceWindowName } from '../transit/transit-stops.ts'
import { WalkingReach } from '../streets/walking-reach.ts'

export interface PeopleServedOptions {
  /** How far people walk to a stop of low and of high capacity. */
  limits?: { low: number; high: number }
  /** Stops count where something leaves at least every so many minutes. */
  headway?: Headway
  /** Stops marked 0 do not count. */
  stopInUse?: Uint8Array
  /** The way from the cell to the street, and from the street to the stop, counts as walked. */
  addSnapDistance?: boolean
}

export interface Headway {
  window: ServiceWindowName
  minutes: number
}

export interface PeopleServed {
  /** Per cent; null where nobody lives. */
  share: number | null
  /** People within reach of a stop, and all people. */
  served: number
  population: number
  byDistrict: readonly PartOfCity[]
  byPopulationGroup: readonly PartOfCity[]
  /** Per cell: metres that remain of the limit of the stop that leaves most; -Infinity where none is within reach. */
  remainingMetres: Float64Array
  /** Cells on no street: their people count as not served. */
  cellsWithoutStreet: number
  peopleWithoutStreet: number
}

/** The UN metadata that `peopleServed` follows. */
export const metadata1121 = '2021-09'

/**
 * Share of people with convenient access to public transport (SDG 11.2.1).
 *
 *     share = 100 · Σ population of cells within reach / Σ population
 *     within reach: 500 m along streets of a stop of low capacity (bus, tram), or 1,000 m of one of high capacity (train, metro, ferry)
 *
 * A stop of both kinds is one of high capacity. Stops outside the city serve people inside. The service areas of single stops
 * are never drawn: each cell knows its own distance, so that none is counted twice.
 *
 * Source   UN SDG metadata 11-02-01, September 2021, "Computation method".
 * Units    persons → per cent.
 * Missing  a cell on no street counts as not served, and is counted apart. Districts without people have the value null.
 * Cost     one search, one pass over the cells for all districts and population groups.
 *
 * @throws {RangeError} a headway is asked for, and the stops have no timetable of that window
 */
export function peopleServed(model: AccessModel, options: PeopleServedOptions = {}, reach = new WalkingReach(model.graph)): PeopleServed {
  const { cells } = model
  const limit = stopLimits(model.stops, options)
  const remainingMetres = reach.measure({ ...model.stops, limit }, cells)
  if (options.addSnapDistance === true)
    for (let c = 0; c < cells.count; c++) {
      const left = (remainingMetres[c] as number) - (cells.snapMetres[c] as number)
      remainingMetres[c] = left >= 0 ? left : -Infinity
    }
  return countPeople(model, remainingMetres)
}

/** How far people walk to each stop; -1 for stops that do not count. */
export function stopLimits(stops: StopsOnStreets, options: PeopleServedOptions = {}): Float64Array {
  const { limits = walkMetres, headway, stopInUse, addSnapDistance = false } = options
  const headways = headway === undefined ? null : stops.headwayMinutes[headway.window]
  if (headways === undefined) throw new RangeError(`The stops have no timetable of the window ${headway?.window}.`)
  const result = new Float64Array(stops.count)
  for (let s = 0; s < stops.count; s++) {
    const isInUse = stopInUse === undefined || stopInUse[s] !== 0
    const isOften = headways === null || (headways[s] as number) <= (headway?.minutes ?? Infinity)
    const most = ((stops.capacity[s] as number) & 2) === 2 ? limits.high : limits.low
    result[s] = isInUse && isOften ? most - (addSnapDistance ? (stops.snapMetres[s] as number) : 0) : -1
  }
  return result
}

/** People in cells where something remains: in all, by district and by population group. */
export function countPeople({ cells }: AccessModel, remainingMetres: Float64Array): PeopleServed {
  const all = { served: 0, population: 0 }
  const without = { count: 0, people: 0 }
  const districts = cells.districts.map(() => ({ served: 0, population: 0 }))
  const populationGroups = cells.populationGroups.map(() => ({ served: 0, population: 0 }))
  const add = (sum: { served: number; population: number } | undefined, people: number, isServed: boolean) => {
    if (sum === undefined) return
    sum.population += people
    if (isServed) sum.served += people
  }
  for (let c = 0; c < cells.count; c++) {
    const people = cells.population[c] as number
    const isServed = (remainingMetres[c] as number) >= 0
    add(all, people, isServed)
    add(districts[cells.district[c] as number], people, isServed)
    for (const [g, { values }] of cells.populationGroups.entries()) add(populationGroups[g], values[c] as number, isServed)
    if (cells.edge[c] === -1) {
      without.count++
      without.people += people
    }
  }
  const part = (
    { code, name }: Pick<PartOfCity, 'code' | 'name'>,
    sum: { served: number; population: number } = { served: 0, population: 0 },
  ) => ({
    code,
    name,
    value: shareOf(sum),
    numerator: sum.served,
    denominator: sum.population,
  })
  return {
    share: shareOf(all),
    ...all,
    byDistrict: cells.districts.map((district, d) => part(district, districts[d])),
    byPopulationGroup: cells.populationGroups.map(({ code }, g) => part({ code, name: {} }, populationGroups[g])),
    remainingMetres,
    cellsWithoutStreet: without.count,
    peopleWithoutStreet: without.people,
  }
}

const shareOf = ({ served, population }: { served: number; population: number }) => (population > 0 ? (100 * served) / population : null)
