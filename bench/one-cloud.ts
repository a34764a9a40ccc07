import { divideInPlane } from '../src/books/discussion/opinion-groups/plane-clusters.ts'
import { stream } from '../src/kernel/random.ts'

/**
 * Writes the numbers of `src/books/discussion/opinion-groups/one-cloud.ts`: silhouettes of normally distributed people, who form no groups.
 *
 *     npx tsx bench/one-cloud.ts
 */
const cloud = (people: number, narrowness: number, sample: number): Float64Array => {
  const random = stream(77, sample)
  return Float64Array.from({ length: 2 * people }, (_, i) => random.normal() * (i % 2 === 0 ? 1 : narrowness))
}
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

const expected = new Map<number, number[]>()
for (let tenths = 0; tenths <= 10; tenths++) {
  const samples = Array.from({ length: 6 }, (_, sample) => divideInPlane(cloud(20_000, tenths / 10, sample)))
  for (const k of [2, 3, 4, 5]) {
    const values = samples.flatMap((divisions) => divisions.filter((one) => one.k === k).map((one) => one.silhouette))
    expected.set(k, [...(expected.get(k) ?? []), mean(values)])
  }
}
for (const [k, row] of expected) console.log(`  ${k}: [${row.map((one) => one.toFixed(3)).join(', ')}],`)

const samples = 60
for (const people of [50, 100, 300, 1000]) {
  const over: string[] = []
  for (const narrowness of [0.3, 0.6, 1]) {
    const found = Array.from({ length: samples }, (_, sample) => divideInPlane(cloud(people, narrowness, 100 + sample)))
    for (const k of [2, 3, 4, 5]) {
      const row = found.map((divisions) => divisions.find((one) => one.k === k)?.silhouette ?? 0).toSorted((a, b) => a - b)
      const usual = (expected.get(k) ?? [])[Math.round(narrowness * 10)] ?? 0
      over.push(((row[Math.floor(0.95 * samples)]! - usual) * Math.sqrt(people)).toFixed(2))
    }
  }
  console.log(`${people} people: 95 of 100 lie below the mean plus c / √n, c = ${over.join(', ')}`)
}
