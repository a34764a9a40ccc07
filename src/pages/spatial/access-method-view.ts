import type { City } from '../../books/indicators/figure.ts'
import type { OfficialExplained } from '../../books/indicators/sdg-11/access/explain-official.ts'
import type { SpatialResult } from '../../books/indicators/sdg-11/spatial-result.ts'
import type { InputErrors } from '../../books/indicators/sdg-11/sureness/sureness.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { MapView } from './map-view.ts'

/** A published share of people near a stop, and the page on which it opens. `value` is the published text, in per cent. */
export interface PublishedShare {
  value: string
  source: MultilingualText
  sourceId: string
  timePeriod: string
  path: string
}

/** How 11.2.1 comes about in a city. */
export interface AccessMethodView {
  /** null where nothing was computed. */
  computed: ComputedAccess | null
  /** What others have published. */
  officials: readonly PublishedShare[]
  /** Cities computed by the same method. */
  cities: readonly ComparedCity[]
}

export interface ComputedAccess {
  figure: PublishedShare
  result: Omit<SpatialResult, 'notices'>
  /** How wrong the inputs were taken to be. */
  errors: InputErrors
  release: { number: number; noticeCounts: Readonly<Record<string, number>> }
  /** What would have to be different for the latest official figures to be ours. */
  explained: ReadonlyArray<{ of: PublishedShare; explained: OfficialExplained }>
  licences: MapView['licences']
}

export interface ComparedCity {
  city: Pick<City, 'slug' | 'name' | 'invented'>
  /** null: nothing was computed for it yet. */
  figure: PublishedShare | null
}
