/** What is measured in a city's record: one row per source, method, boundary, indicator, unit and code of `SERIES`. */
export interface Measured {
  source: string
  method: string
  boundary: string
  indicator: string
  unit: string
  /** `SERIES` of the source; '' where it gives none. */
  seriesCode: string
  /** How many series there are of the city's own area. */
  ofOwnArea: number
}

/** All codes that series in force have, on a day. */
export interface CubeContents {
  measured: readonly Measured[]
  areas: readonly string[]
  /** By dimension id; `SERIES` is in `measured`. */
  dimensions: ReadonlyMap<string, readonly string[]>
}

/**
 * The source whose figures go out in the SDG structure: the one with most series of the city's own area, and of equals the first by id.
 *
 * Missing  null when there is no series.
 */
export function mainSourceOf({ measured }: CubeContents): string | null {
  const counts = new Map<string, number>()
  for (const { source, ofOwnArea } of measured) counts.set(source, (counts.get(source) ?? 0) + ofOwnArea)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}

/** Indicator and unit under which a code of `SERIES` stands without more words in the SDG structure. */
export type SeriesHomes = ReadonlyMap<string, string>

/** Of one series code. */
export const homeOf = (indicator: string, unit: string): string => `${indicator}\u001f${unit}`

/**
 * Where one source has a series code under several indicators or in several units, the first of them is its home; the others say in
 * `CUST_BREAKDOWN` what they are. First is by number of the indicator, then by unit.
 */
export function homesOf({ measured }: CubeContents, source: string | null): SeriesHomes {
  const numbers = new Intl.Collator('en', { numeric: true })
  const homes = new Map<string, string>()
  const rows = measured
    .filter((row) => row.source === source)
    .sort((a, b) => numbers.compare(a.indicator, b.indicator) || (a.unit < b.unit ? -1 : 1))
  for (const { indicator, unit, seriesCode } of rows) {
    const code = seriesCode || indicator
    if (!homes.has(code)) homes.set(code, homeOf(indicator, unit))
  }
  return homes
}
