import type { AccessModel } from './access-model.ts'
import { onCrossings } from './on-crossings.ts'
import { countPeople, peopleServed, stopLimits, type PeopleServedOptions } from './people-served.ts'
import type { MethodResult } from './spatial-result.ts'
import { remainingInStraightLine } from './straight-line.ts'
import type { WalkingReach } from './walking-reach.ts'

/** One definition of "within reach of public transport". `method_<code>` in `spatial` says it in words. */
export interface AccessMethod {
  code: string
  /** Along streets from door to stop, along streets from crossing to crossing, or through the air. */
  distance: 'streets' | 'crossings' | 'straight'
  options: PeopleServedOptions
  source: string
}

const fiveHundredToAll = { low: 500, high: 500 }

/**
 * The same question as others ask it, in the order of the page. The first is the indicator itself.
 *
 * ONS counts metro stations with trams (500 m). A stop here knows only its capacity, so that metro stations keep their 1 km.
 */
export const accessMethods: readonly AccessMethod[] = [
  { code: 'network-500-1000', distance: 'streets', options: {}, source: 'UN SDG metadata 11-02-01, September 2021' },
  {
    code: 'network-snap-500-1000',
    distance: 'streets',
    options: { addSnapDistance: true },
    source: 'the same, the way from house to street included',
  },
  { code: 'nodes-500-1000', distance: 'crossings', options: {}, source: 'usual simplification of network tools: Pandana, OSMnx' },
  { code: 'straight-500-1000', distance: 'straight', options: {}, source: 'usual simplification without a street network' },
  {
    code: 'headway-30',
    distance: 'streets',
    options: { headway: { window: 'ghsci', minutes: 30 } },
    source: 'UN distances; window of GHSCI, weekdays 07:00–19:00',
  },
  {
    code: 'headway-20',
    distance: 'streets',
    options: { headway: { window: 'ghsci', minutes: 20 } },
    source: 'UN SDG metadata 11-02-01, secondary: a wait of 20 minutes; window of GHSCI',
  },
  {
    code: 'headway-10',
    distance: 'streets',
    options: { headway: { window: 'ghsci', minutes: 10 } },
    source: 'UN distances; window of GHSCI, weekdays 07:00–19:00',
  },
  {
    code: 'ghsci-500',
    distance: 'streets',
    options: { limits: fiveHundredToAll },
    source: 'Global Healthy and Sustainable City Indicators: any stop within 500 m',
  },
  {
    code: 'ghsci-500-headway-30',
    distance: 'streets',
    options: { limits: fiveHundredToAll, headway: { window: 'ghsci', minutes: 30 } },
    source: 'Global Healthy and Sustainable City Indicators: weekdays 07:00–19:00',
  },
  {
    code: 'ghsci-500-headway-20',
    distance: 'streets',
    options: { limits: fiveHundredToAll, headway: { window: 'ghsci', minutes: 20 } },
    source: 'Global Healthy and Sustainable City Indicators: weekdays 07:00–19:00',
  },
  {
    code: 'itdp-500-headway-10',
    distance: 'streets',
    options: { limits: fiveHundredToAll, headway: { window: 'itdp', minutes: 10 } },
    source: 'ITDP, People Near Frequent Transit: weekdays 07:00–21:00',
  },
  {
    code: 'ons-straight-headway-60',
    distance: 'straight',
    options: { headway: { window: 'ons', minutes: 60 } },
    source: 'Office for National Statistics of the United Kingdom: a departure every hour, Wednesday 06:00–20:00',
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
