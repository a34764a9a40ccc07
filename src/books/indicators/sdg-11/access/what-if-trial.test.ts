import { describe, expect, test } from 'vitest'
import { madeUpCells, madeUpExtract, madeUpStops } from '../../../../charts/city-map.examples.ts'
import type { AccessModel } from './access-model.ts'
import { buildAccessModel } from './build-access-model.ts'
import { peopleServed } from './people-served.ts'
import { buildStreetNetwork } from '../streets/street-network.ts'
import type { TransitStops } from '../transit/transit-stops.ts'
import { noEdits, type Place, type WhatIfEdits } from './what-if-edits.ts'
import { WhatIfTrial } from './what-if-trial.ts'

const network = buildStreetNetwork(madeUpExtract)
const modelOf = (stops: TransitStops): AccessModel => buildAccessModel(network, madeUpCells, stops, {}, [])
const model = modelOf(madeUpStops)

/** A crossing of the made-up town, by its street and avenue. */
const crossing = (x: number, y: number): Place => ({
  lon: Math.round((0.02 + x * 0.002) * 1e5) / 1e5,
  lat: Math.round((0.02 + y * 0.002) * 1e5) / 1e5,
})

/** The slow way: the stops as the edits leave them, and everything computed from scratch. */
function servedFromScratch({ added, removed, moved }: WhatIfEdits): number {
  const own = madeUpStops.id.map((id, stop) => {
    const place = moved.get(id) ?? { lon: madeUpStops.lon[stop] ?? 0, lat: madeUpStops.lat[stop] ?? 0 }
    return { id, ...place, capacity: madeUpStops.capacity[stop] ?? 1 }
  })
  const all = [...own.filter(({ id }) => !removed.includes(id)), ...added.map((place, at) => ({ id: `new ${at}`, ...place, capacity: 1 }))]
  return peopleServed(
    modelOf({
      count: all.length,
      id: all.map(({ id }) => id),
      name: all.map(() => ''),
      lon: Float64Array.from(all, ({ lon }) => lon),
      lat: Float64Array.from(all, ({ lat }) => lat),
      capacity: Uint8Array.from(all, ({ capacity }) => capacity),
      headwayMinutes: {},
    }),
  ).served
}

const steps: ReadonlyArray<{ case: string; edits: WhatIfEdits }> = [
  { case: 'a stop is added', edits: { ...noEdits, added: [crossing(2, 9)] } },
  { case: 'a second one', edits: { ...noEdits, added: [crossing(2, 9), crossing(10, 9)] } },
  { case: 'the first goes, the second stays', edits: { ...noEdits, added: [crossing(10, 9)] } },
  { case: 'a stop of the timetable is removed besides', edits: { ...noEdits, added: [crossing(10, 9)], removed: ['c'] } },
  { case: 'and another is moved', edits: { added: [crossing(10, 9)], removed: ['c'], moved: new Map([['s', crossing(3, 1)]]) } },
  { case: 'the removed one stands again elsewhere', edits: { ...noEdits, moved: new Map([['c', crossing(5, 8)]]) } },
  { case: 'everything is as it was', edits: noEdits },
]

describe('step by step the trial knows what a computation from scratch finds', () => {
  const trial = new WhatIfTrial(model)
  test.each(steps)('$case', ({ edits }) => {
    trial.show(edits)
    expect(trial.served).toBeCloseTo(servedFromScratch(edits), 6)
  })
})

test('cells say what the change means for them', () => {
  const trial = new WhatIfTrial(model)
  trial.show({ added: [crossing(2, 9)], removed: ['e'], moved: new Map() })
  const people = [0, 0, 0, 0]
  trial.cellStates().forEach((state, cell) => {
    people[state] = (people[state] ?? 0) + (model.cells.population[cell] ?? 0)
  })
  const [unserved = 0, served = 0, gained = 0, lost = 0] = people
  expect(gained).toBeGreaterThan(0)
  expect(lost).toBeGreaterThan(0)
  expect(served + gained).toBeCloseTo(trial.served, 6)
  expect(served + lost).toBeCloseTo(trial.servedBefore, 6)
  expect(unserved + served + gained + lost).toBeCloseTo(trial.population, 6)
})

test.each([
  { case: 'a stop that the city does not have', edits: { ...noEdits, removed: ['nobody'] } },
  { case: 'a place far from every street', edits: { ...noEdits, added: [{ lon: 5, lat: 5 }] } },
  { case: 'a stop moved far from every street', edits: { ...noEdits, moved: new Map([['c', { lon: 5, lat: 5 }]]) } },
])('$case changes nothing', ({ edits }) => {
  const trial = new WhatIfTrial(model)
  trial.show(edits)
  expect(trial.served).toBe(trial.servedBefore)
})

test('the best site serves as many as it says, and stands where the surface is highest', () => {
  const trial = new WhatIfTrial(model)
  const [best] = trial.bestSites(3)
  if (best === undefined) throw new Error('There is no site.')
  expect(Math.max(...trial.gainSurface())).toBe(best.people)
  expect(trial.crossingNear(best)).toEqual({ lon: best.lon, lat: best.lat })
  trial.show({ ...noEdits, added: [best] })
  expect(trial.served - trial.servedBefore).toBeCloseTo(best.people, 6)
})
