import type { Context, Hono } from 'hono'
import type { ReadPage } from '../actions/page-files/origin-of.ts'
import type { City } from '../books/indicators/figure.ts'
import { isLanguage, type Language } from '../books/text.ts'
import type { ChartTheme } from '../actions/page-files/write-chart.ts'
import type { PageFileKind } from '../pages/page-files/page-file-address.ts'
import { pageRequestOf } from './frame-of.ts'
import type { Site } from './site.ts'

/** A file of a page: whose, which, and how it shall look. */
export interface PageOfFile {
  language: Language
  page: URL
  file: string
  theme: ChartTheme
}

/** Which page a file is of, by the address of the file; null: the address is none of a file. */
export function pageOfFile(address: URL, kind: PageFileKind): PageOfFile | null {
  if (!address.pathname.startsWith(`/${kind}/`)) return null
  const page = new URL(address)
  const [, language = '', ...rest] = address.pathname.slice(`/${kind}`.length).split('/')
  const file = decoded(rest.pop() ?? '') ?? ''
  if (!isLanguage(language)) return null
  page.pathname = `/${[language, ...rest].join('/')}`
  page.searchParams.delete('theme')
  return { language, page, file, theme: address.searchParams.get('theme') === 'dark' ? 'dark' : 'light' }
}

/** A part of an address as it was before it was escaped; null: it is not UTF-8. */
export function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

/** What says behind a proxy under which name the site is asked for. */
const forwarded = ['x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-for']

/** A page of ours as it is for everybody: it is asked for without cookies. Or why there is none, and of which city. */
export async function readPage(
  c: Context,
  app: Hono,
  site: Site,
  address: URL,
): Promise<ReadPage | { status: 400 | 404; city: City | null }> {
  const headers = Object.fromEntries(forwarded.flatMap((name) => (c.req.header(name) === undefined ? [] : [[name, c.req.header(name)!]])))
  const page = new URL(address.pathname + address.search, c.req.url)
  const [, language = '', slug] = page.pathname.split('/')
  if (!isLanguage(language)) return { status: 404, city: null }
  const answer = await app.fetch(new Request(page, { headers }), c.env)
  const city = slug === undefined ? null : await site.record.findCity(decoded(slug) ?? '')
  if (answer.status === 400) return { status: 400, city }
  const request = pageRequestOf(c, site, language, city, page)
  const isPage = answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith('text/html')
  if (!isPage || request === null) return { status: 404, city }
  return { html: await answer.text(), frame: request.frame, asOf: request.asOf }
}
