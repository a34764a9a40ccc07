import { readCodeId, readIndicatorId } from './code-id.ts'
import type { Condition } from './condition.ts'
import { cutDimensions, dimensionsOf, type SdmxDimension, type SdmxStructure } from './dimensions.ts'
import type { KeyPattern } from './key-pattern.ts'

/**
 * What the database can choose series by. It may give more series than were asked for, never fewer: each is looked at again.
 * A list that is absent does not choose.
 */
export interface SeriesSelection {
  indicators?: readonly string[]
  refAreas?: readonly string[]
  sources?: readonly string[]
  methods?: readonly string[]
  boundaries?: readonly string[]
  units?: readonly string[]
  /** Codes of `SERIES`, and indicators whose series have none. */
  measured?: { seriesCodes: readonly string[]; indicators: readonly string[] }
  /** Only series for which one of these releases brought something. */
  broughtBy?: readonly string[]
  dimensions: ReadonlyArray<{ id: string; codes: readonly string[]; orAbsent: boolean }>
}

const columns = {
  REF_AREA: 'refAreas',
  SOURCE: 'sources',
  METHOD: 'methods',
  BOUNDARY: 'boundaries',
  UNIT_MEASURE: 'units',
} as const

/** The part of a question that the database can answer: lists of codes in keys and in plain conditions. */
export function selectSeries(structure: SdmxStructure, keys: readonly KeyPattern[], conditions: readonly Condition[]): SeriesSelection {
  const selection: { -readonly [Part in keyof SeriesSelection]: SeriesSelection[Part] } = { dimensions: [] }
  for (const [at, dimension] of dimensionsOf(structure).entries()) {
    const wanted = [codesInKeys(keys, at), ...conditions.filter(({ component }) => component === dimension).map(codesIn)]
      .filter((codes) => codes !== null)
      .reduce<ReadonlySet<string> | null>(
        (all, codes) => (all === null ? codes : new Set([...all].filter((code) => codes.has(code)))),
        null,
      )
    if (wanted !== null) narrow(selection, dimension, [...wanted])
  }
  return selection
}

/** The codes that any of the keys has here; null where one of them takes all. */
function codesInKeys(keys: readonly KeyPattern[], at: number): ReadonlySet<string> | null {
  const parts = keys.map((key) => key[at] ?? null)
  return parts.includes(null) ? null : new Set(parts.flatMap((part) => [...(part ?? [])]))
}

/** null where it is more than a list. */
function codesIn({ anyOf }: Condition): ReadonlySet<string> | null {
  const tests = anyOf.map((all) => (all.length === 1 && all[0]?.operator === 'eq' ? all[0].value : null))
  return tests.includes(null) ? null : new Set(tests.filter((value) => value !== null))
}

function narrow(
  selection: { -readonly [Part in keyof SeriesSelection]: SeriesSelection[Part] },
  dimension: SdmxDimension,
  ids: string[],
): void {
  const codes = ids.map(readCodeId).filter((code) => code !== null)
  const indicators = ids.map(readIndicatorId).filter((code) => code !== null)
  if (dimension in columns) selection[columns[dimension as keyof typeof columns]] = codes
  else if (dimension === 'INDICATOR') selection.indicators = indicators
  else if (dimension === 'SERIES') selection.measured = { seriesCodes: codes, indicators }
  else if ((cutDimensions as readonly string[]).includes(dimension))
    selection.dimensions = [
      ...selection.dimensions,
      { id: dimension, codes: codes.filter((code) => code !== ''), orAbsent: codes.includes('') },
    ]
}
