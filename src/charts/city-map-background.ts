import { areaKinds, type CityExtract } from '../books/indicators/sdg-11/city/city-extract.ts'
import { placeOn, type CityMapFrame } from './city-map-frame.ts'

/** What lies under the picture of a city, as path data; plain data, kept with the release. */
export interface CityMapBackground {
  frame: CityMapFrame
  water: string
  green: string
  streets: string
  mainStreets: string
  outline: string
}

type Place = readonly [x: number, y: number]

/** An area is drawn from this size on, in units: 5 by 5 of the screen's pixels. */
const smallestArea = 64
/** A line may pass a corner at this distance, in units. */
const tolerance = 1.5
const main = /^(motorway|trunk|primary|secondary)(_link)?$/
const drawn = /^(tertiary|unclassified|residential|living_street|pedestrian)(_link)?$/
/** With more metres of streets than this to a unit, small streets would be a grey mass. */
const coarsestWithSmallStreets = 9

/** Water, green, streets and the border of a city as they are drawn under its picture: simplified to what a screen shows. */
export function drawBackground(extract: CityExtract, outlines: readonly Float64Array[], frame: CityMapFrame): CityMapBackground {
  const small = 1 / frame.unitsPerMetre <= coarsestWithSmallStreets
  return {
    frame,
    water: areaPaths(extract, frame, [areaKinds.indexOf('water')]),
    green: areaPaths(extract, frame, [areaKinds.indexOf('green'), areaKinds.indexOf('open')]),
    streets: small ? streetPaths(extract, frame, drawn) : streetPaths(extract, frame, /^tertiary(_link)?$/),
    mainStreets: streetPaths(extract, frame, main),
    outline: outlines.map((ring) => pathOf(simplify(placesOfRing(ring, frame)), true)).join(''),
  }
}

function areaPaths({ nodes, areas }: CityExtract, frame: CityMapFrame, kinds: readonly number[]): string {
  let paths = ''
  for (let index = 0; index < areas.count; index++) {
    if (!kinds.includes(areas.kind[index] ?? -1)) continue
    for (let ring = areas.ringStart[index] ?? 0; ring < (areas.ringStart[index + 1] ?? 0); ring++) {
      const places = placesOf(areas.node.subarray(areas.nodeStart[ring], areas.nodeStart[ring + 1]), nodes, frame)
      const area = areaOf(places)
      if (!isSeen(places, frame) || Math.abs(area) < smallestArea) continue
      // Outer rings turn one way and holes the other: so a hole is cut out, and where two areas overlap both are filled.
      const turned = area > 0 === (areas.outer[ring] === 1) ? places : places.toReversed()
      paths += pathOf(simplify(turned), true)
    }
  }
  return paths
}

function streetPaths({ nodes, streets }: CityExtract, frame: CityMapFrame, which: RegExp): string {
  const wanted = streets.classes.map((one) => which.test(one))
  let paths = ''
  for (let way = 0; way < streets.count; way++) {
    if (!wanted[streets.class[way] ?? 0]) continue
    const places = placesOf(streets.node.subarray(streets.start[way], streets.start[way + 1]), nodes, frame)
    if (isSeen(places, frame)) paths += pathOf(simplify(places), false)
  }
  return paths
}

const placesOf = (list: Uint32Array, { lonE7, latE7 }: CityExtract['nodes'], frame: CityMapFrame): Place[] =>
  Array.from(list, (node) => placeOn(frame, (lonE7[node] ?? 0) / 1e7, (latE7[node] ?? 0) / 1e7))

const placesOfRing = (ring: Float64Array, frame: CityMapFrame): Place[] =>
  Array.from({ length: ring.length / 2 }, (_, at) => placeOn(frame, ring[2 * at] ?? 0, ring[2 * at + 1] ?? 0))

/** Whether the box around the places meets the picture. */
function isSeen(places: readonly Place[], { width, height }: CityMapFrame): boolean {
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  const [least, most] = [
    (list: number[]) => list.reduce((a, b) => Math.min(a, b)),
    (list: number[]) => list.reduce((a, b) => Math.max(a, b)),
  ]
  return places.length > 1 && most(xs) >= 0 && least(xs) <= width && most(ys) >= 0 && least(ys) <= height
}

function areaOf(places: readonly Place[]): number {
  let twice = 0
  places.forEach(([x, y], at) => {
    const [nextX, nextY] = places[(at + 1) % places.length] ?? [0, 0]
    twice += x * nextY - nextX * y
  })
  return twice / 2
}

/** Without the places that a line could pass by (Douglas and Peucker). */
function simplify(places: readonly Place[]): Place[] {
  const kept = new Uint8Array(places.length)
  kept[0] = kept[places.length - 1] = 1
  const open: Array<[number, number]> = [[0, places.length - 1]]
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [from, to] = pair
    let farthest = -1
    let distance = tolerance
    for (let at = from + 1; at < to; at++) {
      const own = distanceTo(places[at] ?? [0, 0], places[from] ?? [0, 0], places[to] ?? [0, 0])
      if (own > distance) [farthest, distance] = [at, own]
    }
    if (farthest < 0) continue
    kept[farthest] = 1
    open.push([from, farthest], [farthest, to])
  }
  return places.filter((_, at) => kept[at] === 1)
}

/** From a place to the line between two others. */
function distanceTo([x, y]: Place, [ax, ay]: Place, [bx, by]: Place): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
}

/** Path data in steps from place to place: shorter than places. */
function pathOf(places: readonly Place[], closed: boolean): string {
  let [lastX, lastY] = places[0] ?? [0, 0]
  let path = `M${lastX} ${lastY}l`
  for (const [x, y] of places.slice(1)) {
    if (x === lastX && y === lastY) continue
    const [dx, dy] = [x - lastX, y - lastY]
    path += `${dx >= 0 && !path.endsWith('l') ? ' ' : ''}${dx}${dy >= 0 ? ' ' : ''}${dy}`
    ;[lastX, lastY] = [x, y]
  }
  return path.endsWith('l') ? '' : path + (closed ? 'z' : '')
}
