import fs from 'node:fs'
import { anchorOf, plainSentence, type Anchor } from '../../src/books/discussion/text/anchor.ts'
import { plainWords } from '../../src/books/discussion/text/plain-words.ts'
import { carryIds } from '../../src/books/programme/carry-ids.ts'
import { sectionsOf, sentenceId } from '../../src/books/programme/sections.ts'
import type { ProgrammeVersion, Sentence } from '../../src/books/programme/programme.ts'
import { languages, type Language } from '../../src/books/text.ts'
import { readProgramme } from '../../src/formats/programme-file/read-programme.ts'
import { textSimilarity } from '../../src/kernel/text-similarity.ts'
import type { Random } from '../../src/kernel/random.ts'
import { mark, clauseOut, clauseIn, newNumber, newWords, rewrite, splitWords, twinOf, type Words } from './edit-words.ts'

/**
 * Edits of the demonstration programmes with known truth.
 *
 * A revision is made sentence by sentence; every word keeps where it came from, so that it is known for each sentence
 * and each quoted stretch of words whether it still stands, and where.
 */
export interface AnchorCase {
  kind: EditKind
  ids: 'carried' | 'derived'
  from: ProgrammeVersion
  to: ProgrammeVersion
  anchor: Anchor
  truth: Truth
}

export interface Truth {
  /** Ids of the sentences of the new version in which the old one lives on; none when it is gone. */
  sentences: readonly string[]
  /** Where all quoted words still stand side by side; null when some were touched. */
  place: { sentence: string; start: number; end: number } | null
  /** So little was left that `detached` is right as well. */
  mayDetach: boolean
}

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

/** One sentence of the new version, and what it was made of. */
interface Made {
  /** Sentences of the old version that live on in it. */
  from: readonly Sentence[]
  words: Readonly<Partial<Record<Language, Words>>>
}

/** Sections of a version as lists that can be edited. */
type Revision = Array<{ id: string; made: Made[] }>

export const demonstrationVersions: readonly ProgrammeVersion[] = [
  'almaty/programme/almaty-2020-2',
  'ulgiqala/programme/ulgiqala-2030-1',
  'ulgiqala/programme/ulgiqala-2030-3',
].map((name) => {
  const path = new URL(`../../demo/${name}.yaml`, import.meta.url)
  const { version } = readProgramme(fs.readFileSync(path, 'utf8'), name)
  if (version === null) throw new Error(`${name} is not a programme.`)
  return version
})

/** All cases of one edit of one sentence: every language, the whole sentence and a stretch of it, ids carried and derived. */
export function casesOf(kind: EditKind, base: ProgrammeVersion, random: Random): AnchorCase[] {
  const from = kind.startsWith('beside') || kind.startsWith('busy') ? withTwins(base, kind, random) : base
  const revision = startOf(from)
  const targets = edit(kind, revision, from, random)
  if (targets.length === 0) return []
  return (['carried', 'derived'] as const).flatMap((ids) => {
    const to = finish(from, revision, ids)
    return targets.flatMap(({ sentence, mayDetach }) =>
      languages.flatMap((language) =>
        anchorsAt(from, sentence, language, random).flatMap((anchor): AnchorCase[] => {
          const truth = { ...truthOf(anchor, sentence, revision, to), mayDetach }
          // Edits of other sentences sometimes make the very words that were struck out here: then nobody could tell.
          return truth.place === null && hasTwinWords(sentence, language, to, truth) ? [] : [{ kind, ids, from, to, anchor, truth }]
        }),
      ),
    )
  })
}

const hasTwinWords = (sentence: Sentence, language: Language, to: ProgrammeVersion, truth: Truth): boolean =>
  sectionsOf(to).some(({ sentences }) =>
    sentences.some(
      (other) =>
        !truth.sentences.includes(other.id) &&
        plainWords(plainSentence(other, language)).text === plainWords(plainSentence(sentence, language)).text,
    ),
  )

interface Target {
  sentence: Sentence
  mayDetach: boolean
}

const startOf = (version: ProgrammeVersion): Revision =>
  sectionsOf(version).map(({ id, sentences }) => ({
    id,
    made: sentences.map((sentence) => ({ from: [sentence], words: wordsOf(sentence) })),
  }))

const wordsOf = (sentence: Sentence): Made['words'] =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = plainSentence(sentence, language)
      return text === '' ? [] : [[language, text.split(' ').map((word, at) => ({ word, origin: { sentence: sentence.id, at } }))]]
    }),
  )

