import { IntlMessageFormat } from 'intl-messageformat'
import { pickText, type Language, type MultilingualText } from '../books/text.ts'
import { catalogues, type MessageKey } from './messages.ts'

export type { MessageKey } from './messages.ts'
export type MessageArguments = Readonly<Record<string, string | number>>

/** Everything a page needs to speak one language: messages, numbers, dates, names. */
export interface Words {
  language: Language
  /** A message by key, with ICU arguments. */
  t(key: MessageKey, details?: MessageArguments): string
  /** The text in this language or the nearest one; '' when nobody has words. */
  pick(text: MultilingualText): string
  /** The same with the language it is in, for the `lang` attribute. */
  picked(text: MultilingualText): { text: string; language: Language } | null
  /** A published decimal text in the reader's notation: digits and decimals exactly as published. */
  decimal(value: string): string
  /** A computed number, at most `digits` decimals (1 unless told). */
  number(value: number, digits?: number): string
  percent(share: number, digits?: number): string
  /** `2026-11-22` or a full timestamp, as a date. */
  date(iso: string): string
  /** A time period: `2023`, `July 2023`, `3rd quarter of 2023`. */
  period(timePeriod: string): string
  /** Compares names in the order of the language's alphabet. */
  compare(a: string, b: string): number
}

const wordsKept = new Map<string, Words>()

/**
 * Words of one language.
 *
 * @example
 * wordsOf('ru').decimal('9141802.5') // => '9\u00a0141\u00a0802,5'
 */
export function wordsOf(language: Language, timeZone = 'Asia/Almaty'): Words {
  const key = `${language} ${timeZone}`
  const kept = wordsKept.get(key) ?? makeWords(language, timeZone)
  wordsKept.set(key, kept)
  return kept
}

function makeWords(language: Language, timeZone: string): Words {
  const collator = new Intl.Collator(language)
  const locale = language === 'en' ? 'en-GB' : language
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const plainDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const comma = language === 'en' ? '.' : ','
  const space = language === 'en' ? ',' : '\u00a0'
  const grouped = (digits: string) => (digits.length < 5 && language !== 'en' ? digits : digits.replace(/\B(?=(\d{3})+$)/g, space))

  const messages = new Map<MessageKey, string | IntlMessageFormat>()

  /** A message is understood once; two in three have nothing to fill in and are what they say. */
  const messageOf = (key: MessageKey): string | IntlMessageFormat => {
    const message = catalogues[language][key]
    if (message === undefined) throw new RangeError(`No message "${key}" in locales/${language}.`)
    return /[{}']/.test(message) ? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }) : message
  }

  const words: Words = {
    language,
    t(key, details) {
      let message = messages.get(key)
      if (message === undefined) messages.set(key, (message = messageOf(key)))
      return typeof message === 'string' ? message : String(message.format(details))
    },
    pick: (text) => pickText(text, language)?.text ?? '',
    picked: (text) => pickText(text, language),
    decimal(value) {
      const parts = /^([-+−]?)(\d+)(?:\.(\d+))?$/.exec(value)
      if (!parts) return value
      const [, sign = '', whole = '', decimals] = parts
      return (sign === '-' ? '−' : sign) + grouped(whole) + (decimals === undefined ? '' : comma + decimals)
    },
    number: (value, digits = 1) => words.decimal(plain(value, digits)),
    percent: (share, digits = 0) => `${words.number(share * 100, digits)}${language === 'en' ? '' : '\u00a0'}%`,
    date: (iso) => (iso.length === 10 ? plainDay.format(new Date(`${iso}T00:00:00Z`)) : day.format(new Date(iso))),
    period(timePeriod) {
      const [year = '', part] = timePeriod.split('-')
      if (part === undefined) return year
      if (part.startsWith('Q')) return words.t('common.quarter', { quarter: Number(part.slice(1)), year })
      return timePeriod.length === 7 ? month.format(new Date(`${timePeriod}-01T00:00:00Z`)) : words.date(timePeriod)
    },
    compare: (a, b) => collator.compare(a, b),
  }
  return words
}

/** Rounded, without exponent and without trailing zeros; −0 is 0. */
function plain(value: number, digits: number): string {
  const text = value.toFixed(digits)
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text
  return short === '-0' ? '0' : short
}
