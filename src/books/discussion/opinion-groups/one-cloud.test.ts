import { expect, test } from 'vitest'
import { stream } from '../../../kernel/random.ts'
import { silhouetteOfOneCloud } from './one-cloud.ts'
import { divideInPlane } from './plane-clusters.ts'

function cloud(people: number, narrowness: number, sample: number): Float64Array {
  const random = stream(400, sample)
  return Float64Array.from({ length: 2 * people }, (_, i) => random.normal() * (i % 2 === 0 ? 1 : narrowness))
}

test.each([0, 0.35, 0.7, 1])('of forty clouds, %d as wide as long, few are taken for groups', (narrowness) => {
  const people = 200
  for (const k of [2, 3, 4, 5]) {
    const silhouettes = Array.from({ length: 40 }, (_, sample) =>
      divideInPlane(cloud(people, narrowness, sample)).flatMap((one) => (one.k === k ? [one.silhouette] : [])),
    ).flat()
    const bound = silhouetteOfOneCloud(k, narrowness, people)
    expect(silhouettes.filter((one) => one > bound).length).toBeLessThanOrEqual(4)
    // Not so high that nothing would ever be a group.
    expect(bound - Math.max(...silhouettes)).toBeLessThan(0.06)
  }
})

test('with very many people the bound is what one cloud has', () => {
  const found = divideInPlane(cloud(20_000, 0.5, 7))
  for (const { k, silhouette } of found) expect(silhouetteOfOneCloud(k, 0.5, 1e9)).toBeCloseTo(silhouette, 1)
})
