import type { Interval, PartOfCity } from '../../books/indicators/sdg-11/spatial-result.ts'
import type { WhatIfEdits } from '../../books/indicators/sdg-11/access/what-if-edits.ts'
import type { Site } from '../../books/indicators/sdg-11/access/what-if-trial.ts'
import type { CityMapData } from '../../charts/city-map.tsx'

/** What the page of a city's map is told: the stored figure, the picture, and what the reader tries. */
export interface MapView {
  figure: {
    /** Per cent, as it was published. */
    value: string
    interval: Interval | null
    served: number
    people: number
    timePeriod: string
    /** Page of the figure inside the city: `/figures/…`. */
    path: string
  }
  /** Page of the method inside the city. */
  methodPath: string
  picture: Pick<CityMapData, 'frame' | 'background' | 'people' | 'stops'>
  tried: {
    edits: WhatIfEdits
    /** People near a stop, as the edits leave the city. */
    served: number
  }
  sites: readonly Site[]
  districts: readonly PartOfCity[]
  /** All stops of the timetable. `counts` is false where no street is near, or nothing departs. */
  stops: ReadonlyArray<{ id: string; name: string; lon: number; lat: number; counts: boolean }>
  /** Addresses of the files of the release. */
  files: { tiles: string; model: string; geojson: string | null; csv: string | null }
  /** Stands on the map: `© OpenStreetMap contributors`, or that the map is invented. */
  attribution: string
  /** Where the data come from and on which terms, as their makers say it. */
  licences: ReadonlyArray<{ what: 'streets' | 'timetable' | 'population' | 'boundary'; text: string; url: string | null }>
}
