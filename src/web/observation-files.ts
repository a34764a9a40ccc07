import type { Context } from 'hono'
import { listObservations } from '../actions/list-observations.ts'
import {
  mostRowsOfWorkbook,
  writeObservationsAsParquet,
  writeObservationsWorkbook,
  type FileQuery,
} from '../actions/open-data/write-observations.ts'
import type { CityRecord } from '../actions/record.ts'
import { writeObservationsCsv } from '../formats/observations-csv.ts'

/** The formats in which observations are files, by their endings. */
export const fileFormats = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
} as const

export type FileFormat = keyof typeof fileFormats

/** Figures as a file to keep: `almaty-11.6.2.parquet`. */
export async function observationFile(
  c: Context,
  format: FileFormat,
  name: string,
  query: FileQuery,
  record: CityRecord,
): Promise<Response> {
  const headers = {
    'content-type': fileFormats[format],
    'content-disposition': `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}.${format}"`,
  }
  if (format === 'parquet') return c.body(streamOf(writeObservationsAsParquet(query, record)), 200, headers)
  if (format === 'csv') {
    const { items } = await listObservations(query.city, query.asOf, query.filter, { after: null, limit: Number.POSITIVE_INFINITY }, record)
    return c.body(writeObservationsCsv(items), 200, headers)
  }
  const workbook = await writeObservationsWorkbook(query, record)
  if (workbook !== null) return c.body(new Uint8Array(workbook), 200, headers)
  return c.json(
    { error: 'too_large', says: `A workbook holds at most ${mostRowsOfWorkbook} figures. Ask for one indicator, or for csv or parquet.` },
    413,
  )
}

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done === true) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
