import { plainSentence } from '../../src/books/discussion/text/anchor.ts'
import { sectionsOf } from '../../src/books/programme/sections.ts'
import type { ProgrammeVersion, Sentence } from '../../src/books/programme/programme.ts'
import { languages, type Language } from '../../src/books/text.ts'
import type { Random } from '../../src/kernel/random.ts'
import { textSimilarity } from '../../src/kernel/text-similarity.ts'
import { clauseIn, clauseOut, mark, newNumber, newWords, rewrite, splitWords, twinOf } from './edit-words.ts'
import { demonstrationVersions, finish, startOf, wordsOf, type Made, type Revision } from './revision.ts'

export const editKinds = [
  'marks, spaces, quotation marks, NFD',
  'another number',
  'some words replaced',
  'a clause put in',
  'a clause struck out',
  'split in two',
  'merged with the next',
  'moved within the section',
  'moved to another section',
  'two swapped',
  'copied elsewhere',
  'copied behind itself',
  'a near twin put in beside it',
  'beside a near twin: reworded',
  'beside a near twin: swapped with it',
  'beside a near twin: moved away',
  'beside a near twin: struck out',
  'beside a near twin: struck out, the twin reworded',
  'moved to another section and a word or two replaced',
  'a word or two replaced, a twin with other numbers put in',
  'struck out, a twin with other numbers put in elsewhere',
  'struck out',
  'another sentence in its place',
  'rewritten: a third of the words left',
  'one language reworded, the others as they were',
  'busy revision: every third sentence edited',
] as const

export type EditKind = (typeof editKinds)[number]

export interface Target {
  sentence: Sentence
  mayDetach: boolean
}

/** The old version with a near twin behind some sentences: another number, or two other words. */
export function withTwins(base: ProgrammeVersion, kind: EditKind, random: Random): ProgrammeVersion {
  const revision = startOf(base)
  for (const { made } of revision)
    for (let at = made.length - 1; at >= 0; at--)
      if (random.uniform() < (kind.startsWith('busy') ? 0.15 : 0.5))
        made.splice(at + 1, 0, { from: [], words: twinOf(made[at]?.words ?? {}, random) })
  return finish(base, revision, 'derived')
}

export function edit(kind: EditKind, revision: Revision, from: ProgrammeVersion, random: Random): Target[] {
  if (kind.startsWith('busy')) return busy(revision, from, random)
  const section = pick(
    revision.filter(({ made }) => made.length > (kind.includes('twin') || /merged|swapped|within/.test(kind) ? 1 : 0)),
    random,
  )
  const at = Math.floor(random.uniform() * (section?.made.length ?? 0))
  const one = section?.made[at]
  const [sentence] = one?.from ?? []
  if (section === undefined || one === undefined || sentence === undefined) return []
  const mayDetach = kind.startsWith('rewritten') || kind.startsWith('a word or two')
  return editOne(kind, revision, section, at, one, sentence, random) ? [{ sentence, mayDetach }] : []
}

/** Edits one sentence; false when the sentence does not lend itself to this edit. */
function editOne(
  kind: EditKind,
  revision: Revision,
  section: Revision[number],
  at: number,
  one: Made,
  sentence: Sentence,
  random: Random,
): boolean {
  const { made } = section
  const put = (...others: Made[]) => made.splice(at, 1, ...others)
  const changed = (words: Made['words'] | null): boolean => words !== null && put({ from: one.from, words }).length > 0
  const foreign = foreignWords(revision, one, random)
  const elsewhere = pick(
    revision.filter((other) => other !== section),
    random,
  )
  switch (kind) {
    case 'marks, spaces, quotation marks, NFD':
      return changed(mark(one.words, random))
    case 'another number':
      return changed(newNumber(one.words, random))
    case 'some words replaced':
      return changed(newWords(one.words, foreign, 0.3, random))
    case 'a clause put in':
      return changed(clauseIn(one.words, foreign, random))
    case 'a clause struck out':
      return changed(clauseOut(one.words, random))
    case 'rewritten: a third of the words left':
      return changed(rewrite(one.words, foreign, random))
    case 'one language reworded, the others as they were': {
      const language = pick(languages, random) ?? 'kk'
      const words = newWords({ [language]: one.words[language] ?? [] }, foreign, 0.5, random)
      return words !== null && changed({ ...one.words, ...words })
    }
    case 'split in two': {
      const halves = splitWords(one.words)
      if (halves === null) return false
      put(...halves.map((words) => ({ from: one.from, words })))
      return true
    }
    case 'merged with the next': {
      const next = made[at + 1]
      if (next === undefined) return false
      made.splice(at, 2, { from: [...one.from, ...next.from], words: joinWords(one.words, next.words) })
      return true
    }
    case 'moved within the section': {
      made.splice(at, 1)
      const places = [...made.keys(), made.length].filter((place) => place !== at)
      made.splice(pick(places, random) ?? 0, 0, one)
      return true
    }
    case 'moved to another section':
      made.splice(at, 1)
      elsewhere?.made.splice(Math.floor(random.uniform() * (elsewhere.made.length + 1)), 0, one)
      return elsewhere !== undefined
    case 'two swapped': {
      const other =
        pick(
          [...made.keys()].filter((place) => place !== at),
          random,
        ) ?? 0
      const second = made[other]
      if (second === undefined) return false
      made[at] = second
      made[other] = one
      return true
    }
    case 'copied elsewhere':
      elsewhere?.made.splice(Math.floor(random.uniform() * (elsewhere.made.length + 1)), 0, { from: [], words: one.words })
      return elsewhere !== undefined
    case 'copied behind itself':
      // Of two equal sentences side by side nobody can say which is the old one: both are right.
      put(one, one)
      return true
    case 'a near twin put in beside it':
      put(...(random.uniform() < 0.5 ? [one, twin(one, random)] : [twin(one, random), one]))
      return true
    case 'beside a near twin: reworded':
      return changed(newWords(one.words, foreign, 0.25, random))
    case 'beside a near twin: swapped with it': {
      const next = made[at + 1]
      if (next === undefined) return false
      made.splice(at, 2, next, one)
      return true
    }
    case 'beside a near twin: moved away':
      made.splice(at, 1)
      elsewhere?.made.push(one)
      return elsewhere !== undefined
    case 'beside a near twin: struck out, the twin reworded': {
      const next = made[at + 1]
      const words = next === undefined ? null : newWords(next.words, foreign, 0.2, random)
      if (next === undefined || words === null) return false
      made.splice(at, 2, { from: next.from, words })
      return true
    }
    case 'moved to another section and a word or two replaced': {
      const words = newWords(one.words, foreign, 0.1, random)
      made.splice(at, 1)
      if (words === null || elsewhere === undefined) return false
      elsewhere.made.splice(Math.floor(random.uniform() * (elsewhere.made.length + 1)), 0, { from: one.from, words })
      return true
    }
    // Without a number nobody could say which of two like sentences is the old one, so these two need one.
    case 'a word or two replaced, a twin with other numbers put in': {
      const words = newWords(one.words, foreign, 0.1, random)
      if (words === null || !hasNumbers(one)) return false
      put(...(random.uniform() < 0.5 ? [{ from: one.from, words }, twin(one, random)] : [twin(one, random), { from: one.from, words }]))
      return true
    }
    case 'struck out, a twin with other numbers put in elsewhere': {
      if (!hasNumbers(one)) return false
      made.splice(at, 1)
      const place = pick(
        [...made.keys(), made.length].filter((place) => place !== at),
        random,
      )
      if (random.uniform() < 0.5 && place !== undefined) made.splice(place, 0, twin(one, random))
      else elsewhere?.made.splice(Math.floor(random.uniform() * (elsewhere.made.length + 1)), 0, twin(one, random))
      return true
    }
    case 'beside a near twin: struck out':
    case 'struck out':
      made.splice(at, 1)
      return true
    case 'another sentence in its place':
      put({ from: [], words: unrelated(revision, random) })
      return true
    case 'busy revision: every third sentence edited':
      return false
  }
}

