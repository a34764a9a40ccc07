import { Hono, type Context } from 'hono'
import { listOparl } from '../actions/cooperation/list-oparl.ts'
import { listOparlBodies, showOparlSystem } from '../actions/cooperation/show-oparl-bodies.ts'
import { publicRecord } from '../actions/cooperation/public-record.ts'
import { dayIn } from '../books/as-of.ts'
import type { City } from '../books/indicators/figure.ts'
import { idOf, oparlLists, type OparlList, type OparlObject, type OparlPlace } from '../formats/cooperation/oparl/object.ts'
import { mostOnPage, writeOparlPage, type OparlQuery } from '../formats/cooperation/oparl/page.ts'
import { publicUrlOf } from './frame-of.ts'
import { note } from './request-log.ts'
import { revalidated } from './revalidated.ts'
import type { Site } from './site.ts'

const base = '/oparl/1.1'

/**
 * Cooperation in the shape of OParl 1.1: the system, its bodies (cities), and below each body one list per kind of object, every object at
 * the address that is its id.
 */
export function oparl(site: Site): Hono {
  const { record } = site
  const app = new Hono()
  app.use(`${base}/*`, revalidated)

  const placeOf = (c: Context, city: City): OparlPlace => ({
    body: `${publicUrlOf(c, site)}${base}/body/${city.slug}`,
    timeZone: city.timeZone,
    pageOf: (path) => `${publicUrlOf(c, site)}/kk/${city.slug}${path}`,
  })
  const bodiesInput = (c: Context) => {
    const url = publicUrlOf(c, site)
    return { asOf: site.now(), site: url, system: url + base, placeOf: (city: City) => placeOf(c, city) }
  }
  const list = (c: Context, objects: readonly OparlObject[], address: string): Response => {
    const asked = readQuery(new URL(c.req.url).searchParams)
    if (!('query' in asked)) return failure(c, 400, `"${asked.wrong}" cannot be read. ${asked.says}`)
    return c.json(writeOparlPage(objects, { address, ...asked }))
  }
  const cityOf = async (c: Context): Promise<City | null> => {
    const city = await record.findCity(c.req.param('city') ?? '')
    if (city === null || city.comparison) return null
    note(c, { city: city.slug })
    return city
  }
  const inputOf = (c: Context, city: City) => ({
    ...{ city, asOf: site.now(), today: dayIn(city.timeZone, site.now()), place: placeOf(c, city) },
  })

  app.get(base, async (c) => c.json(await showOparlSystem(bodiesInput(c), record)))
  app.get(`${base}/body`, async (c) => list(c, await listOparlBodies(bodiesInput(c), record), `${publicUrlOf(c, site)}${base}/body`))
  app.get(`${base}/body/:city`, async (c) => {
    const body = `${publicUrlOf(c, site)}${base}/body/${c.req.param('city')}`
    const found = (await listOparlBodies(bodiesInput(c), record)).find(({ id }) => id === body)
    return found === undefined ? missing(c) : c.json(found)
  })
  app.get(`${base}/body/:city/:list`, async (c) => {
    const [city, name] = [await cityOf(c), c.req.param('list')]
    if (city === null || !isList(name)) return missing(c)
    return list(c, await listOparl(inputOf(c, city), name, record), `${placeOf(c, city).body}/${name}`)
  })
  app.get(`${base}/body/:city/:list/:object`, async (c) => {
    const [city, name] = [await cityOf(c), c.req.param('list')]
    if (city === null || !isList(name)) return missing(c)
    const id = idOf(placeOf(c, city), name, c.req.param('object'))
    const found = (await listOparl(inputOf(c, city), name, record)).find((one) => one.id === id)
    return found === undefined ? missing(c) : c.json(found)
  })
  app.get(`${base}/body/:city/file/:source{source-[0-9]+}/content`, async (c) => {
    const city = await cityOf(c)
    const number = Number(c.req.param('source').slice('source-'.length))
    const source = city && (await publicRecord(site.now(), record).findCooperation(city, 'source', number))
    return source ? c.text(source.content.text) : missing(c)
  })
  app.get(`${base}/*`, missing)
  return app
}

const isList = (name: string): name is OparlList => (oparlLists as readonly string[]).includes(name)

/** As the standard tells of what went wrong (chapter 2.9). */
const failure = (c: Context, status: 400 | 404, message: string): Response =>
  c.json({ type: 'https://schema.oparl.org/1.1/Error', message, debug: `${c.req.method} ${c.req.path}` }, status)
const missing = (c: Context): Response => failure(c, 404, `There is no such object. Begin at ${base}.`)

const moments = ['created_since', 'created_until', 'modified_since', 'modified_until'] as const

type Asked = { query: OparlQuery; filters: Array<[string, string]> } | { wrong: string; says: string }

function readQuery(search: URLSearchParams): Asked {
  const filters: Array<[string, string]> = []
  const read: Record<string, number | null> = {}
  for (const name of moments) {
    // A plus that was not encoded arrives as a space.
    const text = search.get(name)?.replaceAll(' ', '+') ?? null
    if (text !== null && (!/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text) || Number.isNaN(Date.parse(text))))
      return { wrong: `${name}=${text}`, says: 'Write a moment with its offset: 2016-04-04T10:00:00+07:00.' }
    read[name] = text === null ? null : Date.parse(text)
    if (text !== null) filters.push([name, text])
  }
  const [page, most] = [numberOf(search.get('page'), 1), numberOf(search.get('elementsPerPage'), mostOnPage)]
  if (page === null) return { wrong: `page=${search.get('page')}`, says: 'Write a whole number from 1.' }
  if (most === null) return { wrong: `elementsPerPage=${search.get('elementsPerPage')}`, says: 'Write a whole number from 1.' }
  const elementsPerPage = Math.min(most, mostOnPage)
  if (search.has('elementsPerPage')) filters.push(['elementsPerPage', String(elementsPerPage)])
  return {
    query: {
      ...{ createdSince: read['created_since']!, createdUntil: read['created_until']! },
      ...{ modifiedSince: read['modified_since']!, modifiedUntil: read['modified_until']! },
      ...{ page, elementsPerPage },
    },
    filters,
  }
}

/** null: it is none. */
const numberOf = (text: string | null, missingIs: number): number | null =>
  text === null ? missingIs : /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
