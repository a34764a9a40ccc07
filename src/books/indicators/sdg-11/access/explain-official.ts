import { stream } from '../../../../kernel/random.ts'
import type { AccessModel } from './access-model.ts'
import { peopleServed, stopLimits } from './people-served.ts'
import { walkMetres, type ServiceWindowName } from '../transit/transit-stops.ts'
import { WalkingReach } from '../streets/walking-reach.ts'

/**
 * One thing that would have to be different for our share to be the official one, everything else staying as it is.
 * `explain_<cause>` in `spatial` has the words, `explain_<cause>_<reason>` those for why it cannot be.
 */
export type Requirement =
  /** People would have to count as served up to these distances. */
  | { cause: 'walk'; lowMetres: number; highMetres: number; share: number }
  /** Only stops with a departure at least every so many minutes would have to count. */
  | { cause: 'headway'; minutes: number; share: number }
  /** This share of the stops would have to be missing in the official data: the mean of some draws. */
  | { cause: 'missing_stops'; stopShare: number; share: number }
  /** So many more people than ours, all of them not served, would have to live inside the official boundary. */
  | { cause: 'people_outside'; people: number; shareOfAll: number; share: number }
  /** So many of our people, all of them not served, would have to live outside of it. */
  | { cause: 'people_inside'; people: number; shareOfAll: number; share: number }
  | { cause: Cause; cannot: 'too_high' | 'too_low' | 'no_timetable' }

export type Cause = 'walk' | 'headway' | 'missing_stops' | 'people_outside' | 'people_inside'

export interface OfficialExplained {
  /** Both in per cent. */
  official: number
  ours: number
  requirements: readonly Requirement[]
}

/** People are asked to walk at most so many times the usual distance: 5 km to a bus. */
const mostWalk = 10
const drawsOfMissing = 20
const seed = 42
const window: ServiceWindowName = 'ghsci'

/**
 * "Explain the official figure": what would have to be different, one thing at a time, for our share to equal a published one.
 *
 *     walk            the factor f at which people within f · 500 m and f · 1,000 m are the official share
 *     headway         the longest time between departures at which no more than the official share is served
 *     missing_stops   the share m of stops, dropped by chance, at which the mean share is the official one
 *     people_outside  people x, none of them served:  served / (population + x) = official
 *     people_inside   people x, none of them served:  served / (population − x) = official
 *
 * Source   own method. It says what would be enough, not what is the case.
 * Units    per cent, metres, minutes, persons.
 * Missing  `cannot` where no value of the one thing is enough: `too_high` when even its best serves fewer than the official
 *          share, `too_low` when even its worst serves more.
 * Cost     two searches as far as 5 and 10 km, and some three hundred usual ones.
 *
 * @throws {RangeError} nobody lives in the cells, or an official value outside 0–100
 */
export function explainOfficial(official: number, model: AccessModel): OfficialExplained {
  if (!(official >= 0 && official <= 100)) throw new RangeError(`The official value ${official} is not a share in per cent.`)
  const reach = new WalkingReach(model.graph)
  const { share: ours, served, population } = peopleServed(model, {}, reach)
  if (ours === null) throw new RangeError('Nobody lives in the cells: there is no share of people to compute.')
  return {
    official,
    ours,
    requirements: [
      walkNeeded(official, model, reach),
      headwayNeeded(official, ours, model, reach),
      missingNeeded(official, ours, model, reach),
      peopleNeeded(official, ours, served, population),
    ],
  }
}

/** From the whole curve of distances at once: people in the order in which a growing walk reaches them. */
function walkNeeded(official: number, { stops, cells }: AccessModel, reach: WalkingReach): Requirement {
  const factors = new Float64Array(cells.count).fill(Infinity)
  for (const [capacity, metres] of [[1, walkMetres.low] as const, [2, walkMetres.high] as const]) {
    const most = mostWalk * metres
    // A stop of both kinds is one of high capacity.
    const limit = Float64Array.from(stops.capacity, (one) => (one === capacity || (capacity === 2 && one === 3) ? most : -1))
    const remaining = reach.measure({ ...stops, limit }, cells)
    remaining.forEach((left, c) => (factors[c] = Math.min(factors[c] as number, (most - left) / metres)))
  }
  const population = cells.population.reduce((sum, people) => sum + people, 0)
  const order = Array.from(factors.keys()).sort((a, b) => (factors[a] as number) - (factors[b] as number))
  let served = 0
  for (const c of order) {
    const factor = factors[c] as number
    if (factor > mostWalk) break
    served += cells.population[c] as number
    const share = (100 * served) / population
    if (share >= official) return { cause: 'walk', lowMetres: factor * walkMetres.low, highMetres: factor * walkMetres.high, share }
  }
  return { cause: 'walk', cannot: 'too_high' }
}

/** The longest headway that serves no more than the official share; found by halving the list of headways that occur. */
function headwayNeeded(official: number, ours: number, model: AccessModel, reach: WalkingReach): Requirement {
  const headways = model.stops.headwayMinutes[window]
  if (headways === undefined) return { cause: 'headway', cannot: 'no_timetable' }
  if (ours < official) return { cause: 'headway', cannot: 'too_high' }
  const occurring = [...new Set(headways)].filter((minutes) => minutes < Infinity).sort((a, b) => a - b)
  const shareAt = (minutes: number) => peopleServed(model, { headway: { window, minutes } }, reach).share ?? 0
  let [enough, tooMany] = [-1, occurring.length]
  while (tooMany - enough > 1) {
    const middle = (enough + tooMany) >> 1
    if (shareAt(occurring[middle] as number) <= official) enough = middle
    else tooMany = middle
  }
  const minutes = occurring[enough]
  return minutes === undefined ? { cause: 'headway', cannot: 'too_low' } : { cause: 'headway', minutes, share: shareAt(minutes) }
}

/** Every stop has a number by chance in each draw, and is missing where that is below m: the mean share only falls as m grows. */
function missingNeeded(official: number, ours: number, model: AccessModel, reach: WalkingReach): Requirement {
  if (ours < official) return { cause: 'missing_stops', cannot: 'too_high' }
  const { stops, cells } = model
  const limit = stopLimits(stops)
  const chances = Array.from({ length: drawsOfMissing }, (_, draw) => {
    const { uniform } = stream(seed, draw)
    return Float64Array.from({ length: stops.count }, uniform)
  })
  const population = cells.population.reduce((sum, people) => sum + people, 0)
  const meanShare = (missing: number) => {
    let served = 0
    for (const chance of chances) {
      const left = reach.measure({ ...stops, limit: limit.map((metres, s) => ((chance[s] as number) < missing ? -1 : metres)) }, cells)
      left.forEach((metres, c) => (served += metres >= 0 ? (cells.population[c] as number) : 0))
    }
    return (100 * served) / population / drawsOfMissing
  }
  let [low, high] = [0, 1]
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2
    if (meanShare(middle) > official) low = middle
    else high = middle
  }
  return { cause: 'missing_stops', stopShare: high, share: meanShare(high) }
}

function peopleNeeded(official: number, ours: number, served: number, population: number): Requirement {
  if (ours >= official) {
    if (official === 0 && served > 0) return { cause: 'people_outside', cannot: 'too_low' }
    const people = served === 0 ? 0 : (100 * served) / official - population
    return { cause: 'people_outside', people, shareOfAll: people / (population + people), share: official }
  }
  if (served === 0) return { cause: 'people_inside', cannot: 'too_high' }
  const people = population - (100 * served) / official
  return { cause: 'people_inside', people, shareOfAll: people / population, share: official }
}
