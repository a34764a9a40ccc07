import {
  assembleCatalogue,
  catalogueEntries,
  neededSeries,
  type CatalogueEntry,
  type CatalogueFilter,
  type CatalogueView,
} from '../books/indicators/catalogue-view.ts'
import type { City } from '../books/indicators/figure.ts'
import { makeLabels } from '../books/indicators/labelled-series.ts'
import { programmeTargets, type ProgrammeTarget } from '../books/indicators/programme-target.ts'
import type { CityRecord } from './record.ts'
import { yearIn } from './year-in.ts'

export type Needs = Pick<
  CityRecord,
  'listIndicators' | 'listAreas' | 'listCodes' | 'listSources' | 'listSeries' | 'listFigures' | 'listProgrammeVersions'
>

/** Somebody looks through the catalogue of indicators. */
export async function showCatalogue(
  { city, filter, asOf }: { city: City; filter: CatalogueFilter; asOf: Date },
  needs: Needs,
): Promise<CatalogueView> {
  const { entries, targets } = await readCatalogue(city, asOf, needs)
  return assembleCatalogue(entries, filter, targets)
}

/** All indicators with their headline and state: the catalogue before any filter. */
export async function readCatalogue(
  city: City,
  asOf: Date,
  needs: Needs,
): Promise<{ entries: CatalogueEntry[]; targets: ProgrammeTarget[] }> {
  const [indicators, areas, codes, sources, series, versions] = await Promise.all([
    needs.listIndicators(city, asOf),
    needs.listAreas(city, asOf),
    needs.listCodes(city, asOf),
    needs.listSources(city, asOf),
    needs.listSeries(city, asOf, {}),
    needs.listProgrammeVersions(city, asOf),
  ])
  const targets = programmeTargets(versions)
  const figures = await needs.listFigures(
    city,
    asOf,
    neededSeries(series, city.refArea).map((one) => one.id),
  )
  const input = {
    indicators,
    refArea: city.refArea,
    series,
    figures,
    areas,
    labels: makeLabels(areas, codes, sources),
    targets,
    asOfYear: yearIn(city, asOf),
  }
  return { entries: catalogueEntries(input), targets }
}
