import { Hono, type Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { isLanguage } from '../books/text.ts'
import { CityListPage } from '../pages/city-list.tsx'
import { PrivacyPage } from '../pages/about/privacy-page.tsx'
import { GalleryPage } from '../pages/gallery/gallery-page.tsx'
import { render } from '../pages/render.ts'
import { errorResponse } from './error-response.tsx'
import { pageRequestOf, type PageRequest } from './frame-of.ts'
import type { Site } from './site.ts'

/** Pages that belong to no city: the list of cities, and the gallery of components while the site is a demonstration. */
export function sitePages(site: Site): Hono {
  const app = new Hono({ strict: false })

  const sitePage = (path: string, page: (request: PageRequest, c: Context) => Promise<JSX.Element | Response>) =>
    app.get(`/:language${path}`, async (c, next) => {
      const language = c.req.param('language')
      if (!isLanguage(language)) return await next()
      const request = pageRequestOf(c, site, language, null)
      if (request === null) return errorResponse(c, site, language, null, 400)
      const answer = await page(request, c)
      return answer instanceof Response ? answer : c.html(render(answer))
    })

  sitePage('', async ({ frame }, c) => {
    const cities = await site.record.listCities()
    const [only] = cities
    if (only !== undefined && cities.length === 1) return c.redirect(`/${frame.words.language}/${only.slug}`, 302)
    return <CityListPage frame={frame} cities={cities} />
  })
  sitePage('/privacy', async ({ frame }) => <PrivacyPage frame={frame} />)
  if (site.mode === 'demo') sitePage('/gallery', async ({ frame }) => <GalleryPage frame={frame} />)
  return app
}
