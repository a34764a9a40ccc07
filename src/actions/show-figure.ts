import { openFigure, type FigureView } from '../books/indicators/figure-view.ts'
import type { City } from '../books/indicators/figure.ts'
import { labelSeries, makeLabels } from '../books/indicators/labelled-series.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import type { CityRecord } from './record.ts'

export type Needs = Pick<
  CityRecord,
  'listIndicators' | 'listAreas' | 'listCodes' | 'listSources' | 'listSeries' | 'listFigures' | 'listHistory'
>

export interface FigureInput {
  city: City
  /** Address of the series. */
  series: string
  timePeriod: string
  asOf: Date
}

/** Somebody opens one figure: where it comes from, down to the row, and what became of it. */
export async function showFigure({ city, series: address, timePeriod, asOf }: FigureInput, needs: Needs): Promise<Outcome<FigureView>> {
  const [series] = await needs.listSeries(city, asOf, { addresses: [address] })
  if (series === undefined) return refuse('series_not_found')

  const [indicators, areas, codes, sources, figures, history] = await Promise.all([
    needs.listIndicators(city, asOf),
    needs.listAreas(city, asOf),
    needs.listCodes(city, asOf),
    needs.listSources(city, asOf),
    needs.listFigures(city, asOf, [series.id]),
    needs.listHistory(city, series.id, timePeriod),
  ])
  const indicator = indicators.find((one) => one.code === series.indicator)
  if (indicator === undefined) return refuse('indicator_not_found')

  const labelled = labelSeries(series, makeLabels(areas, codes, sources))
  const view = openFigure({ indicator, labelled, timePeriod, figures: figures.get(series.id) ?? [], history, asOf })
  return view === null ? refuse('figure_not_found') : done(view)
}
