import type { AreaKind, OpenSpaceClass, OsmTags } from './city-extract.ts'

/** The keys that the rules below ask for, so that a reader can pass over the others. */
export const askedKeys = [
  'highway',
  'building',
  'leisure',
  'landuse',
  'natural',
  'place',
  'waterway',
  'railway',
  'station',
  'amenity',
  'public_transport',
  'area',
  'access',
  'fee',
  'garden:type',
  'foot',
  'service',
  'disused',
  'train',
  'subway',
  'ferry',
  'bus',
  'tram',
  'name',
  'width',
  'lanes',
  'building:levels',
] as const

const notForWalking = /motor|proposed|construction|abandoned|platform|raceway/

/**
 * Whether people may walk along a way: any `highway`, unless it is for motors only, not there (yet), private, or an area.
 *
 * Source   walking filter of OSMnx, as the Global Healthy and Sustainable City Indicators use it. The UN's default is "all streets
 *          walkable"; this leaves out what nobody walks on.
 *
 * @example
 * isWalkable(new Map([['highway', 'residential']])) // => true
 * isWalkable(new Map([['highway', 'motorway']])) // => false
 * isWalkable(new Map([['highway', 'service'], ['access', 'private']])) // => false
 */
export function isWalkable(tags: OsmTags): boolean {
  const highway = tags.get('highway')
  if (highway === undefined || notForWalking.test(highway)) return false
  if (tags.get('area') === 'yes') return false
  if (tags.get('foot')?.includes('no') === true) return false
  return tags.get('service')?.includes('private') !== true && tags.get('access')?.includes('private') !== true
}

const openLeisure: ReadonlySet<string> = new Set<OpenSpaceClass>([
  'park',
  'garden',
  'playground',
  'recreation_ground',
  'nature_reserve',
  'common',
  'dog_park',
  'pitch',
  'beach_resort',
])
const openLanduse: ReadonlySet<string> = new Set<OpenSpaceClass>(['recreation_ground', 'village_green'])
const closedAccess = new Set(['private', 'no', 'customers', 'permit', 'members', 'residents'])
const closedGardens = new Set(['residential', 'private'])
const greenLanduse = new Set([
  'forest',
  'grass',
  'meadow',
  'cemetery',
  'orchard',
  'vineyard',
  'farmland',
  'allotments',
  'flowerbed',
  'greenfield',
])
const greenNatural = new Set(['wood', 'scrub', 'grassland', 'heath', 'wetland', 'shrubbery'])
const waterLanduse = new Set(['reservoir', 'basin'])
const waterWaterway = new Set(['riverbank', 'dock', 'canal'])

/**
 * What a closed outline is: a building, open public space, other green, water, or nothing that is needed (null).
 *
 * `open` is potential open public space in the sense of SDG 11.7.1: land without buildings that everybody may enter without paying — parks,
 * gardens, playgrounds, squares, beaches, free sports grounds. Golf courses and what asks for a fee are not. Tags cannot prove it: results
 * made of them are labelled as not validated. `green` and `water` are for the background of the map only.
 *
 * Gardens count, as the UN names them among open public spaces, unless tags say that they are private. Many in OpenStreetMap say nothing and
 * lie behind a wall (3,256 of 3,302 in Las Palmas have no word about access); the Global Healthy and Sustainable City Indicators leave out all
 * gardens and sports grounds for that reason. `openSpaceMethods` gives both.
 *
 * Source   UN SDG metadata 11-07-01 (March 2021), "Definition of open public space"; tags of the OpenStreetMap wiki.
 *
 * @example
 * areaKindOf(new Map([['leisure', 'park']])) // => 'open'
 * areaKindOf(new Map([['leisure', 'garden'], ['access', 'private']])) // => null
 * areaKindOf(new Map([['leisure', 'garden'], ['garden:type', 'residential']])) // => null
 * areaKindOf(new Map([['highway', 'pedestrian'], ['area', 'yes']])) // => 'open'
 * areaKindOf(new Map([['building', 'apartments']])) // => 'building'
 */
export function areaKindOf(tags: OsmTags): AreaKind | null {
  const building = tags.get('building')
  if (building !== undefined && building !== 'no') return 'building'
  if (openSpaceClassOf(tags) !== '') return isForEverybody(tags) ? 'open' : null
  const leisure = tags.get('leisure') ?? ''
  const landuse = tags.get('landuse') ?? ''
  const natural = tags.get('natural') ?? ''
  if (natural === 'water' || waterLanduse.has(landuse) || waterWaterway.has(tags.get('waterway') ?? '')) return 'water'
  return greenLanduse.has(landuse) || greenNatural.has(natural) || leisure === 'golf_course' ? 'green' : null
}

/**
 * What would make an outline an open space, whoever may enter it; empty where nothing does.
 *
 * @example
 * openSpaceClassOf(new Map([['leisure', 'pitch'], ['landuse', 'recreation_ground']])) // => 'pitch'
 * openSpaceClassOf(new Map([['place', 'square']])) // => 'square'
 * openSpaceClassOf(new Map([['landuse', 'farmland']])) // => ''
 */
