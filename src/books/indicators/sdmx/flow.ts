import type { Indicator, SeriesKey } from '../figure.ts'
import type { SdmxStructure } from './dimensions.ts'

/** One flow of a city's figures: which structure it has, and which figures are in it. */
export interface Flow {
  id: string
  structure: SdmxStructure
  /** Only this goal; null: every indicator. */
  goal: number | null
  /** Only this source, by its own method, on the official boundary where `isOfficial`. */
  source: string | null
  isOfficial: boolean
}

/** All flows of a city: everything, the official figures in the SDG structure, and those of each goal that it has indicators for. */
export function flowsOf(indicators: readonly Indicator[], mainSource: string | null): Flow[] {
  const goals = [...new Set(indicators.flatMap(({ sdgGoal }) => (sdgGoal === null ? [] : [sdgGoal])))].sort((a, b) => a - b)
  return [
    { id: 'FIGURES', structure: 'FIGURES', goal: null, source: null, isOfficial: false },
    { id: 'SDG', structure: 'SDG', goal: null, source: mainSource ?? '', isOfficial: true },
    ...goals.map((goal): Flow => ({ id: `GOAL_${goal}`, structure: 'FIGURES', goal, source: null, isOfficial: false })),
  ]
}

/** Whether a series is in a flow. */
export const isInFlow = (flow: Flow, series: SeriesKey, goalOf: (indicator: string) => number | null): boolean =>
  (flow.goal === null || goalOf(series.indicator) === flow.goal) &&
  (flow.source === null || flow.source === series.source) &&
  (!flow.isOfficial || (series.method === '' && series.boundary === ''))
