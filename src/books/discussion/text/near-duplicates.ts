import { alikeAmong } from '../../../kernel/alike-texts.ts'
import { foldText } from '../../search-text.ts'
import { plainWords } from './plain-words.ts'

/** A text that may be like others; `id` is whatever names it. */
export interface ComparedText {
  id: string
  text: string
}

/** Texts that say nearly the same in nearly the same words. A person decides whether they are answered together. */
export interface LikeTexts {
  /** The first of them in the given order: the others are like this one, not only like each other. */
  first: string
  others: readonly LikeText[]
}

export interface LikeText {
  id: string
  /**
   * same_words: they differ in marks, capitals, or in letters typed without a Kazakh keyboard. alike: most is the same.
   * passage: most of the shorter one stands in the longer one, as when a sample letter got a preface.
   */
  why: 'same_words' | 'alike' | 'passage'
  /** alike: Dice of word stems; passage: share of the shorter text's five-word runs that the other has; same words: 1. */
  likeness: number
  /** Five words or more that stand in both, the longest run; '' for short texts. */
  shared: string
}

/** Two wordings of one wish are typically below 0.4, a text that was passed on and touched up above 0.6. */
const alikeFrom = 0.6
const passageFrom = 0.7
/** Runs of this many words; a passage needs four of them, that is eight words. */
const runLength = 5
const fewestRuns = 4

/**
 * Clusters of like texts, in the order of their first ones; texts that are like no other are left out.
 *
 * Each text joins the earlier text that it is most like, if that one itself joined none: so no chain of small changes brings
 * together what has little in common, and the order in which texts arrive does not change what arrived before.
 *
 * Cost     see `alikeAmong`; 5,000 texts of 30 words take about a second.
 */
export function nearDuplicates(texts: readonly ComparedText[]): LikeTexts[] {
  const plain = texts.map(({ text }) => foldText(plainWords(text).text).trim())
  const links = bestLinks(plain)
  const clusters = new Map<number, LikeText[]>()
  const joined = new Set<number>()
  for (const [at, { id }] of texts.entries()) {
    const link = links[at]?.find(({ earlier }) => !joined.has(earlier))
    if (link === undefined) continue
    joined.add(at)
    const { earlier, why, likeness } = link
    const others = clusters.get(earlier) ?? []
    others.push({ id, why, likeness, shared: longestShared(plain[earlier] ?? '', plain[at] ?? '') })
    clusters.set(earlier, others)
  }
  return [...clusters].sort(([a], [b]) => a - b).map(([at, others]) => ({ first: texts[at]?.id ?? '', others }))
}

interface Link {
  earlier: number
  why: LikeText['why']
  likeness: number
}

/** For each text the earlier ones that it is like, the best first; of equally good ones the earliest. */
function bestLinks(plain: readonly string[]): Link[][] {
  const links: Link[][] = plain.map(() => [])
  const firstWith = new Map<string, number>()
  const different: number[] = []
  for (const [at, words] of plain.entries()) {
    const first = firstWith.get(words)
    if (words === '') continue
    if (first === undefined) {
      firstWith.set(words, at)
      different.push(at)
    } else links[at]?.push({ earlier: first, why: 'same_words', likeness: 1 })
  }
  const words = different.map((at) => plain[at] ?? '')
  const add = (later: number, earlier: number, why: Link['why'], likeness: number) =>
    links[different[later] ?? -1]?.push({ earlier: different[earlier] ?? -1, why, likeness })

  for (const { left, right, likeness } of alikeAmong(words.map(stemsOf), alikeFrom)) add(left, right, 'alike', likeness)
  for (const { later, earlier, share } of sharedPassages(words)) add(later, earlier, 'passage', share)

  // What has the same words as an earlier text is also like everything that one is like.
  for (const [at, words] of plain.entries()) {
    const first = firstWith.get(words)
    if (first !== undefined && first !== at) links[at]?.push(...(links[first] ?? []))
  }
  return links.map((own) => own.sort((a, b) => b.likeness - a.likeness || a.earlier - b.earlier))
}

/** The beginnings of words: Kazakh and Russian change their ends. */
const stemsOf = (text: string): string[] => text.split(' ').map((word) => word.slice(0, 5))

/** Pairs of which the shorter text has most of its runs of words in the other. */
function sharedPassages(texts: readonly string[]): Array<{ later: number; earlier: number; share: number }> {
  const runs = texts.map((text) => [...new Set(runsOf(text.split(' ')))])
  const having = new Map<string, number[]>()
  const pairs: Array<{ later: number; earlier: number; share: number }> = []
  for (const [later, own] of runs.entries()) {
    const common = new Map<number, number>()
    for (const run of own) {
      const others = having.get(run)
      if (others === undefined) having.set(run, [later])
      else {
        for (const earlier of others) common.set(earlier, (common.get(earlier) ?? 0) + 1)
        others.push(later)
      }
    }
    for (const [earlier, count] of common) {
      const share = count / Math.min(own.length, runs[earlier]?.length ?? 0)
      if (count >= fewestRuns && share >= passageFrom) pairs.push({ later, earlier, share })
    }
  }
  return pairs
}

const runsOf = (words: readonly string[]): string[] =>
  Array.from({ length: Math.max(0, words.length - runLength + 1) }, (_, at) => words.slice(at, at + runLength).join(' '))

/** The longest run of words, five or more, that both have. */
function longestShared(a: string, b: string): string {
  const [words, others] = [a.split(' '), new Set(runsOf(b.split(' ')))]
  let best: readonly string[] = []
  let start = 0
  for (const [at, run] of [...runsOf(words), ''].entries()) {
    if (others.has(run)) continue
    const found = words.slice(start, at === start ? at : at + runLength - 1)
    if (found.length > best.length) best = found
    start = at + 1
  }
  return best.join(' ')
}
