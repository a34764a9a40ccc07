import { Hono } from 'hono'
import { range } from './range.ts'
import type { Site } from './site.ts'

/** The streets for what-if: bytes, but such as shrink by four fifths when they are packed for the way. */
export const accessModelType = 'application/vnd.bagdar.access-model'

/** By the ending of the name. What is not listed is handed over as bytes. */
const mediaTypes: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  pmtiles: 'application/vnd.pmtiles',
  bin: accessModelType,
}

/** As much as one answer carries: a map asks for ranges, everything else is far smaller. */
const mostBytes = 64 * 1024 * 1024

/**
 * Files that computations made: `/computed/{city}/{release}/{name}`, whole or a range of bytes (RFC 9110, one range). The map reads its
 * tiles so. A release never changes, so a browser may keep what it has.
 */
export function computedFiles(site: Site): Hono {
  const app = new Hono()
  app.get('/computed/:city/:release{[0-9]{1,9}}/:name', async (c, next) => {
    const city = await site.record.findCity(c.req.param('city'))
    const release = city && (await site.record.findRelease(city, Number(c.req.param('release'))))
    if (!city || !release || release.status === 'draft') return await next()
    const file = (await site.record.listComputedFilesOf(city, release.id)).find(({ name }) => name === c.req.param('name'))
    if (file === undefined) return await next()

    const etag = `"${file.sha256}"`
    const headers = { etag, 'accept-ranges': 'bytes', 'cache-control': 'public, max-age=31536000, immutable' }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    // A range of what has changed since is none: the whole is sent.
    const asked = (c.req.header('if-range') ?? etag) === etag ? c.req.header('range') : undefined
    const part = range(asked, file.bytes)
    if (part === 'unsatisfiable') return c.body(null, 416, { ...headers, 'content-range': `bytes */${file.bytes}` })
    const { from, to } = part ?? { from: 0, to: file.bytes }
    if (to - from > mostBytes) return c.text(`Ask for ranges of at most ${mostBytes} bytes.\n`, 413, headers)
    const content = await site.record.readComputedFile(city, release.id, file.name, from, to)
    const type = mediaTypes[file.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    const body = new Uint8Array(content)
    if (part === null) return c.body(body, 200, { ...headers, 'content-type': type })
    return c.body(body, 206, { ...headers, 'content-type': type, 'content-range': `bytes ${from}-${to - 1}/${file.bytes}` })
  })
  return app
}
