import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Site } from './site.ts'
import { isSecure } from './viewer.ts'

/** Bound to this host over https, as every cookie of ours. */
const cookieName = (site: Site): string => (isSecure(site) ? '__Host-wrote' : 'wrote')

/** Whether the reader sent something a moment ago: she wants to see it, and a replica may not have it yet. */
export const wroteLately = (c: Context, site: Site): boolean => site.replica !== null && getCookie(c, cookieName(site)) !== undefined

/** Reads for a public page: from the replica, where there is one, unless the reader has just written. */
export async function publicReads<T>(c: Context, site: Site, work: () => Promise<T>): Promise<T> {
  return site.replica === null || wroteLately(c, site) ? await work() : await site.replica.reading(work)
}

/** The same for everything below an address. */
export const readingOnly =
  (site: Site): MiddlewareHandler =>
  async (c, next) =>
    await publicReads(c, site, next)

/** Whoever has written something reads from the primary for twice as long as the replica may be behind. */
export function rememberWriters(site: Site): MiddlewareHandler {
  const { replica } = site
  return async (c, next) => {
    await next()
    if (replica === null || c.req.method !== 'POST' || c.res.status >= 400) return
    setCookie(c, cookieName(site), '1', {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      secure: isSecure(site),
      maxAge: 2 * replica.longestLagSeconds,
    })
  }
}
