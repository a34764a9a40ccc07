/** Stops at which somebody can board, in columns. */
export interface TransitStops {
  count: number
  id: readonly string[]
  name: readonly string[]
  lon: Float64Array
  lat: Float64Array
  /** 1 low capacity (bus, tram: 500 m), 2 high (train, metro, ferry: 1 km), 3 both. */
  capacity: Uint8Array
  /**
   * Minutes between departures by service window (`serviceWindows`), of the direction with most of them, as a mean over the days of the
   * window; Infinity where nothing departs. Empty when there is no timetable.
   */
  headwayMinutes: Readonly<Partial<Record<ServiceWindowName, Float64Array>>>
}

/** When departures are counted. Days are those of the reference week that the feed's calendar covers best. */
export interface ServiceWindow {
  days: 'weekdays' | 'wednesday' | 'saturday' | 'sunday' | 'week'
  from: string
  to: string
}

export const serviceWindows = {
  /** Global Healthy and Sustainable City Indicators. */
  ghsci: { days: 'weekdays', from: '07:00', to: '19:00' },
  /** ITDP, People Near Frequent Transit. */
  itdp: { days: 'weekdays', from: '07:00', to: '21:00' },
  /** Office for National Statistics of the United Kingdom. */
  ons: { days: 'wednesday', from: '06:00', to: '20:00' },
} as const satisfies Record<string, ServiceWindow>
export type ServiceWindowName = keyof typeof serviceWindows

/** SDG 11.2.1: how far people walk to a stop of low and of high capacity. */
export const walkMetres = { low: 500, high: 1000 } as const
