import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formOfRecord } from '../../src/books/cooperation/fill-record.ts'
import { recordKinds, type Contents, type Protocol, type RecordKind } from '../../src/books/cooperation/records.ts'
import { contentOf } from '../support/make-cooperation.ts'
import { forumTexts } from '../support/make-forum.ts'
import { routesOfTable } from './route-table.ts'
import { openTwoCities, type TwoCities } from './two-cities.ts'

// Every form of the international office, filled in as it should be: the tests that send nonsense to an address reach the code behind it.

let two: TwoCities
beforeAll(async () => void (two = await openTwoCities()), 240_000)
afterAll(() => two.close())

type Form = Readonly<Record<string, string>>
/** A form and where it goes; `at`: the rest of the address under `/desk/cooperation`. What it changes is made for it alone. */
type Filled = () => Promise<{ at: string; form: Form }>

const text = 'Жария'

/** A new record, with a source that says it; `isPublic`: published too. */
async function add<Kind extends RecordKind>(kind: Kind, changes: Partial<Contents[Kind]> = {}, isPublic = false): Promise<number> {
  const [{ city }] = two.cities as [TwoCities['cities'][number]]
  const content = { ...contentOf(text)[kind], ...changes }
  const number = await two.site.record.addCooperation(city, kind, content)
  if (isPublic) await two.site.record.keepCooperation(city, { kind, number, content, publishedAt: new Date().toISOString(), revision: 1 })
  return number
}

/** A record as its page sends it. No two sources have the same text. */
const formOf = (kind: RecordKind): Form => ({
  ...Object.fromEntries(Object.entries(formOfRecord(kind, contentOf(text)[kind])).map(([name, value]) => [name.replace('.', '-'), value])),
  ...(kind === 'source' ? { text: `${text} ${two.site.record.newId()}` } : {}),
})

const protocolForm =
  (state: Protocol['state'], form: Form): Filled =>
  async () => {
    const number = await add('event', { protocol: { ...contentOf(text).event.protocol, state } })
    return { at: `protocols/${number}`, form: { revision: '1', ...form } }
  }
const pursueForm =
  (form: Form): Filled =>
  async () => ({ at: `commitment/${await add('commitment')}/pursue`, form })

const place = { 'span-source': '1', 'span-words': text, 'span-start': '', 'span-marker': '' }

