import { z } from 'zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordKinds } from '../src/books/cooperation/records.ts'
import { readTable } from '../src/formats/city-folder/table.ts'
import { oparlLists } from '../src/formats/cooperation/oparl/object.ts'
import * as schemas from '../src/web/cooperation-api-schemas.ts'
import { canary, openCooperationSite, type CooperationSite, type ListItem as Item } from './support/cooperation-site.ts'

let site: CooperationSite
beforeAll(async () => void (site = await openCooperationSite()), 120_000)
afterAll(() => site.close())

const get: CooperationSite['get'] = (...asked) => site.get(...asked)
const all: CooperationSite['all'] = (path) => site.all(path)

const lists = {
  partners: schemas.partner,
  events: schemas.event,
  commitments: schemas.commitment,
  'partner-statements': schemas.statement,
  agreements: schemas.agreement,
  partnerships: schemas.partnership,
  projects: schemas.project,
  'source-documents': schemas.source,
}

describe.each(Object.entries(lists))('/api/v1/%s', (list, schema) => {
  test('has what its description promises, and nothing more', async () => {
    const items = [...(await all(`/api/v1/${list}?city=almaty`)), ...(await all(`/api/v1/${list}?city=ulgiqala`))]
    expect(items.length).toBeGreaterThan(0)
    expect(z.array(schema).safeParse(items).error?.issues ?? []).toEqual([])
  })

  test('page by page it is the same list, in the order of its numbers', async () => {
    const whole = await all(`/api/v1/${list}?city=ulgiqala`)
    expect(await all(`/api/v1/${list}?city=ulgiqala&limit=1`)).toEqual(whole)
    expect(whole.map(({ number }) => number)).toEqual(whole.map(({ number }) => number).sort((a, b) => a - b))
  })

  test('every page it leads to is there, in every language', async () => {
    const items = (await all(`/api/v1/${list}?city=almaty`)).slice(0, 2)
    for (const { pages } of items)
      for (const address of Object.values((pages ?? {}) as Record<string, string>)) expect((await get(address)).status, address).toBe(200)
  })
})

describe('a commitment', () => {
  test('has its evidence, its computed status, and its partners by name', async () => {
    const [first] = await all('/api/v1/commitments?city=almaty')
    expect(first).toMatchObject({
      number: 1,
      strength: 'agreed_to_do',
      status: 'started',
      light: 'green',
      flags: expect.arrayContaining(['no_date', 'no_owner']),
    })
    const [source] = await all('/api/v1/source-documents?city=almaty')
    for (const place of first!['evidence'] as Array<{ start: number; end: number; exact: string }>)
      expect((source!['text'] as string).slice(place.start, place.end)).toBe(place.exact)
  })

  test('an event that rests on a source that is not public says nothing of it', async () => {
    const [first] = await all('/api/v1/commitments?city=almaty')
    expect(first!['events']).toMatchObject([{ kind: 'reported', evidence: null, note: { kk: 'Есеп' } }])
  })

  test.each([
    { filter: 'status=started', fits: ({ status }: Item) => status === 'started' },
    { filter: 'light=red', fits: ({ light }: Item) => light === 'red' },
    { filter: 'flag=for_absent_party', fits: ({ flags }: Item) => (flags as string[]).includes('for_absent_party') },
    { filter: 'strength=will_consider', fits: ({ strength }: Item) => strength === 'will_consider' },
    { filter: 'by=1', fits: ({ by }: Item) => (by as Item[]).some(({ number }) => number === 1) },
    { filter: 'event=2', fits: ({ event }: Item) => (event as Item | null)?.number === 2 },
    { filter: 'number=3', fits: ({ number }: Item) => number === 3 },
    { filter: 'status=silent&strength=will_do', fits: (one: Item) => one['status'] === 'silent' && one['strength'] === 'will_do' },
  ])('$filter gives those and only those, on however many pages', async ({ filter, fits }) => {
    const fitting = (await all('/api/v1/commitments?city=almaty')).filter(fits)
    expect(await all(`/api/v1/commitments?city=almaty&${filter}&limit=1`)).toEqual(fitting)
  })

  test('on the day before it was published it was not there', async () => {
    expect(await all('/api/v1/commitments?city=almaty&asOf=2015-01-01')).toEqual([])
  })
})

