import type { ReleaseFile } from '../books/indicators/figure.ts'
import { buildAccessModel } from '../books/indicators/sdg-11/access/build-access-model.ts'
import { openPublicSpace, type OpenPublicSpace } from '../books/indicators/sdg-11/open-space/open-public-space.ts'
import { openSpaceTornado } from '../books/indicators/sdg-11/open-space/open-space-tornado.ts'
import { buildStreetNetwork } from '../books/indicators/sdg-11/streets/street-network.ts'
import { streetWidths } from '../books/indicators/sdg-11/open-space/street-widths.ts'
import { intervalOf, type SurenessParameters, type WalkQuestion } from '../books/indicators/sdg-11/sureness/sureness.ts'
import type { CityData } from './read-city-files.ts'

export interface OpenSpaceNeeds {
  /** Shares of all draws, in their order; other threads may take a part of them. */
  drawShares(question: WalkQuestion, parameters: SurenessParameters): Promise<Float64Array>
  /** Called as each stage begins: `streets`, `figure`, `interval`, `tornado`. */
  begin(stage: string): void
}

/**
 * SDG 11.7.1 of a city from what its files say: the share of land and the share of people, how much of them is the method, and how sure
 * the share of people is.
 *
 * @throws {RangeError} there is neither a boundary nor districts: a share of a city's land needs to know where the city ends
 */
export async function computeOpenSpace(
  data: CityData,
  files: readonly ReleaseFile[],
  sureness: SurenessParameters,
  needs: OpenSpaceNeeds,
): Promise<OpenPublicSpace> {
  const { extract, cells, stops, boundary } = data
  if (boundary === null) throw new RangeError('A share of the land of a city needs its boundary.')
  const notices = [...data.notices]
  needs.begin('streets')
  const network = buildStreetNetwork(extract)
  const model = buildAccessModel(network, cells, stops, {}, notices)

  needs.begin('figure')
  const computed = openPublicSpace({ extract, network, model, boundaries: boundary.within, files })

  // Without draws the figure stands alone: quick, and it does not say how sure it is.
  const isSure = sureness.draws > 0
  if (isSure) needs.begin('interval')
  const shares = isSure && computed.people.share !== null ? await needs.drawShares(computed.question, sureness) : null
  if (isSure) needs.begin('tornado')
  const { result } = computed
  return {
    ...computed,
    result: {
      ...result,
      interval: shares && (intervalOf(shares, sureness.seed)?.interval ?? null),
      tornado: isSure ? openSpaceTornado(computed, streetWidths, sureness) : [],
      parameters: {
        ...data.parameters,
        ...result.parameters,
        streetsKm: Math.round(network.metres / 100) / 10,
        cells: model.cells.count,
        cellsWithoutStreet: computed.people.cellsWithoutStreet,
        peopleWithoutStreet: Math.round(computed.people.peopleWithoutStreet),
        positionSd: sureness.positionSd,
        missingShare: sureness.missingShare,
        populationSd: sureness.populationSd,
        draws: sureness.draws,
        seed: sureness.seed,
      },
      notices: [...notices, ...result.notices],
    },
  }
}
