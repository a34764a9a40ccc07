/** What participants may say about themselves, each by itself and none of it asked for. */
export const voiceFields = ['district', 'age', 'sex', 'language', 'ethnicity'] as const
export type VoiceField = (typeof voiceFields)[number]

export const isVoiceField = (text: string): text is VoiceField => (voiceFields as readonly string[]).includes(text)

/** A number of people below this is never published: of special data ten, of the rest five. */
export const thresholds: Readonly<Record<VoiceField, number>> = { district: 5, age: 5, sex: 5, language: 10, ethnicity: 10 }

/**
 * What can be chosen, with the codes that a census uses: SDMX for age and sex, ISO 639-1 for languages; districts are the areas of the
 * city. `OTHER` takes in whatever a census counts besides.
 */
export const choicesOf: Readonly<Record<Exclude<VoiceField, 'district'>, readonly string[]>> = {
  age: ['Y16T24', 'Y25T34', 'Y35T44', 'Y45T54', 'Y55T64', 'Y_GE65'],
  sex: ['F', 'M'],
  language: ['kk', 'ru', 'uz', 'ug', 'uk', 'OTHER'],
  ethnicity: [
    ...['KAZAKH', 'RUSSIAN', 'UZBEK', 'UKRAINIAN', 'UYGHUR', 'GERMAN', 'TATAR', 'AZERBAIJANI', 'KOREAN', 'TURKISH', 'DUNGAN'],
    ...['TAJIK', 'KURDISH', 'BELARUSIAN', 'POLISH', 'KYRGYZ', 'CHECHEN', 'OTHER'],
  ],
}

export const otherCategory = 'OTHER'

/** Dimension of a census table that counts by this; districts are areas. */
export const dimensionOf: Readonly<Record<Exclude<VoiceField, 'district'>, string>> = {
  age: 'AGE',
  sex: 'SEX',
  language: 'LANGUAGE',
  ethnicity: 'ETHNICITY',
}

/** The choices of every field in a city. */
export type VoiceChoices = Readonly<Record<VoiceField, readonly string[]>>

/**
 * @example
 * choicesIn([{ code: 'A', kind: 'city', parent: null }, { code: 'A-1', kind: 'district', parent: 'A' }], 'A').district // => ['A-1']
 */
export function choicesIn(areas: ReadonlyArray<{ code: string; kind: string; parent: string | null }>, refArea: string): VoiceChoices {
  const districts = areas.filter(({ kind, parent }) => kind === 'district' && parent === refArea).map(({ code }) => code)
  return { ...choicesOf, district: districts }
}
