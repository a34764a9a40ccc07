import type { CityMapData } from './city-map.tsx'
import { drawBackground } from './city-map-background.ts'
import { frameOf } from './city-map-frame.ts'
import type { CityExtract } from '../books/indicators/sdg-11/city/city-extract.ts'
import type { PopulationCells } from '../books/indicators/sdg-11/people/population-cells.ts'
import type { TransitStops } from '../books/indicators/sdg-11/transit/transit-stops.ts'

/** South-west corner of the made-up city: in the Gulf of Guinea, where nobody lives. */
const [lon0, lat0] = [0.02, 0.02]
/** About 222 m. */
const block = 0.002
const blocks = 12

/** A made-up town of 12 by 12 blocks: a river in the north, a park with a pond, an avenue, stops along it. */
export const madeUpExtract: CityExtract = extractOfBlocks()

/** 24 by 24 cells; more people in the middle. */
export const madeUpCells: PopulationCells = cellsOfBlocks()

export const madeUpStops: TransitStops = {
  count: 4,
  id: ['w', 'c', 'e', 's'],
  name: ['West gate', 'Market', 'East gate', 'Station'],
  lon: Float64Array.of(1, 5, 10, 6).map((x) => lon0 + x * block),
  lat: Float64Array.of(6, 6, 6, 1).map((y) => lat0 + y * block),
  capacity: Uint8Array.of(1, 1, 1, 2),
  headwayMinutes: {},
}

/** As the crow flies, in blocks of 222 m: a picture needs no search along streets. */
export const madeUpAccess = (() => {
  const metres = Float32Array.from({ length: madeUpCells.count }, (_, cell) => {
    const distances = [...madeUpStops.lon].map(
      (lon, stop) => Math.hypot(lon - (madeUpCells.lon[cell] ?? 0), (madeUpStops.lat[stop] ?? 0) - (madeUpCells.lat[cell] ?? 0)) * 111_195,
    )
    return Math.min(...distances)
  })
  return { metres, served: Uint8Array.from(metres, (walk) => (walk <= 500 ? 1 : 0)) }
})()

/** The border of the town as pairs lon, lat. */
export const madeUpOutline: Float64Array = Float64Array.of(-1, -1, 13, -1, 13, 13, -1, 13, -1, -1).map(
  (value, at) => (at % 2 === 0 ? lon0 : lat0) + value * block,
)

const madeUpFrame = frameOf([lon0 - block, lat0 - block, lon0 + 13 * block, lat0 + 13 * block])

/** The made-up town as it is, with three sites, and with one stop added and one taken away. */
export const cityMaps: Readonly<Record<'asItIs' | 'withChange', CityMapData>> = {
  asItIs: {
    label: 'Made-up town: people within 500 m of a stop',
    frame: madeUpFrame,
    background: drawBackground(madeUpExtract, [madeUpOutline], madeUpFrame),
    people: { lon: madeUpCells.lon, lat: madeUpCells.lat, people: madeUpCells.population, state: madeUpAccess.served },
    stops: madeUpStops,
    marks: [2, 6, 10].map((x, index) => ({ kind: 'site', lon: lon0 + x * block, lat: lat0 + 9 * block, text: String(index + 1) })),
    scaleLabel: '500 m',
    attribution: 'Invented map',
  },
  withChange: {
    label: 'Made-up town after a change',
    frame: madeUpFrame,
    background: null,
    people: {
      lon: madeUpCells.lon,
      lat: madeUpCells.lat,
      people: madeUpCells.population,
      state: madeUpAccess.served.map((served, cell) => (served === 0 && cell % 24 < 6 && cell > 400 ? 2 : served)),
    },
    stops: madeUpStops,
    marks: [
      { kind: 'added', lon: lon0 + 2 * block, lat: lat0 + 9 * block, text: 'New stop 1' },
      { kind: 'removed', lon: lon0 + 10 * block, lat: lat0 + 6 * block, text: 'East gate' },
    ],
    scaleLabel: '500 m',
    attribution: 'Invented map',
  },
}

