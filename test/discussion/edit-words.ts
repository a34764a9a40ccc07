import { languages, type Language } from '../../src/books/text.ts'
import type { Random } from '../../src/kernel/random.ts'

/** The words of a sentence; each knows which word of the old version it is, null when it is new. */
export type Words = ReadonlyArray<{ word: string; origin: { sentence: string; at: number } | null }>

type ManyWords = Readonly<Partial<Record<Language, Words>>>
type Foreign = Readonly<Partial<Record<Language, readonly string[]>>>

/** The same edit in every language that the sentence has; null when one does not lend itself to it. */
function inEach(words: ManyWords, change: (words: Words, language: Language) => Words | null): ManyWords | null {
  const changed = languages.flatMap((language) => {
    const list = words[language]
    return list === undefined ? [] : [[language, change(list, language)] as const]
  })
  return changed.every(([, list]) => list !== null) ? Object.fromEntries(changed) : null
}

const fresh = (word: string): Words[number] => ({ word, origin: null })

/** Other marks around the same words. */
export function mark(words: ManyWords, random: Random): ManyWords | null {
  const way = Math.floor(random.uniform() * 6)
  return inEach(words, (list) =>
    list.map(({ word, origin }, at) => {
      const ways = [
        word.normalize('NFD'),
        word.replace(/[«»“”]/g, '"'),
        word === '—' || word === '–' ? '-' : word,
        at % 3 === 1 ? `${word}\u00a0` : word,
        at === list.length - 1 ? word.replace(/\.$/, '') : word,
        at === 1 ? `${word.replace(/,$/, '')},` : word,
      ]
      return { word: ways[way] ?? word, origin }
    }),
  )
}

/** One number of the sentence becomes another one, in every language. */
export function newNumber(words: ManyWords, random: Random): ManyWords | null {
  const numbers = (words.ru ?? words.kk ?? words.en ?? []).flatMap(({ word }) => word.match(/\d+/g) ?? [])
  const old = numbers[Math.floor(random.uniform() * numbers.length)]
  if (old === undefined) return null
  const next = String(Number(old) + 1 + Math.floor(random.uniform() * 30))
  return inEach(words, (list) => {
    const at = list.findIndex(({ word }) => word.match(/\d+/g)?.includes(old))
    return at < 0 ? null : list.map((one, place) => (place === at ? fresh(one.word.replace(old, next)) : one))
  })
}

/** Up to this share of the words, at least one, becomes words of other sentences. Numbers stay: they are an edit of their own. */
export function newWords(words: ManyWords, foreign: Foreign, share: number, random: Random): ManyWords | null {
  const part = random.uniform() * share
  return inEach(words, (list, language) => {
    const count = Math.max(1, Math.round(part * list.length))
    const others = (foreign[language] ?? []).filter((word) => !/\d/.test(word) && !list.some((one) => one.word === word))
    const open = [...list.keys()].filter((at) => !/\d/.test(list[at]?.word ?? ''))
    if (open.length < 4 || others.length === 0) return null
    const places = new Set(Array.from({ length: count }, () => open[Math.floor(random.uniform() * open.length)]))
    return list.map((one, at) => (places.has(at) ? fresh(others[Math.floor(random.uniform() * others.length)] ?? '…') : one))
  })
}

/** A run of three to eight words of another sentence comes in. */
export function clauseIn(words: ManyWords, foreign: Foreign, random: Random): ManyWords | null {
  const place = random.uniform()
  return inEach(words, (list, language) => {
    const others = foreign[language] ?? []
    const count = Math.min(3 + Math.floor(random.uniform() * 6), list.length)
    const start = Math.floor(random.uniform() * Math.max(1, others.length - count))
    const at = 1 + Math.floor(place * (list.length - 1))
    const clause = others.slice(start, start + count).map(fresh)
    return clause.length < 2 ? null : [...list.slice(0, at), ...clause, ...list.slice(at)]
  })
}

/** A fifth to two fifths of the words go, side by side. */
export function clauseOut(words: ManyWords, random: Random): ManyWords | null {
  const [share, place] = [0.2 + 0.2 * random.uniform(), random.uniform()]
  return inEach(words, (list) => {
    if (list.length < 5) return null
    const count = Math.max(1, Math.round(share * list.length))
    const at = Math.floor(place * (list.length - count))
    return [...list.slice(0, at), ...list.slice(at + count)]
  })
}

/** Two thirds of the words become words of other sentences. */
export const rewrite = (words: ManyWords, foreign: Foreign, random: Random): ManyWords | null =>
  inEach(words, (list, language) => {
    const others = foreign[language] ?? []
    if (list.length < 6 || others.length === 0) return null
    return list.map((one) => (random.uniform() < 2 / 3 ? fresh(others[Math.floor(random.uniform() * others.length)] ?? '…') : one))
  })

/** Two sentences of the words of one, cut in the middle. */
export function splitWords(words: ManyWords): [ManyWords, ManyWords] | null {
  const halves = (part: 0 | 1) =>
    inEach(words, (list) => {
      const middle = Math.floor(list.length / 2)
      if (list.length < 6) return null
      const half = part === 0 ? list.slice(0, middle) : list.slice(middle)
      return half.map(({ word, origin }, at) => {
        const closed = part === 0 && at === half.length - 1 ? `${word.replace(/[,;:]$/, '')}.` : word
        const opened = part === 1 && at === 0 ? `${closed.slice(0, 1).toUpperCase()}${closed.slice(1)}` : closed
        return { word: opened, origin }
      })
    })
  const [first, second] = [halves(0), halves(1)]
  return first === null || second === null ? null : [first, second]
}

/** A sentence that is nearly the same and is another one: other numbers, or, where there are none, two other words. */
export function twinOf(words: ManyWords, random: Random): ManyWords {
  const by = 1 + Math.floor(random.uniform() * 90)
  const twin = inEach(words, (list) => {
    const hasNumber = list.some(({ word }) => /\d/.test(word))
    return list.map(({ word }, at) => {
      if (hasNumber) return fresh(word.replace(/\d+/g, (digits) => String(Number(digits) + by)))
      return fresh(at === 1 || at === list.length - 2 ? `${word.slice(0, 2)}${newEnding(random)}` : word)
    })
  })
  return twin ?? {}
}

/** Drawn anew for each twin, so that no two twins have the same words. */
const newEnding = (random: Random): string =>
  Array.from({ length: 4 }, () => 'аеиолнрстмдк'[Math.floor(random.uniform() * 12)] ?? '').join('')
