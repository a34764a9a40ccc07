/**
 * The dimensions of the global SDG structure in their order.
 *
 * Source  data structure IAEG-SDGs:SDG, as dataflow IAEG-SDGs:DF_SDG_GLH(1.24) uses it.
 */
export const sdgDimensions = [
  'FREQ',
  'REPORTING_TYPE',
  'SERIES',
  'REF_AREA',
  'SEX',
  'AGE',
  'URBANISATION',
  'INCOME_WEALTH_QUANTILE',
  'EDUCATION_LEV',
  'OCCUPATION',
  'CUST_BREAKDOWN',
  'COMPOSITE_BREAKDOWN',
  'DISABILITY_STATUS',
  'ACTIVITY',
  'PRODUCT',
] as const

/** What a series of ours has besides: with these, no two series share a key. */
export const ownDimensions = ['INDICATOR', 'SOURCE', 'METHOD', 'BOUNDARY', 'UNIT_MEASURE'] as const

export type SdmxDimension = (typeof sdgDimensions)[number] | (typeof ownDimensions)[number]

/** Dimensions that our series have under the same id. Every other one of theirs is told in `CUST_BREAKDOWN`. */
export const cutDimensions = [
  'SEX',
  'AGE',
  'URBANISATION',
  'INCOME_WEALTH_QUANTILE',
  'EDUCATION_LEV',
  'OCCUPATION',
  'COMPOSITE_BREAKDOWN',
  'DISABILITY_STATUS',
  'ACTIVITY',
  'PRODUCT',
] as const satisfies readonly SdmxDimension[]

/** The two structures: every figure with all that tells series apart, and official figures exactly as the SDG structure has them. */
export type SdmxStructure = 'FIGURES' | 'SDG'

export const dimensionsOf = (structure: SdmxStructure): readonly SdmxDimension[] =>
  structure === 'SDG' ? sdgDimensions : [...sdgDimensions, ...ownDimensions]

/** The code of a dimension that a series does not have. */
export const total = '_T'

export interface SdmxAttribute {
  id: string
  attachedTo: 'series' | 'observation'
  isRequired: boolean
}

const sdgAttributes: readonly SdmxAttribute[] = [
  { id: 'OBS_STATUS', attachedTo: 'observation', isRequired: true },
  { id: 'UNIT_MULT', attachedTo: 'series', isRequired: true },
  { id: 'UNIT_MEASURE', attachedTo: 'series', isRequired: true },
  { id: 'BASE_PER', attachedTo: 'observation', isRequired: false },
  { id: 'NATURE', attachedTo: 'observation', isRequired: false },
  { id: 'TIME_DETAIL', attachedTo: 'observation', isRequired: false },
  { id: 'COMMENT_OBS', attachedTo: 'observation', isRequired: false },
  { id: 'TIME_COVERAGE', attachedTo: 'observation', isRequired: false },
  { id: 'UPPER_BOUND', attachedTo: 'observation', isRequired: false },
  { id: 'LOWER_BOUND', attachedTo: 'observation', isRequired: false },
  { id: 'SOURCE_DETAIL', attachedTo: 'series', isRequired: false },
  { id: 'COMMENT_TS', attachedTo: 'series', isRequired: false },
  { id: 'GEO_INFO_URL', attachedTo: 'observation', isRequired: false },
  { id: 'GEO_INFO_TYPE', attachedTo: 'observation', isRequired: false },
  { id: 'CUST_BREAKDOWN_LB', attachedTo: 'series', isRequired: false },
  { id: 'DATA_LAST_UPDATE', attachedTo: 'observation', isRequired: false },
]

/** Attributes that the record can fill; the SDG structure has the rest too, and they stay empty. */
const knownAttributes = new Set([
  ...['OBS_STATUS', 'UNIT_MULT', 'COMMENT_OBS', 'SOURCE_DETAIL', 'COMMENT_TS', 'CUST_BREAKDOWN_LB', 'DATA_LAST_UPDATE'],
])

/** Attributes of a structure, in order. `UNIT_MEASURE` is a dimension of ours and an attribute of the SDG structure. */
export const attributesOf = (structure: SdmxStructure): readonly SdmxAttribute[] =>
  structure === 'SDG'
    ? sdgAttributes
    : [
        ...sdgAttributes.filter(({ id }) => knownAttributes.has(id)),
        { id: 'RELEASE', attachedTo: 'observation', isRequired: true },
        { id: 'FIGURE_URL', attachedTo: 'series', isRequired: false },
      ]
