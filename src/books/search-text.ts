import { languages, type MultilingualText } from './text.ts'

/** Letters that a reader without a Kazakh keyboard types otherwise. */
const letters: Readonly<Record<string, string>> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и' }

/**
 * Text as it is searched: small letters, Kazakh letters as their Russian neighbours, no marks above or below.
 *
 * ё becomes е and й becomes и, because both are letters with a mark; Latin letters lose theirs too.
 *
 * @example
 * foldText('Қала халқы') // => 'кала халкы'
 * foldText('Ülgiqala, жүйелі ЁЛКА') // => 'ulgiqala, жуиели елка'
 */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[әғқңөұүһі]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')

/**
 * The words of a text as they are searched. A number of an indicator stays whole.
 *
 * @example
 * wordsOfText('11.6.2: PM2.5 в городах.') // => ['11.6.2', 'pm2.5', 'в', 'городах']
 */
export const wordsOfText = (text: string): string[] => foldText(text).match(/[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? []

/** Something that can be found: a short title (name, number) and the rest of its words, in every language it has. */
export interface SearchDocument {
  id: string
  /** Its number, when it has one: `11.6.2`. */
  number?: string
  title: MultilingualText
  text?: MultilingualText
}

export interface SearchMatch {
  id: string
  score: number
}

/** A word in the title counts more than in the text; the number counts most. */
const weights = { number: 8, title: 4, text: 1 }

/**
 * Documents in which every word of the query is found, the best first; equals stay in their order.
 *
 * A word is found as a whole (3), as the beginning of a longer word (2), inside a word, or, from four letters on,
 * by a shorter word that it begins with (1), so that «қаласы» finds «қала». The score adds the best place of each word.
 *
 * Missing  a query without words finds nothing.
 *
 * @example
 * findMatches('кала', [{ id: 'a', title: { kk: 'Қала халқы' } }, { id: 'b', title: { ru: 'Дороги' } }]) // => [{ id: 'a', score: 12 }]
 */
export function findMatches(query: string, documents: readonly SearchDocument[]): SearchMatch[] {
  const wanted = [...new Set(wordsOfText(query))]
  if (wanted.length === 0) return []
  return documents
    .map((document) => ({ id: document.id, score: scoreOf(wanted, document) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

function scoreOf(wanted: readonly string[], document: SearchDocument): number {
  const places = [
    { words: wordsOfText(document.number ?? ''), weight: weights.number },
    { words: wordsIn(document.title), weight: weights.title },
    { words: wordsIn(document.text ?? {}), weight: weights.text },
  ]
  let sum = 0
  for (const word of wanted) {
    const best = Math.max(...places.map(({ words, weight }) => weight * bestCloseness(word, words)))
    if (best === 0) return 0
    sum += best
  }
  return sum
}

const wordsIn = (text: MultilingualText): string[] => languages.flatMap((language) => wordsOfText(text[language] ?? ''))

const bestCloseness = (wanted: string, words: readonly string[]): number =>
  words.reduce((best, word) => Math.max(best, closeness(wanted, word)), 0)

function closeness(wanted: string, word: string): 0 | 1 | 2 | 3 {
  if (word === wanted) return 3
  if (word.startsWith(wanted)) return 2
  if (wanted.length > 2 && word.includes(wanted)) return 1
  return word.length > 3 && wanted.startsWith(word) ? 1 : 0
}
