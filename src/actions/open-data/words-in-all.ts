import { languages, type MultilingualText } from '../../books/text.ts'
import { wordsOf, type MessageArguments, type MessageKey, type Words } from '../../pages/words.ts'

/** A message in every language; what is filled in may differ from language to language. */
export const inAllLanguages = (key: MessageKey, details: (words: Words) => MessageArguments = () => ({})): MultilingualText =>
  Object.fromEntries(
    languages.map((language) => {
      const words = wordsOf(language)
      return [language, words.t(key, details(words))]
    }),
  )
