import { sectionsOf, type Section } from '../../programme/sections.ts'
import type { ProgrammeVersion, Sentence } from '../../programme/programme.ts'
import type { Language } from '../../text.ts'

/**
 * Where in a version somebody points: the sentence by its id, the words themselves, and what stands around them.
 *
 * Source   W3C Web Annotation Data Model, section 4.2.4, Text Quote Selector: exact, prefix, suffix.
 */
export interface Anchor {
  programme: string
  version: number
  section: string
  /** Id of the sentence in that version. */
  sentence: string
  language: Language
  /** The words pointed at, in NFC: the whole sentence, or a part of it. */
  exact: string
  /** What stands before and after them in the section, in the same language. */
  prefix: string
  suffix: string
}

/** A stretch of a sentence in UTF-16 code units of its NFC text; `end` is the first one that no longer belongs to it. */
export interface TextRange {
  start: number
  end: number
}

/** As much as Hypothesis and the examples of the W3C keep: enough to tell two places apart, little enough to read. */
const contextLength = 32

/**
 * An anchor at a sentence, or at a range inside it.
 *
 * Missing  null when the version has no such sentence in this language, or the range holds no words.
 */
export function anchorOf(version: ProgrammeVersion, sentenceId: string, language: Language, range?: TextRange): Anchor | null {
  const section = sectionsOf(version).find(({ sentences }) => sentences.some(({ id }) => id === sentenceId))
  const at = section?.sentences.findIndex(({ id }) => id === sentenceId) ?? -1
  const text = plainSentence(section?.sentences[at], language)
  if (section === undefined || text === '') return null
  const { start, end } = range ?? { start: 0, end: text.length }
  const exact = text.slice(start, end)
  if (start < 0 || end > text.length || exact.trim() === '') return null
  const before = `${textOf(section, language, 0, at)}${text.slice(0, start)}`
  const after = `${text.slice(end)} ${textOf(section, language, at + 1)}`.trimEnd()
  return {
    programme: version.programme,
    version: version.number,
    section: section.id,
    sentence: sentenceId,
    language,
    exact,
    prefix: before.slice(-contextLength),
    suffix: after.slice(0, contextLength),
  }
}

/** A sentence as anchors see it: NFC, one space between words. */
export const plainSentence = (sentence: Sentence | undefined, language: Language): string =>
  (sentence?.text[language] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()

/** The running text of some sentences of a section, a space behind each. */
const textOf = (section: Section, language: Language, from: number, to?: number): string =>
  section.sentences
    .slice(from, to)
    .map((sentence) => `${plainSentence(sentence, language)} `)
    .join('')
