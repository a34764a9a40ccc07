import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { addressOf } from './frame-of.ts'
import type { Site } from './site.ts'

/** For machines that watch: `/healthz` (the process lives), `/readyz` (send it requests), `/metrics` (Prometheus). */
export function health(site: Site): Hono {
  const app = new Hono()
  const { operations } = site

  app.get('/healthz', (c) => c.text('ok\n', 200, { 'cache-control': 'no-store' }))

  app.get('/readyz', async (c) => {
    const reasons = await operations.findProblems()
    return c.json({ ready: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503, { 'cache-control': 'no-store' })
  })

  app.get('/metrics', async (c, next) => {
    if (!mayReadMetrics(c, site)) return await next() // for strangers there is no such address
    const { contentType, text } = await operations.readMetrics()
    return c.body(text, 200, { 'content-type': contentType, 'cache-control': 'no-store' })
  })
  return app
}

/** With a token whoever has it; without one, programs on this machine. What a proxy hands on comes from elsewhere. */
function mayReadMetrics(c: Context, { operations: { metricsToken } }: Site): boolean {
  if (metricsToken !== null) return isSame(c.req.header('authorization') ?? '', `Bearer ${metricsToken}`)
  if (['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined)) return false
  return /^(127\.|::1$|::ffff:127\.)/.test(addressOf(c) ?? '')
}

/** Takes the same time whether the first letter differs or the last. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(hash(given), hash(expected))
const hash = (text: string): Buffer => createHash('sha256').update(text).digest()
