/** Numbers that look drawn by chance and are the same in every run. */
export interface Random {
  /** Evenly between 0 and 1, 1 excluded; a multiple of 2⁻³². */
  uniform(): number
  /** Normal with mean 0 and standard deviation 1. */
  normal(): number
}

/** Rounds that are thrown away at the start, so that neighbouring draws have nothing in common. */
const warmUp = 15

/**
 * The stream of chance of one draw, and of one purpose within it.
 *
 * Each (seed, draw, purpose) has a stream of its own: whether draw 7 comes first, last or in another process, it is the
 * same draw. A purpose of its own for each input keeps the others as they are when one of them needs more numbers.
 *
 * Source   sfc32, Chris Doty-Humphrey, PractRand; the seed takes the three words of the state, the counter begins at 1,
 *          so that two streams differ in their state from the first round on. Normal numbers by the polar method:
 *          Marsaglia and Bray, "A convenient method for generating normal variables", SIAM Review 6 (1964), 260–264.
 * Cost     constant; a stream is a handful of numbers.
 *
 * @throws {RangeError} a seed, draw or purpose that is no whole number from 0 to 2³² − 1
 * @example
 * stream(42, 7).uniform() === stream(42, 7).uniform() // => true
 * @example
 * stream(42, 7).uniform() === stream(42, 8).uniform() // => false
 */
export function stream(seed: number, draw: number, purpose = 0): Random {
  for (const word of [seed, draw, purpose])
    if (word >>> 0 !== word) throw new RangeError(`${word} is no whole number from 0 to 4294967295: it cannot name a stream.`)
  let a = seed | 0
  let b = draw | 0
  let c = purpose | 0
  let counter = 1
  let spare = NaN

  const next = (): number => {
    const out = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    return out
  }
  const uniform = (): number => (next() >>> 0) / 4_294_967_296

  const normal = (): number => {
    if (spare === spare) {
      const kept = spare
      spare = NaN
      return kept
    }
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square >= 1 || square === 0) continue
      const scale = Math.sqrt((-2 * Math.log(square)) / square)
      spare = y * scale
      return x * scale
    }
  }

  for (let round = 0; round < warmUp; round++) next()
  return { uniform, normal }
}
