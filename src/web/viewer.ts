import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Viewer } from '../books/accounts/viewer.ts'
import { note } from './request-log.ts'
import type { Site } from './site.ts'

/**
 * The cookie of the session. Over https its name begins with `__Host-`: no other host and no plain page can set it. A demonstration on
 * this machine has no https, and a name without the prefix.
 */
const nameOf = (site: Site): string => (isSecure(site) ? '__Host-session' : 'session')
export const isSecure = (site: Site): boolean => site.publicUrl?.startsWith('https:') ?? false

/** Who makes the request; null: nobody who is signed in. */
export async function viewerOf(c: Context, site: Site): Promise<Viewer | null> {
  const token = getCookie(c, nameOf(site))
  const viewer = token === undefined || token === '' ? null : await site.findViewer(token)
  if (viewer !== null) note(c, { person: viewer.personId })
  return viewer
}

export const sessionTokenOf = (c: Context, site: Site): string | null => getCookie(c, nameOf(site)) ?? null

/** A session cookie: no script reads it, and other sites' forms do not bring it. It ends with the browser; the session ends on the server. */
export function keepSession(c: Context, site: Site, token: string): void {
  setCookie(c, nameOf(site), token, { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(site) })
}

/** Forgets the session in the browser, and everything that pages left there. */
export function forgetSession(c: Context, site: Site): void {
  deleteCookie(c, nameOf(site), { path: '/', secure: isSecure(site) })
  c.header('clear-site-data', '"cache", "cookies", "storage"')
}
