import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { listObservations } from '../actions/list-observations.ts'
import { momentOf } from '../books/as-of.ts'
import type { City } from '../books/indicators/figure.ts'
import type { PublishedFigure } from '../formats/observations-csv.ts'
import { describeOutside } from './api-outside.ts'
import { cityQuery, failure, failures, listOf, nextPage, noCity, type ApiNeeds } from './api-parts.ts'
import { cooperationLists } from './cooperation-api.ts'
import { cooperationPackages } from './cooperation-packages.ts'
import { fileFormats, observationFile } from './observation-files.ts'

/**
 * The open data: `/api/v1/{thing}?city=`. Lists are `{ items, next }`; `next` is the address of the following page.
 * What can be asked is declared here once: it checks the request and describes the API at `/api/v1/openapi.json`.
 */
export function api(needs: ApiNeeds): OpenAPIHono {
  const { record, now, publicUrlOf } = needs
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return
      return c.json(
        { error: 'bad_request', problems: result.error.issues.map((issue) => ({ field: issue.path.join('.'), says: issue.message })) },
        400,
      )
    },
  })

  /** A list of one city that needs nothing but the city and the day. */
  const cityList = (thing: string, says: string, list: (city: City, asOf: Date) => Promise<readonly unknown[]>) => {
    const route = createRoute({
      method: 'get',
      path: `/${thing}`,
      summary: says,
      request: { query: cityQuery },
      responses: { 200: { description: says, content: { 'application/json': { schema: listOf(z.any()) } } }, ...failures },
    })
    app.openapi(route, async (c) => {
      const { city: slug, asOf } = c.req.valid('query')
      const city = await record.findCity(slug)
      if (city === null) return c.json(noCity(slug), 404)
      return c.json({ items: [...(await list(city, momentOf(asOf ?? null, city.timeZone, now())))], next: null }, 200)
    })
  }

  app.openapi(
    createRoute({
      method: 'get',
      path: '/cities',
      summary: 'The cities of this installation',
      responses: { 200: { description: 'All cities', content: { 'application/json': { schema: listOf(z.any()) } } } },
    }),
    async (c) => c.json({ items: await record.listCities(), next: null }, 200),
  )
  cityList('indicators', 'Indicators with names and definitions in every language', (city, asOf) => record.listIndicators(city, asOf))
  cityList('areas', 'Areas that figures are about', (city, asOf) => record.listAreas(city, asOf))
  cityList('codes', 'Code lists: units, sexes, ages and other dimensions', (city, asOf) => record.listCodes(city, asOf))
  cityList('sources', 'Who publishes the figures', (city, asOf) => record.listSources(city, asOf))
  cityList('releases', 'Releases, newest first: who, when, which files, what they brought', (city, asOf) => record.listReleases(city, asOf))
  cityList('programme-versions', 'All published versions of the programme, whole', (city, asOf) => record.listProgrammeVersions(city, asOf))

  const series = createRoute({
    method: 'get',
    path: '/series',
    summary: 'Series: indicator, area, source, method, boundary, dimensions and unit',
    request: { query: cityQuery.extend({ indicator, refArea }) },
    responses: { 200: { description: 'Series', content: { 'application/json': { schema: listOf(z.any()) } } }, ...failures },
  })
  app.openapi(series, async (c) => {
    const { city: slug, asOf, indicator, refArea } = c.req.valid('query')
    const city = await record.findCity(slug)
    if (city === null) return c.json(noCity(slug), 404)
    const moment = momentOf(asOf ?? null, city.timeZone, now())
    return c.json({ items: await record.listSeries(city, moment, given({ indicator, refArea })), next: null }, 200)
  })

  const observations = createRoute({
    method: 'get',
    path: '/observations',
    summary: 'Figures in force, series by series, as JSON, CSV, XLSX or Parquet',
    request: {
      query: cityQuery.extend({
        indicator,
        refArea,
        series: z.string().optional().openapi({ description: 'Address of one series' }),
        timePeriod: z.string().optional().openapi({ example: '2023' }),
        format: z
          .enum(['json', 'csv', 'xlsx', 'parquet'])
          .default('json')
          .openapi({ description: 'All but JSON hold everything that is asked for, without pages' }),
        limit: z.coerce
          .number()
          .int()
          .min(1)
          .max(10_000)
          .default(1000)
          .openapi({ description: 'A page ends with the series that reaches it' }),
        after: z.string().optional().openapi({ description: 'Address of the series after which the page begins' }),
      }),
    },
    responses: {
      200: {
        description: 'Figures',
        content: {
          'application/json': { schema: listOf(observationItem) },
          'text/csv': { schema: z.string() },
          [fileFormats.xlsx]: { schema: binary },
          [fileFormats.parquet]: { schema: binary },
        },
      },
      ...failures,
      413: { description: 'More figures than a workbook holds', content: { 'application/json': { schema: failure } } },
    },
  })
  app.openapi(observations, async (c) => {
    const { city: slug, asOf, indicator, refArea, series: address, timePeriod, format, limit, after } = c.req.valid('query')
    const city = await record.findCity(slug)
    if (city === null) return c.json(noCity(slug), 404)
    const moment = momentOf(asOf ?? null, city.timeZone, now())
    if (after !== undefined && (await record.listSeries(city, moment, { addresses: [after] })).length === 0)
      return c.json(noSuchPage(after), 400)
    const filter = given({ indicator, refArea, timePeriod, addresses: address === undefined ? undefined : [address] })
    if (format !== 'json') {
      const query = { city, asOf: moment, filter, address: publicUrlOf(c) + new URL(c.req.url).pathname + new URL(c.req.url).search }
      return (await observationFile(c, format, [slug, indicator ?? address ?? 'observations'].join('-'), query, record)) as never
    }
    const page = await listObservations(city, moment, filter, { after: after ?? null, limit }, record)
    return c.json({ items: page.items.map(itemOf), next: page.after === null ? null : nextPage(c.req.url, page.after) }, 200)
  })

  cooperationLists(app, needs)
  cooperationPackages(app, needs)
  describeOutside(app)

  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Bagdar', version: '1', description: 'The public record of a city: figures as they stand today or stood on any day.' },
    servers: [{ url: '/api/v1' }],
  })
  return app
}