test('an event has its moments by the clock of the place', async () => {
  const number = await site.record.addCooperation(site.ulgiqala, 'event', {
    ...(await site.record.listCooperation(site.ulgiqala, 'event'))[0]!.content,
    ...{
      title: { kk: 'Кездесу' },
      parent: null,
      timeZone: 'Asia/Almaty',
      startsAt: '2024-02-29T10:00',
      endsAt: '2024-03-01T10:00',
      dated: '',
    },
  })
  const event = (await site.record.findCooperation(site.ulgiqala, 'event', number))!
  await site.record.keepCooperation(site.ulgiqala, { ...event, publishedAt: '2026-11-01T00:00:00.000Z' })
  const [item] = await all(`/api/v1/events?city=ulgiqala&number=${number}`)
  expect(item).toMatchObject({ begins: '2024-02-29T04:00:00.000Z', ends: '2024-03-01T05:00:00.000Z', dated: '2024-02-29' })
})

test.each([
  { path: '/api/v1/commitments', field: 'city' },
  { path: '/api/v1/commitments?city=almaty&status=finished', field: 'status' },
  { path: '/api/v1/commitments?city=almaty&by=one', field: 'by' },
  { path: '/api/v1/commitments?city=almaty&limit=1001', field: 'limit' },
  { path: '/api/v1/source-documents?city=almaty&limit=21', field: 'limit' },
  { path: '/api/v1/events?city=almaty&asOf=yesterday', field: 'asOf' },
])('$path is told which parameter is wrong: $field', async ({ path, field }) => {
  const response = await get(path)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: 'bad_request', problems: [{ field }] })
})

test('a city that there is not', async () => {
  for (const path of ['partners?city=bangkok', 'bangkok/commitments.csv', 'bangkok/projects.oc4ids.json'])
    expect((await get(`/api/v1/${path}`)).status, path).toBe(404)
})

describe('commitments as a table of the register of the UN', () => {
  test('a row for each, with its SMART tests, its light and its source', async () => {
    const response = await get('/api/v1/almaty/commitments.csv')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const { columns, rows } = readTable(await response.text())
    const cell = (row: number, name: string): string => rows[row]!.cells[columns.indexOf(name)]!
    const items = await all('/api/v1/commitments?city=almaty')
    expect(rows.map((_, row) => cell(row, 'number'))).toEqual(items.map(({ number }) => String(number)))
    expect(rows.map((_, row) => cell(row, 'progress_light'))).toEqual(items.map(({ light }) => light))
    expect(rows.map((_, row) => cell(row, 'smart_time_based'))).toEqual(
      items.map(({ smart }) => ((smart as Record<string, boolean>)['time_based'] ? 'yes' : 'no')),
    )
    expect(cell(0, 'url')).toBe('http://localhost/en/almaty/cooperation/commitments/1')
    expect(cell(0, 'source_quote')).toContain('келісті')
    expect((await get(cell(0, 'url'))).status).toBe(200)
  })
})

/** The addresses of this room: whatever is added to it is added here. */
const addressesOf = (city: string): string[] => [
  ...Object.keys(lists).map((list) => `/api/v1/${list}?city=${city}`),
  ...[`/api/v1/${city}/commitments.csv`, `/api/v1/${city}/projects.oc4ids.json`],
  ...['kk', 'ru', 'en'].flatMap((language) => ['calendar.ics', 'feed.atom'].map((name) => `/${language}/${city}/cooperation/${name}`)),
  ...['/oparl/1.1', '/oparl/1.1/body', `/oparl/1.1/body/${city}`],
  ...oparlLists.map((list) => `/oparl/1.1/body/${city}/${list}`),
]

test('nothing of a draft, of whatever kind, is told anywhere', async () => {
  for (const city of ['almaty', 'ulgiqala'])
    for (const address of addressesOf(city)) {
      const text = (await (await get(address)).text()).replaceAll('\r\n ', '')
      expect(text, address).not.toContain(canary)
    }
  const drafts = await Promise.all(recordKinds.map((kind) => site.record.countCooperation(site.almaty, kind, { drafts: true })))
  expect(drafts).toEqual(recordKinds.map(() => 1))
})

test('a draft asked for by its number is not there', async () => {
  const [partner] = await site.record.listCooperation(site.almaty, 'partner', { drafts: true })
  const [source] = await site.record.listCooperation(site.almaty, 'source', { drafts: true })
  expect(await all(`/api/v1/partners?city=almaty&number=${partner!.number}`)).toEqual([])
  for (const address of [`organization/${partner!.number}`, `file/source-${source!.number}/content`, `paper/source-${source!.number}`])
    expect((await get(`/oparl/1.1/body/almaty/${address}`)).status, address).toBe(404)
})

