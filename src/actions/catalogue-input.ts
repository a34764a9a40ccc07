import { neededSeries, type CatalogueInput } from '../books/indicators/catalogue-view.ts'
import type { City } from '../books/indicators/figure.ts'
import { makeLabels } from '../books/indicators/labelled-series.ts'
import { programmeTargets } from '../books/indicators/programme-target.ts'
import type { CityRecord } from './record.ts'
import { yearIn } from './year-in.ts'

export type CatalogueReads = Pick<
  CityRecord,
  'listIndicators' | 'listAreas' | 'listCodes' | 'listSources' | 'listSeries' | 'listFigures' | 'listProgrammeVersions'
>

/** What is known of all indicators of a city at a moment: the catalogue is made of it, and reports are. */
export async function readCatalogueInput(city: City, asOf: Date, needs: CatalogueReads): Promise<CatalogueInput> {
  const [indicators, areas, codes, sources, series, versions] = await Promise.all([
    needs.listIndicators(city, asOf),
    needs.listAreas(city, asOf),
    needs.listCodes(city, asOf),
    needs.listSources(city, asOf),
    needs.listSeries(city, asOf, {}),
    needs.listProgrammeVersions(city, asOf),
  ])
  const figures = await needs.listFigures(
    city,
    asOf,
    neededSeries(series, city.refArea).map((one) => one.id),
  )
  return {
    ...{ indicators, refArea: city.refArea, series, figures, areas },
    labels: makeLabels(areas, codes, sources),
    targets: programmeTargets(versions),
    asOfYear: yearIn(city, asOf),
  }
}
