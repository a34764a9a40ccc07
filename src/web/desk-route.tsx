import { createHash } from 'node:crypto'
import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Permission } from '../books/accounts/role.ts'
import { isFresh, mayDo, type Viewer } from '../books/accounts/viewer.ts'
import { render } from '../pages/render.ts'
import { cityRequestOf, type CityRequest } from './city-route.ts'
import { errorResponse } from './error-response.tsx'
import type { Site, WebRecord } from './site.ts'
import { viewerOf } from './viewer.ts'

/** A request at the desk: somebody who is signed in and whose role allows it. */
export interface DeskRequest extends CityRequest {
  viewer: Viewer
}

/** A post at the desk; everything it writes goes through `record`, in one transaction. */
export interface DeskPost extends DeskRequest {
  record: WebRecord
  form: FormData
  /** A field of the form as text, without null characters; '' where it is missing or a file. */
  field(name: string): string
}

/** What a post ends with: the way on, or the same page once more with what is wrong. */
export type PostAnswer = { location: string; afterwards?: () => void } | { page: JSX.Element; status: 403 | 404 | 409 | 413 | 422 | 429 }

/**
 * A page at the desk: `/{language}/{city}/desk{path}`. Who is not signed in is sent to sign in and comes back; whose role does not allow
 * it is told so. Nothing of it is kept by browsers or proxies.
 */
export function deskRoute(
  app: Hono,
  site: Site,
  path: string,
  permission: Permission,
  page: (request: DeskRequest) => Promise<JSX.Element | null>,
): void {
  app.get(`/:language/:city/desk${path}`, async (c, next) => {
    const request = await deskRequestOf(c, site, permission)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const answer = await page(request)
    return answer === null ? errorResponse(c, site, request.frame.words.language, request.city, 404) : c.html(render(answer))
  })
}

/**
 * A post at the desk. It is done whole or not at all, and a form that is sent twice (a double click, a retry after a lost answer) is done
 * once: the hidden `formKey` is stored with the answer, in the same transaction.
 *
 * @param options.fresh  a sensitive change: whoever proved who she is more than a quarter of an hour ago does so once more
 */
export function deskPost(
  app: Hono,
  site: Site,
  path: string,
  permission: Permission,
  handle: (request: DeskPost) => Promise<PostAnswer | null>,
  options: { fresh?: boolean } = {},
): void {
  app.post(`/:language/:city/desk${path}`, async (c, next) => {
    const request = await deskRequestOf(c, site, permission)
    if (request === null) return await next()
    if (request instanceof Response) return request
    if (options.fresh && !isFresh(request.viewer, site.now())) return c.redirect(proveAgain(c, request), 303)
    const form = await c.req.formData()
    // Begins what the post asked for, once all it wrote is there.
    let afterwards: (() => void) | undefined
    const response = await answerOnce(c, site, request.viewer.personId, form, async (record) => {
      const answer = await handle({ ...request, record, form, field: (name) => fieldOf(form, name) })
      if (answer === null) return errorResponse(c, site, request.frame.words.language, request.city, 404)
      if ('location' in answer) afterwards = answer.afterwards
      return 'location' in answer ? c.redirect(answer.location, 303) : c.html(render(answer.page), answer.status)
    })
    afterwards?.()
    return response
  })
}

/** null: no page of a city; a Response: sign in first, or not allowed. */
export async function deskRequestOf(c: Context, site: Site, permission: Permission): Promise<DeskRequest | Response | null> {
  const request = await cityRequestOf(c, site)
  if (request === null || request instanceof Response) return request
  c.header('cache-control', 'no-store')
  const viewer = await viewerOf(c, site)
  if (viewer === null) return c.redirect(`/${request.frame.words.language}/sign-in?to=${encodeURIComponent(pathOf(c))}`, 303)
  if (!mayDo(viewer, request.city, permission)) return errorResponse(c, site, request.frame.words.language, request.city, 403)
  if (!viewer.secondFactor)
    return c.redirect(`/${request.frame.words.language}/account/second-factor?to=${encodeURIComponent(pathOf(c))}`, 303)
  return { ...request, frame: { ...request.frame, viewer: { name: viewer.name }, forms: true }, viewer }
}

/** To prove it once more, and back to the page with the form: a post cannot be repeated by a link. */
export function proveAgain(c: Context, { frame }: DeskRequest): string {
  const referer = c.req.header('referer') ?? ''
  const from = URL.canParse(referer) ? new URL(referer) : new URL(c.req.url)
  return `/${frame.words.language}/sign-in/again?to=${encodeURIComponent(from.pathname + from.search)}`
}

const pathOf = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.replaceAll('\0', '').replaceAll('\r\n', '\n') : ''
}

/**
 * Runs what a form asks in one transaction. Done, it is written down under the form's key; the same form sent again, by two hundred
 * retries at once if need be, gets the same answer and changes nothing. What was refused leaves no trace and may be sent again.
 */
export async function answerOnce(
  c: Context,
  site: Site,
  who: string,
  form: FormData,
  work: (record: WebRecord) => Promise<Response>,
): Promise<Response> {
  const key = fieldOf(form, 'formKey') || (c.req.header('idempotency-key') ?? '')
  try {
    return await site.inOneTransaction(async (record) => {
      if (key !== '') {
        const claim = await record.claimFormKey(key.slice(0, 100), hashOf(who, c.req.path, form), site.now())
        if (claim === 'other') return c.text('This form key was used for another form.', 409)
        if (claim !== 'mine') return c.redirect(claim.location ?? c.req.path, 303)
      }
      const answer = await work(record)
      if (answer.status !== 303) throw new NotDone(answer)
      if (key !== '') await record.keepFormAnswer(key.slice(0, 100), { status: 303, location: answer.headers.get('location') })
      return answer
    })
  } catch (error) {
    if (error instanceof NotDone) return error.answer
    throw error
  }
}

/** Ends the transaction without a change, and carries the answer out of it. */
class NotDone extends Error {
  readonly answer: Response
  constructor(answer: Response) {
    super('The form was not taken.')
    this.answer = answer
  }
}

/** Files stand in the hash by name and size: what they hold was hashed when it was stored. */
function hashOf(who: string, path: string, form: FormData): string {
  const fields = [...form].map(([name, value]) => [name, typeof value === 'string' ? value : `${value.name} ${value.size}`])
  return createHash('sha256')
    .update(JSON.stringify([who, path, fields]))
    .digest('hex')
}
