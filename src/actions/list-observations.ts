import type { City, Series } from '../books/indicators/figure.ts'
import type { PublishedFigure } from '../formats/observations-csv.ts'
import type { CityRecord, SeriesFilter } from './record.ts'

type Needs = Pick<CityRecord, 'listSeries' | 'listFigures' | 'listReleases' | 'listSources'>

/** Which figures, of which day. */
export interface ObservationQuery {
  city: City
  asOf: Date
  filter: SeriesFilter & { timePeriod?: string }
}

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
  filter: ObservationQuery['filter'],
  page: { after: string | null; limit: number },
  needs: Needs,
): Promise<ObservationPage> {
  const all = await needs.listSeries(city, asOf, filter)
  const start = page.after === null ? 0 : all.findIndex((series) => series.address === page.after) + 1
  const items: PublishedFigure[] = []
  for await (const batch of observationsOf(all.slice(start), { city, asOf, filter }, needs)) {
    for (const { series, figures } of batch) {
      items.push(...figures)
      if (items.length >= page.limit && series !== all.at(-1)) return { items, after: series.address }
    }
  }
  return { items, after: null }
}

/** Figures of many series, a batch after the other: no more than one is held at a time. */
export async function* observationsOf(
  all: readonly Series[],
  { city, asOf, filter }: ObservationQuery,
  needs: Needs,
): AsyncGenerator<Array<{ series: Series; figures: PublishedFigure[] }>> {
  const [releaseList, sources] = await Promise.all([needs.listReleases(city, asOf), needs.listSources(city, asOf)])
  const releases = new Map(releaseList.map((release) => [release.id, release]))
  const licences = new Map(sources.map(({ id, licence }) => [id, licence]))
  for (let from = 0; from < all.length; from += seriesAtOnce) {
    const batch = all.slice(from, from + seriesAtOnce)
    const figures = await needs.listFigures(
      city,
      asOf,
      batch.map((series) => series.id),
    )
    yield batch.map((series) => ({
      series,
      figures: (figures.get(series.id) ?? []).flatMap((figure) => {
        const release = releases.get(figure.releaseId)
        if (release === undefined || (filter.timePeriod !== undefined && figure.timePeriod !== filter.timePeriod)) return []
        return [{ series, figure, release, licence: licences.get(series.source) ?? null }]
      }),
    }))
  }
}
