import type { DataStructure } from './model.ts'

/** Attributes that the cross-domain concepts and the SDG structure know: for messages whose structure nobody gave. */
const knownAttributes = new Set(
  (
    'OBS_STATUS OBS_CONF OBS_PRE_BREAK CONF_STATUS UNIT_MEASURE UNIT_MULT DECIMALS BASE_PER NATURE TIME_DETAIL TIME_FORMAT COMMENT_OBS ' +
    'COMMENT_TS COMMENT_DSET TIME_COVERAGE UPPER_BOUND LOWER_BOUND SOURCE_DETAIL GEO_INFO_URL GEO_INFO_TYPE CUST_BREAKDOWN_LB ' +
    'DATA_LAST_UPDATE TITLE TITLE_COMPL COLLECTION'
  ).split(' '),
)

/** Which component of a message is what: by its structure or, where there is none, by what SDMX calls them. */
export class Components {
  readonly time: string
  readonly measure: string
  readonly #dimensions: ReadonlySet<string> | null
  readonly #attachedTo: ReadonlyMap<string, 'dataset' | 'series' | 'observation'>

  constructor(structure: DataStructure | null) {
    this.time = structure?.timeDimension.id ?? 'TIME_PERIOD'
    this.measure = structure?.measure.id ?? 'OBS_VALUE'
    this.#dimensions = structure === null ? null : new Set(structure.dimensions.map((one) => one.id))
    this.#attachedTo = new Map(structure?.attributes.map((one) => [one.id, one.attachedTo]))
  }

  /** Whether there is a structure that has this component; true for all where there is none. */
  has(id: string): boolean {
    return this.#dimensions === null || id === this.time || id === this.measure || this.#dimensions.has(id) || this.#attachedTo.has(id)
  }

  /** Whether something said of a whole series is part of its key. What nobody knows is: two series must never become one. */
  isDimensionOfSeries(id: string): boolean {
    if (this.#dimensions === null) return !knownAttributes.has(id)
    return this.#dimensions.has(id) || !this.#attachedTo.has(id)
  }

  /** Whether something said of one observation is part of its key. What nobody knows is not: it is an attribute. */
  isDimensionOfObservation(id: string): boolean {
    return this.#dimensions?.has(id) ?? false
  }

  attachedTo(id: string): 'dataset' | 'series' | 'observation' {
    return this.#attachedTo.get(id) ?? 'observation'
  }
}
