import type { MultilingualText } from '../../../books/text.ts'

type Values = Readonly<Record<string, string>>

/** Attributes that a reader of the figure needs beside it, in the order in which they are told. */
const told = ['COMMENT_OBS', 'COMMENT_TS', 'SOURCE_DETAIL']

/** What the message says of a value in words: comments, the source in detail, and the base period of an index or of constant prices. */
export function noteOf(attributes: Values): MultilingualText | null {
  const base = attributes['BASE_PER']?.trim()
  const words = [...told.map((id) => attributes[id]?.trim() ?? ''), base ? `BASE_PER: ${base}` : ''].filter((one) => one !== '').join(' · ')
  return words === '' ? null : { [languageOf(words)]: words }
}

/** By its letters: a message does not say in which language its comments are. */
const languageOf = (words: string): 'kk' | 'ru' | 'en' => (/[әғқұһі]/i.test(words) ? 'kk' : /[а-яё]/i.test(words) ? 'ru' : 'en')

export interface ReadUnit {
  /** As the message names it. */
  measure: string
  /** The values are to be multiplied by ten to this power to be in that unit. */
  power: number
  /** The unit in which the values stand as they were published. */
  code: string
}

/**
 * The unit of published values. SDMX may say that they are in thousands or millions; the values are never changed, so the unit says it:
 * `USD` with `UNIT_MULT` 6 is `USD_E6`.
 *
 * @example
 * unitOf('USD', '6') // => { measure: 'USD', power: 6, code: 'USD_E6' }
 * @example
 * unitOf('PT', undefined).code // => 'PT'
 */
export function unitOf(measure: string, multiplier: string | undefined): ReadUnit {
  const power = /^-?\d{1,2}$/.test(multiplier?.trim() ?? '') ? Number(multiplier) : 0
  return { measure, power, code: power === 0 ? measure : `${measure}_E${power}` }
}
