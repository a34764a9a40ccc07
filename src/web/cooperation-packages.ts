import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { writeCommitmentsTable } from '../actions/cooperation/write-commitments-table.ts'
import { writeProjects } from '../actions/cooperation/write-projects.ts'
import { dayIn } from '../books/as-of.ts'
import { languages } from '../books/text.ts'
import { failures, noCity, type ApiNeeds } from './api-parts.ts'
import { revalidated } from './revalidated.ts'

const ofCity = z.object({ city: z.string().openapi({ example: 'almaty' }) })
const inLanguage = z.object({
  language: z.enum(languages).default('en').openapi({ description: 'Language of the words; a missing one is replaced by the nearest' }),
})

/** What others take as a whole, in the words of their own register or standard: `/api/v1/{city}/{name}`. */
export function cooperationPackages(app: OpenAPIHono, { record, now, publicUrlOf }: ApiNeeds): void {
  app.use('/:city/commitments.csv', revalidated)
  app.openapi(
    createRoute({
      method: 'get',
      path: '/{city}/commitments.csv',
      summary: 'All commitments in the fields of the register of the UN (SDG Actions Platform), as CSV',
      request: { params: ofCity },
      responses: { 200: { description: 'A row per commitment', content: { 'text/csv': { schema: z.string() } } }, ...failures },
    }),
    async (c) => {
      const { city: slug } = c.req.valid('param')
      const city = await record.findCity(slug)
      if (city === null) return c.json(noCity(slug), 404)
      const pageOf = (path: string): string => `${publicUrlOf(c)}/en/${city.slug}${path}`
      const table = await writeCommitmentsTable({ city, asOf: now(), today: dayIn(city.timeZone, now()), pageOf }, record)
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', `attachment; filename="${city.slug}-commitments.csv"`)
      return c.body(table) as never
    },
  )

  app.use('/:city/projects.oc4ids.json', revalidated)
  app.openapi(
    createRoute({
      method: 'get',
      path: '/{city}/projects.oc4ids.json',
      summary: 'All investment projects as a package of the Open Contracting for Infrastructure Data Standard 0.9',
      request: { params: ofCity, query: inLanguage },
      responses: {
        200: { description: 'A project package', content: { 'application/json': { schema: z.any() } } },
        ...failures,
        404: { ...failures[404], description: 'There is no such city, or it has no public project: the standard knows no empty package' },
      },
    }),
    async (c) => {
      const { city: slug } = c.req.valid('param')
      const { language } = c.req.valid('query')
      const city = await record.findCity(slug)
      if (city === null) return c.json(noCity(slug), 404)
      const origin = publicUrlOf(c)
      const projects = await writeProjects(
        {
          ...{ city, asOf: now(), today: dayIn(city.timeZone, now()), language },
          uri: `${origin}${c.req.path}${language === 'en' ? '' : `?language=${language}`}`,
          pageOf: (path) => `${origin}/${language}/${city.slug}${path}`,
        },
        record,
      )
      if (projects === null) return c.json({ error: 'no_projects', says: `No investment project of ${slug} is public.` }, 404)
      return c.json(projects, 200)
    },
  )
}
