import { expect, test } from 'vitest'
import { randomAccessModel } from '../../../../../test/support/random-access-model.ts'
import { slowWalk } from '../../../../../test/support/slow-walks.ts'
import { buildGraph } from '../../../../kernel/graph.ts'
import { stream } from '../../../../kernel/random.ts'
import { placesInReach } from '../streets/places-in-reach.ts'
import { drawShares, surenessParameters, type WalkQuestion } from './sureness.ts'

const limit = 400
const placeCount = 5

/** A random town whose stops are entrances of five parks; some entrances do not count, and some are on no street. */
function parkTown(seed: number): WalkQuestion & { place: Uint32Array } {
  const { graph, cells, stops } = randomAccessModel({ seed, side: 5, cells: 30, stops: 14 })
  const limits = Float64Array.from({ length: stops.count }, (_, s) => (s % 7 === 3 ? -1 : limit))
  return {
    graph,
    cells,
    starts: { count: stops.count, edge: stops.edge, offset: stops.offset, limit: limits },
    place: Uint32Array.from({ length: stops.count }, (_, s) => (s * 3) % placeCount),
  }
}

/** Metres from each cell to the nearest entrance of each park, one walk at a time. */
const slowPlaceWalks = ({ graph, cells, starts, place }: ReturnType<typeof parkTown>): number[][] =>
  Array.from({ length: cells.count }, (_, c) =>
    Array.from({ length: placeCount }, (__, p) =>
      Math.min(
        Infinity,
        ...Array.from({ length: starts.count }, (___, s) => s)
          .filter((s) => place[s] === p && (starts.limit[s] as number) >= 0)
          .map((s) =>
            slowWalk(graph, { edge: cells.edge[c]!, offset: cells.offset[c]! }, { edge: starts.edge[s]!, offset: starts.offset[s]! }),
          ),
      ),
    ),
  )

const seeds = [1, 2, 3, 4]

test.each(seeds)('each cell knows what its walk to each place leaves, nearest first (seed %i)', (seed) => {
  const town = parkTown(seed)
  const { first, place, left } = placesInReach(town, town.place, 100)
  const walks = slowPlaceWalks(town)
  for (let c = 0; c < town.cells.count; c++) {
    const listed = [...place.subarray(first[c], first[c + 1])]
    const metres = [...left.subarray(first[c], first[c + 1])]
    expect(metres).toEqual(metres.toSorted((a, b) => b - a))
    const expected = walks[c]!.map((walk, p) => [p, limit - walk] as const).filter(([, rest]) => rest >= -100)
    expect(listed.toSorted()).toEqual(expected.map(([p]) => p))
    for (const [p, rest] of expected) expect(metres[listed.indexOf(p)]).toBeCloseTo(rest, 3)
  }
})

test.each(seeds)('a draw is what a slow and obvious computation of it finds (seed %i)', (seed) => {
  const town = parkTown(seed)
  const walks = slowPlaceWalks(town)
  const parameters = { ...surenessParameters, missingShare: 0.3, positionSd: 60 }
  const expected = Array.from({ length: 25 }, (_, draw) => {
    const [position, missing, people] = [1, 2, 3].map((purpose) => stream(parameters.seed, draw, purpose))
    const places = Array.from({ length: placeCount }, () => ({
      nearer: 60 * position!.normal(),
      isThere: missing!.uniform() >= 0.3,
    }))
    let [served, all] = [0, 0]
    for (let c = 0; c < town.cells.count; c++) {
      const population = town.cells.population[c]! * Math.exp(parameters.populationSd * people!.normal())
      all += population
      if (places.some(({ nearer, isThere }, p) => isThere && walks[c]![p]! - nearer <= limit)) served += population
    }
    return (100 * served) / all
  })
  const drawn = drawShares(town, parameters, 0, 25)
  for (const [draw, share] of expected.entries()) expect(drawn[draw]).toBeCloseTo(share, 6)
  expect(new Set(expected).size).toBeGreaterThan(10)
})

test('a park with a hundred entrances is missing as often as one with a single entrance', () => {
  const town = parkTown(1)
  const only = { ...town, starts: { ...town.starts, limit: town.starts.limit }, place: new Uint32Array(town.starts.count) }
  const drawn = drawShares(only, { ...surenessParameters, positionSd: 0, populationSd: 0, missingShare: 0.5 }, 0, 200)
  const gone = drawn.filter((share) => share === 0).length
  expect(Math.abs(gone - 100)).toBeLessThan(30)
  expect(new Set(drawn).size).toBe(2)
})

test.each([
  { case: 'two entrances of one park exactly at the limit serve half of the time', place: [0, 0], most: 0.5 },
  { case: 'two parks exactly at the limit serve three quarters of the time', place: [0, 1], most: 0.75 },
])('$case', ({ place, most }) => {
  const town: WalkQuestion = {
    graph: buildGraph(2, Uint32Array.of(0), Uint32Array.of(1), Float32Array.of(2000)),
    cells: { count: 1, edge: Int32Array.of(0), offset: [1000], population: Float64Array.of(5) },
    starts: { count: 2, edge: Int32Array.of(0, 0), offset: [600, 1400], limit: [limit, limit] },
    place: Uint32Array.from(place),
  }
  const drawn = drawShares(town, { ...surenessParameters, missingShare: 0 }, 0, 1000)
  expect(drawn.filter((share) => share > 0).length / 1000).toBeCloseTo(most, 1)
})

test('without any place nobody is served', () => {
  const town = parkTown(1)
  const starts = { count: 0, edge: new Int32Array(), offset: [], limit: [] }
  expect([...drawShares({ ...town, starts, place: new Uint32Array() }, surenessParameters, 0, 3)]).toEqual([0, 0, 0])
})
