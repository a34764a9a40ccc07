import en from '../../locales/en/index.ts'
import kk from '../../locales/kk/index.ts'
import ru from '../../locales/ru/index.ts'
import type { Language } from '../books/text.ts'

type Topics = typeof en
/** `topic.key`, as the files in `locales/en/` have it; a test holds the other languages to the same keys. */
export type MessageKey = { [Topic in keyof Topics & string]: `${Topic}.${keyof Topics[Topic] & string}` }[keyof Topics & string]

/** All messages of one language under `topic.key`. */
const flatten = (topics: Record<string, Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(topics).flatMap(([topic, messages]) => Object.entries(messages).map(([key, message]) => [`${topic}.${key}`, message])),
  )

export const catalogues: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  kk: flatten(kk),
  ru: flatten(ru),
  en: flatten(en),
}

/** Whether a computed key (a notice code, a status) has words. */
export const isMessageKey = (key: string): key is MessageKey => key in catalogues.en
