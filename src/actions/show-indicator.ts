import type { City } from '../books/indicators/figure.ts'
import { assembleIndicatorView, type IndicatorView } from '../books/indicators/indicator-view.ts'
import { makeLabels } from '../books/indicators/labelled-series.ts'
import { programmeTargets } from '../books/indicators/programme-target.ts'
import { withSiblings } from '../books/indicators/sibling-series.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import type { CityRecord } from './record.ts'
import { yearIn } from './year-in.ts'

export type Needs = Pick<
  CityRecord,
  | 'listIndicators'
  | 'listAreas'
  | 'listCodes'
  | 'listSources'
  | 'listSeries'
  | 'listFigures'
  | 'listReleases'
  | 'listProgrammeVersions'
  | 'listRivalReasons'
>

export interface IndicatorInput {
  city: City
  code: string
  /** Address of the series to show; null: the one that stands for the indicator. */
  series: string | null
  asOf: Date
}

/** Somebody opens an indicator of the city. */
export async function showIndicator({ city, code, series: address, asOf }: IndicatorInput, needs: Needs): Promise<Outcome<IndicatorView>> {
  const [indicators, areas, codes, sources, series, releases, versions, reasons] = await Promise.all([
    needs.listIndicators(city, asOf),
    needs.listAreas(city, asOf),
    needs.listCodes(city, asOf),
    needs.listSources(city, asOf),
    needs.listSeries(city, asOf, { indicator: code }),
    needs.listReleases(city, asOf),
    needs.listProgrammeVersions(city, asOf),
    needs.listRivalReasons(city, asOf),
  ])
  const indicator = indicators.find((one) => one.code === code)
  if (indicator === undefined) return refuse('indicator_not_found')

  const own = series.filter((one) => one.refArea === city.refArea)
  const wanted = withSiblings(own, series, areas)
  const figures = await needs.listFigures(
    city,
    asOf,
    wanted.map((one) => one.id),
  )
  const view = assembleIndicatorView({
    indicator,
    refArea: city.refArea,
    address,
    series: wanted,
    figures,
    areas,
    labels: makeLabels(areas, codes, sources),
    targets: programmeTargets(versions),
    releases,
    reasons,
    asOfYear: yearIn(city, asOf),
  })
  return view === null ? refuse('series_not_found') : done(view)
}
