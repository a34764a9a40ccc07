import { expect, test } from 'vitest'
import type { OsmTags } from './city-extract.ts'
import {
  areaKindOf,
  askedKeys,
  buildingLevelsOf,
  isWalkable,
  lanesOf,
  parseMetres,
  stopCapacityOf,
  streetWidthDecimetresOf,
} from './osm-tags.ts'

const tagsOf = (tags: Record<string, string>): OsmTags => new Map(Object.entries(tags))

test.each([
  { case: 'a residential street', tags: { highway: 'residential' }, walkable: true },
  { case: 'steps', tags: { highway: 'steps' }, walkable: true },
  { case: 'a cycleway', tags: { highway: 'cycleway' }, walkable: true },
  { case: 'a motorway link', tags: { highway: 'motorway_link' }, walkable: false },
  { case: 'a street that is being built', tags: { highway: 'construction' }, walkable: false },
  { case: 'a platform', tags: { highway: 'platform' }, walkable: false },
  { case: 'a square as an area', tags: { highway: 'pedestrian', area: 'yes' }, walkable: false },
  { case: 'a street on which walking is forbidden', tags: { highway: 'primary', foot: 'no' }, walkable: false },
  { case: 'a street on which walking is allowed', tags: { highway: 'primary', foot: 'designated' }, walkable: true },
  { case: 'a private street', tags: { highway: 'service', access: 'private' }, walkable: false },
  { case: 'a private service road', tags: { highway: 'service', service: 'private' }, walkable: false },
  { case: 'a driveway', tags: { highway: 'service', service: 'driveway' }, walkable: true },
  { case: 'a railway', tags: { railway: 'rail' }, walkable: false },
])('$case: walkable $walkable', ({ tags, walkable }) => {
  expect(isWalkable(tagsOf(tags))).toBe(walkable)
})

test.each([
  { case: 'a house', tags: { building: 'yes' }, kind: 'building' },
  { case: 'no house', tags: { building: 'no' }, kind: null },
  { case: 'a house in a park', tags: { building: 'yes', leisure: 'park' }, kind: 'building' },
  { case: 'a park', tags: { leisure: 'park' }, kind: 'open' },
  { case: 'a private garden', tags: { leisure: 'garden', access: 'private' }, kind: null },
  { case: 'the garden of a house', tags: { leisure: 'garden', 'garden:type': 'residential' }, kind: null },
  { case: 'a garden that says nothing about who may enter', tags: { leisure: 'garden' }, kind: 'open' },
  { case: 'a park that asks for a fee', tags: { leisure: 'park', fee: 'yes' }, kind: null },
  { case: 'a free sports ground', tags: { leisure: 'pitch' }, kind: 'open' },
  { case: 'a sports ground for customers', tags: { leisure: 'pitch', access: 'customers' }, kind: null },
  { case: 'a square', tags: { place: 'square' }, kind: 'open' },
  { case: 'a pedestrian area', tags: { highway: 'pedestrian', area: 'yes' }, kind: 'open' },
  { case: 'a pedestrian street that runs in a circle', tags: { highway: 'pedestrian' }, kind: null },
  { case: 'a beach', tags: { natural: 'beach' }, kind: 'open' },
  { case: 'a golf course: green, but not open', tags: { leisure: 'golf_course' }, kind: 'green' },
  { case: 'a wood', tags: { natural: 'wood' }, kind: 'green' },
  { case: 'a cemetery', tags: { landuse: 'cemetery' }, kind: 'green' },
  { case: 'a lake', tags: { natural: 'water' }, kind: 'water' },
  { case: 'a reservoir', tags: { landuse: 'reservoir' }, kind: 'water' },
  { case: 'a quarter of houses', tags: { landuse: 'residential' }, kind: null },
])('$case: $kind', ({ tags, kind }) => {
  expect(areaKindOf(tagsOf(tags))).toBe(kind)
})

