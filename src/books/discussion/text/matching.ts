import type { Place } from './places.ts'

/** What is known so far about which place of one version is which of another. */
export class Matching {
  readonly old: readonly Place[]
  readonly next: readonly Place[]
  /** Places of the next version that each old one became; two where it was split. */
  readonly #images = new Map<number, readonly number[]>()
  /** Old places that each new one came from; two where they were merged. */
  readonly #origins = new Map<number, readonly number[]>()

  constructor(old: readonly Place[], next: readonly Place[]) {
    this.old = old
    this.next = next
  }

  pair(olds: readonly number[], nexts: readonly number[]): void {
    for (const at of olds) this.#images.set(at, nexts)
    for (const at of nexts) this.#origins.set(at, olds)
  }

  isFreeOld = (at: number): boolean => !this.#images.has(at)
  isFreeNext = (at: number): boolean => !this.#origins.has(at)

  /** Every old place that is known with what it became. */
  pairs(): Array<[Place, Place[]]> {
    return this.old.flatMap((place, at): Array<[Place, Place[]]> => {
      const images = (this.#images.get(at) ?? []).flatMap((next) => this.next[next] ?? [])
      return images.length === 0 ? [] : [[place, images]]
    })
  }

  /**
   * On how many sides the surroundings agree, 0 to 2: the nearest known sentence in front of the old place became the
   * nearest one in front of the new place, and so behind; or both stand at the edge of the same section.
   */
  agreeingSides(firstOld: number, lastOld: number, firstNext: number, lastNext: number): number {
    const front = this.#agree(this.#known('before', firstOld, firstNext), firstOld, firstNext)
    const back = this.#agree(this.#known('after', lastOld, lastNext), lastOld, lastNext)
    return (front ? 1 : 0) + (back ? 1 : 0)
  }

  #agree([old, next]: readonly [number | null, number | null], fromOld: number, fromNext: number): boolean {
    if (old === null || next === null) return old === next && this.old[fromOld]?.section === this.next[fromNext]?.section
    return this.#images.get(old)?.includes(next) === true
  }

  /** The nearest neighbours on one side that are known and did not leave for, or come from, another section. */
  #known(side: 'before' | 'after', old: number, next: number): readonly [number | null, number | null] {
    const [here, there] = [this.old[old]?.section, this.next[next]?.section]
    let left = this.old[old]?.[side] ?? null
    while (left !== null && !this.#images.get(left)?.some((at) => this.next[at]?.section === there)) left = this.old[left]?.[side] ?? null
    let right = this.next[next]?.[side] ?? null
    while (right !== null && !this.#origins.get(right)?.some((at) => this.old[at]?.section === here))
      right = this.next[right]?.[side] ?? null
    return [left, right]
  }
}
