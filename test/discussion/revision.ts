import fs from 'node:fs'
import { plainSentence } from '../../src/books/discussion/text/anchor.ts'
import { carryIds } from '../../src/books/programme/carry-ids.ts'
import { sectionsOf, sentenceId } from '../../src/books/programme/sections.ts'
import type { ProgrammeVersion, Sentence } from '../../src/books/programme/programme.ts'
import { languages, type Language } from '../../src/books/text.ts'
import { readProgramme } from '../../src/formats/programme-file/read-programme.ts'
import type { Words } from './edit-words.ts'

/** One sentence of the new version, and what it was made of. */
export interface Made {
  /** Sentences of the old version that live on in it. */
  from: readonly Sentence[]
  words: Readonly<Partial<Record<Language, Words>>>
}

/** Sections of a version as lists that can be edited. */
export type Revision = Array<{ id: string; made: Made[] }>

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

export const startOf = (version: ProgrammeVersion): Revision =>
  sectionsOf(version).map(({ id, sentences }) => ({
    id,
    made: sentences.map((sentence) => ({ from: [sentence], words: wordsOf(sentence) })),
  }))

export const wordsOf = (sentence: Sentence): Made['words'] =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const text = plainSentence(sentence, language)
      return text === '' ? [] : [[language, text.split(' ').map((word, at) => ({ word, origin: { sentence: sentence.id, at } }))]]
    }),
  )

/** The new version with its ids: as a reader derives them, or carried over from the old one. */
export function finish(from: ProgrammeVersion, revision: Revision, ids: 'carried' | 'derived'): ProgrammeVersion {
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