function extractOfBlocks(): CityExtract {
  const points: Array<[x: number, y: number]> = []
  const at = (x: number, y: number): number => points.push([x, y]) - 1
  const grid = Array.from({ length: blocks + 1 }, (_, y) => Array.from({ length: blocks + 1 }, (_, x) => at(x, y)))
  const ways = grid.flatMap((row, y) => [
    { nodes: row, class: y === 6 ? 0 : 1, name: y === 6 ? 1 : 0 },
    { nodes: grid.map((other) => other[y] ?? 0), class: 1, name: 0 },
  ])
  const ring = (...corners: Array<[number, number]>): number[] => corners.map(([x, y]) => at(x, y))
  const river = ring([-1, 10.2], [13, 10.6], [13, 11.4], [-1, 10.9])
  const park = ring([7, 2], [10, 2], [10, 5], [7, 5])
  const pond = ring([8, 3], [8, 4], [9, 4], [9, 3])
  const house = ring([2.2, 2.2], [2.8, 2.2], [2.8, 2.7], [2.2, 2.7])
  const rings = [river, park, pond, pond, house]
  return {
    nodes: {
      count: points.length,
      id: Float64Array.from(points, (_, index) => index + 1),
      lonE7: Int32Array.from(points, ([x]) => Math.round((lon0 + x * block) * 1e7)),
      latE7: Int32Array.from(points, ([, y]) => Math.round((lat0 + y * block) * 1e7)),
    },
    streets: {
      count: ways.length,
      id: Float64Array.from(ways, (_, index) => index + 1),
      start: offsets(ways.map(({ nodes }) => nodes)),
      node: Uint32Array.from(ways.flatMap(({ nodes }) => nodes)),
      class: Uint8Array.from(ways, (way) => way.class),
      classes: ['primary', 'residential'],
      walkable: new Uint8Array(ways.length).fill(1),
      widthDecimetres: new Uint16Array(ways.length),
      lanes: new Uint8Array(ways.length),
      name: Uint32Array.from(ways, (way) => way.name),
      names: ['', 'Avenue'],
    },
    areas: {
      count: 4,
      id: Float64Array.of(1, -2, 3, 4),
      kind: Uint8Array.of(3, 1, 3, 0),
      class: Uint8Array.of(0, 1, 0, 0),
      levels: new Float32Array(4),
      name: new Uint32Array(4),
      names: [''],
      ringStart: Uint32Array.of(0, 1, 3, 4, 5),
      outer: Uint8Array.of(1, 1, 0, 1, 1),
      nodeStart: offsets(rings),
      node: Uint32Array.from(rings.flat()),
    },
    stops: { count: 0, id: new Float64Array(0), lonE7: new Int32Array(0), latE7: new Int32Array(0), capacity: new Uint8Array(0), name: [] },
    missingNodes: 0,
    timestamp: null,
  }
}

function cellsOfBlocks(): PopulationCells {
  const side = blocks * 2
  const cells = Array.from({ length: side * side }, (_, cell) => [0.25 + (cell % side) / 2, 0.25 + Math.floor(cell / side) / 2] as const)
  return {
    count: cells.length,
    lon: Float64Array.from(cells, ([x]) => lon0 + x * block),
    lat: Float64Array.from(cells, ([, y]) => lat0 + y * block),
    // Nobody lives in the river or in the park.
    population: Float64Array.from(cells, ([x, y]) =>
      (y > 10.2 && y < 11.4) || (x > 7 && x < 10 && y > 2 && y < 5) ? 0 : 60 / (1 + Math.hypot(x - 6, y - 6)),
    ),
    populationGroups: [],
    district: new Int32Array(cells.length),
    districts: [{ code: 'D1', name: { en: 'Old town' } }],
    shapes: null,
  }
}

/** Where each list begins when they stand end to end; one more for the end. */
function offsets(lists: readonly number[][]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1)
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] ?? 0) + list.length
  })
  return starts
}
