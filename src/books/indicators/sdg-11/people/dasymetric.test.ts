import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { polygonOf } from '../../../../kernel/polygon.ts'
import type { Notice } from '../../../notice.ts'
import type { Buildings } from './buildings.ts'
import { boundaryOf, cellsInside, growBox, inBox, intersectBoundaries } from '../city/city-boundary.ts'
import { dasymetric } from './dasymetric.ts'
import { assignDistricts } from './districts.ts'
import { spreadEvenly } from '../transit/even-spread.ts'
import type { PopulationArea } from './population-area.ts'
import { totalPopulation } from './population-cells.ts'

const square = (west: number, south: number, side: number) =>
  polygonOf([[[[west, south], [west + side, south], [west + side, south + side], [west, south + side]]]]) // prettier-ignore
const district = (code: string) => ({ code, name: { en: code } })
const area = (west: number, south: number, side: number, population: number, rest: Partial<PopulationArea> = {}): PopulationArea => ({
  polygon: square(west, south, side),
  population,
  groups: [],
  district: null,
  ...rest,
})
const buildings = (rows: readonly (readonly [lon: number, lat: number, m2: number, levels: number])[]): Buildings => ({
  count: rows.length,
  lon: Float64Array.from(rows, ([lon]) => lon),
  lat: Float64Array.from(rows, ([, lat]) => lat),
  footprintM2: Float64Array.from(rows, ([, , m2]) => m2),
  levels: Float32Array.from(rows, ([, , , levels]) => levels),
})
const origin = { lon: 0, lat: 0 }

describe('people over buildings', () => {
  test('in proportion to footprint × levels; levels that nobody wrote down are two', () => {
    const cells = dasymetric(
      buildings([
        [0.0001, 0.0001, 100, 3],
        [0.0002, 0.0002, 100, 0],
        [0.005, 0.005, 50, 10],
        [0.5, 0.5, 1000, 1],
      ]),
      { areas: [area(0, 0, 0.01, 1000, { groups: [100] })], groupCodes: ['children'] },
      [],
      { origin },
    )
    expect([...cells.population]).toEqual([500, 500])
    expect([...(cells.populationGroups[0]?.values ?? [])]).toEqual([50, 50])
    // The middle of the first cell of 100 m: 50 m are 0.000449° of longitude and 0.000452° of latitude at the equator.
    expect(cells.lon[0]).toBeCloseTo(0.000449, 6)
    expect(cells.lat[0]).toBeCloseTo(0.000452, 6)
  })

  test('a cell that two areas share becomes two, each with its district', () => {
    const areas = [area(0, 0, 0.0005, 10, { district: district('A') }), area(0.0005, 0, 0.0005, 30, { district: district('B') })]
    const cells = dasymetric(buildings([[0.0002, 0.0002, 1, 1], [0.0007, 0.0002, 1, 1]]), { areas, groupCodes: [] }, [], { origin }) // prettier-ignore
    expect([...cells.population]).toEqual([10, 30])
    expect([...cells.district]).toEqual([0, 1])
    expect(cells.lon[0]).toBe(cells.lon[1])
    expect(cells.districts.map(({ code }) => code)).toEqual(['A', 'B'])
  })

  test('an area without buildings is left out, and a notice says how many people that is', () => {
    const notices: Notice[] = []
    const areas = [area(0, 0, 0.01, 10), area(5, 5, 1, 70, { district: district('B') })]
    const cells = dasymetric(buildings([[0.005, 0.005, 10, 1]]), { areas, groupCodes: [] }, notices)
    expect(totalPopulation(cells)).toBe(10)
    expect(notices.map(({ code, value, details }) => ({ code, value, details }))).toEqual([
      { code: 'population_without_buildings', value: 'B', details: { people: 70 } },
    ])
  })

  test('levels beyond those of any building do not draw in the city', () => {
    const cells = dasymetric(buildings([[0.0001, 0.0001, 1, 1e9], [0.005, 0.005, 1, 200]]), { areas: [area(0, 0, 0.01, 100)], groupCodes: [] }, []) // prettier-ignore
    expect([...cells.population]).toEqual([50, 50])
  })

  test('no buildings, no areas: no cells', () => {
    expect(dasymetric(buildings([]), { areas: [area(0, 0, 1, 0)], groupCodes: [] }, []).count).toBe(0)
    expect(dasymetric(buildings([[0, 0, 1, 1]]), { areas: [], groupCodes: [] }, []).count).toBe(0)
  })

  test('people are neither lost nor made, wherever buildings stand and however large cells are', () => {
    const building = fc.tuple(
      fc.double({ min: 0, max: 0.1, noNaN: true }),
      fc.double({ min: 0, max: 0.1, noNaN: true }),
      fc.double({ min: 1, max: 5000, noNaN: true }),
      fc.nat(20),
    )
    fc.assert(
      fc.property(
        fc.array(building, { minLength: 1, maxLength: 80 }),
        fc.double({ min: 10, max: 5000, noNaN: true }),
        (rows, cellMetres) => {
          const cells = dasymetric(buildings(rows), { areas: [area(-1, -1, 2, 1e6)], groupCodes: [] }, [], { cellMetres })
          expect(totalPopulation(cells)).toBeCloseTo(1e6, 4)
          expect(cells.count).toBeLessThanOrEqual(rows.length)
        },
      ),
    )
  })
})

