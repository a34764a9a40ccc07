import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifyLocalUnits } from './classify-local-units.ts'
import { degreeOfUrbanisation, type KilometreGrid } from './degree-of-urbanisation.ts'

/** Persons by letter: C makes a centre by number and density, D is dense, c is a cluster's density, r is rural, ~ is all water. */
const persons: Readonly<Record<string, number>> = { C: 10_000, D: 1500, d: 1499, c: 300, b: 299, r: 10, '.': 0, '~': 0 }
const drawn = (...rows: string[]): KilometreGrid => ({
  width: rows[0]?.length ?? 0,
  height: rows.length,
  population: Float64Array.from(rows.join(''), (letter) => persons[letter] ?? Number.NaN),
  landKm2: null,
})
const classes = (grid: KilometreGrid): string[] => {
  const { cellClass } = degreeOfUrbanisation(grid)
  return Array.from({ length: grid.height }, (_, y) => [...cellClass.subarray(y * grid.width, (y + 1) * grid.width)].join(''))
}

describe('made grids', () => {
  test.each([
    {
      case: '50,000 on five cells in a row are a centre',
      rows: ['.......', '.CCCCC.', '.......'],
      expected: ['1111111', '1333331', '1111111'],
    },
    { case: '40,000 are a cluster only', rows: ['......', '.CCCC.', '......'], expected: ['111111', '122221', '111111'] },
    {
      case: 'a corner does not join a centre, but a cluster',
      rows: ['CCC...', '...CCC', '......'],
      expected: ['222111', '111222', '111111'],
    },
    {
      case: 'density just below 1,500 is no part of the centre, at 1,500 it is',
      rows: ['CCCCCDd', '.......', '.......'],
      expected: ['3333332', '1111111', '1111111'],
    },
    { case: '4,999 are rural, however dense', rows: ['DDD', '...', '...'], expected: ['111', '111', '111'] },
    { case: 'a density of 299 is rural', rows: ['CCbb', '....', '....'], expected: ['2211', '1111', '1111'] },
    {
      case: 'a cell with five of its neighbours in the centre joins; the gap closes from its inner end',
      rows: ['CCCCC', 'CCCCC', 'CC.CC', 'CC.CC', 'CC.CC'],
      expected: ['33333', '33333', '33333', '33333', '33333'],
    },
    {
      case: 'a notch with four neighbours stays',
      rows: ['CCCC', 'CCC.', 'CC..', 'C...'],
      expected: ['3333', '3331', '3311', '3111'],
    },
    {
      case: 'nothing beyond the edge of the grid counts as a neighbour',
      rows: ['CC.CC', 'CCCCC'],
      expected: ['33333', '33333'],
    },
    {
      case: 'an open bay at the edge of the grid is no hole; only its corners have five neighbours',
      rows: ['CCCCCCC', 'C.....C', 'C.....C', 'C.....C', 'C.....C'],
      expected: ['3333333', '3311133', '3111113', '3111113', '3111113'],
    },
  ])('$case', ({ rows, expected }) => {
    expect(classes(drawn(...rows))).toEqual(expected)
  })

  const ring = (inside: string[]) => {
    const width = inside[0]?.length ?? 0
    const wall = 'C'.repeat(width + 2)
    return drawn(wall, ...inside.map((row) => `C${row}C`), wall)
  }

  test('a hole of 14 km² is filled', () => {
    const { population, cellClass } = degreeOfUrbanisation(ring(['.......', '.......']))
    expect(new Set(cellClass)).toEqual(new Set([3]))
    expect(population.rural).toBe(0)
  })

  test('a hole of 20 km² stays, although its corners are round', () => {
    // Corner cells of the hole have five neighbours in the centre and join; twenty cells less four are still more than 15.
    const { cellClass } = degreeOfUrbanisation(ring(['.....', '.....', '.....', '.....']))
    expect([...cellClass].filter((one) => one === 1).length).toBe(16)
  })

  test('a hole between two centres belongs to neither', () => {
    const { cellClass, centres } = degreeOfUrbanisation(
      drawn('.............', '.CCCCC.CCCCC.', '.C....r....C.', '.C....r....C.', '.CCCCC.CCCCC.', '.............'),
    )
    expect(centres.length).toBe(2)
    expect(cellClass[2 * 13 + 6]).toBe(1)
  })

  test('density is that of the land: on half a square kilometre 750 people are 1,500', () => {
    const grid = drawn('CCCCC.', '......')
    grid.population[5] = 750
    const land = new Float64Array(12).fill(1)
    expect(degreeOfUrbanisation(grid).cellClass[5]).toBe(2)
    land[5] = 0.5
    expect(degreeOfUrbanisation({ ...grid, landKm2: land }).cellClass[5]).toBe(3)
  })

  test('people on water are counted and make nothing dense', () => {
    const grid = drawn('CCCCCD', '......')
    const land = Float64Array.of(1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1)
    const { cellClass, populationWithoutLand, population } = degreeOfUrbanisation({ ...grid, landKm2: land })
    expect([cellClass[5], populationWithoutLand, population.total]).toEqual([1, 1500, 51_500])
  })

  test('centres know their people and cells', () => {
    const { centres, centreOf } = degreeOfUrbanisation(drawn('CCCCC..CCCCCC', '.............', '.............'))
    expect(centres).toEqual([
      { population: 50_000, cells: 5 },
      { population: 60_000, cells: 6 },
    ])
    expect([centreOf[0], centreOf[5], centreOf[7]]).toEqual([0, -1, 1])
  })

  test('a missing value is nobody', () => {
    const { population } = degreeOfUrbanisation(drawn('CCCCC?', '......'))
    expect(population).toEqual({ total: 50_000, centre: 50_000, cluster: 0, rural: 0 })
  })
})

