import type { SeriesKey } from '../figure.ts'
import { writeCodeId, writeIndicatorId } from './code-id.ts'
import { homeOf, type SeriesHomes } from './cube.ts'
import { cutDimensions, dimensionsOf, type SdmxDimension, type SdmxStructure } from './dimensions.ts'

/** What a key depends on besides the series. */
export interface KeyContext {
  structure: SdmxStructure
  mainSource: string | null
  homes: SeriesHomes
}

const taken = new Set<string>(['SERIES', ...cutDimensions])

/**
 * The codes of a series in the order of a structure; `frequency` is that of its periods, because a series may have years and months.
 *
 * A dimension that the series does not have is `_T`. `SERIES` is the source's code, or the indicator where there is none. A dimension that
 * SDMX's SDG structure does not know is told in `CUST_BREAKDOWN`, and there too the indicator and unit of a series that would otherwise
 * share its key with another one (see `homesOf`).
 */
export function sdmxKey(series: SeriesKey, frequency: string, context: KeyContext): string[] {
  return dimensionsOf(context.structure).map((dimension) => codeOf(series, dimension, frequency, context))
}

function codeOf(series: SeriesKey, dimension: SdmxDimension, frequency: string, context: KeyContext): string {
  switch (dimension) {
    case 'FREQ':
      return frequency
    case 'REPORTING_TYPE':
      return reportingTypeOf(series.source, context.mainSource)
    case 'SERIES':
      return series.dimensions['SERIES'] ? writeCodeId(series.dimensions['SERIES']) : writeIndicatorId(series.indicator)
    case 'REF_AREA':
      return writeCodeId(series.refArea)
    case 'CUST_BREAKDOWN':
      return writeCodeId(
        customBreakdown(series, context)
          .map(([id, code]) => `${id}=${code}`)
          .join('&'),
      )
    case 'INDICATOR':
      return writeIndicatorId(series.indicator)
    case 'SOURCE':
      return writeCodeId(series.source)
    case 'METHOD':
      return writeCodeId(series.method)
    case 'BOUNDARY':
      return writeCodeId(series.boundary)
    case 'UNIT_MEASURE':
      return writeCodeId(series.unit)
    case 'SEX':
    case 'AGE':
    case 'URBANISATION':
    case 'INCOME_WEALTH_QUANTILE':
    case 'EDUCATION_LEV':
    case 'OCCUPATION':
    case 'COMPOSITE_BREAKDOWN':
    case 'DISABILITY_STATUS':
    case 'ACTIVITY':
    case 'PRODUCT':
      return writeCodeId(series.dimensions[dimension] ?? '')
  }
}

/** N: the country's or city's own figure. Of another source nobody has told us, so nothing is said. */
export const reportingTypeOf = (source: string, mainSource: string | null): string => (source === mainSource ? 'N' : '_T')

/** What `CUST_BREAKDOWN` says of a series: dimension id and code, in the order of the ids. */
export function customBreakdown(series: SeriesKey, { structure, homes }: KeyContext): Array<[dimension: string, code: string]> {
  const others = Object.entries(series.dimensions)
    .filter(([id, code]) => !taken.has(id) && code !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (structure === 'FIGURES') return others
  const home = homes.get(series.dimensions['SERIES'] || series.indicator)
  if (home === homeOf(series.indicator, series.unit)) return others
  return [['INDICATOR', series.indicator], ['UNIT_MEASURE', series.unit], ...others]
}