describe('people evenly over areas', () => {
  test('are neither lost nor made, whatever the shape; one who lives in less than a cell stands in its middle', () => {
    const cells = spreadEvenly({ areas: [area(10, 50, 0.02, 500, { groups: [5] }), area(11, 50, 0.0001, 7)], groupCodes: ['women'] })
    expect(totalPopulation(cells)).toBeCloseTo(507, 9)
    expect(cells.populationGroups[0]?.values.reduce((sum, one) => sum + one, 0)).toBeCloseTo(5, 9)
    expect(cells.lon[cells.count - 1]).toBeCloseTo(11.00005, 9)
    // 0.02° at 50°: 1,434 m by 2,225 m.
    expect(cells.count - 1).toBe(14 * 22)
  })

  test('over a continent cells become larger instead of many', () => {
    expect(spreadEvenly({ areas: [area(0, 0, 40, 1e9)], groupCodes: [] }).count).toBeLessThan(300_000)
  })
})

describe('boundary', () => {
  const one = boundaryOf([square(0, 0, 2)])
  const other = boundaryOf([square(1, 1, 2), square(5, 5, 1)])

  test('any of several polygons is inside; of two boundaries both must be', () => {
    expect([other.contains(1.5, 1.5), other.contains(5.5, 5.5), other.contains(4, 4)]).toEqual([true, true, false])
    const both = intersectBoundaries(one, other)
    expect([both?.contains(1.5, 1.5), both?.contains(0.5, 0.5), both?.contains(5.5, 5.5)]).toEqual([true, false, false])
    expect(both?.box).toEqual({ west: 1, south: 1, east: 2, north: 2 })
    expect(intersectBoundaries(one, boundaryOf([square(50, 50, 1)]))).toBeNull()
  })

  test('a box with a kilometre around it has stops just outside, and none further off', () => {
    const box = growBox(boundaryOf([square(10, 60, 1)]).box, 1000)
    // At 61° a kilometre is 0.0185° of longitude.
    expect([inBox(box, 9.99, 60.5), inBox(box, 9.97, 60.5), inBox(box, 10.5, 61.008), inBox(box, 10.5, 61.01)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test('cells inside, and their districts by code', () => {
    const cells = spreadEvenly({ areas: [area(0.5, 0.5, 1, 100)], groupCodes: [] }, 10_000)
    const inside = cellsInside(cells, boundaryOf([square(0, 0, 1)]))
    expect([...inside.lon].every((lon) => lon < 1)).toBe(true)
    expect(inside.count).toBeGreaterThan(0)
    const parts = [
      { ...district('west'), polygon: square(0.4, 0, 0.3) },
      { ...district('east'), polygon: square(0.7, 0, 0.5) },
      { ...district('west'), polygon: square(0, 0, 9) },
    ]
    const assigned = assignDistricts(cells, parts)
    expect(assigned.districts.map(({ code }) => code)).toEqual(['west', 'east'])
    for (let i = 0; i < cells.count; i++) {
      const [lon, lat] = [cells.lon[i] ?? 0, cells.lat[i] ?? 0]
      expect(assigned.district[i]).toBe(lon >= 0.7 && lon < 1.2 && lat < 0.5 ? 1 : 0)
    }
  })
})
