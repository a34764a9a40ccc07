import { anchorOf, plainSentence, type Anchor } from '../../src/books/discussion/text/anchor.ts'
import { plainWords } from '../../src/books/discussion/text/plain-words.ts'
import { sectionsOf } from '../../src/books/programme/sections.ts'
import type { ProgrammeVersion, Sentence } from '../../src/books/programme/programme.ts'
import { languages, type Language } from '../../src/books/text.ts'
import type { Random } from '../../src/kernel/random.ts'
import { edit, withTwins, type EditKind } from './edit-revision.ts'
import type { Words } from './edit-words.ts'
import { finish, startOf, type Revision } from './revision.ts'

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
