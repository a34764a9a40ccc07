import type { Matching } from './matching.ts'

/** Pairs places whose words are the same in all languages; where they stand more than once, the surest place first. */
export function pairSameWords(matching: Matching): void {
  const olds = byWords(matching.old)
  const nexts = byWords(matching.next)
  const several: Array<[number[], number[]]> = []
  for (const [words, from] of olds) {
    const to = nexts.get(words) ?? []
    if (from.length === 1 && to.length === 1) matching.pair(from, to)
    else if (to.length > 0) several.push([from, to])
  }
  for (const [from, to] of several) pairSeveral(matching, from, to)
}

function pairSeveral(matching: Matching, from: readonly number[], to: readonly number[]): void {
  const candidates = from.flatMap((old) => to.map((next) => ({ old, next, sureness: surenessOf(matching, old, next) })))
  // In a section the first of two equal sentences stays the first: nobody could tell otherwise.
  candidates.sort((a, b) => b.sureness - a.sureness || a.old - b.old || a.next - b.next)
  for (const { old, next, sureness } of candidates) {
    const last = from.filter(matching.isFreeOld).length === 1 && to.filter(matching.isFreeNext).length === 1
    if (matching.isFreeOld(old) && matching.isFreeNext(next) && (sureness > 0 || last)) matching.pair([old], [next])
  }
}

function surenessOf(matching: Matching, old: number, next: number): number {
  const [from, to] = [matching.old[old], matching.next[next]]
  const sameSection = from?.section === to?.section ? 3 : 0
  return sameSection + matching.agreeingSides(old, old, next, next)
}

function byWords(places: Matching['old']): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [at, { words }] of places.entries()) {
    if (words === '') continue
    const places = groups.get(words) ?? []
    groups.set(words, [...places, at])
  }
  return groups
}
