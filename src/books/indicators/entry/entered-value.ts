import type { MultilingualText } from '../../text.ts'
import type { SeriesKey, Source } from '../figure.ts'

/** A value that somebody has entered at the desk and not yet published. */
export interface EnteredValue {
  id: string
  /** Pseudonym of whoever entered it. */
  personId: string
  seriesId: string
  series: SeriesKey
  /** Set where the source is not yet in the record. */
  source: Source | null
  timePeriod: string
  /** Decimal text as it will be published; null leaves a marked gap. */
  value: string | null
  /** As it was typed. */
  typed: string
  obsStatus: string | null
  note: MultilingualText | null
  /** Where the source says so: document and page, or an address. */
  place: string
  /** Why a standing value is corrected; '' where none stood. */
  reason: string
  /** The release whose value stood when the form was opened; null: none did. */
  baseRelease: string | null
  /** ISO moment. */
  enteredAt: string
}

/** What a release of entered values says of each of them besides the value; kept in its parameters and shown with the figure. */
export interface ValueOrigin {
  /** Address of the series. */
  series: string
  timePeriod: string
  typed: string
  place: string
  reason: string
}

/** Statuses that can be given by hand, as SDMX has them. */
export const enteredStatuses = ['A', 'E', 'P', 'B', 'I', 'U'] as const

/** What a release says about one of its values; null where it was not entered by hand. */
export function originOf(parameters: Readonly<Record<string, unknown>>, series: string, timePeriod: string): ValueOrigin | null {
  const values = parameters['values']
  if (!Array.isArray(values)) return null
  return (values as ValueOrigin[]).find((one) => one.series === series && one.timePeriod === timePeriod) ?? null
}
