/** Every participant has one key, drawn once; the key of a cell is the sum of the keys of whoever is in it. */
export const keySpace = 256

/** The noise has this variance, and is never larger than this. */
export const noiseVariance = 2
export const largestNoise = 3

/**
 * How many of the 256 keys give which noise, from the smallest on. Of all tables with mean 0, variance 2, noise of at most 3 and no count
 * below 0 these are nearest to the one with the most entropy: nothing is known of the noise but that.
 */
const noiseTable: ReadonlyArray<{ from: number; keys: readonly number[] }> = [
  { from: 0, keys: [256] },
  { from: -1, keys: [147, 41, 19, 19, 30] },
  { from: -2, keys: [43, 59, 64, 48, 29, 13] },
  { from: -3, keys: [9, 30, 55, 68, 55, 30, 9] },
]

/**
 * A number of people with noise on it. The same people always get the same noise, in whatever table and however often it is asked for, so
 * that asking many times averages nothing away. Nobody stays nobody.
 *
 * Source   cell-key method: Fraser and Wooton, "A proposed method for confidentialising tabular output to protect against differencing"
 *          (UNECE/Eurostat work session on statistical data confidentiality, Geneva 2005); Thompson, Broadfoot and Elazar, "Methodology for
 *          the automatic confidentialisation of statistical outputs from remote servers at the Australian Bureau of Statistics" (2013). The
 *          Office for National Statistics uses the same for the census of 2021. Table: Marley and Leaver, "A method for confidentialising
 *          user-defined tables" (ISI 2011), most entropy under the conditions above.
 *
 * @param keys  those of the people, each from 0 to 255
 * @throws {RangeError} a key that is none
 * @example
 * withNoise([]) // => 0
 * @example
 * withNoise(Array(20).fill(200)) - withNoise(Array(20).fill(200)) // => 0
 */
export function withNoise(keys: readonly number[]): number {
  let sum = 0
  for (const key of keys) {
    if (!Number.isInteger(key) || key < 0 || key >= keySpace) throw new RangeError(`${key} is no cell key.`)
    sum += key
  }
  const row = noiseTable[Math.min(keys.length, noiseTable.length - 1)]!
  let place = sum % keySpace
  let noise = row.from
  for (const count of row.keys) {
    if (place < count) break
    place -= count
    noise++
  }
  return keys.length + noise
}
