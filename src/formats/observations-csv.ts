import { writeRow } from './city-folder/table.ts'
import type { Figure, Release, Series } from '../books/indicators/figure.ts'

/** A figure with everything that says what it is: one item of the open data. */
export interface PublishedFigure {
  series: Series
  figure: Figure
  release: Release
}

/**
 * Figures as CSV (RFC 4180): one row per value, a disputed figure with all its rows, dimensions as columns of their own.
 *
 * Values are the published decimal text. A gap is an empty value with its status.
 */
export function writeObservationsCsv(figures: readonly PublishedFigure[]): string {
  const dimensions = [...new Set(figures.flatMap(({ series }) => Object.keys(series.dimensions)))].sort()
  const header = [
    'indicator',
    'ref_area',
    'source',
    'method',
    'boundary',
    'unit',
    ...dimensions,
    'time_period',
    'value',
    'disputed',
    'obs_status',
  ]
  const rows = figures.flatMap(({ series, figure, release }) =>
    figure.claims.map((claim) => [
      ...[series.indicator, series.refArea, series.source, series.method, series.boundary, series.unit],
      ...dimensions.map((dimension) => series.dimensions[dimension] ?? ''),
      ...[figure.timePeriod, claim.value ?? '', String(figure.disputed), claim.obsStatus ?? ''],
      ...[series.address, String(release.number), release.publishedAt ?? '', claim.origin?.file ?? '', String(claim.origin?.line ?? '')],
    ]),
  )
  return [[...header, 'series', 'release', 'published_at', 'origin_file', 'origin_line'], ...rows].map(writeRow).join('\r\n') + '\r\n'
}
