import type { Figure, Release, Series } from '../books/indicators/figure.ts'
import { writeRow } from './city-folder/table.ts'
import { dimensionsOf, observationColumns, observationRows } from './observation-columns.ts'

/** A figure with everything that says what it is: one item of the open data. */
export interface PublishedFigure {
  series: Series
  figure: Figure
  release: Release
  /** On which terms its source lets it be used; null: the source does not say. */
  licence: string | null
}

/**
 * Figures as CSV (RFC 4180): one row per value, a disputed figure with all its rows, dimensions as columns of their own.
 *
 * Values are the published decimal text. A gap is an empty value with its status.
 */
export function writeObservationsCsv(figures: readonly PublishedFigure[]): string {
  const columns = observationColumns(dimensionsOf(figures.map(({ series }) => series)))
  const rows = observationRows(figures).map((row) => columns.map(({ of }) => String(of(row) ?? '')))
  return [columns.map(({ name }) => name), ...rows].map(writeRow).join('\r\n') + '\r\n'
}
