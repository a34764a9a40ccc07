import type { Selectable } from 'kysely'
import type { City, Observation, Release, Series } from '../books/indicators/figure.ts'
import type { Schema } from './schema.ts'

/** Rows of the tables as the books know them. */
export const cityOf = (row: Selectable<Schema['city']>): City => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  refArea: row.ref_area,
  timeZone: row.time_zone,
  invented: row.invented,
  comparison: row.comparison,
})

export const releaseOf = (row: Selectable<Schema['release']>): Release => ({
  id: row.id,
  number: row.number,
  kind: row.kind,
  title: row.title,
  source: row.source,
  madeBy: row.made_by,
  recordedAt: row.recorded_at.toISOString(),
  status: row.status,
  publishedAt: row.published_at?.toISOString() ?? null,
  withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  withdrawnBy: row.withdrawn_by,
  withdrawnReason: row.withdrawn_reason,
  parameters: row.parameters,
  codeVersion: row.code_version,
  files: row.files,
  counts: row.counts,
  noticeCounts: row.notice_counts,
})

export const seriesOf = (row: Selectable<Schema['series']>): Series => ({
  id: row.id,
  address: row.address,
  indicator: row.indicator,
  refArea: row.ref_area,
  source: row.source,
  method: row.method,
  boundary: row.boundary,
  unit: row.unit,
  dimensions: row.dimensions,
})

export const observationOf = (row: Selectable<Schema['observation']>): Observation => ({
  seriesId: row.series_id,
  timePeriod: row.time_period,
  value: row.value,
  obsValue: row.obs_value,
  obsStatus: row.obs_status,
  note: row.note,
  releaseId: row.release_id,
  origin:
    row.file === null || row.line === null
      ? null
      : { file: row.file, line: row.line, row: row.origin_row ?? '', cell: row.origin_cell ?? '' },
})
