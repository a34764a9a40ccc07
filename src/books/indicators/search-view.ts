import { splitSentences } from '../programme/split-sentences.ts'
import { findMatches, type SearchDocument } from '../search-text.ts'
import { languages, type Language, type MultilingualText } from '../text.ts'

export const searchKinds = [
  ...(['indicator', 'goal', 'sentence', 'event', 'commitment', 'statement', 'partner', 'agreement', 'project', 'source'] as const),
  ...(['page', 'release', 'area'] as const),
] as const
export type SearchKind = (typeof searchKinds)[number]

/** Something that can be found, and where it stands. */
export interface Findable extends SearchDocument {
  kind: SearchKind
  /** Its page inside the city, or the site. */
  path: string
}

/** Text in pieces; the pieces that the query found are marked. */
export interface MarkedText {
  language: Language
  pieces: ReadonlyArray<{ text: string; hit: boolean }>
}

export interface SearchHit {
  path: string
  number: string | null
  title: MarkedText
  /** The sentence in which the query was found, where the title does not have it. */
  excerpt: MarkedText | null
}

export interface SearchView {
  query: string
  total: number
  /** Only kinds with hits, in the order of `searchKinds`. */
  groups: ReadonlyArray<{ kind: SearchKind; total: number; hits: readonly SearchHit[] }>
}

export const longestQuery = 200
const hitsPerKind = 10

/**
 * What a query finds, by kind, the best first. With `only` one kind is shown in full.
 *
 * Words are shown in the reader's language where they have a hit there, else in the language that has.
 */
export function search(query: string, findables: readonly Findable[], reader: Language, only: SearchKind | null): SearchView {
  const text = query.trim().slice(0, longestQuery)
  const byId = new Map(findables.map((one) => [one.id, one]))
  const found = findMatches(text, findables).flatMap(({ id }) => byId.get(id) ?? [])
  const groups = searchKinds.flatMap((kind) => {
    const hits = found.filter((one) => one.kind === kind)
    if (hits.length === 0 || (only !== null && kind !== only)) return []
    const shown = only === null ? hits.slice(0, hitsPerKind) : hits
    return [{ kind, total: hits.length, hits: shown.map((one) => show(one, text, reader)) }]
  })
  return { query: text, total: found.length, groups }
}

function show({ path, number, title, text }: Findable, query: string, reader: Language): SearchHit {
  const inTitle = markBest(title, query, reader)
  const hasHit = inTitle.pieces.some((piece) => piece.hit)
  return { path, number: number ?? null, title: inTitle, excerpt: hasHit || text === undefined ? null : markSentence(text, query, reader) }
}

/** The reader's language first, then the others that have words. */
const inOrder = (text: MultilingualText, reader: Language): Language[] =>
  [reader, ...languages.filter((one) => one !== reader)].filter((one) => text[one]?.trim())

function markBest(text: MultilingualText, query: string, reader: Language): MarkedText {
  const marked = inOrder(text, reader).map((language) => ({ language, pieces: markHits(text[language] ?? '', query) }))
  return marked.find(({ pieces }) => pieces.some((piece) => piece.hit)) ?? marked[0] ?? { language: reader, pieces: [] }
}

/** The first sentence with a hit: a whole sentence, because text is never cut. */
function markSentence(text: MultilingualText, query: string, reader: Language): MarkedText | null {
  for (const language of inOrder(text, reader)) {
    for (const sentence of splitSentences(text[language] ?? '')) {
      const pieces = markHits(sentence, query)
      if (pieces.some((piece) => piece.hit)) return { language, pieces }
    }
  }
  return null
}

/**
 * Marks the words of a text that any word of the query finds.
 *
 * @example
 * markHits('Қала халқы', 'кала') // => [{ text: 'Қала', hit: true }, { text: ' халқы', hit: false }]
 */
export function markHits(text: string, query: string): Array<{ text: string; hit: boolean }> {
  const wanted = query.split(/\s+/).filter((word) => word !== '')
  const pieces: Array<{ text: string; hit: boolean }> = []
  for (const piece of text.split(/([\p{L}\p{N}\p{M}]+(?:[.-][\p{L}\p{N}\p{M}]+)*)/u)) {
    const hit = wanted.some((word) => findMatches(word, [{ id: '', title: { kk: piece } }]).length > 0)
    const last = pieces.at(-1)
    if (last?.hit === hit) pieces[pieces.length - 1] = { text: last.text + piece, hit }
    else if (piece !== '') pieces.push({ text: piece, hit })
  }
  return pieces
}

/** Several texts as one, language by language. */
export const joinTexts = (...texts: readonly MultilingualText[]): MultilingualText =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const words = texts.flatMap((text) => text[language]?.trim() || []).join('. ')
      return words === '' ? [] : [[language, words]]
    }),
  )
