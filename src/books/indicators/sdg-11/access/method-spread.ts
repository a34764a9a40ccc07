import type { AccessModel } from './access-model.ts'
import { onCrossings } from '../streets/on-crossings.ts'
import { countPeople, peopleServed, stopLimits, type PeopleServedOptions } from './people-served.ts'
import type { MethodResult } from '../spatial-result.ts'
import { remainingInStraightLine } from '../streets/straight-line.ts'
import type { WalkingReach } from '../streets/walking-reach.ts'

/** One definition of "within reach of public transport". `method_<code>` in `spatial` says it in words. */
export interface AccessMethod {
  code: string
  /** Along streets from door to stop, along streets from crossing to crossing, or through the air. */
  distance: 'streets' | 'crossings' | 'straight'
  options: PeopleServedOptions
  /** Who asks so; `method_source_<source>` in `spatial` says it in words. */
  source: MethodSource
}

/**
 *     un              UN SDG metadata 11-02-01, September 2021
 *     un_way          the same, the way from house to street included
 *     un_hours        UN distances, the hours of GHSCI: weekdays 07:00–19:00
 *     un_wait         UN SDG metadata 11-02-01, secondary: a wait of 20 minutes; the hours of GHSCI
 *     crossings       usual simplification of network tools: Pandana, OSMnx
 *     straight        usual simplification without a street network
 *     ghsci           Global Healthy and Sustainable City Indicators: any stop within 500 m, weekdays 07:00–19:00
 *     itdp            ITDP, People Near Frequent Transit: weekdays 07:00–21:00
 *     ons             Office for National Statistics of the United Kingdom: a departure every hour, Wednesday 06:00–20:00
 */
export type MethodSource = 'un' | 'un_way' | 'un_hours' | 'un_wait' | 'crossings' | 'straight' | 'ghsci' | 'itdp' | 'ons'

const fiveHundredToAll = { low: 500, high: 500 }

/**
 * The same question as others ask it, in the order of the page. The first is the indicator itself.
 *
 * ONS counts metro stations with trams (500 m). A stop here knows only its capacity, so that metro stations keep their 1 km.
 */
export const accessMethods: readonly AccessMethod[] = [
  { code: 'network-500-1000', distance: 'streets', options: {}, source: 'un' },
  {
    code: 'network-snap-500-1000',
    distance: 'streets',
    options: { addSnapDistance: true },
    source: 'un_way',
  },
  { code: 'nodes-500-1000', distance: 'crossings', options: {}, source: 'crossings' },
  { code: 'straight-500-1000', distance: 'straight', options: {}, source: 'straight' },
  {
    code: 'headway-30',
    distance: 'streets',
    options: { headway: { window: 'ghsci', minutes: 30 } },
    source: 'un_hours',
  },
  {
    code: 'headway-20',
    distance: 'streets',
    options: { headway: { window: 'ghsci', minutes: 20 } },
    source: 'un_wait',
  },
  {
    code: 'headway-10',
    distance: 'streets',
    options: { headway: { window: 'ghsci', minutes: 10 } },
    source: 'un_hours',
  },
  {
    code: 'ghsci-500',
    distance: 'streets',
    options: { limits: fiveHundredToAll },
    source: 'ghsci',
  },
  {
    code: 'ghsci-500-headway-30',
    distance: 'streets',
    options: { limits: fiveHundredToAll, headway: { window: 'ghsci', minutes: 30 } },
    source: 'ghsci',
  },
  {
    code: 'ghsci-500-headway-20',
    distance: 'streets',
    options: { limits: fiveHundredToAll, headway: { window: 'ghsci', minutes: 20 } },
    source: 'ghsci',
  },
  {
    code: 'itdp-500-headway-10',
    distance: 'streets',
    options: { limits: fiveHundredToAll, headway: { window: 'itdp', minutes: 10 } },
    source: 'itdp',
  },
  {
    code: 'ons-straight-headway-60',
    distance: 'straight',
    options: { headway: { window: 'ons', minutes: 60 } },
    source: 'ons',
  },
]

export type ReasonWithoutValue = 'no_timetable' | 'no_people'

/** 11.2.1 by every method of the table: how much of the figure is the definition, not the city. */
export const methodSpread = (model: AccessModel, reach?: WalkingReach): MethodResult[] =>
  accessMethods.map((method) => measureMethod(model, method, reach))

/**
 * The share of people served by one method.
 *
 * Missing  null with the reason `no_timetable` where departures matter and none are known, `no_people` where nobody lives.
 */
export function measureMethod(model: AccessModel, { code, distance, options }: AccessMethod, reach?: WalkingReach): MethodResult {
  const { headway } = options
  if (headway !== undefined && model.stops.headwayMinutes[headway.window] === undefined) return withoutValue(code, 'no_timetable')
  const { share } =
    distance === 'straight'
      ? countPeople(model, remainingInStraightLine({ ...model.stops, limit: stopLimits(model.stops, options) }, model.cells))
      : peopleServed(distance === 'crossings' ? onCrossings(model) : model, options, reach)
  return share === null ? withoutValue(code, 'no_people') : { code, value: share, reason: null }
}

const withoutValue = (code: string, reason: ReasonWithoutValue): MethodResult => ({ code, value: null, reason })

/** The method of a code. */
export function methodOf(code: string): AccessMethod {
  const found = accessMethods.find((method) => method.code === code)
  if (found === undefined) throw new RangeError(`There is no method "${code}".`)
  return found
}
