import { languages, type Language, type MultilingualText } from '../text.ts'
import { compareWords, type WordPart } from './compare-words.ts'
import type { Sentence } from './programme.ts'

/** What became of one sentence between two versions. */
export interface SentenceDifference {
  kind: 'same' | 'added' | 'removed' | 'changed'
  /** It stands in another place than before: among its neighbours, or in another section. */
  moved: boolean
  id: string
  before: Sentence | null
  after: Sentence | null
  /** Word by word in each language whose words changed. */
  words: Readonly<Partial<Record<Language, readonly WordPart[]>>>
}

/**
 * The sentences of one section before and after, in the order of the new text; what was removed stands where it stood.
 *
 * `earlier` and `later` are all sentences of the two versions: a sentence may have come from another section.
 */
export function compareSentences(
  before: readonly Sentence[],
  after: readonly Sentence[],
  earlier: ReadonlyMap<string, Sentence> = byId(before),
  later: ReadonlyMap<string, Sentence> = byId(after),
): SentenceDifference[] {
  const kept = keptInOrder(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  )
  const differences = after.map((sentence): SentenceDifference => {
    const old = earlier.get(sentence.id) ?? null
    const words = old === null ? {} : changedWords(old.text, sentence.text)
    const kind = old === null ? 'added' : Object.keys(words).length > 0 ? 'changed' : 'same'
    return { kind, moved: old !== null && !kept.has(sentence.id), id: sentence.id, before: old, after: sentence, words }
  })
  for (const [at, sentence] of before.entries()) {
    if (later.has(sentence.id)) continue
    const neighbour = before.slice(0, at).findLast(({ id }) => differences.some((one) => one.id === id))
    const place = neighbour === undefined ? 0 : differences.findIndex(({ id }) => id === neighbour.id) + 1
    differences.splice(place, 0, { kind: 'removed', moved: false, id: sentence.id, before: sentence, after: null, words: {} })
  }
  return differences
}

export const byId = <T extends { id: string }>(things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.id, thing]))

/** Word by word, in each language whose words are not the same. */
export function changedWords(before: MultilingualText, after: MultilingualText): Partial<Record<Language, readonly WordPart[]>> {
  const changed = languages.filter((language) => (before[language] ?? '') !== (after[language] ?? ''))
  return Object.fromEntries(changed.map((language) => [language, compareWords(before[language] ?? '', after[language] ?? '')]))
}

/** The longest run of ids that stand in the same order in both: the others were moved. */
function keptInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const places = after.flatMap((id) => (before.includes(id) ? [{ id, place: before.indexOf(id) }] : []))
  const longest: string[][] = []
  for (const [at, { id, place }] of places.entries()) {
    const best = longest
      .filter((_, earlier) => (places[earlier]?.place ?? Infinity) < place)
      .reduce<string[]>((a, b) => (b.length > a.length ? b : a), [])
    longest[at] = [...best, id]
  }
  return new Set(longest.reduce<string[]>((a, b) => (b.length > a.length ? b : a), []))
}
