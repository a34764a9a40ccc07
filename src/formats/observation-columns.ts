import type { Observation } from '../books/indicators/figure.ts'
import type { PublishedFigure } from './observations-csv.ts'

/** What one row tells: a value that a release gives for a figure; a disputed figure has several. */
export interface ObservationRow {
  published: PublishedFigure
  claim: Observation
}

/** A column of the observations, the same in every format. */
export interface ObservationColumn {
  name: string
  kind: 'text' | 'decimal' | 'integer' | 'yes or no' | 'moment'
  /** null: nothing to say. */
  of(row: ObservationRow): string | number | boolean | null
}

const text = (name: string, of: (row: ObservationRow) => string | null): ObservationColumn => ({ name, kind: 'text', of })

/**
 * The columns of observations: the key of the series, its dimensions one by one, the value, and where it is from.
 *
 * @param dimensions  ids of all dimensions that some series has
 */
export const observationColumns = (dimensions: readonly string[]): ObservationColumn[] => [
  text('indicator', ({ published }) => published.series.indicator),
  text('ref_area', ({ published }) => published.series.refArea),
  text('source', ({ published }) => published.series.source),
  text('method', ({ published }) => published.series.method),
  text('boundary', ({ published }) => published.series.boundary),
  text('unit', ({ published }) => published.series.unit),
  ...dimensions.map((dimension) => text(dimension, ({ published }) => published.series.dimensions[dimension] ?? null)),
  text('time_period', ({ published }) => published.figure.timePeriod),
  { name: 'value', kind: 'decimal', of: ({ claim }) => claim.value },
  { name: 'disputed', kind: 'yes or no', of: ({ published }) => published.figure.disputed },
  text('obs_status', ({ claim }) => claim.obsStatus),
  text('series', ({ published }) => published.series.address),
  { name: 'release', kind: 'integer', of: ({ published }) => published.release.number },
  { name: 'published_at', kind: 'moment', of: ({ published }) => published.release.publishedAt },
  text('origin_file', ({ claim }) => claim.origin?.file ?? null),
  { name: 'origin_line', kind: 'integer', of: ({ claim }) => claim.origin?.line ?? null },
  text('licence', ({ published }) => published.licence),
]

/** The dimensions that series have, in their order. */
export const dimensionsOf = (all: ReadonlyArray<{ dimensions: Readonly<Record<string, string>> }>): string[] =>
  [...new Set(all.flatMap(({ dimensions }) => Object.keys(dimensions)))].sort()

/** A row for each value of each figure. */
export const observationRows = (figures: readonly PublishedFigure[]): ObservationRow[] =>
  figures.flatMap((published) => published.figure.claims.map((claim) => ({ published, claim })))