export function openSpaceClassOf(tags: OsmTags): OpenSpaceClass {
  const leisure = tags.get('leisure') ?? ''
  if (openLeisure.has(leisure)) return leisure as OpenSpaceClass
  const landuse = tags.get('landuse') ?? ''
  if (openLanduse.has(landuse)) return landuse as OpenSpaceClass
  if (tags.get('natural') === 'beach') return 'beach'
  if (tags.get('place') === 'square') return 'square'
  return tags.get('highway') === 'pedestrian' && tags.get('area') === 'yes' ? 'pedestrian' : ''
}

/** Without a word about it, a park is taken to be for everybody. */
const isForEverybody = (tags: OsmTags): boolean =>
  !closedAccess.has(tags.get('access') ?? '') && !closedGardens.has(tags.get('garden:type') ?? '') && tags.get('fee') !== 'yes'

/**
 * At which stops people board: 0 none, 1 low capacity (bus, tram: 500 m), 2 high (train, metro, ferry: 1 km), 3 both.
 *
 * Trams count as low and metros as high, as the UN metadata say. A platform counts as low unless its tags name trains, metros or ferries.
 *
 * Source   UN SDG metadata 11-02-01 (September 2021); tags of the OpenStreetMap wiki.
 *
 * @example
 * stopCapacityOf(new Map([['highway', 'bus_stop']])) // => 1
 * stopCapacityOf(new Map([['railway', 'station']])) // => 2
 * stopCapacityOf(new Map([['public_transport', 'platform'], ['bus', 'yes'], ['ferry', 'yes']])) // => 3
 * stopCapacityOf(new Map([['amenity', 'cafe']])) // => 0
 */
export function stopCapacityOf(tags: OsmTags): 0 | 1 | 2 | 3 {
  if (tags.get('disused') === 'yes') return 0
  const railway = tags.get('railway')
  const publicTransport = tags.get('public_transport')
  const isBoarding = publicTransport === 'platform' || publicTransport === 'stop_position' || publicTransport === 'station'
  const isTram = railway === 'tram_stop' || tags.get('station') === 'light_rail'
  const high =
    ((railway === 'station' || railway === 'halt') && !isTram) ||
    railway === 'subway_entrance' ||
    tags.get('amenity') === 'ferry_terminal' ||
    (isBoarding && (tags.get('train') === 'yes' || tags.get('subway') === 'yes' || tags.get('ferry') === 'yes'))
  const saysLow = tags.get('bus') === 'yes' || tags.get('tram') === 'yes'
  const low =
    isTram ||
    tags.get('highway') === 'bus_stop' ||
    tags.get('amenity') === 'bus_station' ||
    (railway === 'platform' && !high) ||
    (isBoarding && (saysLow || !high))
  return high ? (low ? 3 : 2) : low ? 1 : 0
}

/**
 * A length as people write it into OpenStreetMap, in metres: `3.5`, `3,5 m`, `12'6"`. null when it is not understood.
 *
 * Source   OpenStreetMap wiki, "Key:width": metres unless another unit is named.
 *
 * @example
 * parseMetres('3,5 m') // => 3.5
 * parseMetres(`12'6"`) // => 3.81
 * parseMetres('wide') // => null
 */
export function parseMetres(text: string): number | null {
  const match = /^\s*(\d+(?:[.,]\d+)?)\s*(m|km|cm|ft|')?\s*(?:(\d+(?:\.\d+)?)\s*")?\s*$/.exec(text)
  if (match === null) return null
  const [, digits = '', unit = 'm', inches] = match
  const value = Number(digits.replace(',', '.'))
  if (inches !== undefined && unit !== "'" && unit !== 'ft') return null
  if (unit === "'" || unit === 'ft') return value * 0.3048 + Number(inches ?? 0) * 0.0254
  return unit === 'km' ? value * 1000 : unit === 'cm' ? value / 100 : value
}

/** `width=…` of a street in decimetres, up to 1 km; 0 when not said or not understood. */
export function streetWidthDecimetresOf(tags: OsmTags): number {
  const metres = parseMetres(tags.get('width') ?? '')
  return metres === null || metres > 1000 ? 0 : Math.round(metres * 10)
}

/** `lanes=…` of a street, up to 50; 0 when not said or not understood. */
export function lanesOf(tags: OsmTags): number {
  const lanes = Number(tags.get('lanes') ?? 0)
  return lanes >= 1 && lanes <= 50 ? Math.round(lanes) : 0
}

/** `building:levels=…`, up to 200; 0 when not said or not understood. */
export function buildingLevelsOf(tags: OsmTags): number {
  const levels = Number((tags.get('building:levels') ?? '0').replace(',', '.'))
  return levels > 0 && levels <= 200 ? levels : 0
}
