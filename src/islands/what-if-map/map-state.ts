import type { Place } from '../../books/indicators/sdg-11/access/what-if-edits.ts'
import type { Site } from '../../books/indicators/sdg-11/access/what-if-trial.ts'
import type { StopRef } from './session.ts'

export interface ShownStop extends Place {
  stop: StopRef
  name: string
  kind: 'own' | 'added' | 'moved' | 'removed'
  isStation: boolean
}

/** What the live map shows besides its tiles. */
export interface MapState {
  stops: readonly ShownStop[]
  selected: StopRef | null
  /** For each cell an index into `cellStates`. */
  cells: Uint8Array
  sites: readonly Site[]
  /** Crossings and the people whom a stop there would newly serve; null while nobody asks. */
  gain: ReadonlyArray<Place & { people: number }> | null
}

/** What a reader does on the live map. */
export interface MapEvents {
  point(place: Place): void
  select(stop: StopRef | null): void
  move(stop: StopRef, place: Place): void
  remove(): void
}

export interface MapOptions {
  /** Address of the archive of tiles, and of the script of the map's own thread. */
  tiles: string
  worker: string
  /** West, south, east, north. */
  bounds: [number, number, number, number]
  label: string
}

/** The live map, as `map-view.ts` opens it. */
export interface LiveMap {
  show(state: MapState): void
  /** Shows the whole city, in the place that the map has now. */
  fit(): void
  /** Brings a place into sight, near enough to tell streets apart. */
  lookAt(place: Place): void
  zoomIn(): void
  zoomOut(): void
  /** What is shown now, as the address of a picture: a canvas does not come onto paper. */
  picture(): string
}

export type OpenMap = (container: HTMLElement, options: MapOptions, events: MapEvents) => Promise<LiveMap>
