import { createHash } from 'node:crypto'
import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishRecord, withdrawRecord } from '../src/actions/cooperation/publish-record.ts'
import { oparlLists, type OparlList, type OparlObject } from '../src/formats/cooperation/oparl/object.ts'
import { openCooperationSite, type CooperationSite } from './support/cooperation-site.ts'

let site: CooperationSite
beforeAll(async () => void (site = await openCooperationSite()), 120_000)
afterAll(() => site.close())

interface Page {
  data: OparlObject[]
  pagination: { totalElements: number; elementsPerPage: number; currentPage: number; totalPages: number }
  links: { first: string; prev?: string; self: string; next?: string; last: string }
}
const base = 'http://localhost/oparl/1.1'
const listOf = async (list: OparlList, city = 'almaty', query = ''): Promise<OparlObject[]> => {
  const objects: OparlObject[] = []
  for (let next: string | undefined = `${base}/body/${city}/${list}${query}`; next !== undefined;) {
    const page: Page = await site.json(next)
    objects.push(...page.data)
    next = page.links.next
  }
  return objects
}

const url = z.url()
const moment = z.iso.datetime({ offset: true })
const day = z.iso.date()
const text = z.string()
const may = <Schema extends z.ZodType>(schema: Schema) => schema.optional()
const urls = may(z.array(url))
/** Chapter 3.2: `id`, `type`, `created` and `modified` are compulsory in every type since 1.1; `web`, `keyword`, `deleted` are not. */
const shared = (type: string) => ({
  ...{ id: url, type: z.literal(`https://schema.oparl.org/1.1/${type}`), created: moment, modified: moment },
  ...{ web: may(url), keyword: may(z.array(text)), license: may(url), deleted: may(z.literal(true)) },
})
const location = z.strictObject({
  ...shared('Location'),
  description: may(text),
  geojson: may(z.looseObject({ type: z.literal('Feature') })),
})
const file = z.strictObject({
  ...{ ...shared('File'), accessUrl: url, name: may(text), fileName: may(text), mimeType: may(text), size: may(z.int()) },
  ...{ sha512Checksum: may(text), externalServiceUrl: may(url) },
})
const agendaItem = z.strictObject({
  ...{ ...shared('AgendaItem'), meeting: may(url), number: may(text), order: may(z.int()), name: may(text), public: may(z.boolean()) },
})
const membership = z.strictObject({
  ...{ ...shared('Membership'), person: may(url), organization: may(url), role: may(text), startDate: may(day), endDate: may(day) },
  onBehalfOf: may(url),
})
/** The properties of each type and which it must have: chapter 3, "Schema". */
const types: Partial<Record<OparlList | 'system' | 'body', z.ZodType>> = {
  system: z.strictObject({
    ...{ ...shared('System'), oparlVersion: z.literal('https://schema.oparl.org/1.1/'), otherOparlVersions: urls, body: url },
    ...{ name: may(text), website: may(url) },
  }),
  body: z.strictObject({
    ...{ ...shared('Body'), system: may(url), name: text, website: may(url), legislativeTerm: z.array(z.unknown()) },
    ...{ organization: url, person: url, meeting: url, paper: url },
    ...{ agendaItem: url, consultation: url, file: url, locationList: url, legislativeTermList: url, membership: url },
  }),
  organization: z.strictObject({
    ...{ ...shared('Organization'), body: may(url), name: may(text), membership: urls, organizationType: may(text) },
    ...{ classification: may(text), location: may(location) },
  }),
  person: z.strictObject({ ...shared('Person'), body: may(url), name: may(text), membership: may(z.array(membership)) }),
  membership,
  meeting: z.strictObject({
    ...{
      ...shared('Meeting'),
      name: may(text),
      meetingState: may(text),
      cancelled: may(z.boolean()),
      start: may(moment),
      end: may(moment),
    },
    ...{ location: may(location), organization: urls, participant: urls, agendaItem: may(z.array(agendaItem)) },
  }),
  agendaItem,
  paper: z.strictObject({
    ...{ ...shared('Paper'), body: may(url), name: may(text), reference: may(text), date: may(day), paperType: may(text) },
    ...{ mainFile: may(file), auxiliaryFile: may(z.array(file)), originatorOrganization: urls },
  }),
  file,
  location,
}

/** Without our own additions (chapter 3.0: a vendor's properties have a prefix). */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (key.startsWith('bagdar:') ? [] : [[key, plain(one)]])))
}
const faults = (name: keyof typeof types, object: unknown) => types[name]?.safeParse(plain(object)).error?.issues ?? []

test('from the system one comes to the cities and to each of their lists', async () => {
  const system = await site.json<OparlObject>(base)
  expect(faults('system', system)).toEqual([])
  const { data } = await site.json<Page>(String(system['body']))
  expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining([`${base}/body/almaty`, `${base}/body/ulgiqala`]))
  for (const body of data) {
    expect(faults('body', body)).toEqual([])
    expect(await site.json(body.id)).toEqual(body)
    for (const [name, address] of Object.entries(body))
      if (typeof address === 'string' && address.startsWith(`${body.id}/`)) expect((await site.get(address)).status, name).toBe(200)
  }
})

