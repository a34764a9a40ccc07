import { shareOfLand, type OpenPublicSpace } from './open-public-space.ts'
import { accessPart, openSpaceMetres, shareNearOpenSpace } from './open-space-access.ts'
import type { MethodResult, TornadoBar } from '../spatial-result.ts'
import { streetWidths, type StreetWidthParameters } from './street-widths.ts'
import { drawShares, intervalOf, surenessParameters, type InputErrors, type SurenessParameters } from '../sureness/sureness.ts'
import { WalkingReach } from '../streets/walking-reach.ts'

/** Draws for an input that is wrong at random: the ends of its bar are then steady to about a tenth of its length. */
const drawsPerInput = 200
const noErrors: InputErrors = { positionSd: 0, missingShare: 0, populationSd: 0 }

/**
 * Which input of 11.7.1 matters most: one after the other at its low and at its high, all others as they are. Widest first, each with the
 * number that it moves.
 *
 *     of the value, the share of land
 *       street_width        all assumed widths 25 % less, and 25 % more
 *       street_sample       streets by their lines, and by sample circles
 *       gardens, pitches    they count, and do not
 *
 *     of `accessShare`, the share of people
 *       gardens, pitches    they count, and do not
 *       walking_distance    people walk 10 % less, and 10 % more
 *       open_space_edge     edges of open spaces drawn further out or in: the middle 95 % of 200 draws
 *       missing_spaces      twice the assumed share missing (10 %), as a mean of 200 draws, and none missing
 *       population          population of the cells drawn: the middle 95 % of 200 draws
 *
 * Source   own choice of inputs, as for 11.2.1 (`tornado`).
 * Units    per cent.
 * Missing  no bar where there is no share: a city without area, or without people.
 * Cost     twice the land of streets, two searches, 600 draws.
 */
export function openSpaceTornado(
  { result, land, city, question }: OpenPublicSpace,
  widths: StreetWidthParameters = streetWidths,
  parameters: SurenessParameters = surenessParameters,
): TornadoBar[] {
  const by = new Map(result.methods.map(({ code, value }: MethodResult) => [code, value]))
  const byMethods = (input: string, one: string, other: string) => barOf(input, [by.get(one) ?? null, by.get(other) ?? null])
  const widened = (factor: number) => shareOfLand(land, land.spaces.shapes, scaled(widths, factor))
  const reach = new WalkingReach(city.model.graph)
  const walked = (factor: number) => shareNearOpenSpace(city, { metres: factor * openSpaceMetres }, reach)
  const share = result.parts[accessPart] ?? null

  const drawn = (errors: Partial<InputErrors>): Float64Array =>
    share === null ? new Float64Array() : drawShares(question, { ...parameters, ...noErrors, ...errors }, 0, drawsPerInput)
  const drawnBar = (input: string, errors: Partial<InputErrors>) => {
    const interval = intervalOf(drawn(errors), parameters.seed)?.interval
    return barOf(input, [interval?.low ?? null, interval?.high ?? null])
  }
  const missing = drawn({ missingShare: Math.min(1, 2 * parameters.missingShare) })
  const withMissing = share === null ? null : share + missing.reduce((sum, one) => sum + (one - share), 0) / missing.length

  const ofLand = [
    barOf('street_width', [widened(0.75), widened(1.25)]),
    byMethods('street_sample', 'land-lines', 'land-halton'),
    byMethods('gardens', 'land-lines', 'land-without-gardens'),
    byMethods('pitches', 'land-lines', 'land-without-pitches'),
  ]
  const ofPeople = [
    byMethods('gardens', 'access-network-400', 'access-without-gardens-400'),
    byMethods('pitches', 'access-network-400', 'access-without-pitches-400'),
    barOf('walking_distance', [walked(0.9), walked(1.1)]),
    drawnBar('open_space_edge', { positionSd: parameters.positionSd }),
    barOf('missing_spaces', [withMissing, share]),
    drawnBar('population', { populationSd: parameters.populationSd }),
  ]
  return [...ofLand, ...ofPeople.map((bar) => bar && { ...bar, of: accessPart })]
    .filter((bar) => bar !== null)
    .sort((a, b) => b.high - b.low - (a.high - a.low))
}

/** null where the data cannot answer. */
function barOf(input: string, [one, other]: readonly [number | null, number | null]): TornadoBar | null {
  return one === null || other === null ? null : { input, low: Math.min(one, other), high: Math.max(one, other) }
}

/** All widths that are assumed; a width that a street's tags say stays as it is. */
const scaled = ({ classes, laneMetres, pavementMetres }: StreetWidthParameters, factor: number): StreetWidthParameters => ({
  classes: Object.fromEntries(Object.entries(classes).map(([name, width]) => [name, { ...width, metres: factor * width.metres }])),
  laneMetres: factor * laneMetres,
  pavementMetres: factor * pavementMetres,
})
