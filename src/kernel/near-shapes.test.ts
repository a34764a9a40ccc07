import { describe, expect, test } from 'vitest'
import { NearShapes } from './near-shapes.ts'
import { shapesOf } from './plane-shapes.ts'
import { stream } from './random.ts'

type Point = readonly [number, number]
const square: Point[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
]
const hole: Point[] = [
  [20, 20],
  [80, 20],
  [80, 80],
  [20, 80],
]

test.each([
  {
    case: 'a street that passes by at 20 m',
    line: [-100, 120, 300, 120],
    metres: 30,
    from: (100 - Math.sqrt(500)) / 400,
    to: (200 + Math.sqrt(500)) / 400,
  },
  { case: 'a street that ends at the fence', line: [-100, 50, 0, 50], metres: 30, from: 0.7, to: 1 },
  { case: 'a street through the park, deep inside included', line: [-100, 50, 300, 50], metres: 10, from: 90 / 400, to: 210 / 400 },
  { case: 'a street wholly inside', line: [45, 50, 55, 50], metres: 10, from: 0, to: 1 },
  { case: 'a street without length, inside', line: [50, 50, 50, 50], metres: 10, from: 0, to: 1 },
])('$case', ({ line, metres, from, to }) => {
  const near = new NearShapes(shapesOf([[square]]))
  const [ax = 0, ay = 0, bx = 0, by = 0] = line
  const parts = near.partsNear(ax, ay, bx, by, metres)
  expect(parts).toHaveLength(1)
  expect(parts[0]?.from).toBeCloseTo(from, 9)
  expect(parts[0]?.to).toBeCloseTo(to, 9)
})

test('in the middle of a courtyard that is not part of the park, a street is not in it', () => {
  const near = new NearShapes(shapesOf([[square, hole]]))
  expect(near.partsNear(40, 50, 60, 50, 5)).toEqual([])
  expect(near.isNear(50, 50, 5)).toBe(false)
  expect(near.isNear(50, 50, 30)).toBe(true)
  expect(near.isNear(10, 10, 1)).toBe(true)
})

test('a street far from everything is near nothing, and without shapes everything is far', () => {
  expect(new NearShapes(shapesOf([[square]])).partsNear(1e5, 1e5, 1e5, 2e5, 30)).toEqual([])
  expect(new NearShapes(shapesOf([])).partsNear(0, 0, 1, 1, 30)).toEqual([])
  expect(new NearShapes(shapesOf([])).isNear(0, 0, 30)).toBe(false)
})

describe('random shapes and streets', () => {
  const random = stream(21, 4)
  const someRing = (): Point[] => {
    const [x, y] = [1000 * random.uniform(), 1000 * random.uniform()]
    return Array.from({ length: 5 }, (): Point => [x + 250 * random.uniform(), y + 250 * random.uniform()])
  }
  const shapes = Array.from({ length: 25 }, () => Array.from({ length: 1 + Math.floor(2 * random.uniform()) }, someRing))
  const near = new NearShapes(shapesOf(shapes), 60)

  /** Distance to one shape, looked up edge by edge; 0 inside. */
  const metresTo = (rings: Point[][], x: number, y: number): number => {
    let least = Infinity
    let inside = false
    for (const ring of rings)
      for (const [i, [ax, ay]] of ring.entries()) {
        const [bx, by] = ring[(i + 1) % ring.length] as Point
        const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
        least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
        if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
      }
    return inside ? 0 : least
  }

  test('each point of a street is in a part exactly when it is near the shape', () => {
    let found = 0
    const wrong: unknown[] = []
    for (let i = 0; i < 150; i++) {
      const [ax, ay, bx, by] = Array.from({ length: 4 }, () => 1400 * random.uniform() - 100) as [number, number, number, number]
      const parts = near.partsNear(ax, ay, bx, by, 25)
      found += parts.length
      for (let step = 0; step <= 40; step++) {
        const t = step / 40
        for (const [s, rings] of shapes.entries()) {
          const metres = metresTo(rings, ax + t * (bx - ax), ay + t * (by - ay))
          if (Math.abs(metres - 25) < 1e-6) continue
          if (parts.some(({ shape, from, to }) => shape === s && from <= t && t <= to) !== metres <= 25) wrong.push({ i, t, s, metres })
        }
      }
    }
    expect(wrong).toEqual([])
    expect(found).toBeGreaterThan(200)
  })

  test('a point is near exactly when one of the shapes is', () => {
    for (let i = 0; i < 2000; i++) {
      const [x, y] = [1400 * random.uniform() - 100, 1400 * random.uniform() - 100]
      const metres = 60 * random.uniform()
      expect(near.isNear(x, y, metres)).toBe(Math.min(...shapes.map((rings) => metresTo(rings, x, y))) <= metres)
    }
  })
})
