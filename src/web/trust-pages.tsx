import { Hono } from 'hono'
import { showTrust } from '../actions/show-trust.ts'
import { isLanguage } from '../books/text.ts'
import type { Frame } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { TrustPage } from '../pages/trust/trust-page.tsx'
import { cityRequestOf } from './city-route.ts'
import { errorResponse } from './error-response.tsx'
import { pageRequestOf } from './frame-of.ts'
import type { Site } from './site.ts'

/**
 * `/{language}/trust` and, with the contents of a city around it, `/{language}/{city}/trust`: what stands behind the promise that nothing is
 * lost. Made anew for each reader: a backup changes it, and does not change the record.
 */
export function trustPages(site: Site): Hono {
  const app = new Hono({ strict: false })
  const pageOf = async (frame: Frame) => render(<TrustPage frame={frame} view={await showTrust(site.record)} />)

  app.get('/:language/trust', async (c, next) => {
    const language = c.req.param('language')
    if (!isLanguage(language)) return await next()
    const request = pageRequestOf(c, site, language, null)
    return request === null ? errorResponse(c, site, language, null, 400) : c.html(await pageOf(request.frame))
  })
  app.get('/:language/:city/trust', async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    return request instanceof Response ? request : c.html(await pageOf(request.frame))
  })
  return app
}