test.each([
  { case: 'a bus stop', tags: { highway: 'bus_stop' }, capacity: 1 },
  { case: 'a platform without a word about what stops there', tags: { public_transport: 'platform' }, capacity: 1 },
  { case: 'a tram stop, though it is a railway', tags: { railway: 'tram_stop' }, capacity: 1 },
  { case: 'a tram stop written as a station of light rail', tags: { railway: 'station', station: 'light_rail' }, capacity: 1 },
  { case: 'a bus station', tags: { amenity: 'bus_station', public_transport: 'station' }, capacity: 1 },
  { case: 'a railway station', tags: { railway: 'station', public_transport: 'station', train: 'yes' }, capacity: 2 },
  { case: 'a station without a word about what stops there', tags: { railway: 'station', public_transport: 'station' }, capacity: 2 },
  { case: 'a halt', tags: { railway: 'halt' }, capacity: 2 },
  { case: 'an entrance to the metro', tags: { railway: 'subway_entrance' }, capacity: 2 },
  { case: 'a ferry terminal', tags: { amenity: 'ferry_terminal' }, capacity: 2 },
  { case: 'a platform of trains', tags: { railway: 'platform', public_transport: 'platform', train: 'yes' }, capacity: 2 },
  { case: 'a platform of metro and bus', tags: { public_transport: 'platform', subway: 'yes', bus: 'yes' }, capacity: 3 },
  { case: 'a station that is closed for good', tags: { railway: 'station', disused: 'yes' }, capacity: 0 },
  { case: 'a café', tags: { amenity: 'cafe' }, capacity: 0 },
])('$case: capacity $capacity', ({ tags, capacity }) => {
  expect(stopCapacityOf(tagsOf(tags))).toBe(capacity)
})

test.each([
  { text: '3', metres: 3 },
  { text: '3.25', metres: 3.25 },
  { text: '3,25 m', metres: 3.25 },
  { text: '80 cm', metres: 0.8 },
  { text: '0.5 km', metres: 500 },
  { text: '10 ft', metres: 3.048 },
  { text: `12'6"`, metres: 3.81 },
  { text: '', metres: null },
  { text: '-3', metres: null },
  { text: '3;4', metres: null },
  { text: '1e9', metres: null },
])('the width "$text" is $metres m', ({ text, metres }) => {
  const parsed = parseMetres(text)
  if (metres === null) expect(parsed).toBeNull()
  else expect(parsed).toBeCloseTo(metres, 9)
})

test.each([
  { tags: { width: '7.25' }, read: [73, 0, 0] },
  { tags: { width: '99999', lanes: '3', 'building:levels': '2,5' }, read: [0, 3, 2.5] },
  { tags: { lanes: '-1', 'building:levels': '-2' }, read: [0, 0, 0] },
  { tags: { lanes: 'many', 'building:levels': '1e300' }, read: [0, 0, 0] },
])('what is not understood or cannot be is taken as not said: $tags', ({ tags, read }) => {
  const its = tagsOf(tags)
  expect([streetWidthDecimetresOf(its), lanesOf(its), buildingLevelsOf(its)]).toEqual(read)
})

test('the rules ask for no key but those that they say', () => {
  const asked = new Set<string>()
  const keep = (found: string | undefined) => ({ get: (key: string) => (asked.add(key), key === 'building' ? undefined : found) })
  for (const found of [undefined, 'yes', 'station', 'platform', 'pedestrian', 'stop_position', 'park']) {
    const tags = keep(found)
    for (const rule of [isWalkable, areaKindOf, stopCapacityOf, streetWidthDecimetresOf, lanesOf, buildingLevelsOf]) rule(tags)
  }
  const known: readonly string[] = askedKeys
  expect([...asked].filter((key) => !known.includes(key))).toEqual([])
  expect(known.filter((key) => !asked.has(key))).toEqual(['name'])
})
