import type { Context, Hono } from 'hono'
import { describeChart, type DescribedChart } from '../actions/page-files/write-chart.ts'
import { writeOembedXml, type Oembed } from '../formats/page-file/oembed.ts'
import { pageFileAddress } from '../pages/page-files/page-file-address.ts'
import { publicUrlOf } from './frame-of.ts'
import { readingOnly } from './public-reads.ts'
import { decoded, pageOfFile, readPage } from './read-page.ts'
import type { Site } from './site.ts'

/** So long may others keep what was said, in seconds. */
const cacheAge = 3600

/**
 * `/oembed?url=…` (oEmbed 1.0): how another site shows a chart of ours. It is a picture, so that nothing of ours runs there. `url` is the
 * address of a page, with the anchor of a chart or for its first one, or that of a picture.
 */
export function oembed(app: Hono, site: Site): void {
  app.get('/oembed', readingOnly(site), async (c) => {
    const format = c.req.query('format') ?? 'json'
    if (format !== 'json' && format !== 'xml') return c.json({ error: 'not_implemented', says: 'format is json or xml.' }, 501)
    const asked = askedOf(c, site)
    if (asked === null)
      return c.json({ error: 'not_found', says: 'url has to be the address of a page of this site, or of a picture of a chart.' }, 404)
    const page = await readPage(c, app, site, asked.page)
    const chart = 'status' in page ? null : await describeChart(page, asked.chart, site.record)
    if (chart === null || 'status' in page) return c.json({ error: 'not_found', says: 'There is no such chart.' }, 404)
    const address = pageFileAddress(page.frame, 'charts', `${chart.name}.svg`, asked.theme === 'dark' ? { theme: 'dark' } : {})
    const answer: Oembed = {
      ...{ version: '1.0', type: 'photo', title: chart.title, url: page.frame.publicUrl + address },
      ...within(chart, c.req.query('maxwidth'), c.req.query('maxheight')),
      ...{ provider_name: 'Bagdar', provider_url: page.frame.publicUrl, cache_age: cacheAge },
    }
    if (format === 'json') return c.json(answer)
    return c.body(writeOembedXml(answer), 200, { 'content-type': 'text/xml; charset=utf-8' })
  })
}

interface Asked {
  page: URL
  chart: string | null
  theme: 'light' | 'dark'
}

function askedOf(c: Context, site: Site): Asked | null {
  const own = publicUrlOf(c, site)
  const url = c.req.query('url') ?? ''
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  if (address.origin !== new URL(own).origin) return null
  const picture = pageOfFile(address, 'charts')
  if (picture !== null) return { page: picture.page, chart: picture.file.replace(/\.svg$/, ''), theme: picture.theme }
  return { page: address, chart: decoded(address.hash.slice(1)) || null, theme: 'light' }
}

/** As large as it may be, in its own proportion. */
function within({ width, height }: DescribedChart, mostWidth: string | undefined, mostHeight: string | undefined) {
  const scale = Math.min(1, limit(mostWidth) / width, limit(mostHeight) / height)
  return { width: Math.floor(width * scale), height: Math.floor(height * scale) }
}

const limit = (asked: string | undefined): number =>
  asked !== undefined && /^[1-9]\d{0,6}$/.test(asked) ? Number(asked) : Number.POSITIVE_INFINITY
