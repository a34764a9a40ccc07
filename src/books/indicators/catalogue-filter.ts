import { progressStates } from './assess-series.ts'
import type { CatalogueFilter } from './catalogue-view.ts'
import { umfDomains, umfObjectives } from './urban-monitoring-framework.ts'

/**
 * The filter that an address asks for. What is not understood is not asked for: an old link still shows the catalogue.
 *
 * @example
 * readCatalogueFilter(new URLSearchParams('q=ауа&goal=11&withFigures=1')).sdgGoal // => 11
 */
export function readCatalogueFilter(query: URLSearchParams): CatalogueFilter {
  const oneOf = <Value extends string>(name: string, values: readonly Value[]) => values.find((value) => value === query.get(name)) ?? null
  const goal = Number(query.get('goal') ?? '')
  return {
    text: (query.get('q') ?? '').trim().slice(0, 200),
    sdgGoal: Number.isInteger(goal) && goal >= 1 && goal <= 17 ? goal : null,
    programmeGoal: query.get('programmeGoal') || null,
    umfDomain: oneOf('domain', umfDomains),
    umfObjective: oneOf('objective', umfObjectives),
    state: oneOf('state', progressStates),
    withFigures: query.get('withFigures') === '1',
  }
}
