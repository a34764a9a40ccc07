import type { City } from '../books/indicators/figure.ts'
import type { PublishedFigure } from '../formats/observations-csv.ts'
import type { CityRecord, SeriesFilter } from './record.ts'

type Needs = Pick<CityRecord, 'listSeries' | 'listFigures' | 'listReleases'>

export interface ObservationPage {
  items: PublishedFigure[]
  /** Address of the last series of this page, when more follow. */
  after: string | null
}

/** Series are fetched this many at a time, so that a page of a large record does not read all of it. */
const seriesAtOnce = 100

/**
 * The figures in force, series by series. A page holds whole series: it ends with the series that reaches `limit`.
 *
 * @param after  address of the series after which to begin; null for the beginning
 */
export async function listObservations(
  city: City,
  asOf: Date,
  filter: SeriesFilter & { timePeriod?: string },
  page: { after: string | null; limit: number },
  needs: Needs,
): Promise<ObservationPage> {
  const all = await needs.listSeries(city, asOf, filter)
  const start = page.after === null ? 0 : all.findIndex((series) => series.address === page.after) + 1
  const releases = new Map((await needs.listReleases(city, asOf)).map((release) => [release.id, release]))
  const items: PublishedFigure[] = []
  for (let from = start; from < all.length; from += seriesAtOnce) {
    const batch = all.slice(from, from + seriesAtOnce)
    const figures = await needs.listFigures(
      city,
      asOf,
      batch.map((series) => series.id),
    )
    for (const [index, series] of batch.entries()) {
      for (const figure of figures.get(series.id) ?? []) {
        const release = releases.get(figure.releaseId)
        if (release === undefined || (filter.timePeriod !== undefined && figure.timePeriod !== filter.timePeriod)) continue
        items.push({ series, figure, release })
      }
      if (items.length >= page.limit && from + index + 1 < all.length) return { items, after: series.address }
    }
  }
  return { items, after: null }
}
