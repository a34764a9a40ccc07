import { dayIn } from '../../books/as-of.ts'
import type { Series } from '../../books/indicators/figure.ts'
import { dimensionsOf, observationRows, type ObservationRow } from '../../formats/observation-columns.ts'
import { writeObservationsXlsx } from '../../formats/observations-xlsx.ts'
import type { Origin } from '../../formats/page-file/origin.ts'
import { writeObservationsParquet } from '../../formats/parquet/observations-parquet.ts'
import { listObservations, observationsOf, type ObservationQuery } from '../list-observations.ts'
import type { CityRecord } from '../record.ts'

type Needs = Pick<CityRecord, 'listSeries' | 'listFigures' | 'listReleases' | 'listSources'>

/** Figures that are asked for as a file, and the address under which they were. */
export type FileQuery = ObservationQuery & { address: string }

/** As many rows as a workbook is made of; for more there are CSV and Parquet. */
export const mostRowsOfWorkbook = 100_000

/**
 * Somebody takes figures as a workbook.
 *
 * Missing  null when they are more than a workbook is made of
 */
export async function writeObservationsWorkbook(query: FileQuery, needs: Needs): Promise<Uint8Array | null> {
  const { city, asOf, filter } = query
  const { items } = await listObservations(city, asOf, filter, { after: null, limit: mostRowsOfWorkbook + 1 }, needs)
  if (items.length > mostRowsOfWorkbook) return null
  return await writeObservationsXlsx(
    items,
    titleOf(query),
    await originOf(
      query,
      items.map(({ series }) => series),
      needs,
    ),
  )
}

/** Somebody takes figures as Parquet: it is written while it is sent, some series at a time. */
export async function* writeObservationsAsParquet(query: FileQuery, needs: Needs): AsyncGenerator<Uint8Array> {
  const series = await needs.listSeries(query.city, query.asOf, query.filter)
  const { source, licence, release, address } = await originOf(query, series, needs)
  const about = {
    ...{ title: titleOf(query), source: source.text, licence: licence.text, release: release.text, address: address.text },
    as_of: dayIn(query.city.timeZone, query.asOf),
  }
  yield* writeObservationsParquet(dimensionsOf(series), rowsOf(series, query, needs), about)
}

async function* rowsOf(series: readonly Series[], query: FileQuery, needs: Needs): AsyncGenerator<ObservationRow[]> {
  for await (const batch of observationsOf(series, query, needs)) yield batch.flatMap(({ figures }) => observationRows(figures))
}

const titleOf = ({ city, filter }: FileQuery): string =>
  [`Observations of ${city.name.en ?? city.slug}`, ...(filter.indicator === undefined ? [] : [filter.indicator])].join(', ')

/** In English, as all of the open data that is not text of the record. */
async function originOf({ city, asOf, address }: FileQuery, series: readonly Series[], needs: Needs): Promise<Origin> {
  const [all, releases] = await Promise.all([needs.listSources(city, asOf), needs.listReleases(city, asOf)])
  const ids = new Set(series.map(({ source }) => source))
  const sources = all.filter(({ id }) => ids.has(id))
  const newest = releases.find(({ status }) => status === 'published')
  return {
    source: { name: 'source', text: sources.map(({ id, name }) => `${id}: ${name.en ?? name.ru ?? name.kk ?? id}`).join('; ') },
    licence: { name: 'licence', text: sources.map(({ id, licence }) => `${id}: ${licence ?? 'not stated by the source'}`).join('; ') },
    release: { name: 'release', text: newest === undefined ? '' : `${newest.number}, ${newest.publishedAt ?? ''}` },
    address: { name: 'address', text: address },
  }
}
