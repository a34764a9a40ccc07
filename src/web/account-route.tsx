import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { hasSecondFactor } from '../books/accounts/person.ts'
import { isFresh, type Viewer } from '../books/accounts/viewer.ts'
import { isLanguage, type Language } from '../books/text.ts'
import { render } from '../pages/render.ts'
import { answerOnce, fieldOf, type PostAnswer } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import { pageRequestOf, type PageRequest } from './frame-of.ts'
import type { Site, WebRecord } from './site.ts'
import { viewerOf } from './viewer.ts'

/** A request about one's own account: somebody who is signed in. */
export interface AccountRequest extends PageRequest {
  viewer: Viewer
  /** A part of the address. */
  parameter(name: string): string
}

export interface AccountPost extends AccountRequest {
  record: WebRecord
  form: FormData
  field(name: string): string
  context: Context
}

export interface AccountOptions {
  /** It shows or changes how one signs in: whoever has not just proven who she is does so once more (`isProven`). */
  fresh?: boolean
}

/** A page of one's own account: `/{language}/account{path}`. Who is not signed in is sent to sign in and comes back. */
export function accountRoute(
  app: Hono,
  site: Site,
  path: string,
  page: (request: AccountRequest, c: Context) => Promise<JSX.Element | Response | null>,
  options: AccountOptions = {},
): void {
  app.get(`/:language/account${path}`, async (c, next) => {
    const request = await accountRequestOf(c, site, options)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const answer = await page(request, c)
    if (answer === null) return errorResponse(c, site, request.frame.words.language, null, 404)
    return answer instanceof Response ? answer : c.html(render(answer))
  })
}

/** A post about one's own account: done whole or not at all, and once (`answerOnce`). */
export function accountPost(
  app: Hono,
  site: Site,
  path: string,
  handle: (request: AccountPost) => Promise<PostAnswer | null>,
  options: AccountOptions = {},
): void {
  app.post(`/:language/account${path}`, async (c, next) => {
    const request = await accountRequestOf(c, site, options)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { viewer, frame } = request
    const form = await c.req.formData()
    return await answerOnce(c, site, viewer.personId, form, async (record) => {
      const answer = await handle({ ...request, record, form, field: (name) => fieldOf(form, name), context: c })
      if (answer === null) return errorResponse(c, site, frame.words.language, null, 404)
      return 'location' in answer ? c.redirect(answer.location, 303) : c.html(render(answer.page), answer.status)
    })
  })
}

/** null: no page of ours; a Response: sign in first. */
async function accountRequestOf(c: Context, site: Site, { fresh }: AccountOptions): Promise<AccountRequest | Response | null> {
  const language = c.req.param('language') ?? ''
  if (!isLanguage(language)) return null
  c.header('cache-control', 'no-store')
  const request = privatePageOf(c, site, language)
  if (request instanceof Response) return request
  const viewer = await viewerOf(c, site)
  // A post cannot be repeated after signing in: she comes back to the page instead.
  const to = c.req.method === 'GET' ? c.req.path + new URL(c.req.url).search : `/${language}/account`
  if (viewer === null) return c.redirect(`/${language}/sign-in?to=${encodeURIComponent(to)}`, 303)
  if (fresh && !(await isProven(site, viewer))) return c.redirect(`/${language}/sign-in/again?to=${encodeURIComponent(to)}`, 303)
  return { ...request, viewer, frame: { ...request.frame, viewer: { name: viewer.name } }, parameter: (name) => c.req.param(name) ?? '' }
}

/**
 * Whether somebody may change how she signs in: her proof is fresh, as strong as the account has, and not the word of a provider that is
 * trusted in one of her cities only.
 */
export const isProven = async (site: Site, viewer: Viewer): Promise<boolean> =>
  isFresh(viewer, site.now()) &&
  (viewer.secondFactor || !hasSecondFactor(await site.record.factorsOf(viewer.personId))) &&
  (await site.record.reachesWholeAccount(viewer.sessionId))

/** The frame of a page for one reader, whether or not it is known yet who that is. */
export function privatePageOf(c: Context, site: Site, language: Language, url: URL = new URL(c.req.url)): PageRequest | Response {
  const request = pageRequestOf(c, site, language, null, url)
  if (request === null) return errorResponse(c, site, language, null, 400)
  return { ...request, frame: { ...request.frame, forms: true } }
}
