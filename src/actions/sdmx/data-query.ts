import type { Condition } from '../../books/indicators/sdmx/condition.ts'
import type { KeyPattern } from '../../books/indicators/sdmx/key-pattern.ts'
import type { Language } from '../../books/text.ts'

export type DataContext = 'dataflow' | 'datastructure' | 'provisionagreement'

/** Which artefacts are meant; null: all. */
export interface ArtefactQuery {
  agencies: readonly string[] | null
  ids: readonly string[] | null
  versions: readonly string[] | null
}

/** Who gave data; null: whichever agency lists him. */
export interface ProviderRef {
  agency: string | null
  id: string
}

/** A question for data, whatever version of the interface it came by. */
export interface DataQuery extends ArtefactQuery {
  context: DataContext
  /** Only what these gave; null: all. */
  providers: readonly ProviderRef[] | null
  /** The keys for a structure of so many dimensions; null: they do not fit. */
  readKeys(dimensions: number): KeyPattern[] | null
  conditions: readonly Condition[]
  /** Only what has changed since then; a day counts from its end. */
  updatedAfter: string | null
  /** As the record stood; null: as it stands. */
  asOf: string | null
  includeHistory: boolean
  firstObservations: number | null
  lastObservations: number | null
  offset: number
  limit: number | null
  /** Ids of the attributes that are wanted, or those attached somewhere. */
  attributes: 'all' | 'none' | 'series' | 'observation' | readonly string[]
  shows: 'values' | 'no_values' | 'series'
  isFlat: boolean
  languages: readonly Language[]
}

/** Why there is no answer: SDMX's own kinds of errors. */
export interface SdmxProblem {
  kind: 'syntax' | 'not_found' | 'empty' | 'semantic' | 'not_implemented' | 'not_acceptable' | 'too_large'
  /** What is wrong, and what to do. */
  says: string
}

/** All versions here are 1.0.0: whether that is one of those asked for. */
export const isVersionAsked = (versions: readonly string[] | null): boolean =>
  versions === null ||
  versions.some(
    (asked) =>
      ['*', '+', '~', 'latest', 'all', '1', '1.0', '1.0.0'].includes(asked) || /^[01]\+(\.0){0,2}$|^1\.0\+(\.0)?$|^1\.0\.0\+$/.test(asked),
  )

export const version = '1.0.0'
