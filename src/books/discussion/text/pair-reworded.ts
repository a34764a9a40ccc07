import type { Matching } from './matching.ts'
import { meanLikeness } from './mean-likeness.ts'
import { sameNumbers } from './places.ts'

interface Candidate {
  old: number
  next: number
  likeness: number
  sameNumbers: boolean
  sameId: boolean
}

/** How alike a pair must be, by what else speaks for it: nothing, one side of its surroundings, both. */
const neededWithSameNumbers = [0.65, 0.6, 0.5] as const
const neededWithOtherNumbers = [Infinity, 0.75, 0.5] as const

/** A rival nearer than this makes a pair unsure; each side of the surroundings counts as much as this. */
const margin = 0.1

/** Pairs sentences with other words: the surest first, round by round, because each known pair tells about its neighbours. */
export function pairReworded(matching: Matching): void {
  const { old, next } = matching
  const free = Array.from(next.keys()).filter(matching.isFreeNext)
  const candidates = meanLikeness(
    old.map(({ texts }) => texts),
    free.map((at) => next[at]?.texts ?? {}),
    0.5,
  ).map(({ left, right, likeness }): Candidate => {
    const at = free[right] ?? -1
    const [from, to] = [old[left], next[at]]
    return {
      old: left,
      next: at,
      likeness,
      sameNumbers: from !== undefined && to !== undefined && sameNumbers(from.texts, to.texts),
      sameId: from?.sentence.id === to?.sentence.id && !isDerived(from?.sentence.id ?? ''),
    }
  })
  const byOld = groupBy(candidates, 'old')
  const byNext = groupBy(candidates, 'next')

  for (;;) {
    const sure = candidates
      .filter((one) => matching.isFreeOld(one.old) && matching.isFreeNext(one.next))
      .map((one) => ({ ...one, support: supportOf(matching, one) }))
      .filter((one) => one.likeness >= neededFor(one, one.support))
      .filter((one) => isClear(matching, one, byOld.get(one.old) ?? [], byNext.get(one.next) ?? []))
      .sort((a, b) => b.support - a.support || b.likeness - a.likeness)
    if (sure.length === 0) return
    // No two of them share a sentence: each is clear of all its rivals.
    for (const one of sure) if (one.support === sure[0]?.support) matching.pair([one.old], [one.next])
  }
}

/** 0 to 2: the sides of the surroundings that agree; an id that an author wrote and repeated says as much as both. */
const supportOf = (matching: Matching, { old, next, sameId }: Candidate): number =>
  sameId ? 2 : matching.agreeingSides(old, old, next, next)

const neededFor = ({ sameNumbers }: Candidate, support: number): number =>
  (sameNumbers ? neededWithSameNumbers : neededWithOtherNumbers)[support] ?? Infinity

/** Whether no other sentence is nearly as good. An old one that still stands unchanged counts: the new one may be its twin. */
function isClear(
  matching: Matching,
  one: Candidate & { support: number },
  sameOld: readonly Candidate[],
  sameNext: readonly Candidate[],
): boolean {
  const own = one.likeness + margin * one.support
  const scoreOf = (rival: Candidate): number => rival.likeness + margin * supportOf(matching, rival)
  const images = sameOld.filter((rival) => rival.next !== one.next && matching.isFreeNext(rival.next))
  // «In 2024 …» beside a reworded «In 2023 …» may be a new twin, however alike it is.
  if (!one.sameNumbers && images.length > 0) return false
  const origins = sameNext.filter((rival) => rival.old !== one.old)
  return [...images, ...origins].every((rival) => own - scoreOf(rival) >= margin)
}

function groupBy(candidates: readonly Candidate[], key: 'old' | 'next'): ReadonlyMap<number, readonly Candidate[]> {
  const groups = new Map<number, Candidate[]>()
  for (const one of candidates) {
    const group = groups.get(one[key])
    if (group === undefined) groups.set(one[key], [one])
    else group.push(one)
  }
  return groups
}

/** An id that a reader derived from words, and that may have been carried by a guess. */
const isDerived = (id: string): boolean => /^s-[0-9a-f]{8}$/.test(id)
