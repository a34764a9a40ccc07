import { sectionsOf } from '../../programme/sections.ts'
import type { ProgrammeVersion, Sentence } from '../../programme/programme.ts'
import { languages, type Language } from '../../text.ts'
import { plainSentence } from './anchor.ts'
import { numbersOf, plainWords } from './plain-words.ts'

/** A sentence in its place, with what is compared again and again. */
export interface Place {
  sentence: Sentence
  section: string
  /** Places of its neighbours in the list; null at the edges of the section. */
  before: number | null
  after: number | null
  texts: Texts
  /** All its words in all languages: equal for sentences that differ only in marks. */
  words: string
}

export type Texts = Readonly<Partial<Record<Language, string>>>

/** All sentences of a version in reading order. */
export function placesOf(version: ProgrammeVersion): Place[] {
  const places: Place[] = []
  for (const { id, sentences } of sectionsOf(version))
    for (const [at, sentence] of sentences.entries()) {
      const texts = eachLanguage((language) => plainSentence(sentence, language))
      places.push({
        sentence,
        section: id,
        before: at === 0 ? null : places.length - 1,
        after: at === sentences.length - 1 ? null : places.length + 1,
        texts,
        words: Object.entries(texts)
          .map(([language, text]) => `${language}${plainWords(text).text}`)
          .join('\n'),
      })
    }
  return places
}

/** The texts of two neighbours as one. */
export const joinTexts = (a: Texts, b: Texts): Texts => eachLanguage((language) => `${a[language] ?? ''} ${b[language] ?? ''}`.trim())

/** Whether all numbers are the same in every language that both have. */
export const sameNumbers = (a: Texts, b: Texts): boolean =>
  languages.every((language) => !a[language] || !b[language] || numbersOf(a[language]) === numbersOf(b[language]))

const eachLanguage = (textIn: (language: Language) => string): Texts =>
  Object.fromEntries(languages.flatMap((language) => (textIn(language) === '' ? [] : [[language, textIn(language)]])))
