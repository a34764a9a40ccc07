import { expect, test } from 'vitest'
import { championAreaTarget } from './champion-area-target.ts'

/** An area that grows by a constant rate from 100 in 2010. */
const growing = (area: string, rate: number) => ({
  area,
  points: Array.from({ length: 10 }, (_, i) => ({ year: 2010 + i, value: 100 * (1 + rate) ** i })),
})
/** Twelve areas with 0 … 11 % a year: the five best have 7 … 11 %, 9 % on average. */
const areas = Array.from({ length: 12 }, (_, percent) => growing(`A${percent}`, percent / 100))
const baseline = { year: 2015, value: 50 }

test('the mean rate of the five best is applied to the baseline', () => {
  const found = championAreaTarget(areas, 'increase', baseline, 2030, null)
  expect(found).toMatchObject({ kind: 'found', form: 'rate', areas: 12, outliers: [], capped: false })
  if (found.kind !== 'found') return
  expect(found.change).toBeCloseTo(0.09, 9)
  expect(found.target.value).toBeCloseTo(50 * 1.09 ** 15, 6)
  expect(found.champions.map((one) => one.area)).toEqual(['A11', 'A10', 'A9', 'A8', 'A7'])
})

test('an area that grew out of all proportion is no champion', () => {
  const found = championAreaTarget([...areas, growing('wild', 0.9)], 'increase', baseline, 2030, null)
  expect(found).toMatchObject({ outliers: [{ area: 'wild' }] })
  expect(found.kind === 'found' && found.change).toBeCloseTo(0.09, 9)
})

test('a share stops at the end of its scale', () => {
  expect(championAreaTarget(areas, 'increase', baseline, 2030, 100)).toMatchObject({ target: { value: 100 }, capped: true })
})

test('with zeros in the values the change is counted in units, and stops at 0', () => {
  const falling = areas.map(({ area }, i) => ({ area, points: [0, 1, 2, 3, 4].map((k) => ({ year: 2010 + k, value: i * (4 - k) })) }))
  expect(championAreaTarget(falling, 'decrease', baseline, 2030, null)).toMatchObject({ form: 'units', target: { value: 0 }, capped: true })
})

test.each([
  { case: 'no direction', pool: areas, desired: null, reason: 'no_direction' },
  { case: 'nine areas', pool: areas.slice(0, 9), desired: 'increase', reason: 'too_few_areas' },
  {
    case: 'four years are no trend',
    pool: areas.map(({ area, points }) => ({ area, points: points.slice(0, 4) })),
    desired: 'increase',
    reason: 'too_few_areas',
  },
  { case: 'all move the wrong way', pool: areas.slice(1), desired: 'decrease', reason: 'no_champion' },
  {
    case: 'only four move the right way',
    pool: [...areas, ...[1, 2, 3, 4].map((p) => growing(`B${p}`, -p / 100))],
    desired: 'decrease',
    reason: 'no_champion',
  },
] as const)('$case: $reason', ({ pool, desired, reason }) =>
  expect(championAreaTarget(pool, desired, baseline, 2030, null)).toEqual({ kind: 'not_found', reason }),
)
