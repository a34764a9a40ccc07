import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stream } from './random.ts'
import { SegmentGrid, type Polylines } from './segment-grid.ts'

/** Lines of two to five points, near one another or far apart, some points twice. */
function randomLines(seed: number, lineCount: number, reach: number): Polylines {
  const random = stream(seed, 0)
  const start = [0]
  const [x, y]: [number[], number[]] = [[], []]
  for (let line = 0; line < lineCount; line++) {
    const points = 2 + Math.floor(4 * random.uniform())
    let [px, py] = [reach * random.uniform(), reach * random.uniform()]
    for (let p = 0; p < points; p++) {
      x.push(Math.round(px))
      y.push(Math.round(py))
      const step = random.uniform() < 0.1 ? 0 : random.uniform() < 0.1 ? reach : 100
      px += step * (random.uniform() - 0.5)
      py += step * (random.uniform() - 0.5)
    }
    start.push(x.length)
  }
  return { start: Uint32Array.from(start), x: Int32Array.from(x), y: Int32Array.from(y) }
}

/** Every segment looked at, the distance by trying: the nearest of the foot of the perpendicular and both ends. */
function slowNearest({ start, x, y }: Polylines, px: number, py: number, scaleX: number, scaleY: number): number {
  let best = Infinity
  for (let line = 0; line + 1 < start.length; line++)
    for (let p = start[line]!; p < start[line + 1]! - 1; p++) {
      const [ax, ay, bx, by] = [x[p]! * scaleX, y[p]! * scaleY, x[p + 1]! * scaleX, y[p + 1]! * scaleY]
      const [qx, qy] = [px * scaleX, py * scaleY]
      best = Math.min(best, Math.hypot(qx - ax, qy - ay), Math.hypot(qx - bx, qy - by))
      const length = Math.hypot(bx - ax, by - ay)
      if (length === 0) continue
      const along = ((qx - ax) * (bx - ax) + (qy - ay) * (by - ay)) / length
      if (along > 0 && along < length) best = Math.min(best, Math.abs((qx - ax) * (by - ay) - (qy - ay) * (bx - ax)) / length)
    }
  return best
}

const inputs = [
  fc.nat(),
  fc.integer({ min: 1, max: 30 }),
  fc.constantFrom(100, 3000),
  fc.double({ min: -2, max: 3, noNaN: true }),
  fc.double({ min: -2, max: 3, noNaN: true }),
  fc.constantFrom(7, 50, 400),
] as const

test('the nearest segment is the one that looking at all of them finds, for points inside the grid and far outside', () => {
  fc.assert(
    fc.property(...inputs, (seed, lineCount, reach, u, v, step) => {
      const lines = randomLines(seed, lineCount, reach)
      const [x, y, scaleX, scaleY] = [u * reach, v * reach, 0.7, 1.1]
      const found = new SegmentGrid(lines, step, step).nearest(x, y, scaleX, scaleY)!
      expect(found.distance).toBeCloseTo(slowNearest(lines, x, y, scaleX, scaleY), 6)
      // And the place it names is there, that far away.
      const { line, point, fraction } = found
      expect(point >= lines.start[line]! && point < lines.start[line + 1]! - 1).toBe(true)
      const at = (c: Int32Array) => c[point]! + fraction * (c[point + 1]! - c[point]!)
      expect(Math.hypot((at(lines.x) - x) * scaleX, (at(lines.y) - y) * scaleY)).toBeCloseTo(found.distance, 6)
    }),
    { numRuns: 300 },
  )
})

test('what is further than the most is not found, what is nearer is', () => {
  fc.assert(
    fc.property(...inputs, (seed, lineCount, reach, u, v, step) => {
      const lines = randomLines(seed, lineCount, reach)
      const grid = new SegmentGrid(lines, step, step)
      const { distance } = grid.nearest(u * reach, v * reach, 1, 1)!
      if (distance > 0.001) expect(grid.nearest(u * reach, v * reach, 1, 1, distance * 0.999)).toBeNull()
      expect(grid.nearest(u * reach, v * reach, 1, 1, distance * 1.001 + 1e-6)?.distance).toBe(distance)
    }),
  )
})

test('without lines nothing is near', () => {
  expect(new SegmentGrid({ start: Uint32Array.of(0), x: new Int32Array(), y: new Int32Array() }, 10, 10).nearest(0, 0, 1, 1)).toBeNull()
})

test('lines across the whole world do not fill the memory: squares grow instead', () => {
  const random = stream(5, 0)
  const count = 20_000
  const coordinate = () => Math.round(1.8e9 * (2 * random.uniform() - 1))
  const lines: Polylines = {
    start: Uint32Array.from({ length: count + 1 }, (_, line) => 2 * line),
    x: Int32Array.from({ length: 2 * count }, coordinate),
    y: Int32Array.from({ length: 2 * count }, coordinate),
  }
  const found = new SegmentGrid(lines, 9000, 9000).nearest(12_345, 67_890, 0.01, 0.01)!
  expect(found.distance).toBeCloseTo(slowNearest(lines, 12_345, 67_890, 0.01, 0.01), 3)
})
