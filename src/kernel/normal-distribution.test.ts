import { expect, test } from 'vitest'
import { upperTail } from './normal-distribution.ts'

test.each([
  // Abramowitz and Stegun, table 26.1 and 26.2
  { z: 0, tail: 0.5 },
  { z: 1, tail: 0.1586552539314571 },
  { z: 2.9, tail: 0.001865813300384 },
  { z: 3.1, tail: 0.0009676032132183 },
  { z: 5, tail: 2.866515718791939e-7 },
  { z: 10, tail: 7.61985302416047e-24 },
  { z: -1, tail: 0.8413447460685429 },
])('beyond $z lies $tail', ({ z, tail }) => {
  expect(upperTail(z) / tail).toBeCloseTo(1, 9)
})
