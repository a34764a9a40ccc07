import type { City } from '../books/indicators/figure.ts'
import type { Language } from '../books/text.ts'
import type { Words } from './words.ts'

/** What every page is told about the request. */
export interface Frame {
  words: Words
  /** null on pages that belong to no city. */
  city: City | null
  /** The day whose state is shown (ISO); null: now. */
  asOf: string | null
  /** Today in the city's time zone (ISO). */
  today: string
  /** The page's address inside the city (or the site): `/indicators/11.6.2`; '' for home. */
  path: string
  /** Query of the address without `asOf`, with `?`, or ''. */
  query: string
  /** `https://bagdar.example`, without slash: for canonical addresses and citations. */
  publicUrl: string
  mode: 'demo' | 'production'
  /** Who reads it, on pages that are for her alone; a public page is the same for everybody. */
  viewer?: { name: string }
  /** Pages with forms of the desk and of the account: they bring the stylesheet for it. */
  forms?: true
  /** Hashed names of stylesheet, script and font files. */
  assets: Readonly<Record<string, string>>
}

/** As much of a frame as words with links need. */
export type LinkFrame = Pick<Frame, 'words' | 'city' | 'asOf'>

/**
 * Address of a page in the same language and city, on the same day.
 *
 * @example
 * link({ words: { language: 'ru' }, city: { slug: 'almaty' }, asOf: null }, '/indicators') // => '/ru/almaty/indicators'
 */
export function link(
  frame: Pick<Frame, 'asOf'> & { words: Pick<Words, 'language'>; city: Pick<City, 'slug'> | null },
  path: string,
  query: Readonly<Record<string, string>> = {},
): string {
  const whole = frame.asOf === null ? query : { ...query, asOf: frame.asOf }
  return addressOf(frame.words.language, frame.city?.slug ?? null, path, searchOf(whole))
}

/** The same page in another language; the day and the query stay. */
export function inLanguage(frame: Frame, language: Language): string {
  const query = new URLSearchParams(frame.query)
  if (frame.asOf !== null) query.append('asOf', frame.asOf)
  return addressOf(language, frame.city?.slug ?? null, frame.path, searchOf(query))
}

/** With `?`, or ''. Most links of a page ask for nothing. */
function searchOf(query: URLSearchParams | Readonly<Record<string, string>>): string {
  const size = query instanceof URLSearchParams ? query.size : Object.keys(query).length
  return size === 0 ? '' : `?${new URLSearchParams(query).toString()}`
}

function addressOf(language: Language, city: string | null, path: string, search: string): string {
  const anchor = path.indexOf('#')
  const address = anchor === -1 ? path + search : path.slice(0, anchor) + search + path.slice(anchor)
  return city === null ? `/${language}${address}` : `/${language}/${city}${address}`
}
