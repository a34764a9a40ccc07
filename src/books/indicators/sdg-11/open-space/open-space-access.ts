import type { Plane } from '../../../../kernel/equal-area-plane.ts'
import { NearShapes } from '../../../../kernel/near-shapes.ts'
import { pickShapes } from '../../../../kernel/plane-shapes.ts'
import type { AccessModel, StopsOnStreets } from '../access/access-model.ts'
import { onCrossings } from '../streets/on-crossings.ts'
import type { OpenSpaceClass } from '../city/city-extract.ts'
import type { Entrances } from './open-space-entrances.ts'
import type { OpenSpaces } from './open-space.ts'
import { countPeople, type PeopleServed } from '../access/people-served.ts'
import { indexStreets, snapToStreets } from '../streets/snap-to-streets.ts'
import type { MethodResult } from '../spatial-result.ts'
import type { StreetNetwork } from '../streets/street-network.ts'
import type { WalkQuestion } from '../sureness/sureness.ts'
import { WalkingReach, type WalkStarts } from '../streets/walking-reach.ts'

/** Name of the share of people among the parts of a result of 11.7.1. */
export const accessPart = 'accessShare'

/** SDG 11.7.1: five minutes' walk. */
export const openSpaceMetres = 400

/** A city with its open spaces, and people and entrances on its streets. */
export interface OpenSpaceCity {
  spaces: OpenSpaces
  plane: Plane
  network: StreetNetwork
  /** People on streets; its stops do not matter. */
  model: AccessModel
  entrances: Entrances
}

/** One definition of "within reach of open space". */
export interface OpenSpaceMethod {
  code: string
  /** Along streets to an entrance, from crossing to crossing, along streets to the middle of a space, or through the air to its edge. */
  distance: 'streets' | 'crossings' | 'centroids' | 'straight'
  metres: number
  leastSquareMetres: number
  /** Classes of open space that do not count. */
  without: readonly OpenSpaceClass[]
  source: string
}

const un = { distance: 'streets', metres: openSpaceMetres, leastSquareMetres: 0, without: [] } as const

/** The same question as others ask it. The first is the indicator itself. */
export const openSpaceMethods: readonly OpenSpaceMethod[] = [
  { ...un, code: 'access-network-400', source: 'UN SDG metadata 11-07-01, March 2021' },
  { ...un, code: 'access-straight-400', distance: 'straight', source: 'usual simplification without a street network' },
  { ...un, code: 'access-nodes-400', distance: 'crossings', source: 'usual simplification of network tools: Pandana, OSMnx' },
  { ...un, code: 'access-centroids-400', distance: 'centroids', source: 'usual simplification: a park as one point in its middle' },
  { ...un, code: 'access-without-pitches-400', without: ['pitch'], source: 'UN distance, sports grounds left out' },
  {
    ...un,
    code: 'access-without-gardens-400',
    without: ['garden'],
    source: 'UN distance, without gardens: many are strips of green or private',
  },
  { ...un, code: 'access-large-400', leastSquareMetres: 15_000, source: 'UN distance, size as GHSCI: open spaces of 1.5 ha and more' },
  {
    ...un,
    code: 'access-ghsci-500',
    metres: 500,
    without: ['garden', 'pitch'],
    source: 'Global Healthy and Sustainable City Indicators: any open space within 500 m, without gardens and sports grounds',
  },
  {
    ...un,
    code: 'access-ghsci-large-500',
    metres: 500,
    without: ['garden', 'pitch'],
    leastSquareMetres: 15_000,
    source: 'Global Healthy and Sustainable City Indicators: 1.5 ha and more within 500 m, without gardens and sports grounds',
  },
  {
    ...un,
    code: 'access-who-straight-300',
    distance: 'straight',
    metres: 300,
    leastSquareMetres: 5_000,
    source: 'WHO Regional Office for Europe, Urban green spaces (2016): 0.5 ha and more within 300 m in a straight line',
  },
]

/**
 * Share of people with open public space within 400 m walking distance (SDG 11.7.1).
 *
 *     share = 100 · Σ population of cells from which an entrance is within 400 m along streets / Σ population
 *
 * Source   UN SDG metadata 11-07-01, March 2021. Open spaces outside of the city serve people inside.
 * Units    persons → per cent.
 * Missing  a cell on no street counts as not served; null where nobody lives.
 * Cost     one bounded search.
 */
