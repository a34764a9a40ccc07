/**
 * Term `index` of the Halton sequence in one base: the digits of the index, mirrored at the point.
 *
 *     index = Σ dₖ baseᵏ        term = Σ dₖ base⁻ᵏ⁻¹
 *
 * Two bases without a common divisor, such as 2 and 3, give points that fill a square evenly, however many are taken.
 *
 * Source   Halton, "On the efficiency of certain quasi-random sequences of points", Numerische Mathematik 2 (1960), 84–90.
 * Cost     the number of digits.
 *
 * @throws {RangeError} an index that is no whole number from 0, or a base that is no whole number from 2
 * @example
 * [1, 2, 3, 4, 5].map((i) => halton(i, 2)) // => [0.5, 0.25, 0.75, 0.125, 0.625]
 */
export function halton(index: number, base: number): number {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError(`Halton terms are counted from 0 in whole numbers, not ${index}.`)
  if (!Number.isSafeInteger(base) || base < 2) throw new RangeError(`The base of a Halton sequence is a whole number from 2, not ${base}.`)
  let term = 0
  let weight = 1 / base
  for (let rest = index; rest > 0; rest = Math.floor(rest / base)) {
    term += (rest % base) * weight
    weight /= base
  }
  return term
}