test("each city's records are its own", async () => {
  const title = 'Тек Үлгіқалада'
  for (const kind of ['partner', 'event', 'source'] as const) {
    const [like] = await site.record.listCooperation(site.ulgiqala, kind, { published: true })
    const named = kind === 'partner' ? { name: { kk: title } } : { title: { kk: title } }
    const number = await site.record.addCooperation(site.ulgiqala, kind, { ...like!.content, ...named } as never)
    const added = (await site.record.findCooperation(site.ulgiqala, kind, number))!
    await site.record.keepCooperation(site.ulgiqala, { ...added, publishedAt: '2026-11-01T00:00:00.000Z' } as never)
  }
  const found = async (city: string): Promise<string[]> => {
    const texts = await Promise.all(
      addressesOf(city).map(async (address) => ({ address, text: (await (await get(address)).text()).replaceAll('\r\n ', '') })),
    )
    return texts.flatMap(({ address, text }) => (text.includes(title) ? [address] : []))
  }
  expect(await found('almaty')).toEqual([])
  expect((await found('ulgiqala')).length).toBeGreaterThan(5)
})

test('whoever has it already is told that it still stands, and not a moment longer', async () => {
  for (const address of addressesOf('ulgiqala')) {
    const first = await get(address)
    const etag = first.headers.get('etag')
    expect(etag, address).toMatch(/^W\/"[0-9a-f]+"$/)
    const again = await get(address, { 'if-none-match': etag! })
    expect(again.status, address).toBe(304)
    expect(await again.text()).toBe('')
    if (/^\/(api|oparl)/.test(address)) expect(again.headers.get('access-control-allow-origin'), address).toBe('*')
  }
  const etag = (await get('/api/v1/partners?city=ulgiqala')).headers.get('etag')!
  const [partner] = await site.record.listCooperation(site.ulgiqala, 'partner', { published: true })
  await site.record.keepCooperation(site.ulgiqala, { ...partner!, content: { ...partner!.content, note: { en: 'Changed' } } })
  expect((await get('/api/v1/partners?city=ulgiqala', { 'if-none-match': etag })).status).toBe(200)
})

describe('the feed', () => {
  test.each(['kk', 'ru', 'en'])('in %s tells of events, agreements and what became of commitments, the newest first', async (language) => {
    const response = await get(`/${language}/almaty/cooperation/feed.atom`)
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const text = await response.text()
    expect(text).toContain(`xml:lang="${language}"`)
    const entries = [...text.matchAll(/<entry>\s*<id>([^<]*)<\/id>[\s\S]*?<published>([^<]*)<\/published>/g)].map(([, id, at]) => ({
      id: id!,
      at: at!,
    }))
    expect(entries.map(({ at }) => at)).toEqual(
      entries
        .map(({ at }) => at)
        .sort()
        .reverse(),
    )
    expect(entries.some(({ id }) => id.endsWith(`/${language}/almaty/cooperation/commitments/1#event-1`))).toBe(true)
    expect(entries.some(({ id }) => id.endsWith(`/${language}/almaty/cooperation/events/1`))).toBe(true)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    for (const [, address] of text.matchAll(/<link rel="alternate" type="text\/html" href="([^"]*)"/g))
      expect((await get(address!)).status, address).toBe(200)
  })

  test('agreements are in it', async () => {
    expect(await (await get('/kk/ulgiqala/cooperation/feed.atom')).text()).toMatch(/cooperation\/agreements\/\d+</)
  })
})

describe('the calendar', () => {
  test.each(['kk', 'ru', 'en'])('in %s has the events whose day is known, and counts the others', async (language) => {
    const response = await get(`/${language}/ulgiqala/cooperation/calendar.ics`)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = (await response.text()).replaceAll('\r\n ', '')
    const events = await all('/api/v1/events?city=ulgiqala')
    const dated = events.filter(({ startsAt, dated: day }) => startsAt !== null || (day as string | null)?.length === 10)
    const numbers = [...text.matchAll(/UID:cooperation-event-(\d+)@ulgiqala\.bagdar/g)].map(([, number]) => Number(number))
    expect(numbers).toEqual(dated.map(({ number }) => number))
    expect(text).toContain(`X-BAGDAR-LEFT-OUT:${events.length - dated.length}\r\n`)
  })

  test('the visit of 2016, of which only the month is known, is not given a day', async () => {
    const text = await (await get('/en/almaty/cooperation/calendar.ics')).text()
    expect(text).not.toContain('BEGIN:VEVENT')
    expect(text).toContain('X-BAGDAR-LEFT-OUT:8')
  })
})
