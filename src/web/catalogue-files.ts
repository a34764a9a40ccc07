import { Hono } from 'hono'
import { writeCatalogue, type CatalogueFormat } from '../actions/open-data/write-catalogue.ts'
import { publicUrlOf } from './frame-of.ts'
import { readingOnly } from './public-reads.ts'
import { revalidated } from './revalidated.ts'
import type { Site } from './site.ts'

const mediaTypes: Readonly<Record<CatalogueFormat, string>> = {
  jsonld: 'application/ld+json; charset=utf-8',
  ttl: 'text/turtle; charset=utf-8',
}

/** The catalogue of the open data of all cities, where harvesters look for it: `/catalog.jsonld` and `/catalog.ttl`. */
export function catalogueFiles(site: Site): Hono {
  const app = new Hono()
  for (const format of ['jsonld', 'ttl'] as const) {
    app.get(`/catalog.${format}`, readingOnly(site), revalidated, async (c) => {
      const catalogue = await writeCatalogue({ asOf: site.now(), publicUrl: publicUrlOf(c, site), format }, site.record)
      return c.body(catalogue, 200, { 'content-type': mediaTypes[format] })
    })
  }
  // The name of the catalogue leads to its description.
  app.get('/catalog', (c) => c.redirect(c.req.header('accept')?.includes('text/turtle') === true ? '/catalog.ttl' : '/catalog.jsonld', 303))
  return app
}