const binary = z.string().openapi({ format: 'binary' })
const indicator = z.string().optional().openapi({ example: '11.6.2' })
const refArea = z.string().optional().openapi({ example: 'KZALA' })
/** Begun anew in silence, a program that follows `next` would never come to an end. */
const noSuchPage = (after: string) => ({
  error: 'bad_request',
  problems: [{ field: 'after', says: `There is no series "${after}" on this day. Begin again without "after", and keep asOf the same.` }],
})

const observationItem = z.object({
  indicator: z.string(),
  refArea: z.string(),
  source: z.string(),
  method: z.string(),
  boundary: z.string(),
  unit: z.string(),
  dimensions: z.record(z.string(), z.string()),
  series: z.string(),
  timePeriod: z.string(),
  value: z.string().nullable().openapi({ description: 'The published decimal text; null for a gap or a disputed figure' }),
  disputed: z.boolean(),
  claims: z.array(z.string().nullable()).openapi({ description: 'All values the release gives; more than one when they differ' }),
  obsStatus: z.string().nullable(),
  note: z.record(z.string(), z.string()).nullable(),
  release: z.number(),
  licence: z.string().nullable().openapi({ description: 'Terms on which the source lets the figure be used; null: it does not say' }),
})

function itemOf({ series, figure, release, licence }: PublishedFigure): z.infer<typeof observationItem> {
  const { id: _id, address, ...key } = series
  const { timePeriod, value, disputed, obsStatus, note } = figure
  return {
    ...key,
    dimensions: { ...key.dimensions },
    series: address,
    timePeriod,
    value,
    disputed,
    claims: figure.claims.map((claim) => claim.value),
    obsStatus,
    note: note === null ? null : { ...note },
    release: release.number,
    licence,
  }
}

/** Leaves out what was not asked for. */
function given<T extends Record<string, unknown>>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
}
