import { expect, test } from 'vitest'
import { smoothedMajorityZ, smoothedTwoProportionZ, twoProportionZ } from './two-proportions.ts'

test('the square of z is the chi-square of the fourfold table', () => {
  // Fleiss, Levin and Paik (2003): chi-square = n (ad − bc)² / (row and column sums).
  const [a, b, c, d] = [15, 85, 4, 96]
  const chiSquare = (200 * (a * d - b * c) ** 2) / (100 * 100 * 19 * 181)
  expect(twoProportionZ(a, a + b, c, c + d) ** 2).toBeCloseTo(chiSquare, 9)
})

test.each([
  { x1: 9, n1: 10, x2: 1, n2: 10, z: 3.5777 },
  { x1: 1, n1: 10, x2: 9, n2: 10, z: -3.5777 },
  { x1: 5, n1: 10, x2: 5, n2: 10, z: 0 },
  { x1: 10, n1: 10, x2: 7, n2: 7, z: 0 },
  { x1: 3, n1: 9, x2: 0, n2: 0, z: 0 },
])('$x1 of $n1 against $x2 of $n2: z = $z', ({ x1, n1, x2, n2, z }) => {
  expect(twoProportionZ(x1, n1, x2, n2)).toBeCloseTo(z, 4)
})

test('with one success added it never divides by nothing', () => {
  expect(smoothedTwoProportionZ(0, 0, 0, 0)).toBe(0)
  expect(smoothedMajorityZ(0, 0)).toBe(1)
})