/** A revision as councils make them: a third of all sentences edited at once, each in its own way. */
function busy(revision: Revision, from: ProgrammeVersion, random: Random): Target[] {
  const kinds: EditKind[] = [
    'marks, spaces, quotation marks, NFD',
    'another number',
    'some words replaced',
    'a clause put in',
    'a clause struck out',
    'split in two',
    'moved within the section',
    'moved to another section',
    'struck out',
    'another sentence in its place',
    'a near twin put in beside it',
  ]
  const everyOne = sectionsOf(from).flatMap(({ sentences }) => sentences)
  for (const sentence of everyOne) {
    if (random.uniform() > 1 / 3) continue
    const kind = pick(kinds, random) ?? 'struck out'
    const section = revision.find(({ made }) => made.some((one) => one.from.includes(sentence)))
    const at = section?.made.findIndex((one) => one.from.includes(sentence)) ?? -1
    const one = section?.made[at]
    if (section !== undefined && one !== undefined) editOne(kind, revision, section, at, one, sentence, random)
  }
  return everyOne.map((sentence) => ({ sentence, mayDetach: false }))
}

const hasNumbers = ({ words }: Made): boolean => Object.values(words).every((list) => list.some(({ word }) => /\d/.test(word)))

const twin = (one: Made, random: Random): Made => ({ from: [], words: twinOf(one.words, random) })

/** Words of all other sentences, to replace and to put in. */
function foreignWords(revision: Revision, but: Made, random: Random): Readonly<Partial<Record<Language, string[]>>> {
  const others = revision.flatMap(({ made }) => made).filter((one) => one !== but)
  const chosen = Array.from({ length: 4 }, () => pick(others, random)).flatMap((one) => one ?? [])
  return Object.fromEntries(
    languages.map((language) => [language, chosen.flatMap(({ words }) => (words[language] ?? []).map(({ word }) => word))]),
  )
}

/** A sentence of these programmes that is like none of this revision. */
function unrelated(revision: Revision, random: Random): Made['words'] {
  const own = revision.flatMap(({ made }) => made.flatMap(({ from }) => from))
  const others = demonstrationVersions.flatMap((version) => sectionsOf(version).flatMap(({ sentences }) => sentences))
  const alike = (a: Sentence, b: Sentence): boolean =>
    languages.some((language) => textSimilarity(plainSentence(a, language), plainSentence(b, language)) >= 0.5)
  for (;;) {
    const chosen = pick(others, random)
    if (chosen === undefined || own.some((one) => alike(one, chosen))) continue
    return Object.fromEntries(
      Object.entries(wordsOf(chosen)).map(([language, list]) => [language, list.map(({ word }) => ({ word, origin: null }))]),
    )
  }
}

function joinWords(a: Made['words'], b: Made['words']): Made['words'] {
  const links = { kk: 'әрі', ru: 'и', en: 'and' }
  return Object.fromEntries(
    languages.flatMap((language) => {
      const [first = [], second = []] = [a[language], b[language]]
      const last = first.at(-1)
      const open = last === undefined ? [] : [...first.slice(0, -1), { ...last, word: last.word.replace(/[.!?]$/, ',') }]
      return first.length + second.length === 0 ? [] : [[language, [...open, { word: links[language], origin: null }, ...second]]]
    }),
  )
}

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random.uniform() * list.length)]
