import type { ConsultationContent } from '../../../books/discussion/consultation.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { languages, type Language, type MultilingualText } from '../../../books/text.ts'
import { wordsOf, type Words } from '../../words.ts'

/** What a new consultation begins with in every language: whoever opens her first one changes a word here and there, or nothing. */
export function defaultContent(version: Pick<ProgrammeVersion, 'title'> | undefined): ConsultationContent {
  const title = version?.title ?? {}
  return {
    title: inLanguages((words, language) => (title[language] ? words.t('consult.default_title', { title: title[language] }) : '')),
    question: inLanguages((words) => words.t('consult.default_question')),
    asked: inLanguages((words) => words.t('consult.default_asked')),
    rules: inLanguages((words) => words.t('consult.default_rules')),
    promise: inLanguages((words) => words.t('consult.default_promise')),
  }
}

const inLanguages = (say: (words: Words, language: Language) => string): MultilingualText =>
  Object.fromEntries(languages.map((language) => [language, say(wordsOf(language), language)]))
