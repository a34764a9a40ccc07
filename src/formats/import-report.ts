import type { ReadingSet } from '../books/indicators/reading-set.ts'
import { countNotices } from '../books/notice.ts'

/** What an import found, in numbers: the JSON that the command line prints and a release keeps. */
export interface ImportReport {
  rows: number
  observations: number
  series: number
  /** Count by code. */
  notices: Readonly<Record<string, number>>
  /** By stage. */
  milliseconds: Readonly<Record<string, number>>
}

/** Readings share the key object of their series, so that series are counted without comparing keys. */
export function importReport(set: ReadingSet, milliseconds: Readonly<Record<string, number>> = {}): ImportReport {
  return {
    rows: set.rows,
    observations: set.readings.length,
    series: new Set(set.readings.map((reading) => reading.series)).size,
    notices: countNotices(set.notices).counts,
    milliseconds,
  }
}