describe.each(oparlLists.map((list) => ({ list })))('$list', ({ list }) => {
  test('has objects as the standard describes them, each at the address that is its id', async () => {
    const objects = [...(await listOf(list)), ...(await listOf(list, 'ulgiqala'))]
    if (!['legislativeTerm', 'consultation'].includes(list)) expect(objects.length).toBeGreaterThan(0)
    expect(objects.flatMap((one) => faults(list, one))).toEqual([])
    expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length)
    for (const one of objects.slice(0, 3)) expect(await site.json(one.id)).toEqual(one)
  })

  test('page by page it is the same list, and every page says where it stands', async () => {
    const whole = await listOf(list, 'ulgiqala')
    expect(await listOf(list, 'ulgiqala', '?elementsPerPage=2')).toEqual(whole)
    const page = await site.json<Page>(`${base}/body/ulgiqala/${list}?elementsPerPage=2`)
    expect(page.pagination).toEqual({
      ...{ totalElements: whole.length, elementsPerPage: 2, currentPage: 1, totalPages: Math.max(1, Math.ceil(whole.length / 2)) },
    })
    expect(Object.keys(page.links)).toEqual(expect.arrayContaining(['first', 'self', 'last']))
  })
})

test('the text of a source is the file that its hash says', async () => {
  const [paper] = await listOf('paper')
  const main = paper!['mainFile'] as OparlObject
  const content = await (await site.get(String(main['accessUrl']))).text()
  expect(createHash('sha512').update(content).digest('hex')).toBe(main['sha512Checksum'])
})

test('what was taken back leaves a tombstone, told to whoever asks what has changed', async () => {
  const at = new Date('2099-01-01T00:00:00.000Z')
  // One on which nothing public rests.
  const [partner] = await site.record.listCooperation(site.ulgiqala, 'partner', { drafts: true })
  const one = { city: site.ulgiqala, kind: 'partner' as const, number: partner!.number, by: null }
  await publishRecord({ ...one, at: new Date('2026-01-01T00:00:00.000Z') }, site.record)
  const before = await listOf('organization', 'ulgiqala')
  expect(await withdrawRecord({ ...one, reason: 'Қате', at }, site.record)).toMatchObject({ ok: true })
  const id = `${base}/body/ulgiqala/organization/${partner!.number}`
  const response = await site.get(id)
  expect(response.status).toBe(200)
  const tombstone = (await response.json()) as OparlObject
  const { created, type } = before.find((one) => one.id === id)!
  expect(tombstone).toEqual({ id, type, created, modified: at.toISOString(), deleted: true })
  expect((await listOf('organization', 'ulgiqala')).some((one) => one.id === id)).toBe(false)
  expect(await listOf('organization', 'ulgiqala', '?modified_since=2098-01-01T00:00:00%2B06:00')).toEqual([tombstone])
  expect(await listOf('organization', 'ulgiqala', '?modified_since=2098-01-01T00:00:00Z&created_until=2000-01-01T00:00:00Z')).toEqual([])
})

test.each(['?modified_since=2016', '?page=0', '?elementsPerPage=many'])('%s is refused as the standard says', async (query) => {
  const response = await site.get(`${base}/body/almaty/person${query}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    type: 'https://schema.oparl.org/1.1/Error',
    message: expect.any(String),
    debug: expect.any(String),
  })
})

test.each(['/body/bangkok', '/body/almaty/faction', '/body/almaty/person/999', '/nothing'])('%s is not there', async (path) => {
  const response = await site.get(base + path)
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ type: 'https://schema.oparl.org/1.1/Error' })
})

/** OC4IDS 0.9: project-package-schema.json and project-schema.json, required fields and code lists. */
describe('projects in OC4IDS 0.9', () => {
  const projectPackage = z.strictObject({
    ...{ uri: url, publishedDate: moment, version: z.literal('0.9'), publisher: z.strictObject({ name: text, uri: url }) },
    projects: z
      .array(
        z.strictObject({
          ...{ id: text, updated: moment, title: text, description: may(text), status: text, type: text, sector: may(z.array(text)) },
          period: may(z.strictObject({ startDate: may(moment), endDate: may(moment) })),
          budget: may(z.strictObject({ amount: z.strictObject({ amount: z.number(), currency: text.length(3) }) })),
          parties: may(z.array(z.strictObject({ id: text, name: text, address: may(z.strictObject({ countryName: text })) }))),
          documents: may(z.array(z.looseObject({ id: text, url }))),
        }),
      )
      .min(1),
  })

  test.each(['en', 'kk', 'ru'])('in %s the package is as its schema says', async (language) => {
    const found = await site.json<z.infer<typeof projectPackage>>(`/api/v1/ulgiqala/projects.oc4ids.json?language=${language}`)
    expect(projectPackage.safeParse(found).error?.issues ?? []).toEqual([])
    expect(new Set(found.projects.map(({ id }) => id)).size).toBe(found.projects.length)
    const [first] = await site.record.listCooperation(site.ulgiqala, 'project', { published: true })
    expect(found.projects[0]!.title).toBe(first!.content.title[language as 'en'])
    for (const { sector = [] } of found.projects)
      for (const code of sector.filter((one) => one.includes('.'))) expect(sector).toContain(code.split('.')[0])
  })

  test('a city without a public project has no package', async () => {
    expect((await site.get('/api/v1/almaty/projects.oc4ids.json')).status).toBe(404)
  })
})
