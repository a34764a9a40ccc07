import { NotProductive } from '../../../kernel/matrix/productive-system.ts'
import { done, type Outcome } from '../../outcome.ts'
import { cityBands } from '../city/city-band.ts'
import type { InputOutputTable } from '../input-output-table.ts'
import { condenseWorld } from '../model/condense-world.ts'
import { demandImpact, demandInRegion, type Place } from '../model/demand-impact.ts'
import { demandByRegion } from '../model/demand-by-region.ts'
import { type EconomyModel, perUnitOfOutput, regionIndex } from '../model/economy-model.ts'
import { needsOf, type Needs, skyline } from '../model/skyline.ts'
import { currencyPerUnit } from './check-cities.ts'
import type { KnownCity } from './city-economy.ts'
import type { Chain } from './find-chains.ts'
import { type NationalAccounts, sharesInOrder, soldTo, inRegion } from './national-accounts.ts'
import { type NoteCell, notePlaces, type NotePlace, type Side, sides } from './note.ts'
import { refuseNotProductive } from './refuse-not-productive.ts'

/** How many visitors part 6 is about. */
export const visitorsAtOnce = 1000

/** Regions from which on it pays to fold the world into one before the cities are taken out by each method. */
const manyRegions = 8

/** What is the same by every method. */
interface Question {
  cities: Record<Side, KnownCity>
  /** What each city sells to the partner's country now, by sector. */
  sold: Record<Side, Float64Array>
  needs: Record<Side, Needs>
  chains: readonly Chain[]
}

/**
 * All figures of a note that depend on how the cities are taken out of their countries, by name; each as a band over the methods, or as one
 * number where nothing in it does.
 *
 *     gain.{seller}.{place}.{output|valueAdded|jobs}        one unit of the table more of what the city sells to the partner's country
 *     visitors.{city}.{place}.{…}, visitors.{city}.sector.{j}
 *     flow.{place}.{place}                                  value added of one in the final demand of the other
 *     skyline.{city}.{j}.{demand|self|exported}             percent
 *     chain.{k}.valueAdded                                  in the selling city, if the gap were closed
 *
 * Refusals  economy_not_productive
 * Cost      the world solved once, then nine small tables.
 */
export function measureBands(
  table: InputOutputTable,
  accounts: NationalAccounts,
  cities: Record<Side, KnownCity>,
  chains: readonly Chain[],
): Outcome<Map<string, NoteCell>> {
  const { a, b } = cities
  const question: Question = {
    ...{ cities, chains },
    sold: { a: salesBetween(accounts, a, b), b: salesBetween(accounts, b, a) },
    needs: { a: needsOf(table, a.country), b: needsOf(table, b.country) },
  }
  const splits = sides.map((side) => ({
    country: cities[side].country,
    city: { code: `city_${side}`, name: cities[side].code },
    rest: { code: `rest_${side}`, name: cities[side].country },
    outputShares: sharesInOrder(table.sectors, cities[side].output.shares),
    demandShare: cities[side].demand.share,
  }))
  try {
    const base = table.regions.length < manyRegions ? table : condenseWorld(table, [a.country, b.country])
    const bands = cityBands(base, splits, (model) => measure(model, question))
    return done(
      new Map(
        Object.entries(bands).map(([name, { low, high, values }]) => [
          name,
          cellOf(
            low,
            high,
            values.map(({ value }) => value),
          ),
        ]),
      ),
    )
  } catch (error) {
    if (!(error instanceof RangeError && (error instanceof NotProductive || error.cause instanceof NotProductive))) throw error
    return refuseNotProductive(table)
  }
}

/** Where all methods agree, because nothing in the figure depends on them, it is one number. */
const cellOf = (low: number, high: number, values: readonly number[]): NoteCell =>
  high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high)) ? { kind: 'number', value: low } : { kind: 'band', low, high, values }

const measure = (model: EconomyModel, question: Question): Record<string, number> => ({
  ...Object.assign(
    {},
    ...sides.flatMap((side) => [gain(model, question, side), visits(model, question, side), skylineOf(model, question, side)]),
  ),
  ...flows(model),
  ...valueAddedOfChains(model, question.chains),
})

/** What the city sells to the partner's country now; where that is nothing, what it sells to all, and else what it makes. */
function salesBetween(accounts: NationalAccounts, from: KnownCity, to: KnownCity): Float64Array {
  const shares = sharesInOrder(accounts.sectors, from.output.shares)
  const ofCity = (values: Float64Array | null) => shares.map((share, i) => share * Math.max(values?.[i] ?? 0, 0))
  const toPartner = ofCity(soldTo(accounts, from.country, to.country))
  const toAll = ofCity(inRegion(accounts, accounts.exports, from.country))
  return [toPartner, toAll].find((sales) => sales.some((one) => one > 0)) ?? shares
}

