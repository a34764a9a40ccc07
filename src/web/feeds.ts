import { Hono } from 'hono'
import { listAddresses } from '../actions/list-addresses.ts'
import { writeChangesFeed } from '../actions/write-changes-feed.ts'
import { languages } from '../books/text.ts'
import { writeSitemap } from '../formats/sitemap.ts'
import { cityRequestOf } from './city-route.ts'
import { publicUrlOf } from './frame-of.ts'
import type { Site } from './site.ts'

/** What machines ask for: the sitemap, robots.txt, and each city's feed of changes. */
export function feeds(site: Site): Hono {
  const app = new Hono()
  app.get('/robots.txt', (c) => c.text(`User-agent: *\nAllow: /\nSitemap: ${publicUrlOf(c, site)}/sitemap.xml\n`))
  app.get('/sitemap.xml', async (c) => {
    const origin = publicUrlOf(c, site)
    const cities = await site.record.listCities()
    const paths = await Promise.all(
      cities.map(async (city) => (await listAddresses(city, site.now(), site.record)).map((path) => `/${city.slug}${path}`)),
    )
    const entries = paths.flat().map((path) => ({
      addresses: Object.fromEntries(languages.map((language) => [language, `${origin}/${language}${path}`])),
    }))
    return c.body(writeSitemap(entries), 200, { 'content-type': 'application/xml; charset=utf-8' })
  })
  app.get('/:language/:city/feed.atom', async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const feed = await writeChangesFeed(request, site.record)
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })
  return app
}
