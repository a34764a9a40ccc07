import type { Context, MiddlewareHandler } from 'hono'
import type { Site } from './site.ts'

/** What the log says about who asked for what; `viewerOf` and `cityRequestOf` note it down. */
interface Noted {
  person?: string
  city?: string
  requestId?: string
  /** Where it is known better than by the pattern that answered. */
  route?: string
}

declare module 'hono' {
  interface ContextVariableMap {
    noted: Noted | undefined
  }
}

/** Notes for the line of this request: the id of whoever is signed in, or the city that it is about. */
export function note(c: Context, what: Noted): void {
  const noted = c.get('noted')
  if (noted === undefined) c.set('noted', { ...what })
  else Object.assign(noted, what)
}

export const notesOf = (c: Context): Readonly<Noted> => c.get('noted') ?? {}

/** Asked every few seconds by machines; a line for each would bury the rest. */
const unlogged = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * One line and one count for each request, with the pattern of its address: the address itself may hold a token, a search, a name.
 * What was refused for want of a right, or for coming too often, is a line of its own besides.
 */
export function requestLog({ operations }: Site): MiddlewareHandler {
  const { log, clock, countRequest, newRequestId } = operations
  return async (c, next) => {
    const begin = clock()
    const requestId = newRequestId()
    note(c, { requestId })
    await next()
    const { status } = c.res
    const { method } = c.req
    const route = notesOf(c).route ?? routeOf(c, status)
    const milliseconds = Math.round((clock() - begin) * 10) / 10
    countRequest({ method, route, status }, milliseconds / 1000)
    if (unlogged.has(route)) return
    const line = { ...notesOf(c), method, route, status }
    if (status === 403) log('warning', route.endsWith('*') ? 'form_refused' : 'forbidden', line)
    if (method === 'POST' && (status === 401 || status === 422) && route.startsWith('/:language/sign-in'))
      log('warning', route.includes('second-factor') ? 'second_factor_failed' : 'sign_in_failed', line)
    if (status === 429) log('warning', 'rate_limited', line)
    log(status >= 500 ? 'error' : 'info', 'request', { ...line, milliseconds })
  }
}

/** The pattern that answered. Addresses that nothing answers share one name: anybody can make up as many as she likes. */
function routeOf(c: Context, status: number): string {
  const { routePath } = c.req
  if (!routePath.endsWith('*')) return routePath
  return status === 404 ? 'unknown' : routePath
}
