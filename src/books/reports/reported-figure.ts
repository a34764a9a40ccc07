import type { Figure, Release, Series } from '../indicators/figure.ts'
import { referTo, type FigureReference } from '../indicators/labelled-series.ts'
import type { MultilingualText } from '../text.ts'

/** A figure as a report tells it: what opens it, when it came out, and what was written beside it. */
export interface ReportedFigure extends FigureReference {
  /** When its release was published (ISO timestamp); null where the record does not say. */
  releasedAt: string | null
  note: MultilingualText | null
}

/** The figure with its release. */
export const reportFigure = (series: Series, figure: Figure, releases: readonly Release[]): ReportedFigure => ({
  ...referTo(series, figure),
  releasedAt: releases.find(({ id }) => id === figure.releaseId)?.publishedAt ?? null,
  note: figure.note,
})
