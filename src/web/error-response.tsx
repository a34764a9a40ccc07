import type { Context } from 'hono'
import type { City } from '../books/indicators/figure.ts'
import type { Language } from '../books/text.ts'
import { ErrorPage } from '../pages/error-page.tsx'
import { render } from '../pages/render.ts'
import { pageRequestOf } from './frame-of.ts'
import type { Site } from './site.ts'

/**
 * An error in the reader's language, with what to do next.
 *
 * @param address  of the page that it stands for, where that is not the address asked for
 */
export function errorResponse(
  c: Context,
  site: Site,
  language: Language,
  city: City | null,
  status: 400 | 403 | 404 | 500,
  address: string | URL = c.req.url,
): Response {
  const url = new URL(address)
  url.search = '' // a query that is not understood must not break the page that says so
  const request = pageRequestOf(c, site, language, city, url)
  if (request === null) throw new Error('An address without a query has no day to misread.')
  return c.html(render(<ErrorPage frame={request.frame} status={status} />), status)
}