/** By route, and what is done there. */
const filled: ReadonlyArray<{ route: string; what: string; fill: Filled }> = [
  ...recordKinds.flatMap((kind) => [
    { route: ':kind/new', what: kind, fill: async () => ({ at: `${kind}/new`, form: formOf(kind) }) },
    {
      ...{ route: ':kind/:number', what: kind },
      fill: async () => ({ at: `${kind}/${await add(kind)}`, form: { ...formOf(kind), revision: '1' } }),
    },
  ]),
  { route: ':kind/:number/publish', what: 'an event', fill: async () => ({ at: `event/${await add('event')}/publish`, form: { x: '' } }) },
  {
    ...{ route: ':kind/:number/withdraw', what: 'an event' },
    fill: async () => ({ at: `event/${await add('event', {}, true)}/withdraw`, form: { reason: text } }),
  },
  {
    ...{ route: ':kind/:number/evidence', what: 'a commitment' },
    fill: async () => ({ at: `commitment/${await add('commitment')}/evidence`, form: place }),
  },
  {
    ...{ route: ':kind/:number/untie', what: 'a place' },
    fill: async () => {
      const number = await add('commitment')
      const [{ city }] = two.cities as [TwoCities['cities'][number]]
      const subject = { kind: 'commitment', number }
      const evidence = await two.site.record.addEvidence(city, {
        subject,
        source: 1,
        start: 0,
        end: text.length,
        exact: text,
        marker: null,
      })
      return { at: `commitment/${number}/untie`, form: { evidence: String(evidence) } }
    },
  },
  {
    ...{ route: 'partnership/:number/stages', what: 'a stage' },
    fill: async () => ({
      at: `partnership/${await add('partnership')}/stages`,
      form: { stage: 'active', 'stage-on': '2020', 'stage-source': '1' },
    }),
  },
  {
    ...{ route: 'partnership/:number/stages/withdraw', what: 'a stage' },
    fill: async () => {
      const stages = [{ stage: 'idea', on: '2020', source: null } as const]
      return {
        at: `partnership/${await add('partnership', { stages })}/stages/withdraw`,
        form: { 'stage-which': 'idea 2020', 'stage-reason': text },
      }
    },
  },
  {
    ...{ route: 'agreement/:number/files/withdraw', what: 'a file' },
    fill: async () => {
      const number = await add('agreement')
      const [{ city }] = two.cities as [TwoCities['cities'][number]]
      const file = { name: 'a.pdf', mediaType: 'application/pdf', content: new Uint8Array([37]), at: new Date(), by: null }
      const { number: which } = await two.site.record.addAgreementFile(city, number, file)
      return { at: `agreement/${number}/files/withdraw`, form: { 'paper-which': String(which), 'paper-reason': text } }
    },
  },
  {
    ...{ route: ':kind/:number/pursue', what: 'an event' },
    fill: pursueForm({ do: 'event', kind: 'reported', on: '2026-01-05', 'note-kk': text, ...place }),
  },
  { route: ':kind/:number/pursue', what: 'a deadline', fill: pursueForm({ do: 'deadline', due: '2027-05', reason: text }) },
  {
    ...{ route: 'sources/:source', what: 'words' },
    fill: async () => ({ at: `sources/${await add('source')}`, form: { ...place, kind: 'commitment' } }),
  },
  {
    ...{ route: 'sources/:source/span', what: 'a place' },
    fill: async () => ({
      at: 'sources/1/span',
      form: { start: '0', end: String(text.length), kind: 'commitment', marker: text, strength: 'will_do', record: '1' },
    }),
  },
  {
    ...{ route: 'forum/:event', what: 'tables' },
    fill: async () => ({ at: `forum/${await add('event', { kind: 'forum' })}`, form: { ...forumTexts, revision: '0' } }),
  },
  {
    ...{ route: 'visits/:event/delegation', what: 'somebody joins' },
    fill: async () => ({
      at: `visits/${await add('event', { kind: 'visit' })}/delegation`,
      form: { person: '1', 'role-kk': text, state: 'expected' },
    }),
  },
  {
    ...{ route: 'visits/:event/delegation', what: 'somebody is excused' },
    fill: async () => ({
      at: 'visits/1/delegation',
      form: { do: 'state', attendance: String(await add('attendance')), revision: '1', state: 'excused' },
    }),
  },
  ...[
    { what: 'a point', fill: protocolForm('draft', { do: 'add', kind: 'spoke', 'text-kk': text, speaker: '1' }) },
    { what: 'a point worded anew', fill: protocolForm('draft', { do: 'save', at: '0', kind: 'decided', 'text-1-kk': text, speaker: '' }) },
    { what: 'a point out', fill: protocolForm('draft', { do: 'remove', at: '0' }) },
    { what: 'sent', fill: protocolForm('draft', { do: 'move', to: 'sent' }) },
    { what: 'closed', fill: protocolForm('agreed', { do: 'move', to: 'closed' }) },
    { what: 'a note', fill: protocolForm('agreed', { do: 'note', 'note-kk': text, 'reason-kk': text }) },
  ].map((one) => ({ route: 'protocols/:event', ...one })),
  {
    ...{ route: 'protocols/:event/points/:point/assignment', what: 'a task' },
    fill: async () => {
      const { at, form } = await protocolForm('agreed', { ...formOf('assignment'), due: '2027-05-01' })()
      return { at: `${at}/points/1/assignment`, form }
    },
  },
  {
    ...{ route: 'import', what: 'rows' },
    fill: async () => ({
      at: 'import',
      form: {
        kind: 'partner',
        rows: JSON.stringify([{ line: 2, form: { 'name.kk': `${text} ${two.site.record.newId()}`, kind: 'city' } }]),
      },
    }),
  },
]

const desk = '/en/ulgiqala/desk/cooperation/'
const as = 'international_office@ulgiqala'

test('each form is here, but for those that bring a file', () => {
  const posts = routesOfTable.filter(({ method, route }) => method === 'POST' && route.includes('/desk/cooperation/'))
  const known = new Set(filled.map(({ route }) => `POST /:language/:city/desk/cooperation/${route}`))
  // The last has no field, and asks a program that a city sets.
  const bringsFile = /\/(import\/check|files|signatures|verify)$/
  expect(posts.map(({ route }) => route).filter((route) => !known.has(route) && !bringsFile.test(route))).toEqual([])
})

