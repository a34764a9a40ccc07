import type { Context } from 'hono'
import { render } from '../pages/render.ts'
import { UnavailablePage, type UnsentForm } from '../pages/unavailable-page.tsx'
import type { Language } from '../books/text.ts'
import { pageRequestOf } from './frame-of.ts'
import type { Site } from './site.ts'

/** Not shown again, and not sent again by a button: what proves who somebody is. */
const secret = /password|code|secret|token|credential|assertion/i

/** More than a person writes by hand; such a form is better sent from its own page. */
const mostCharacters = 20_000

/** The database takes no writes (for a post), or does not answer. Nothing here asks it for anything. */
export async function unavailableResponse(c: Context, site: Site, language: Language): Promise<Response> {
  const url = new URL(c.req.url)
  const isPost = c.req.method === 'POST'
  const request = pageRequestOf(c, site, language, null, new URL(`/${language}`, url))
  if (request === null) throw new Error('An address without a query has no day to misread.')
  const unsent = isPost ? await unsentForm(c, url) : null
  const page = <UnavailablePage frame={request.frame} kind={isPost ? 'write' : 'read'} unsent={unsent} />
  return c.html(render(page), 503, { 'retry-after': '60', 'cache-control': 'no-store' })
}

/** The form as it was sent; null where it holds a secret or a file, or cannot be read a second time. */
async function unsentForm(c: Context, { pathname, search }: URL): Promise<UnsentForm | null> {
  try {
    const entries = [...(await c.req.formData())]
    const fields = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    if (fields.length < entries.length || fields.some(([name]) => secret.test(name))) return null
    if (fields.reduce((sum, [, value]) => sum + value.length, 0) > mostCharacters) return null
    return { action: pathname + search, fields }
  } catch {
    return null
  }
}