/** The old version with a near twin behind some sentences: another number, or two other words. */
function withTwins(base: ProgrammeVersion, kind: EditKind, random: Random): ProgrammeVersion {
  const revision = startOf(base)
  for (const { made } of revision)
    for (let at = made.length - 1; at >= 0; at--)
      if (random.uniform() < (kind.startsWith('busy') ? 0.15 : 0.5))
        made.splice(at + 1, 0, { from: [], words: twinOf(made[at]?.words ?? {}, random) })
  return finish(base, revision, 'derived')
}

function edit(kind: EditKind, revision: Revision, from: ProgrammeVersion, random: Random): Target[] {
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
    default:
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

/** The new version with its ids: as a reader derives them, or carried over from the old one. */
function finish(from: ProgrammeVersion, revision: Revision, ids: AnchorCase['ids']): ProgrammeVersion {
  const bySection = new Map(
    revision.map(({ id, made }) => {
      const seen = new Map<string, number>()
      const sentences = made.map(({ words }): Sentence => {
        const text = Object.fromEntries(Object.entries(words).map(([language, list]) => [language, list.map(({ word }) => word).join(' ')]))
        const derived = sentenceId(id, text)
        const occurrence = (seen.get(derived) ?? 0) + 1
        seen.set(derived, occurrence)
        return { id: sentenceId(id, text, occurrence), text, sources: [] }
      })
      return [id, sentences]
    }),
  )
  const sections = sectionsOf(from)
  const sentencesAt = (path: string): readonly Sentence[] => bySection.get(sections.find((one) => one.path.join() === path)?.id ?? '') ?? []
  const next: ProgrammeVersion = {
    ...from,
    number: from.number + 1,
    passport: from.passport.map((field, at) => ({ ...field, text: sentencesAt(`passport,${at},text`) })),
    directions: from.directions.map((direction, d) => ({
      ...direction,
      text: sentencesAt(`directions,${d},text`),
      goals: direction.goals.map((goal, g) => ({ ...goal, text: sentencesAt(`directions,${d},goals,${g},text`) })),
    })),
  }
  return ids === 'carried' ? carryIds(from, next) : next
}

/** The whole sentence, and a stretch of two to five of its words. */
function anchorsAt(from: ProgrammeVersion, sentence: Sentence, language: Language, random: Random): Anchor[] {
  const words = plainSentence(sentence, language).split(' ')
  const count = 2 + Math.floor(random.uniform() * 4)
  const first = Math.floor(random.uniform() * Math.max(1, words.length - count))
  const start = words.slice(0, first).join(' ').length + (first === 0 ? 0 : 1)
  const end = start + words.slice(first, first + count).join(' ').length
  return [anchorOf(from, sentence.id, language), anchorOf(from, sentence.id, language, { start, end })].flatMap((one) => one ?? [])
}

function truthOf(anchor: Anchor, sentence: Sentence, revision: Revision, to: ProgrammeVersion): Omit<Truth, 'mayDetach'> {
  const sections = new Map(sectionsOf(to).map((section) => [section.id, section.sentences]))
  const living = revision.flatMap(({ id, made }) =>
    made.flatMap((one, at) =>
      one.from.includes(sentence) ? [{ id: sections.get(id)?.[at]?.id ?? '', words: one.words[anchor.language] ?? [] }] : [],
    ),
  )
  const text = plainSentence(sentence, anchor.language)
  const startsAt = text.indexOf(anchor.exact) === text.lastIndexOf(anchor.exact) ? text.indexOf(anchor.exact) : -1
  const first = text.slice(0, startsAt).split(' ').length - 1
  const count = anchor.exact.split(' ').length
  const places = living.flatMap(({ id, words }) => {
    const run = words.findIndex((_, at) =>
      Array.from({ length: count }, (_, i) => i).every((i) => isOrigin(words[at + i], sentence.id, first + i)),
    )
    if (run < 0 || startsAt < 0) return []
    // Counted in the text as anchors see it: NFC, single spaces.
    const before = words.slice(0, run).map(({ word }) => word)
    const start = plain(before.join(' ')).length + (run === 0 ? 0 : 1)
    return [
      {
        sentence: id,
        start,
        end:
          start +
          plain(
            words
              .slice(run, run + count)
              .map(({ word }) => word)
              .join(' '),
          ).length,
      },
    ]
  })
  return { sentences: living.map(({ id }) => id), place: places.length === 1 ? (places[0] ?? null) : null }
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

const isOrigin = (word: Words[number] | undefined, sentence: string, at: number): boolean =>
  word?.origin?.sentence === sentence && word.origin.at === at

const pick = <T>(list: readonly T[], random: Random): T | undefined => list[Math.floor(random.uniform() * list.length)]
