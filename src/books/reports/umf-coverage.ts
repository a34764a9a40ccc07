import {
  umfDomains,
  umfObjectives,
  umfPlaces,
  type UmfDomain,
  type UmfObjective,
  type UmfPlace,
} from '../indicators/urban-monitoring-framework.ts'
import type { IndexedIndicator } from './indexed-indicator.ts'

/** One field of the Urban Monitoring Framework's matrix: indicators that stand in it, and what the city has of them. */
export interface UmfField {
  domain: UmfDomain
  objective: UmfObjective
  places: readonly CoveredPlace[]
  covered: number
}

export interface CoveredPlace {
  place: UmfPlace
  /** Indicators of the city that stand for it: the number itself, or national ones filed under it. */
  indicators: readonly IndexedIndicator[]
}

/**
 * The matrix of the Urban Monitoring Framework, domain by domain: how many of the indicators that we can place in each field have figures.
 *
 * Source   UN-Habitat, Global Urban Monitoring Framework; it has no aggregation formula, so nothing is added up but counts.
 * Shape    5 domains × 4 objectives.
 */
export const umfCoverage = (all: readonly IndexedIndicator[]): UmfField[] =>
  umfDomains.flatMap((domain) =>
    umfObjectives.map((objective) => {
      const places = umfPlaces
        .filter((place) => place.domain === domain && place.objective === objective)
        .map((place) => ({
          place,
          indicators: all.filter(({ indicator: { code } }) => code === place.indicator || code.startsWith(`${place.indicator}.`)),
        }))
      return { domain, objective, places, covered: places.filter(({ indicators }) => indicators.length > 0).length }
    }),
  )
