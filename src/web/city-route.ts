import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { City } from '../books/indicators/figure.ts'
import type { Outcome } from '../books/outcome.ts'
import { isLanguage } from '../books/text.ts'
import { inLanguage } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { errorResponse } from './error-response.tsx'
import { pageRequestOf, type PageRequest } from './frame-of.ts'
import { mayBeKept } from './kept-answers.ts'
import { readingOnly, wroteLately } from './public-reads.ts'
import { note } from './request-log.ts'
import type { Site } from './site.ts'

export interface CityRequest extends PageRequest {
  city: City
  /** A part of the address: `code` of `/indicators/:code`. */
  parameter(name: string): string
}

/** A page, or null where there is none. */
export type CityAnswer = JSX.Element | null
type CityPage = (request: CityRequest) => Promise<CityAnswer>

/**
 * A page of a city in every language: `/{language}/{city}{path}`. What is not there (no such language, city or thing)
 * is a 404 in the reader's language; a day that is none is a 400.
 *
 * @param gone  what is said, with a 410, of a thing that was there once; null: it never was
 */
export function cityRoute(app: Hono, site: Site, path: string, page: CityPage, gone: CityPage = async () => null): void {
  app.get(`/:language/:city${path}`, readingOnly(site), async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city } = request
    const key = `${frame.publicUrl}${inLanguage(frame, frame.words.language)} ${frame.today}`
    const make = async () => {
      const answer = await page(request)
      return answer && render(answer)
    }
    const missing = async () => {
      const answer = await gone(request)
      return answer === null ? errorResponse(c, site, frame.words.language, city, 404) : c.html(render(answer), 410)
    }
    if (wroteLately(c, site)) {
      const html = await make()
      return html === null ? await missing() : c.html(html)
    }
    const kept = await site.pages.get(await site.record.stamp(), key, make)
    if (kept === null) return await missing()
    mayBeKept(c, { page: kept, route: c.req.routePath, city: city.slug, today: frame.today, timeZone: city.timeZone })
    return c.body(kept.bytes, 200, { 'content-type': 'text/html; charset=UTF-8' })
  })
}

/** null: the address is not one of a city; a Response: it is, and cannot be answered. */
export async function cityRequestOf(c: Context, site: Site): Promise<CityRequest | Response | null> {
  const language = c.req.param('language') ?? ''
  if (!isLanguage(language)) return null
  const city = await site.record.findCity(c.req.param('city') ?? '')
  if (city === null) return null
  note(c, { city: city.slug })
  const request = pageRequestOf(c, site, language, city)
  if (request === null) return errorResponse(c, site, language, city, 400)
  return { ...request, city, parameter: (name) => c.req.param(name) ?? '' }
}

/** The value of a thing that was found, or null where the rules refuse: no such thing at that address. */
export const found = <T>(outcome: Outcome<T>): T | null => (outcome.ok ? outcome.value : null)
