import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeAt, smallExtract } from '../../../../../test/support/small-extract.ts'
import type { Notice } from '../../../notice.ts'
import { buildAccessModel } from './build-access-model.ts'
import type { PopulationCells } from '../people/population-cells.ts'
import { buildStreetNetwork } from '../streets/street-network.ts'
import type { TransitStops } from '../transit/transit-stops.ts'

const cellsAt = (...places: ReadonlyArray<readonly [east: number, north: number, people: number]>): PopulationCells => ({
  count: places.length,
  lon: Float64Array.from(places, ([east, north]) => placeAt(east, north).lon),
  lat: Float64Array.from(places, ([east, north]) => placeAt(east, north).lat),
  population: Float64Array.from(places, ([, , people]) => people),
  populationGroups: [],
  district: new Int32Array(places.length).fill(-1),
  districts: [],
  shapes: null,
})

const stopsAt = (...places: ReadonlyArray<readonly [east: number, north: number]>): TransitStops => ({
  count: places.length,
  id: places.map((_, i) => String(i)),
  name: places.map((_, i) => `Stop ${i}`),
  lon: Float64Array.from(places, ([east, north]) => placeAt(east, north).lon),
  lat: Float64Array.from(places, ([east, north]) => placeAt(east, north).lat),
  capacity: new Uint8Array(places.length).fill(1),
  headwayMinutes: {},
})

/** A street along the x axis with a bend, and a courtyard nobody can reach. */
const town = smallExtract({ a: [0, 0], b: [400, 0], c: [400, 300], x: [100, 60], y: [120, 60] }, ['abc', 'xy'])

test.each([
  { case: 'beside the street', place: [130, 20], offset: 130, snap: 20 },
  { case: 'behind the bend', place: [430, 100], offset: 500, snap: 30 },
  { case: 'before the beginning', place: [-30, -40], offset: 0, snap: 50 },
  { case: 'outside the bend', place: [430, -40], offset: 400, snap: 50 },
] as const)('a point $case stands on the nearest place of the street', ({ place, offset, snap }) => {
  const { cells } = buildAccessModel(buildStreetNetwork(town), cellsAt([...place, 1]), stopsAt(), {}, [])
  expect(cells.edge[0]).toBe(0)
  expect(cells.offset[0]).toBeCloseTo(offset, 1)
  expect(cells.snapMetres[0]).toBeCloseTo(snap, 1)
})

test('what is too far, and what a street of an island is nearer to, is told with its people', () => {
  const notices: Notice[] = []
  const cells = cellsAt([50, 10, 5], [110, 70, 7], [0, 5000, 11], [0, -700, 2])
  const model = buildAccessModel(buildStreetNetwork(town), cells, stopsAt([110, 61], [9000, 0]), {}, notices)
  expect([...model.cells.edge]).toEqual([0, 0, -1, -1])
  expect([...model.stops.edge]).toEqual([0, -1])
  expect(notices.map(({ code, details }) => [code, details])).toEqual([
    ['streets_not_connected', { count: 1, km: 0 }],
    ['cells_without_street', { count: 2, people: 13, metres: 500 }],
    ['cells_nearer_to_island', { count: 1, people: 7 }],
    ['stops_without_street', { count: 1, metres: 500 }],
    ['stops_nearer_to_island', { count: 1 }],
  ])
  expect(buildAccessModel(buildStreetNetwork(town), cells, stopsAt(), { mostSnapMetres: 1000 }, []).cells.edge[3]).toBe(0)
})

test('offsets are on their edges and, like all lengths, whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: -400, max: 800, noNaN: true }), fc.double({ min: -400, max: 700, noNaN: true }))),
      (at) => {
        const network = buildStreetNetwork(town)
        const { cells, graph } = buildAccessModel(network, cellsAt(...at.map(([x, y]) => [x, y, 1 / 3] as const)), stopsAt(), {}, [])
        for (const [c, edge] of cells.edge.entries()) {
          if (edge < 0) continue
          expect(cells.offset[c]! >= 0 && cells.offset[c]! <= graph.edgeMetres[edge]!).toBe(true)
          for (const length of [cells.offset[c]!, cells.snapMetres[c]!, graph.edgeMetres[edge]!])
            expect(Number.isInteger(length * 128)).toBe(true)
          expect(Number.isInteger(cells.population[c]! * 2 ** 20)).toBe(true)
        }
      },
    ),
  )
})
