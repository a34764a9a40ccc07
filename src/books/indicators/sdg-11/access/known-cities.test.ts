import { describe, expect, test } from 'vitest'
import { hasKnownCities, lasPalmas, portoAlegre, type KnownCity } from '../../../../../test/support/known-cities.ts'
import { buildAccessModel } from './build-access-model.ts'
import { peopleServed } from './people-served.ts'
import { buildStreetNetwork } from '../streets/street-network.ts'
import { readAccessModel, writeAccessModel } from './write-access-model.ts'

const modelOf = ({ extract, cells, stops }: KnownCity) => buildAccessModel(buildStreetNetwork(extract), cells, stops, {}, [])

/** The reference kept what the extract has of buildings and streets that its edge cuts; we do not. It makes 0.01 of a percentage point. */
const tolerance = 0.015

describe.skipIf(!hasKnownCities)('SDG 11.2.1 of real cities (skipped where the shared data are absent)', () => {
  test('Las Palmas: 89.32 % within reach, with the way to the street 88.70 %; the browser counts the same', async () => {
    const city = await lasPalmas()
    const network = buildStreetNetwork(city.extract)
    expect((network.metres + network.islands.metres) / 1000).toBeCloseTo(2072, -1)
    expect(network.partCount).toBe(1)
    const model = modelOf(city)
    expect([model.cells.count, model.stops.count]).toEqual([1686, 792])
    const { share, served, population } = peopleServed(model)
    expect(population).toBeCloseTo(380_000, 2)
    expect(Math.abs(share! - 89.32)).toBeLessThan(tolerance)
    expect(Math.abs(peopleServed(model, { addSnapDistance: true }).share! - 88.7)).toBeLessThan(tolerance)
    expect(peopleServed(readAccessModel(writeAccessModel(model))).served).toBe(served)
  })

  test('Porto Alegre: 91.92 % within reach, with the way to the street 90.87 %', async () => {
    const model = modelOf(await portoAlegre())
    expect(model.cells.count).toBe(1124)
    const { share, population } = peopleServed(model)
    expect(population).toBe(812_935)
    expect(share).toBeCloseTo(91.92, 2)
    expect(peopleServed(model, { addSnapDistance: true }).share).toBeCloseTo(90.87, 2)
  })
})
