import type { Matching } from './matching.ts'
import { likenessOf, meanLikeness } from './mean-likeness.ts'
import { joinTexts, sameNumbers, type Place, type Texts } from './places.ts'

/** Two sentences in one lose a full stop and gain a word or two. */
const alike = 0.85

/** By so much the two together must be more alike than one of them: a short sentence beside it proves no split. */
const gain = 0.05

interface Candidate {
  old: readonly number[]
  next: readonly number[]
  likeness: number
}

/** Pairs an old sentence with the two that it was split into, and two old ones with the one that they became. */
export function pairJoined(matching: Matching): void {
  const { old, next } = matching
  const freeOld = indexes(old).filter(matching.isFreeOld)
  const freeNext = indexes(next).filter(matching.isFreeNext)
  const couplesOf = (places: readonly Place[], isFree: (at: number) => boolean, free: readonly number[]): Array<[number, number]> =>
    free.flatMap((at): Array<[number, number]> => {
      const after = places[at]?.after ?? null
      return after !== null && isFree(after) ? [[at, after]] : []
    })
  const splits = candidatesOf(old, freeOld, next, couplesOf(next, matching.isFreeNext, freeNext))
  const merges = candidatesOf(next, freeNext, old, couplesOf(old, matching.isFreeOld, freeOld))
  const candidates: Candidate[] = [
    ...splits.map(({ one, couple, likeness }) => ({ old: [one], next: couple, likeness })),
    ...merges.map(({ one, couple, likeness }) => ({ old: couple, next: [one], likeness })),
  ].sort((a, b) => b.likeness - a.likeness)

  for (const candidate of candidates) {
    const overlapping = candidates.filter((other) => other !== candidate && overlaps(candidate, other))
    const isClear = overlapping.every((other) => candidate.likeness - other.likeness >= gain)
    const isFree = candidate.old.every(matching.isFreeOld) && candidate.next.every(matching.isFreeNext)
    if (isClear && isFree) matching.pair(candidate.old, candidate.next)
  }
}

function candidatesOf(ones: readonly Place[], free: readonly number[], pairs: readonly Place[], couples: ReadonlyArray<[number, number]>) {
  if (free.length === 0 || couples.length === 0) return []
  const joined = couples.map(([a, b]) => joinTexts(textsAt(pairs, a), textsAt(pairs, b)))
  const found = meanLikeness(
    free.map((at) => textsAt(ones, at)),
    joined,
    alike,
  )
  return found.flatMap(({ left, right, likeness }) => {
    const one = free[left] ?? -1
    const couple = couples[right] ?? [-1, -1]
    const texts = textsAt(ones, one)
    const single = Math.max(...couple.map((at) => likenessOf(texts, textsAt(pairs, at))))
    return likeness - single >= gain && sameNumbers(texts, joined[right] ?? {}) ? [{ one, couple, likeness }] : []
  })
}

const indexes = (places: readonly Place[]): number[] => Array.from(places.keys())
const textsAt = (places: readonly Place[], at: number): Texts => places[at]?.texts ?? {}
const overlaps = (a: Candidate, b: Candidate): boolean => a.old.some((at) => b.old.includes(at)) || a.next.some((at) => b.next.includes(at))
