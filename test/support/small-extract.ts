import type { CityExtract } from '../../src/books/indicators/sdg-11/city/city-extract.ts'
import { metresPerDegree } from '../../src/kernel/local-metric.ts'

/** Degrees at so many metres east and north of a point in the steppe. */
export function placeAt(east: number, north: number, centre = { lon: 75, lat: 45 }): { lon: number; lat: number } {
  const scale = metresPerDegree(centre.lat)
  return { lon: centre.lon + east / scale.lon, lat: centre.lat + north / scale.lat }
}

/** An extract of streets alone: points by their letter in metres east and north, ways as words of letters; in brackets not walkable. */
export function smallExtract(
  points: Readonly<Record<string, readonly [east: number, north: number]>>,
  ways: readonly string[],
  centre?: { lon: number; lat: number },
): CityExtract {
  const letters = Object.keys(points)
  const places = Object.values(points).map(([east, north]) => placeAt(east, north, centre))
  const words = ways.map((way) => way.replace(/[()]/g, ''))
  const start = words.reduce<number[]>((starts, word) => [...starts, (starts.at(-1) ?? 0) + word.length], [0])
  const beyond = (lonE7: number) => (lonE7 > 1.8e9 ? lonE7 - 3.6e9 : lonE7)
  return {
    nodes: {
      count: letters.length,
      id: Float64Array.from(letters.keys()),
      lonE7: Int32Array.from(places, ({ lon }) => beyond(Math.round(lon * 1e7))),
      latE7: Int32Array.from(places, ({ lat }) => Math.round(lat * 1e7)),
    },
    streets: {
      count: ways.length,
      id: Float64Array.from(ways.keys()),
      start: Uint32Array.from(start),
      node: Uint32Array.from([...words.join('')].map((letter) => letters.indexOf(letter))),
      class: new Uint8Array(ways.length),
      classes: ['residential'],
      walkable: Uint8Array.from(ways, (way) => (way.startsWith('(') ? 0 : 1)),
      widthDecimetres: new Uint16Array(ways.length),
      lanes: new Uint8Array(ways.length),
      name: new Uint32Array(ways.length),
      names: [''],
    },
    areas: {
      count: 0,
      id: new Float64Array(),
      kind: new Uint8Array(),
      class: new Uint8Array(),
      levels: new Float32Array(),
      name: new Uint32Array(),
      names: [''],
      ringStart: Uint32Array.of(0),
      outer: new Uint8Array(),
      nodeStart: Uint32Array.of(0),
      node: new Uint32Array(),
    },
    stops: { count: 0, id: new Float64Array(), lonE7: new Int32Array(), latE7: new Int32Array(), capacity: new Uint8Array(), name: [] },
    missingNodes: 0,
    timestamp: null,
  }
}
