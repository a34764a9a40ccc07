import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { dayIn, isAsOf, momentOf } from '../books/as-of.ts'
import type { City } from '../books/indicators/figure.ts'
import type { Language } from '../books/text.ts'
import type { Frame } from '../pages/frame.ts'
import { wordsOf } from '../pages/words.ts'
import type { Site } from './site.ts'

/** What the address of a request says: who reads which page, as it stood when. */
export interface PageRequest {
  frame: Frame
  asOf: Date
  query: URLSearchParams
}

/** Zone of pages that belong to no city. */
const siteTimeZone = 'Asia/Almaty'

/**
 * Reads language, city, day and query of a request.
 *
 * @returns null when `asOf` says neither a day nor a moment
 */
export function pageRequestOf(
  c: Context,
  site: Site,
  language: Language,
  city: City | null,
  url: URL = new URL(c.req.url),
): PageRequest | null {
  const now = site.now()
  const timeZone = city?.timeZone ?? siteTimeZone
  const query = new URLSearchParams(url.search)
  const asOf = query.get('asOf') || null
  if (asOf !== null && !isAsOf(asOf)) return null
  query.delete('asOf')
  const search = query.toString()
  const moment = momentOf(asOf, timeZone, now)
  const prefix = city === null ? `/${language}` : `/${language}/${city.slug}`
  const frame: Frame = {
    words: wordsOf(language, timeZone),
    city,
    asOf: asOf === null ? null : dayIn(timeZone, moment),
    today: dayIn(timeZone, now),
    path: decoded(url.pathname).slice(prefix.length).replace(/\/$/, ''),
    query: search === '' ? '' : `?${search}`,
    publicUrl: publicUrlOf(c, site),
    mode: site.mode,
    assets: site.assets,
  }
  return { frame, asOf: moment, query }
}

/** An address that is not UTF-8 names nothing; the page that says so needs it no further. */
function decoded(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** The site's address as the reader sees it. Forwarded headers count only when they come from a trusted proxy. */
export function publicUrlOf(c: Context, site: Site): string {
  if (site.publicUrl !== null) return site.publicUrl
  const { url } = c.req
  if (site.trustedProxies.length === 0 || !site.trustedProxies.includes(addressOf(c) ?? ''))
    return url.slice(0, url.indexOf('/', 'https://'.length))
  const { protocol, host } = new URL(url)
  return `${c.req.header('x-forwarded-proto') ?? protocol.replace(':', '')}://${c.req.header('x-forwarded-host') ?? host}`
}

/** Address of the peer; null when the app is called without a server, as tests do. */
export function addressOf(c: Context): string | null {
  try {
    return getConnInfo(c).remote.address ?? null
  } catch {
    return null
  }
}
