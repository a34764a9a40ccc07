import { assembleHomeView, seriesOfHome, type HomeView } from '../books/home-view.ts'
import type { City } from '../books/indicators/figure.ts'
import { makeLabels } from '../books/indicators/labelled-series.ts'
import type { RivalReason } from '../books/indicators/rivals.ts'
import type { CityRecord } from './record.ts'
import { yearIn } from './year-in.ts'

export type Needs = Pick<
  CityRecord,
  'listIndicators' | 'listAreas' | 'listCodes' | 'listSources' | 'listSeries' | 'listFigures' | 'listReleases' | 'listProgrammeVersions'
>

export interface HomeInput {
  city: City
  asOf: Date
  /** Why sources differ, as far as it has been published. */
  reasons: readonly RivalReason[]
}

/** Somebody opens the first page of a city. */
export async function showHome({ city, asOf, reasons }: HomeInput, needs: Needs): Promise<HomeView> {
  const [indicators, areas, codes, sources, all, releases, versions] = await Promise.all([
    needs.listIndicators(city, asOf),
    needs.listAreas(city, asOf),
    needs.listCodes(city, asOf),
    needs.listSources(city, asOf),
    needs.listSeries(city, asOf, {}),
    needs.listReleases(city, asOf),
    needs.listProgrammeVersions(city, asOf),
  ])
  const { refArea } = city
  const series = seriesOfHome(all, { refArea, versions, areas })
  const figures = await needs.listFigures(
    city,
    asOf,
    series.map((one) => one.id),
  )
  const labels = makeLabels(areas, codes, sources)
  return assembleHomeView({
    refArea,
    versions,
    indicators,
    areas,
    labels,
    series,
    figures,
    releases: releases.filter((release) => release.status === 'published'),
    reasons,
    asOfYear: yearIn(city, asOf),
  })
}