export function peopleNearOpenSpace(city: OpenSpaceCity, reach?: WalkingReach): PeopleServed {
  const [method] = openSpaceMethods
  return served(city, method as OpenSpaceMethod, reach)
}

/** The share of people by one method of the table, changed in some respect. */
export const shareNearOpenSpace = (city: OpenSpaceCity, change: Partial<WhichSpaces>, reach?: WalkingReach): number | null =>
  served(city, { ...un, ...change }, reach).share

/** The share of people by every method of the table. */
export function openSpaceMethodSpread(city: OpenSpaceCity): MethodResult[] {
  const reach = new WalkingReach(city.model.graph)
  return openSpaceMethods.map((method) => {
    const { share } = served(city, method, reach)
    return { code: method.code, value: share, reason: share === null ? 'no_people' : null, of: accessPart }
  })
}

/**
 * The question as `drawShares` asks it a thousand times. `place` names the open space of each start: when one is missing, all of its
 * entrances are.
 */
export function openSpaceQuestion(city: OpenSpaceCity, metres = openSpaceMetres): WalkQuestion & { place: Uint32Array } {
  const { model, entrances } = city
  return {
    graph: model.graph,
    cells: model.cells,
    starts: { ...entrances, limit: limitsOf(city, { ...un, metres }) },
    place: entrances.space,
  }
}

function served(
  city: OpenSpaceCity,
  method: Omit<OpenSpaceMethod, 'code' | 'source'>,
  reach = new WalkingReach(city.model.graph),
): PeopleServed {
  const { model, entrances } = city
  if (method.distance === 'straight') return countPeople(model, straightReach(city, method))
  if (method.distance === 'centroids') return countPeople(model, reach.measure(centroidStarts(city, method), model.cells))
  const limit = limitsOf(city, method)
  if (method.distance === 'streets') return countPeople(model, reach.measure({ ...entrances, limit }, model.cells))
  const moved = onCrossings({ ...model, stops: asStops(entrances) })
  return countPeople(model, reach.measure({ ...moved.stops, limit }, moved.cells))
}

/** Which spaces count, and how far people walk to them. */
type WhichSpaces = Pick<OpenSpaceMethod, 'leastSquareMetres' | 'without' | 'metres'>

const counts = ({ spaces }: OpenSpaceCity, space: number, method: WhichSpaces): boolean =>
  (spaces.squareMetres[space] as number) >= method.leastSquareMetres && !method.without.includes(spaces.class[space] ?? '')

/** How far people walk to each entrance; -1 where its space does not count. */
const limitsOf = (city: OpenSpaceCity, method: WhichSpaces): Float64Array =>
  Float64Array.from(city.entrances.space, (space) => (counts(city, space, method) ? method.metres : -1))

function centroidStarts(city: OpenSpaceCity, method: WhichSpaces): WalkStarts {
  const { spaces, network } = city
  const { edge, offset } = snapToStreets(indexStreets(network), spaces.centroidLon, spaces.centroidLat)
  const limit = Float64Array.from({ length: spaces.count }, (_, space) => (counts(city, space, method) ? method.metres : -1))
  return { count: spaces.count, edge, offset, limit }
}

function straightReach(city: OpenSpaceCity, method: WhichSpaces): Float64Array {
  const { spaces, plane, model } = city
  const picked = Array.from({ length: spaces.count }, (_, space) => space).filter((space) => counts(city, space, method))
  const near = new NearShapes(pickShapes(spaces.shapes, picked))
  return Float64Array.from({ length: model.cells.count }, (_, c) =>
    near.isNear(plane.x(model.cells.lon[c] as number), plane.y(model.cells.lat[c] as number), method.metres) ? 0 : -Infinity,
  )
}

/** Entrances in the shape of stops, for what moves stops. */
const asStops = (entrances: Entrances): StopsOnStreets => ({
  ...entrances,
  offset: entrances.offset,
  snapMetres: new Float32Array(entrances.count),
  id: [],
  name: [],
  capacity: new Uint8Array(entrances.count),
  headwayMinutes: {},
})
