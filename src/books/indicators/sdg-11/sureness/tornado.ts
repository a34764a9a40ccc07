import type { AccessModel } from '../access/access-model.ts'
import { measureMethod, methodOf } from '../access/method-spread.ts'
import { peopleServed } from '../access/people-served.ts'
import type { TornadoBar } from '../spatial-result.ts'
import { drawShares, intervalOf, surenessParameters, transitQuestion, type InputErrors, type SurenessParameters } from './sureness.ts'
import { walkMetres } from '../transit/transit-stops.ts'
import { WalkingReach } from '../streets/walking-reach.ts'

/** Draws for an input that is wrong at random: the ends of its bar are then steady to about a tenth of its length. */
const drawsPerInput = 200

const noErrors: InputErrors = { positionSd: 0, missingShare: 0, populationSd: 0 }

/**
 * Which input of 11.2.1 matters most: one after the other at its low and at its high, all others as they are. Widest first.
 *
 *     stop_position       positions drawn: the middle 95 % of 200 draws
 *     missing_stops       twice the assumed share missing (10 %), as a mean of 200 draws, and none missing
 *     population          population of the cells drawn: the middle 95 % of 200 draws
 *     walking_distance    people walk 10 % less, and 10 % more
 *     way_to_street       the ways from house to street and from street to stop count as walked, and do not
 *     cells_off_street    people without a street nearby are not served, and all of them are
 *     headway             only stops with a departure every 20 minutes, and all; where there is a timetable
 *
 * What changes streets, people or stops is handed in as another model of the city: islands kept, another population, the stops of
 * OpenStreetMap.
 *
 * Source   own choice of inputs; one at a time as in Saltelli et al., "Global Sensitivity Analysis: The Primer" (2008), which
 *          warns that it shows no interplay of two inputs.
 * Units    per cent.
 * Cost     about 600 bounded searches.
 *
 * @throws {RangeError} nobody lives in the cells
 */
export function tornado(
  model: AccessModel,
  parameters: SurenessParameters = surenessParameters,
  others: Readonly<Record<string, AccessModel>> = {},
): TornadoBar[] {
  const reach = new WalkingReach(model.graph)
  const { share, population, peopleWithoutStreet } = peopleServed(model, {}, reach)
  if (share === null) throw new RangeError('Nobody lives in the cells: there is no share of people to compute.')

  const question = transitQuestion(model)
  const drawn = (errors: Partial<InputErrors>) => drawShares(question, { ...parameters, ...noErrors, ...errors }, 0, drawsPerInput)
  const drawnBar = (input: string, errors: Partial<InputErrors>): TornadoBar => {
    const { low, high } = intervalOf(drawn(errors), parameters.seed)?.interval ?? { low: share, high: share }
    return { input, low, high }
  }
  const shareWhere = (factor: number) =>
    peopleServed(model, { limits: { low: factor * walkMetres.low, high: factor * walkMetres.high } }, reach).share
  const shareBy = (other: AccessModel, method: string) => measureMethod(other, methodOf(method)).value

  const missing = drawn({ missingShare: Math.min(1, 2 * parameters.missingShare) })
  const bars = [
    drawnBar('stop_position', { positionSd: parameters.positionSd }),
    barOf('missing_stops', [share + missing.reduce((sum, one) => sum + (one - share), 0) / missing.length, share]),
    drawnBar('population', { populationSd: parameters.populationSd }),
    barOf('walking_distance', [shareWhere(0.9), shareWhere(1.1)]),
    barOf('way_to_street', [shareBy(model, 'network-snap-500-1000'), share]),
    barOf('cells_off_street', [share, share + (100 * peopleWithoutStreet) / population]),
    barOf('headway', [shareBy(model, 'headway-20'), share]),
    ...Object.entries(others).map(([input, other]) => barOf(input, [shareBy(other, 'network-500-1000'), share])),
  ]
  return bars.filter((bar) => bar !== null).sort((a, b) => b.high - b.low - (a.high - a.low))
}

/** null where the data cannot answer. */
function barOf(input: string, ends: readonly [number | null, number | null]): TornadoBar | null {
  const [one, other] = ends
  return one === null || other === null ? null : { input, low: Math.min(one, other), high: Math.max(one, other) }
}
