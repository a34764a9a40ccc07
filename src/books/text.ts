/** The languages in which Bagdar speaks. Thai is planned. */
export const languages = ['kk', 'ru', 'en'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (value: string): value is Language => (languages as readonly string[]).includes(value)

/** The same words in several languages. A language may be missing; nobody translates on the fly. */
export type MultilingualText = Readonly<Partial<Record<Language, string>>>

/** Where a reader's own language is missing, the next best one: kk → ru → en, and for English ru before kk. */
const fallbacks: Readonly<Record<Language, readonly Language[]>> = {
  kk: ['kk', 'ru', 'en'],
  ru: ['ru', 'kk', 'en'],
  en: ['en', 'ru', 'kk'],
}

/**
 * The reader's language where it is among those that are there, else the next best one.
 *
 * @example
 * pickLanguage(['en', 'kk'], 'ru') // => 'kk'
 */
export const pickLanguage = (there: readonly string[], wanted: Language): Language | null =>
  fallbacks[wanted].find((language) => there.includes(language)) ?? null

/**
 * The words in the reader's language, or in the nearest one that has any, and which language that is.
 *
 * Missing  null when no language has words. An empty string counts as missing: KazStat has ~1,148 of them.
 *
 * @example
 * pickText({ kk: '', ru: 'Качество воздуха' }, 'kk') // => { text: 'Качество воздуха', language: 'ru' }
 */
export function pickText(text: MultilingualText, wanted: Language): { text: string; language: Language } | null {
  for (const language of fallbacks[wanted]) {
    const words = text[language]?.trim()
    if (words) return { text: words, language }
  }
  return null
}