/** The definition word by word: sets, recursion, whole passes until nothing changes. */
function slowly({ width, population, landKm2 }: KilometreGrid): number[] {
  const cells = Array.from(population, (_, cell) => cell)
  const near = (cell: number, corners: boolean) =>
    cells.filter((other) => {
      const dx = Math.abs((other % width) - (cell % width))
      const dy = Math.abs(Math.floor(other / width) - Math.floor(cell / width))
      return corners ? Math.max(dx, dy) === 1 : dx + dy === 1
    })
  const groups = (members: Set<number>, corners: boolean) => {
    const left = new Set(members)
    const found: number[][] = []
    for (const first of members) {
      if (!left.delete(first)) continue
      const group = [first]
      for (const cell of group) for (const next of near(cell, corners)) if (left.delete(next)) group.push(next)
      found.push(group)
    }
    return found
  }
  const people = (group: readonly number[]) => group.reduce((sum, cell) => sum + (population[cell] ?? 0), 0)
  const above = (density: number) =>
    new Set(cells.filter((cell) => (landKm2?.[cell] ?? 1) > 0 && (population[cell] ?? 0) / (landKm2?.[cell] ?? 1) >= density))
  const centres = groups(above(1500), false)
    .filter((group) => people(group) >= 50_000)
    .map((group) => new Set(group))
  const taken = (cell: number) => centres.some((centre) => centre.has(cell))
  for (let changed = true; changed;) {
    const joining = cells.flatMap((cell) => {
      const centre = centres.find((one) => near(cell, true).filter((next) => one.has(next)).length >= 5)
      return taken(cell) || centre === undefined ? [] : [{ cell, centre }]
    })
    for (const { cell, centre } of joining) centre.add(cell)
    changed = joining.length > 0
  }
  for (const hole of groups(new Set(cells.filter((cell) => !taken(cell))), false)) {
    const atEdge = hole.some((cell) => near(cell, false).length < 4)
    const around = centres.filter((centre) => hole.some((cell) => near(cell, false).some((next) => centre.has(next))))
    if (hole.length < 15 && !atEdge && around.length === 1) for (const cell of hole) around[0]?.add(cell)
  }
  const clusters = new Set(
    groups(above(300), true)
      .filter((group) => people(group) >= 5000)
      .flat(),
  )
  return cells.map((cell) => (taken(cell) ? 3 : clusters.has(cell) ? 2 : 1))
}

test('the same as the definition word by word, on any small grid', () => {
  const amounts = fc.constantFrom(0, 10, 299, 300, 1499, 1500, 4000, 9000, 20_000, 20_000)
  const kinds = new Set<number>()
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(amounts, { minLength: 81, maxLength: 81 }),
      fc.array(fc.constantFrom(0, 0.25, 1, 1, 1, 1), { minLength: 81, maxLength: 81 }),
      fc.boolean(),
      (width, height, people, land, withLand) => {
        const size = width * height
        const grid = {
          width,
          height,
          population: Float64Array.from(people.slice(0, size)),
          landKm2: withLand ? Float64Array.from(land.slice(0, size)) : null,
        }
        const { cellClass, population } = degreeOfUrbanisation(grid)
        expect([...cellClass]).toEqual(slowly(grid))
        expect(population.centre + population.cluster + population.rural).toBe(population.total)
        for (const one of cellClass) kinds.add(one)
      },
    ),
    { numRuns: 300, seed: 11 },
  )
  expect(kinds).toEqual(new Set([1, 2, 3]))
})

test('columns that do not fit are refused', () => {
  expect(() => degreeOfUrbanisation({ width: 2, height: 2, population: new Float64Array(3), landKm2: null })).toThrow(RangeError)
})

describe('local units', () => {
  const units = (cells: string, population: number[]) =>
    classifyLocalUnits(
      { cellClass: Uint8Array.from(cells, Number) },
      Float64Array.from(population),
      new Int32Array(population.length),
      1,
    )[0]

  test.each([
    { case: 'half in the centre is a city', cells: '321', population: [50, 30, 20], expected: 'city' },
    { case: 'less than half in the centre and in rural cells is a town', cells: '321', population: [49, 31, 20], expected: 'town' },
    { case: 'half in rural cells is rural', cells: '321', population: [10, 40, 50], expected: 'rural' },
    { case: 'half and half of both is a city', cells: '31', population: [50, 50], expected: 'city' },
    { case: 'nobody is no class', cells: '31', population: [0, Number.NaN], expected: null },
  ])('$case', ({ cells, population, expected }) => {
    expect(units(cells, population)).toBe(expected)
  })

  test('cells outside of all units count nowhere', () => {
    expect(classifyLocalUnits({ cellClass: Uint8Array.of(3, 1, 1) }, Float64Array.of(10, 90, 1), Int32Array.of(0, -1, 1), 2)).toEqual([
      'city',
      'rural',
    ])
  })
})
