import type { Notice } from '../../notice.ts'
import type { Area, Code, Figure, Indicator, Source } from '../figure.ts'
import type { LabelledSeries } from '../labelled-series.ts'
import type { EnteredValue } from './entered-value.ts'

/** A value that waits, beside what stands. */
export interface WaitingValue {
  entry: EnteredValue
  labelled: LabelledSeries
  indicator: Indicator | null
  standing: Figure | null
  /** Whether another release has changed the figure since the value was entered. */
  overtaken: boolean
  mine: boolean
}

export interface ValuesView {
  /** Those that the viewer may enter. */
  indicators: readonly Indicator[]
  mine: readonly WaitingValue[]
  others: readonly WaitingValue[]
  /** What is to be looked at before the viewer's own are published. */
  notices: readonly Notice[]
}

/** The series of one indicator, and what a new one can be made of. */
export interface SeriesToEnter {
  indicator: Indicator
  series: ReadonlyArray<{ labelled: LabelledSeries; last: Figure | null; figures: number }>
  lists: KeyLists
}

/** What the key of a series can be made of: the city's own lists. */
export interface KeyLists {
  areas: readonly Area[]
  sources: readonly Source[]
  units: readonly Code[]
  /** Code lists of dimensions; those that the indicator's series have come first. */
  dimensions: ReadonlyArray<{ codelist: string; codes: readonly Code[]; used: boolean }>
}

/** A series whose values are entered: its figures, and what waits for it. */
export interface EntryView {
  indicator: Indicator
  labelled: LabelledSeries
  /** Set where the source is not yet in the record. */
  newSource: Source | null
  /** In force, periods in order. */
  figures: readonly Figure[]
  waiting: readonly EnteredValue[]
  isNew: boolean
}
