import type { Graph } from '../../../kernel/graph.ts'
import { quantile } from '../../../kernel/quantile.ts'
import { stream, type Random } from '../../../kernel/random.ts'
import type { AccessModel } from './access-model.ts'
import { stopLimits, type PeopleServedOptions } from './people-served.ts'
import type { Interval } from './spatial-result.ts'
import { startsInReach, type StartsInReach } from './starts-in-reach.ts'
import type { PointsOnStreets, WalkStarts } from './walking-reach.ts'

/** Who walks where, over which streets: for 11.2.1 to stops, for 11.7.1 to the entrances of open spaces. */
export interface WalkQuestion {
  graph: Graph
  cells: PointsOnStreets & { population: Float64Array }
  starts: WalkStarts
}

/** SDG 11.2.1 as such a question. */
export const transitQuestion = (model: AccessModel, options: PeopleServedOptions = {}): WalkQuestion => ({
  graph: model.graph,
  cells: model.cells,
  starts: { count: model.stops.count, edge: model.stops.edge, offset: model.stops.offset, limit: stopLimits(model.stops, options) },
})

/** How wrong the inputs may be. */
export interface InputErrors {
  /** Metres along the street, of a stop or an entrance. */
  positionSd: number
  /** Share of them that is not there. */
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
  const { cells, starts } = question
  const inReach = startsInReach(question)
  const edgeMetres = Float64Array.from(starts.edge, (edge) => question.graph.edgeMetres[edge] ?? 0)
  const offset = Float64Array.from(starts.offset)
  const limit = Float64Array.from(starts.limit)
  const population = cells.population.slice()
  const shares = new Float64Array(to - from)
  for (let draw = from; draw < to; draw++) {
    if (positionSd > 0) moveStarts(question, positionSd, stream(seed, draw, purposes.position), offset)
    if (missingShare > 0) dropStarts(starts, missingShare, stream(seed, draw, purposes.missing), limit)
    if (populationSd > 0) changePopulation(cells.population, populationSd, stream(seed, draw, purposes.population), population)
    shares[draw - from] = percentServed(inReach, { edgeMetres, offset, limit }, population)
  }
  return shares
}

function moveStarts({ graph, starts }: WalkQuestion, sd: number, random: Random, moved: Float64Array): void {
  for (let s = 0; s < starts.count; s++) {
    const at = (starts.offset[s] as number) + sd * random.normal()
    const edge = starts.edge[s] as number
    if (edge < 0) continue
    const end = graph.edgeMetres[edge] as number
    moved[s] = at < 0 ? 0 : at > end ? end : at
  }
}

function dropStarts({ count, limit }: WalkStarts, share: number, random: Random, drawn: Float64Array): void {
  for (let s = 0; s < count; s++) drawn[s] = random.uniform() < share ? -1 : (limit[s] as number)
}

function changePopulation(population: Float64Array, sd: number, random: Random, changed: Float64Array): void {
  for (let i = 0; i < population.length; i++) changed[i] = (population[i] as number) * Math.exp(sd * random.normal())
}

/** The starts as drawn; `edgeMetres` is the length of the edge that each is on. */
interface DrawnStarts {
  edgeMetres: Float64Array
  offset: Float64Array
  limit: Float64Array
}

function percentServed(inReach: StartsInReach, drawn: DrawnStarts, population: Float64Array): number {
  let served = 0
  let all = 0
  for (let c = 0; c < population.length; c++) {
    const people = population[c] as number
    all += people
    if (isServed(inReach, drawn, c)) served += people
  }
  if (!(all > 0)) throw new RangeError('Nobody lives in the cells: there is no share of people to compute.')
  return (100 * served) / all
}

function isServed(
  { first, start, toFrom, toEnd, along }: StartsInReach,
  { edgeMetres, offset, limit }: DrawnStarts,
  cell: number,
): boolean {
  for (let i = first[cell] as number, end = first[cell + 1] as number; i < end; i++) {
    const s = start[i] as number
    const at = offset[s] as number
    const most = limit[s] as number
    if (most < 0) continue
    if ((toFrom[i] as number) + at <= most || (toEnd[i] as number) + (edgeMetres[s] as number) - at <= most) return true
    if (Math.abs((along[i] as number) - at) <= most) return true
  }
  return false
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
