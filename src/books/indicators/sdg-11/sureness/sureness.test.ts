import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomAccessModel } from '../../../../../test/support/random-access-model.ts'
import type { Graph } from '../../../../kernel/graph.ts'
import { stream } from '../../../../kernel/random.ts'
import { peopleServed } from '../access/people-served.ts'
import { drawShares, intervalOf, surenessParameters, transitQuestion, type SurenessParameters } from './sureness.ts'

const noErrors: SurenessParameters = { seed: 7, draws: 40, positionSd: 0, missingShare: 0, populationSd: 0 }
const parameters: SurenessParameters = { ...surenessParameters, draws: 40 }
const city = fc.integer({ min: 0, max: 1e6 }).map((seed) => randomAccessModel({ seed }))

test('without errors every draw is the figure itself', () => {
  fc.assert(
    fc.property(city, (model) => {
      const { share } = peopleServed(model)
      expect([...drawShares(transitQuestion(model), noErrors, 0, 3)]).toEqual([share, share, share])
    }),
    { numRuns: 30 },
  )
})

test('a draw is what a slow and obvious computation of it finds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 100 }), (seed, draw) => {
      const model = randomAccessModel({ seed, side: 4, cells: 25, stops: 4 })
      expect(drawShares(transitQuestion(model), parameters, draw, draw + 1)[0]).toBeCloseTo(slowDraw(model, parameters, draw), 9)
    }),
    { numRuns: 60 },
  )
})

test('any division of the draws among workers gives the same bytes', () => {
  const question = transitQuestion(randomAccessModel({ seed: 3 }))
  const whole = drawShares(question, parameters, 0, 40)
  for (const cuts of [
    [0, 20, 40],
    [0, 1, 2, 39, 40],
    [0, 13, 26, 40],
  ])
    // prettier-ignore
    expect(cuts.slice(1).flatMap((to, index) => [...drawShares(question, parameters, cuts[index]!, to)])).toEqual([...whole])
})

test('another seed draws otherwise, and a second run of the same does not', () => {
  const question = transitQuestion(randomAccessModel({ seed: 3 }))
  const draw = (seed: number) => [...drawShares(question, { ...parameters, seed }, 0, 40)]
  expect(draw(1)).toEqual(draw(1))
  expect(draw(1)).not.toEqual(draw(2))
})

test('where all stops are missing nobody is served, and the question itself is left as it was', () => {
  const model = randomAccessModel({ seed: 5 })
  const question = transitQuestion(model)
  expect([...drawShares(question, { ...noErrors, missingShare: 1 }, 0, 2)]).toEqual([0, 0])
  expect([...drawShares(question, { ...noErrors, missingShare: 0 }, 0, 1)]).toEqual([peopleServed(model).share])
})

test('missing stops never serve more people', () => {
  fc.assert(
    fc.property(city, (model) => {
      const share = peopleServed(model).share ?? 0
      for (const drawn of drawShares(transitQuestion(model), { ...noErrors, missingShare: 0.3 }, 0, 10))
        expect(drawn).toBeLessThanOrEqual(share)
    }),
    { numRuns: 20 },
  )
})

test('larger errors of the population make a wider interval', () => {
  const question = transitQuestion(randomAccessModel({ seed: 11 }))
  const width = (populationSd: number) => {
    const found = intervalOf(drawShares(question, { ...noErrors, populationSd }, 0, 200), 7)!
    return found.interval.high - found.interval.low
  }
  expect(width(0)).toBe(0)
  expect(width(0.3)).toBeGreaterThan(0)
  expect(width(0.6)).toBeGreaterThan(width(0.3))
})

test('the interval holds the middle 95 % and says how it was drawn', () => {
  const shares = Float64Array.from({ length: 1001 }, (_, index) => ((index * 8) % 1001) / 10)
  expect(intervalOf(shares, 42)).toEqual({
    interval: { low: expect.closeTo(2.5, 9), high: expect.closeTo(97.5, 9), level: 0.95, draws: 1001, seed: 42 },
    median: 50,
  })
  expect(intervalOf(new Float64Array(), 42)).toBeNull()
})

test('a city without people and an error below 0 are refused', () => {
  const model = randomAccessModel({ seed: 1 })
  const empty = { ...model, cells: { ...model.cells, population: model.cells.population.fill(0) } }
  expect(() => drawShares(transitQuestion(empty), noErrors, 0, 1)).toThrow(RangeError)
  for (const wrong of [{ positionSd: -1 }, { missingShare: NaN }, { populationSd: Infinity }])
    expect(() => drawShares(transitQuestion(randomAccessModel({ seed: 1 })), { ...noErrors, ...wrong }, 0, 1)).toThrow(RangeError)
})

/** One draw by way of all shortest paths between all crossings, cell by cell and stop by stop. */
function slowDraw(
  { graph, cells, stops }: ReturnType<typeof randomAccessModel>,
  { seed, ...errors }: SurenessParameters,
  draw: number,
): number {
  const [position, missing, population] = [1, 2, 3].map((purpose) => stream(seed, draw, purpose)) as [
    ReturnType<typeof stream>,
    ReturnType<typeof stream>,
    ReturnType<typeof stream>,
  ]
  const drawnStops = Array.from({ length: stops.count }, (_, s) => ({
    edge: stops.edge[s]!,
    offset: Math.max(0, Math.min(graph.edgeMetres[stops.edge[s]!] ?? 0, stops.offset[s]! + errors.positionSd * position.normal())),
    walk: missing.uniform() < errors.missingShare ? -1 : stops.capacity[s] === 1 ? 500 : 1000,
  })).filter(({ edge, walk }) => edge >= 0 && walk >= 0)
  const paths = allPaths(graph)
  let served = 0
  let all = 0
  for (let c = 0; c < cells.count; c++) {
    const people = cells.population[c]! * Math.exp(errors.populationSd * population.normal())
    all += people
    const edge = cells.edge[c]!
    if (edge < 0) continue
    const isServed = drawnStops.some((stop) => {
      const ends = (point: { edge: number; offset: number }) =>
        [
          [graph.edgeFrom[point.edge]!, point.offset],
          [graph.edgeTo[point.edge]!, graph.edgeMetres[point.edge]! - point.offset],
        ] as const
      const around = ends({ edge, offset: cells.offset[c]! }).flatMap(([u, a]) => ends(stop).map(([v, b]) => a + paths[u]![v]! + b))
      const along = stop.edge === edge ? [Math.abs(stop.offset - cells.offset[c]!)] : []
      return Math.min(...around, ...along) <= stop.walk
    })
    if (isServed) served += people
  }
  return (100 * served) / all
}

/** Floyd and Warshall. */
function allPaths({ nodeCount, edgeCount, edgeFrom, edgeTo, edgeMetres }: Graph): number[][] {
  const paths = Array.from({ length: nodeCount }, (_, u) => Array.from({ length: nodeCount }, (__, v) => (u === v ? 0 : Infinity)))
  for (let e = 0; e < edgeCount; e++) {
    const [u, v] = [edgeFrom[e]!, edgeTo[e]!]
    paths[u]![v] = paths[v]![u] = Math.min(paths[u]![v]!, edgeMetres[e]!)
  }
  for (let k = 0; k < nodeCount; k++)
    for (let u = 0; u < nodeCount; u++)
      for (let v = 0; v < nodeCount; v++) paths[u]![v] = Math.min(paths[u]![v]!, paths[u]![k]! + paths[k]![v]!)
  return paths
}
