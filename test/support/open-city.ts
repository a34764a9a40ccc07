import type { AccessModel } from '../../src/books/indicators/sdg-11/access/access-model.ts'
import { buildAccessModel } from '../../src/books/indicators/sdg-11/access/build-access-model.ts'
import { openSpaceClasses, type CityExtract, type OpenSpaceClass } from '../../src/books/indicators/sdg-11/city/city-extract.ts'
import type { StreetNetwork } from '../../src/books/indicators/sdg-11/streets/street-network.ts'
import { polygonOf, type Polygon } from '../../src/kernel/polygon.ts'
import { placeAt } from './small-extract.ts'

/** A point in metres east and north of the middle of `smallExtract`. */
export type Spot = readonly [east: number, north: number]

/** The corners of a box. */
export const boxAt = (west: number, south: number, east: number, north: number): Spot[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
]

/** An extract with open spaces besides its streets: each an outline and its holes; parks, unless their classes are named. */
export function withOpenSpaces(
  extract: CityExtract,
  spaces: readonly (readonly (readonly Spot[])[])[],
  classes: readonly OpenSpaceClass[] = [],
): CityExtract {
  const places = spaces.flat(2).map(([east, north]) => placeAt(east, north))
  const { nodes } = extract
  const added = <T extends Float64Array | Int32Array>(column: T, values: number[]): T =>
    (column instanceof Float64Array ? Float64Array.of(...column, ...values) : Int32Array.of(...column, ...values)) as T
  const starts = (lengths: number[]) => Uint32Array.from([0, ...lengths].map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0)))
  return {
    ...extract,
    nodes: {
      count: nodes.count + places.length,
      id: added(
        nodes.id,
        places.map((_, i) => nodes.count + i),
      ),
      lonE7: added(
        nodes.lonE7,
        places.map(({ lon }) => Math.round(lon * 1e7)),
      ),
      latE7: added(
        nodes.latE7,
        places.map(({ lat }) => Math.round(lat * 1e7)),
      ),
    },
    areas: {
      ...extract.areas,
      count: spaces.length,
      id: Float64Array.from(spaces.keys(), (i) => i + 1),
      kind: new Uint8Array(spaces.length).fill(1),
      class: Uint8Array.from(spaces, (_, i) => openSpaceClasses.indexOf(classes[i] ?? 'park')),
      levels: new Float32Array(spaces.length),
      name: new Uint32Array(spaces.length),
      ringStart: starts(spaces.map((rings) => rings.length)),
      outer: Uint8Array.from(spaces.flatMap((rings) => rings.map((_, r) => (r === 0 ? 1 : 0)))),
      nodeStart: starts(spaces.flat().map((ring) => ring.length)),
      node: Uint32Array.from(places, (_, i) => nodes.count + i),
    },
  }
}

/** A polygon of rings in metres. */
export const polygonAt = (rings: readonly (readonly Spot[])[]): Polygon =>
  polygonOf([rings.map((ring) => ring.map(([east, north]) => Object.values(placeAt(east, north))))])

/** People at spots: each stands for itself, in the district and with the number of women named. */
export function peopleAt(
  network: StreetNetwork,
  people: readonly { at: Spot; population: number; women?: number; district?: number }[],
): AccessModel {
  const places = people.map(({ at }) => placeAt(...at))
  const cells = {
    count: people.length,
    lon: Float64Array.from(places, ({ lon }) => lon),
    lat: Float64Array.from(places, ({ lat }) => lat),
    population: Float64Array.from(people, ({ population }) => population),
    populationGroups: [{ code: 'F', values: Float64Array.from(people, ({ women = 0 }) => women) }],
    district: Int32Array.from(people, ({ district = -1 }) => district),
    districts: [
      { code: 'west', name: { en: 'West' } },
      { code: 'east', name: { en: 'East' } },
    ],
    shapes: null,
  }
  const nobody = new Float64Array()
  const noStops = { count: 0, id: [], name: [], lon: nobody, lat: nobody, capacity: new Uint8Array(), headwayMinutes: {} }
  return buildAccessModel(network, cells, noStops, {}, [])
}
