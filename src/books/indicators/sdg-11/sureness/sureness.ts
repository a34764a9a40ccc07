import type { Graph } from '../../../../kernel/graph.ts'
import { quantile } from '../../../../kernel/quantile.ts'
import { stream, type Random } from '../../../../kernel/random.ts'
import type { AccessModel } from '../access/access-model.ts'
import { DrawnPlaces } from './drawn-places.ts'
import { DrawnStarts } from './drawn-starts.ts'
import { stopLimits, type PeopleServedOptions } from '../access/people-served.ts'
import type { Interval } from '../spatial-result.ts'
import type { PointsOnStreets, WalkStarts } from '../streets/walking-reach.ts'

/** Who walks where, over which streets: for 11.2.1 to stops, for 11.7.1 to the entrances of open spaces. */
export interface WalkQuestion {
  graph: Graph
  cells: PointsOnStreets & { population: Float64Array }
  starts: WalkStarts
  /** The place of each start, where several starts are one place: all entrances of a park. Without, each start is one of its own. */
  place?: Uint32Array
}

/** SDG 11.2.1 as such a question. */
export const transitQuestion = (model: AccessModel, options: PeopleServedOptions = {}): WalkQuestion => ({
  graph: model.graph,
  cells: model.cells,
  starts: { count: model.stops.count, edge: model.stops.edge, offset: model.stops.offset, limit: stopLimits(model.stops, options) },
})

/** How wrong the inputs may be. */
export interface InputErrors {
  /** Metres along the street of a stop; metres of the edge of a place, outward or inward. */
  positionSd: number
  /** Share of stops, or of places, that is not there. */
  missingShare: number
  /** Of the logarithm of a cell's population. */
  populationSd: number
}

export interface SurenessParameters extends InputErrors {
  seed: number
  draws: number
}

/**
 * What the interval assumes unless told otherwise: 15 m for a position taken with a telephone between houses, 5 % of stops that a
 * list has and the street has not, 0.3 for the population of a square of 100 m. These are our assumptions and are published with
 * every interval; a city that knows its own errors should use those.
 */
export const surenessParameters: SurenessParameters = { seed: 42, draws: 1000, positionSd: 15, missingShare: 0.05, populationSd: 0.3 }

/** Each input has its own stream of chance: one stop more does not change the errors of the population. */
const purposes = { position: 1, missing: 2, population: 3 } as const

/**
 * Per cent of people within reach in the draws `from` to `to` (excluded). Each draw moves stops, drops some, and changes the population.
 *
 *     offset′     = offset + N(0, sd), kept on its edge
 *     stop′       = missing with probability m
 *     population′ = population · exp(sd · N(0, 1))
 *
 * Where starts are entrances of places, a place errs as a whole. When it is missing all its entrances are; and its edge lies further out or
 * in than drawn, all around, so that every walk to it is that much shorter or longer:
 *
 *     walk′       = walk + N(0, sd) of its place
 *
 * Were the entrances moved one by one, the nearest of many would mostly be one that came nearer, and the share would rise for no reason.
 *
 * A stop moves along its street only: across it the walk stays the same, and beyond the corner nobody knows which street it would
 * take. The usual − sd² / 2 that keeps the mean of a log-normal population is not there: a factor common to all cells cancels in a
 * share. Errors of two cells, or of two stops, are independent; where whole districts are wrong together, the interval is too narrow.
 *
 * Source   own method; propagation of distributions by Monte Carlo, JCGM 101:2008.
 * Shape    `to − from` entries. A draw is the same alone as among others: any number of workers gives the same bytes.
 * Cost     a search around each cell, once; a draw is a step for each stop and cell, and looks at a few stops for each cell.
 *
 * @throws {RangeError} nobody lives in the cells, or an error that makes no sense
 */
export function drawShares(question: WalkQuestion, parameters: SurenessParameters, from: number, to: number): Float64Array {
  const { seed, positionSd, missingShare, populationSd } = parameters
  for (const [name, error] of Object.entries({ positionSd, missingShare, populationSd }))
    if (!(error >= 0 && error < Infinity)) throw new RangeError(`${name} is ${error}; it must be a number from 0.`)
  const { cells, place } = question
  const drawn = place === undefined ? new DrawnStarts(question, parameters) : new DrawnPlaces(question, place, parameters)
  const population = cells.population.slice()
  const shares = new Float64Array(to - from)
  for (let draw = from; draw < to; draw++) {
    drawn.draw(stream(seed, draw, purposes.position), stream(seed, draw, purposes.missing))
    if (populationSd > 0) changePopulation(cells.population, populationSd, stream(seed, draw, purposes.population), population)
    shares[draw - from] = percentServed(drawn, population)
  }
  return shares
}

function changePopulation(population: Float64Array, sd: number, random: Random, changed: Float64Array): void {
  for (let i = 0; i < population.length; i++) changed[i] = (population[i] as number) * Math.exp(sd * random.normal())
}

/** One draw after the other of where starts are, and who is served then. */
export interface DrawnReach {
  draw(position: Random, missing: Random): void
  serves(cell: number): boolean
}

function percentServed(drawn: DrawnReach, population: Float64Array): number {
  let served = 0
  let all = 0
  for (let c = 0; c < population.length; c++) {
    const people = population[c] as number
    all += people
    if (drawn.serves(c)) served += people
  }
  if (!(all > 0)) throw new RangeError('Nobody lives in the cells: there is no share of people to compute.')
  return (100 * served) / all
}

/**
 * The interval that holds the middle 95 % of the draws, and their median.
 *
 * The median is not the figure itself and lies a little below it: stops may be missing, but none is invented.
 *
 * Missing  null without draws.
 *
 * @example
 * intervalOf(Float64Array.of(3, 1, 2), 42)?.median // => 2
 */
export function intervalOf(shares: Float64Array, seed: number, level = 0.95): { interval: Interval; median: number } | null {
  const sorted = shares.toSorted()
  const low = quantile(sorted, (1 - level) / 2)
  const high = quantile(sorted, (1 + level) / 2)
  const median = quantile(sorted, 0.5)
  if (low === null || high === null || median === null) return null
  return { interval: { low, high, level, draws: shares.length, seed }, median }
}
