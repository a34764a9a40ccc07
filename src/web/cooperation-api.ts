import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { listForApi, type ListedKind } from '../actions/cooperation/list-for-api.ts'
import { dayIn, momentOf } from '../books/as-of.ts'
import { commitmentFlags } from '../books/cooperation/commitment-tests.ts'
import * as records from '../books/cooperation/records.ts'
import { strengths } from '../books/cooperation/strength.ts'
import { cityQuery, failures, listOf, nextPage, noCity, type ApiNeeds } from './api-parts.ts'
import * as schemas from './cooperation-api-schemas.ts'
import { revalidated } from './revalidated.ts'

interface CooperationList {
  path: string
  kind: ListedKind
  says: string
  item: z.ZodType
  /** Filters: each names the field of a record and how its text becomes a value of that field. */
  filters: Readonly<Record<string, Filter>>
  most: number
}

interface Filter {
  schema: z.ZodType<string | undefined>
  having?: (text: string) => Readonly<Record<string, unknown>>
}

const choice = (field: string, of: readonly string[]): Filter => ({
  schema: z.enum(of as [string, ...string[]]).optional(),
  having: (text) => ({ [field]: text }),
})
const computed = (of: readonly string[], description: string): Filter => ({
  schema: z
    .enum(of as [string, ...string[]])
    .optional()
    .openapi({ description }),
})
const code = (field: string, example: string): Filter => ({
  schema: z.string().optional().openapi({ example }),
  having: (text) => ({ [field]: text }),
})
const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be the number of a record')
  .optional()
const one = (field: string, what: string): Filter => ({
  schema: number.openapi({ description: `Number of ${what}` }),
  having: (text) => ({ [field]: Number(text) }),
})
const among = (field: string, what: string): Filter => ({
  schema: number.openapi({ description: `Number of ${what}` }),
  having: (text) => ({ [field]: [Number(text)] }),
})

/** Sources carry whole texts: fewer of them make a page. */
const lists: readonly CooperationList[] = [
  {
    path: '/partners',
    kind: 'partner',
    says: 'Partners: cities, ministries, international organisations, companies, groups',
    item: schemas.partner,
    filters: { kind: choice('kind', records.partnerKinds), country: code('country', 'TH') },
    most: 1000,
  },
  {
    path: '/events',
    kind: 'event',
    says: 'Visits, meetings, forums and signings, with topics and who came',
    item: schemas.event,
    filters: {
      kind: choice('kind', records.eventKinds),
      state: choice('state', records.eventStates),
      parent: one('parent', 'the visit or forum'),
    },
    most: 1000,
  },
  {
    path: '/commitments',
    kind: 'commitment',
    says: 'What was promised, how firmly, and what became of it',
    item: schemas.commitment,
    filters: {
      by: among('by', 'the partner who promised'),
      to: among('to', 'the partner to whom'),
      event: one('event', 'the event where it was said'),
      strength: choice('strength', strengths),
      goal: { ...code('goals', '2.1'), having: (text) => ({ goals: [text] }) },
      status: computed(schemas.statuses, 'Where it stands today'),
      light: computed(schemas.lights, 'Whether anybody reports'),
      flag: computed(commitmentFlags, 'What a reader should know before she counts on it'),
    },
    most: 1000,
  },
  {
    path: '/partner-statements',
    kind: 'statement',
    says: 'What partners said, word for word, with the place in the source',
    item: schemas.statement,
    filters: { event: one('event', 'the event'), speaker: among('speakers', 'the person'), form: choice('form', records.statementForms) },
    most: 1000,
  },
  {
    path: '/agreements',
    kind: 'agreement',
    says: 'Memoranda, sister-city agreements and other signed papers, with hashes of their files',
    item: schemas.agreement,
    filters: { kind: choice('kind', records.agreementKinds), party: among('parties', 'a partner who signed') },
    most: 1000,
  },
  {
    path: '/partnerships',
    kind: 'partnership',
    says: 'Sister cities and the stages they reached',
    item: schemas.partnership,
    filters: { partner: one('partner', 'the other city') },
    most: 1000,
  },
  {
    path: '/projects',
    kind: 'project',
    says: 'Investment projects',
    item: schemas.project,
    filters: { stage: choice('stage', records.projectStages), party: among('parties', 'a partner who takes part') },
    most: 1000,
  },
  {
    path: '/source-documents',
    kind: 'source',
    says: 'Documents that facts are taken from, whole, with the SHA-256 of their text',
    item: schemas.source,
    filters: { kind: choice('kind', records.sourceKinds), language: code('language', 'kk') },
    most: 20,
  },
]

/** The lists of cooperation: `/api/v1/{list}?city=`, each filtered by its own fields, paged by number. */
export function cooperationLists(app: OpenAPIHono, { record, now }: Pick<ApiNeeds, 'record' | 'now'>): void {
  for (const { path, kind, says, item, filters, most } of lists) {
    const query = cityQuery.extend({
      number: number.openapi({ description: 'Only the record of this number' }),
      ...Object.fromEntries(Object.entries(filters).map(([name, { schema }]) => [name, schema])),
      limit: z.coerce.number().int().min(1).max(most).default(Math.min(100, most)),
      after: number.openapi({ description: 'Number after which the page begins' }),
    })
    const route = createRoute({
      method: 'get',
      path,
      summary: says,
      request: { query },
      responses: { 200: { description: says, content: { 'application/json': { schema: listOf(item) } } }, ...failures },
    })
    app.use(path, revalidated)
    app.openapi(route, async (c) => {
      const given = c.req.valid('query') as Record<string, string | undefined> & { city: string; limit: number }
      const city = await record.findCity(given.city)
      if (city === null) return c.json(noCity(given.city), 404)
      const moment = now()
      const having = Object.entries(filters).flatMap(([name, { having: of }]) => {
        const text = given[name]
        return text === undefined || of === undefined ? [] : [of(text)]
      })
      const page = await listForApi(
        {
          ...{ city, kind, asOf: momentOf(given['asOf'] ?? null, city.timeZone, moment), today: dayIn(city.timeZone, moment) },
          query: {
            having: Object.assign({}, ...having),
            ...pick(given, filters),
            ...(given['number'] === undefined ? {} : { number: Number(given['number']) }),
            after: given['after'] === undefined ? null : Number(given['after']),
            limit: given.limit,
          },
        },
        record,
      )
      return c.json({ items: page.items, next: page.after === null ? null : nextPage(c.req.url, String(page.after)) }, 200)
    })
  }
}

/** Filters that ask for what is computed: they go by their own names. */
const pick = (given: Record<string, string | undefined>, filters: CooperationList['filters']): object =>
  Object.fromEntries(
    Object.entries(filters).flatMap(([name, { having }]) =>
      having === undefined && given[name] !== undefined ? [[name, given[name]]] : [],
    ),
  )