const places: readonly Place[] = notePlaces.slice(0, 4).map((name) => ({ name, regions: [name] }))

function impact(model: EconomyModel, name: string, demand: Float64Array): Record<string, number> {
  const employment = model.table.extensions.find(({ kind }) => kind === 'employment')?.values ?? null
  const found = demandImpact(model, demand, employment, places).places
  return Object.fromEntries(
    found.flatMap(({ place, output, valueAdded, jobs }): [string, number][] => [
      [`${name}.${place}.output`, output],
      [`${name}.${place}.valueAdded`, valueAdded],
      ...(jobs === null ? [] : [[`${name}.${place}.jobs`, jobs] as [string, number]]),
    ]),
  )
}

const gain = (model: EconomyModel, { sold }: Question, side: Side): Record<string, number> =>
  impact(model, `gain.${side}`, demandInRegion(model, `city_${side}`, sold[side], 1))

function visits(model: EconomyModel, { cities }: Question, side: Side): Record<string, number> {
  const { table, leontief } = model
  const { visitors } = cities[side]
  if (visitors === null) return {}
  const spending = sharesInOrder(table.sectors, visitors.spending)
  const amount = (visitorsAtOnce * spending.reduce((sum, one) => sum + one, 0)) / currencyPerUnit(table.unit)
  const demand = demandInRegion(model, `city_${side}`, spending, amount)
  const first = regionIndex(table, `city_${side}`) * table.sectors.length
  const inCity = leontief.solve(demand).x.subarray(first, first + table.sectors.length)
  return {
    ...impact(model, `visitors.${side}`, demand),
    ...Object.fromEntries(Array.from(inCity, (output, j) => [`visitors.${side}.sector.${j}`, output])),
  }
}

const placeIn = (region: string | null): number => {
  const at = notePlaces.indexOf((region ?? 'world') as NotePlace)
  return at < 0 ? notePlaces.length - 1 : at
}

/** Value added of each place in the final demand of each; one solve for each place that demands. */
function flows(model: EconomyModel): Record<string, number> {
  const { table, n, x, v, leontief } = model
  const { regions, F } = demandByRegion(table)
  const share = perUnitOfOutput(v, x)
  const found: Record<string, number> = {}
  for (const [at, to] of notePlaces.entries()) {
    const demand = new Float64Array(n)
    for (const [column, region] of regions.entries())
      if (placeIn(region) === at) for (let i = 0; i < n; i++) demand[i]! += F[i * regions.length + column]!
    const output = leontief.solve(demand).x
    for (const from of notePlaces) found[`flow.${from}.${to}`] = 0
    for (let i = 0; i < n; i++) {
      const from = notePlaces[placeIn(table.regions[Math.floor(i / table.sectors.length)]!.code)]!
      found[`flow.${from}.${to}`]! += share[i]! * output[i]!
    }
  }
  return found
}

/** The city needs what its country does: in its sectors for a unit of output, its people by their share of final demand. */
function skylineOf({ table, n, x }: EconomyModel, { needs, cities }: Question, side: Side): Record<string, number> {
  const N = table.sectors.length
  const D = table.finalDemand.length
  const first = regionIndex(table, `city_${side}`) * N
  const made = x.slice(first, first + N)
  const soldBeyond = made.map((output, i) => {
    let rest = output
    for (let j = 0; j < N; j++) rest -= table.Z[(first + i) * n + first + j]!
    for (const [d, { region }] of table.finalDemand.entries()) if (region === `city_${side}`) rest -= table.Y[(first + i) * D + d]!
    return rest
  })
  const { A, f } = needs[side]
  const line = skyline({ A, f: f.map((one) => one * cities[side].demand.share) }, made, soldBeyond)
  return Object.fromEntries(
    Array.from(made, (_, j): [string, number][] => [
      [`skyline.${side}.${j}.demand`, line.demand[j]!],
      [`skyline.${side}.${j}.self`, line.selfSufficiency[j]!],
      [`skyline.${side}.${j}.exported`, line.exported[j]!],
    ]).flat(),
  )
}

/** One transposed solve for each seller: value added of the city for a unit of each of its products. */
function valueAddedOfChains({ table, n, x, v, leontief }: EconomyModel, chains: readonly Chain[]): Record<string, number> {
  const N = table.sectors.length
  const found: Record<string, number> = {}
  for (const side of sides) {
    if (!chains.some(({ seller }) => seller === side)) continue
    const first = regionIndex(table, `city_${side}`) * N
    const own = new Float64Array(n)
    own.set(perUnitOfOutput(v, x).subarray(first, first + N), first)
    const perDemand = leontief.solveTransposed(own).x
    for (const [k, { seller, product, cityGap }] of chains.entries())
      if (seller === side) found[`chain.${k}.valueAdded`] = cityGap * perDemand[first + product]!
  }
  return found
}
