import { accessMethods, methodSpread } from '../books/indicators/sdg-11/access/method-spread.ts'
import type { AccessModel } from '../books/indicators/sdg-11/access/access-model.ts'
import { buildAccessModel } from '../books/indicators/sdg-11/access/build-access-model.ts'
import { metadata1121, peopleServed, type PeopleServed } from '../books/indicators/sdg-11/access/people-served.ts'
import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import { buildStreetNetwork, type StreetNetwork } from '../books/indicators/sdg-11/streets/street-network.ts'
import { intervalOf, type SurenessParameters } from '../books/indicators/sdg-11/sureness/sureness.ts'
import { tornado } from '../books/indicators/sdg-11/sureness/tornado.ts'
import { walkMetres } from '../books/indicators/sdg-11/transit/transit-stops.ts'
import { WalkingReach } from '../books/indicators/sdg-11/streets/walking-reach.ts'
import type { ReleaseFile } from '../books/indicators/figure.ts'
import type { CityData } from './read-city-files.ts'

export interface AccessComputation {
  result: SpatialResult
  model: AccessModel
  network: StreetNetwork
  served: PeopleServed
}

export interface AccessNeeds {
  /** Shares of all draws, in their order; other threads may take a part of them. */
  drawShares(model: AccessModel, parameters: SurenessParameters): Promise<Float64Array>
  /** Called as each stage begins: `streets`, `figure`, `methods`, `interval`. */
  begin(stage: string): void
}

/** SDG 11.2.1 of a city from what its files say: the figure, how much of it is the method, and how sure it is. */
export async function computeAccess(
  data: CityData,
  files: readonly ReleaseFile[],
  sureness: SurenessParameters,
  needs: AccessNeeds,
): Promise<AccessComputation> {
  const notices = [...data.notices]
  needs.begin('streets')
  const network = buildStreetNetwork(data.extract)
  const model = buildAccessModel(network, data.cells, data.stops, {}, notices)

  needs.begin('figure')
  const reach = new WalkingReach(model.graph)
  const served = peopleServed(model, {}, reach)

  needs.begin('methods')
  const methods = methodSpread(model, reach)

  needs.begin('interval')
  // Without draws the figure stands alone: quick, and it does not say how sure it is.
  const isSure = sureness.draws > 0
  const drawn = isSure ? intervalOf(await needs.drawShares(model, sureness), sureness.seed) : null
  const result: SpatialResult = {
    indicator: '11.2.1',
    metadataVersion: metadata1121,
    method: accessMethods[0]?.code ?? '',
    unit: 'PT',
    value: served.share,
    numerator: served.served,
    denominator: served.population,
    parts: {},
    partsOf: null,
    interval: drawn?.interval ?? null,
    byDistrict: served.byDistrict,
    byPopulationGroup: served.byPopulationGroup,
    methods,
    tornado: isSure ? tornado(model, sureness) : [],
    parameters: {
      ...data.parameters,
      lowMetres: walkMetres.low,
      highMetres: walkMetres.high,
      streetsKm: Math.round(network.metres / 100) / 10,
      stopsCounted: model.stops.edge.reduce((sum, edge) => sum + (edge >= 0 ? 1 : 0), 0),
      cells: model.cells.count,
      cellsWithoutStreet: served.cellsWithoutStreet,
      peopleWithoutStreet: Math.round(served.peopleWithoutStreet),
      positionSd: sureness.positionSd,
      missingShare: sureness.missingShare,
      populationSd: sureness.populationSd,
      draws: sureness.draws,
      seed: sureness.seed,
    },
    notices,
    files,
  }
  return { result, model, network, served }
}