test.each(filled)('$route: $what, filled in as it should be, is taken, and leads to a page', async ({ fill }) => {
  const { at, form } = await fill()
  const response = await two.send(desk + at, { as, form })
  expect(response.status).toBe(303)
  expect((await two.send(response.headers.get('location')!, { as })).status).toBe(200)
})

describe('every page of cooperation that the table of routes knows is there', () => {
  const pages = routesOfTable.filter(({ method, route }) => method === 'GET' && /\/(cooperation|oparl)\b/.test(route))
  /** Nothing stands under this address; a place in a source is asked for by its offsets. */
  const others = ['GET /oparl/1.1/*', 'GET /:language/:city/desk/cooperation/sources/:source/span']
  test.each(pages.filter(({ route }) => !others.includes(route)))('$route', async (route) => {
    expect((await two.send(route.at(two.cities[0]!.facts), { as })).status).toBe(200)
  })
})

/** What a field does not expect. One of them for each field, all of them in the long tests. */
const hostile: readonly string[] = [
  `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`,
  '\0',
  '__proto__',
  '-1',
  '9007199254740993',
  '1e309',
  '٣',
  '2016-13-45',
  '9999-12-31',
  "' or 1=1; --",
  '{count, plural, other {',
  '\u202e\ud83d\udca5 \ufffe',
  'a'.repeat(6000),
]
const turns = process.env['LONG_TESTS'] === '1' ? hostile.length : 1

describe('V1.2.1 V2.2.1 whatever a field holds is refused or kept, and is shown as text', () => {
  test.each(filled)('$route: $what', { timeout: 240_000 }, async ({ fill }) => {
    const wrong: string[] = []
    const look = async (response: Response, what: string): Promise<void> => {
      if (response.status >= 500) wrong.push(`${what}: ${response.status}`)
      if (/<script>alert|<img src=x/.test(await response.text())) wrong.push(`${what} is shown as it came`)
    }
    for (const [index, field] of Object.keys((await fill()).form).entries())
      for (let turn = 0; turn < turns; turn++) {
        const value = hostile[(index + turn) % hostile.length]!
        const { at, form } = await fill()
        const response = await two.send(desk + at, { as, form: { ...form, [field]: value } })
        const what = `${field}=${value.slice(0, 40)}`
        const next = response.headers.get('location')
        await look(response, what)
        if (next !== null) await look(await two.send(next, { as }), `${what}, then ${next}`)
      }
    expect(wrong).toEqual([])
  })

  test.each(['\\u0000', '\\ud83d'])('rows with a %s, as JSON may bring it, are none', async (character) => {
    const rows = `[{"line":2,"form":{"name.kk":"Жария ${character}","kind":"city"}}]`
    expect((await two.send(`${desk}import`, { as, form: { kind: 'partner', rows } })).status).toBe(422)
  })

  test('a place that begins in the middle of a character is none', async () => {
    const source = await add('source', { text: '👍👍👍' })
    const form = { start: '1', end: '3', kind: 'commitment', marker: '', strength: '', record: '1' }
    expect((await two.send(`${desk}sources/${source}/span`, { as, form })).status).toBe(422)
    const from = { 'from-source': String(source), 'from-start': '1', 'from-end': '3' }
    expect((await two.send(`${desk}commitment/new`, { as, form: { ...formOf('commitment'), ...from } })).status).toBe(422)
    expect((await two.send(`${desk}statement/new?source=${source}&start=1&end=3`, { as })).status).toBe(200)
  })

  test('neither do the lists that hold all of it', async () => {
    const lists = [
      ...[...recordKinds, '', 'visits', 'assignments', 'mayor-status'].map((list) => desk + list),
      ...['assignments.xlsx', 'assignments.docx', 'mayor-status.pdf'].map((file) => desk + file),
    ]
    for (const list of lists) {
      const response = await two.send(list.replace(/\/$/, ''), { as })
      expect(response.status, list).toBe(200)
      if (response.headers.get('content-type')?.startsWith('text/html'))
        expect(await response.text(), list).not.toMatch(/<script>alert|<img src=x/)
    }
  })
})
