import type { Context, MiddlewareHandler } from 'hono'
import { dayIn } from '../books/as-of.ts'
import type { KeptAnswer, KeptPage } from './page-cache.ts'
import { wroteLately } from './public-reads.ts'
import { note } from './request-log.ts'
import { sharing } from './sharing.ts'
import type { Site } from './site.ts'

/** Answers of this request may be given again: the page, and what it depends on besides the record. */
type Keepable = Pick<KeptAnswer, 'page' | 'route' | 'city' | 'today' | 'timeZone'>

declare module 'hono' {
  interface ContextVariableMap {
    keepable: Keepable | undefined
  }
}

/** The page of this request is the same for everybody who asks for the same address on the same day. */
export const mayBeKept = (c: Context, keepable: Keepable): void => c.set('keepable', keepable)

/**
 * Answers what was answered before at the same address, before anything else looks at the request: nothing is looked up, made or packed
 * again. The one question left is whether the record still stands as it did.
 */
export function keptAnswers(site: Site): MiddlewareHandler {
  const { pages } = site
  // Whoever comes while the database answers waits for the next answer, and a thousand readers ask once.
  const stamp = sharing(async () => await (site.replica === null ? site.record.stamp() : site.replica.reading(() => site.record.stamp())))
  const today = dayOfTheMinute()
  // A database that is away changes nothing: what was true when it was last asked can still be read.
  const whenUnreachable = (error: unknown, address: string): KeptAnswer | null => {
    if (!site.operations.isWriteStopped(error)) throw error
    return pages.findLast(address)
  }
  return async (c, next) => {
    if (c.req.method !== 'GET' || isNamedByProxies(site) || wroteLately(c, site)) return await next()
    const address = c.req.url
    if (pages.mayHave(address)) {
      const kept = await stamp().then(
        (known) => pages.find(known, address),
        (error: unknown) => whenUnreachable(error, address),
      )
      if (kept !== null && kept.today === today(kept.timeZone, site.now())) {
        note(c, { route: kept.route, city: kept.city })
        return await answerWith(c, kept)
      }
    }
    await next()
    const keepable = c.get('keepable')
    if (keepable !== undefined && c.res.status === 200 && !c.res.headers.has('set-cookie'))
      pages.answerAt(address, { ...keepable, headers: headersOf(c.res) })
  }
}

/** `dayIn`, asked once a minute: a calendar takes longer than all the rest of such an answer. Days begin with a minute. */
function dayOfTheMinute(): typeof dayIn {
  const days = new Map<string, { minute: number; day: string }>()
  return (timeZone, moment) => {
    const minute = Math.floor(moment.getTime() / 60_000)
    const known = days.get(timeZone)
    if (known?.minute === minute) return known.day
    const day = dayIn(timeZone, moment)
    days.set(timeZone, { minute, day })
    return day
  }
}

/** Behind a proxy whose word counts, the same address may be asked for under several names of the site. */
const isNamedByProxies = ({ publicUrl, trustedProxies }: Site): boolean => publicUrl === null && trustedProxies.length > 0

/** Those of the whole answer, security headers among them, but for how it was packed. */
function headersOf({ headers }: Response): Record<string, string> {
  const kept = [...headers].filter(([name]) => !['content-encoding', 'content-length', 'transfer-encoding', 'vary'].includes(name))
  return { ...Object.fromEntries(kept), vary: 'accept-encoding' }
}

async function answerWith(c: Context, { page, headers }: KeptAnswer): Promise<Response> {
  if (!takesGzip(c.req.header('accept-encoding'))) return send(page.bytes, headers)
  return send(await page.packed(), { ...headers, 'content-encoding': 'gzip' })
}

const send = (bytes: KeptPage['bytes'], headers: Readonly<Record<string, string>>): Response =>
  new Response(bytes, { status: 200, headers: { ...headers, 'content-length': String(bytes.length) } })

/**
 * Whether an `Accept-Encoding` names gzip and does not refuse it.
 *
 * @example
 * takesGzip('br;q=1.0, gzip;q=0.8') // => true
 * takesGzip('gzip;q=0, *') // => false
 */
export const takesGzip = (header: string | undefined): boolean =>
  header !== undefined && /(^|[\s,])gzip\s*(,|$|;(?!\s*q=0(\.0*)?\s*(,|$)))/i.test(header)
