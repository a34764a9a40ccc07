import { z, type OpenAPIHono } from '@hono/zod-openapi'
import { failure } from './api-parts.ts'

/** Below the site itself, and not below `/api/v1`. */
const atTheSite = [{ url: '/' }]

const page = z.string().openapi({
  example: 'kk/almaty/programme/budget',
  description: 'Address of the page without the first slash; its query, with asOf, is that of the file',
})
const failed = { description: 'There is no such page or no such part of it', content: { 'text/html': { schema: z.string() } } }
const notFound = { description: 'The address is none of a chart of this site', content: { 'application/json': { schema: failure } } }
const text = (type: string) => ({ [type]: { schema: z.string() } })

/** What else can be taken: described here, answered elsewhere (`page-files.tsx`, `oembed.ts`, `catalogue-files.ts`). */
export function describeOutside(app: OpenAPIHono): void {
  const { openAPIRegistry: registry } = app
  const describe = (route: Parameters<typeof registry.registerPath>[0]) => registry.registerPath({ ...route, servers: atTheSite })
  describe({
    method: 'get',
    path: '/tables/{page}/{file}',
    summary: 'A table of a page as CSV, or all of them as one workbook',
    request: {
      params: z.object({
        page,
        file: z.string().openapi({
          example: 'years.csv',
          description: 'tables.xlsx for all of them, or the name of a table with .csv; the end of each page names its files',
        }),
      }),
    },
    responses: {
      200: {
        description: 'The table',
        content: { ...text('text/csv'), ...text('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet') },
      },
      404: failed,
    },
  })
  describe({
    method: 'get',
    path: '/charts/{page}/{chart}.svg',
    summary: 'A chart of a page as a picture that stands alone, with title, source and terms',
    request: {
      params: z.object({ page, chart: z.string().openapi({ example: 'chart' }) }),
      query: z.object({ theme: z.enum(['light', 'dark']).default('light') }),
    },
    responses: { 200: { description: 'The picture', content: text('image/svg+xml') }, 404: failed },
  })
  describe({
    method: 'get',
    path: '/oembed',
    summary: 'How another site shows a chart (oEmbed 1.0, type photo)',
    request: {
      query: z.object({
        url: z.string().openapi({ description: 'Address of a page, with the anchor of a chart or for its first one, or of a picture' }),
        format: z.enum(['json', 'xml']).default('json'),
        maxwidth: z.coerce.number().int().optional(),
        maxheight: z.coerce.number().int().optional(),
      }),
    },
    responses: {
      200: {
        description: 'The picture, its size and its title',
        content: { 'application/json': { schema: z.any() }, ...text('text/xml') },
      },
      404: notFound,
      501: { description: 'The format is neither json nor xml', content: { 'application/json': { schema: failure } } },
    },
  })
  for (const [name, type] of [
    ['jsonld', 'application/ld+json'],
    ['ttl', 'text/turtle'],
  ] as const)
    describe({
      method: 'get',
      path: `/catalog.${name}`,
      summary: 'The catalogue of all data sets with the files in which they come, as DCAT-AP 3 describes it',
      responses: { 200: { description: 'The catalogue', content: text(type) } },
    })
}
