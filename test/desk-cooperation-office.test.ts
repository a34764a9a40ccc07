import { randomUUID } from 'node:crypto'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remindDeadlines } from '../src/actions/cooperation/remind-deadlines.ts'
import { setDeadline } from '../src/actions/cooperation/pursue.ts'
import { addRecord } from '../src/actions/cooperation/write-record.ts'
import type { Role } from '../src/books/accounts/role.ts'
import type { RecordForm } from '../src/books/cooperation/fill-record.ts'
import type { RecordKind } from '../src/books/cooperation/records.ts'
import type { City } from '../src/books/indicators/figure.ts'
import type { Language } from '../src/books/text.ts'
import { bytesInMemory } from '../src/formats/byte-source.ts'
import { openZip } from '../src/formats/zip/open-zip.ts'
import { deskClient, officer } from './support/desk-client.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let city: City
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
})
afterAll(() => site.close())

const as = (role: Role) => deskClient(site, city, officer(city, role))
const at = new Date('2026-11-23T05:00:00Z')

async function add(kind: RecordKind, form: RecordForm): Promise<number> {
  const written = await addRecord({ city, by: null, at, kind, form }, site.record)
  if (!written.ok) throw new Error(JSON.stringify(written.problems))
  return written.number
}

const person = (name: string) => add('person', { nameAsWritten: name })
const partner = (name: string) => add('partner', { 'name.en': name, kind: 'city', country: 'TH' })
const meeting = (form: RecordForm = {}) =>
  add('event', {
    ...{ 'title.en': 'Meeting with the Governor', 'title.kk': 'Губернатормен кездесу', kind: 'meeting', state: 'held' },
    ...{ timeZone: 'Asia/Bangkok', startsAt: '2026-05-12T10:00', 'place.en': 'City Hall', ...form },
  })
const commitment = (by: number, form: RecordForm = {}) =>
  add('commitment', { 'title.en': 'Open a direct flight', by: String(by), strength: 'will_do', marker: 'will open', ...form })
const eventOf = async (number: number) => (await site.record.findCooperation(city, 'event', number))!

/** Does it on the page of a protocol, as it is now. */
async function doInProtocol(number: number, fields: Record<string, string>): Promise<Response> {
  const revision = String((await eventOf(number)).revision)
  return await as('international_office').post(`/desk/cooperation/protocols/${number}`, { revision, ...fields })
}

/** A protocol with a point of each kind, brought to a state. */
async function protocolIn(state: 'draft' | 'sent' | 'agreed' | 'closed'): Promise<number> {
  const number = await meeting()
  for (const kind of ['heard', 'spoke', 'decided'])
    expect((await doInProtocol(number, { do: 'add', kind, 'text-en': `What was ${kind}`, 'text-kk': `Тармақ: ${kind}` })).status).toBe(303)
  for (const to of ['sent', 'agreed', 'closed'].slice(0, ['draft', 'sent', 'agreed', 'closed'].indexOf(state)))
    expect((await doInProtocol(number, { do: 'move', to })).status).toBe(303)
  expect((await eventOf(number)).content.protocol.state).toBe(state)
  return number
}

async function partOf(response: Response, path: string): Promise<string> {
  const archive = openZip(bytesInMemory('answer.zip', new Uint8Array(await response.arrayBuffer())))
  const chunks: Buffer[] = []
  for await (const chunk of archive.entries.find((one) => one.path === path)?.chunks() ?? []) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

describe('who may', () => {
  const pages = ['/visits', '/visits/1', '/protocols/1', '/assignments', '/assignments.xlsx', '/assignments.docx', '/mayor-status']
  test.each([
    { role: 'international_office', reads: 200, writes: 303 },
    { role: 'editor', reads: 200, writes: 403 },
    { role: 'auditor', reads: 200, writes: 403 },
    { role: 'data_officer', reads: 403, writes: 403 },
    { role: 'moderator', reads: 403, writes: 403 },
    { role: 'administrator', reads: 403, writes: 403 },
  ] as const)('$role', async ({ role, reads, writes }) => {
    const number = await meeting()
    const client = as(role)
    for (const page of pages)
      expect({ page, status: (await client.get(`/desk/cooperation${page}`)).status }).toEqual({ page, status: reads })
    const point = { do: 'add', revision: '1', kind: 'heard', 'text-en': 'Report' }
    expect((await client.post(`/desk/cooperation/protocols/${number}`, point)).status).toBe(writes)
    const html = await (await client.get(`/desk/cooperation/protocols/${number}`)).text()
    expect(html.includes('<form class="stack"')).toBe(writes === 303)
  })
})

describe('a visit', () => {
  test('is prepared on one page: delegation, both clocks, a brief with what is open', async () => {
    const governor = await person('C. Sittipunt')
    const bangkok = await partner('City of Bangkok')
    const visit = await add('event', {
      'title.en': 'Visit to Bangkok',
      kind: 'visit',
      state: 'planned',
      dated: '2026-12',
      timeZone: 'Asia/Bangkok',
    })
    const talk = await meeting({ parent: String(visit), state: 'planned', startsAt: '2026-12-10T10:00', 'brief.en': 'No visa-free regime' })
    await add('attendance', { event: String(talk), person: String(governor), partner: String(bangkok), state: 'expected' })
    const earlier = await meeting({ 'title.en': 'Talks of 2025', startsAt: '2025-06-01T09:00' })
    await add('attendance', { event: String(earlier), partner: String(bangkok), state: 'present' })
    await commitment(bangkok, { 'title.en': 'Send the draft memorandum' })
    const client = as('international_office')

    const member = await person('B. Baibek')
    const joined = await client.post(`/desk/cooperation/visits/${visit}/delegation`, {
      do: 'add',
      person: String(member),
      'role-en': 'Mayor',
      state: 'expected',
    })
    expect(joined.status).toBe(303)
    const html = await (await client.get(`/desk/cooperation/visits/${visit}`)).text()
    for (const words of ['B. Baibek, Mayor', 'C. Sittipunt', 'No visa-free regime', 'Talks of 2025', 'Send the draft memorandum'])
      expect(html).toContain(words)
    expect(html).toMatch(/<td>10:00<\/td><td>08:00<\/td>/)
    expect(await (await client.get('/desk/cooperation/visits')).text()).toContain('Visit to Bangkok')
  })

  test('a member is excused; nobody joins without a name', async () => {
    const visit = await meeting({ kind: 'visit' })
    const client = as('international_office')
    const path = `/desk/cooperation/visits/${visit}/delegation`
    const nobody = await client.post(path, { do: 'add', person: '', state: 'expected' })
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toContain('href="#person"')
    await client.post(path, { do: 'add', person: String(await person('A. Saparova')), state: 'expected' })
    const [member] = await site.record.listCooperation(city, 'attendance', { having: { event: visit } })
    expect(member?.content).toMatchObject({ isDelegate: true, state: 'expected' })
    const change = { do: 'state', attendance: String(member?.number), state: 'excused' }
    expect((await client.post(path, { ...change, revision: '7' })).status).toBe(409)
    expect((await client.post(path, { ...change, revision: '1' })).status).toBe(303)
    expect((await site.record.findCooperation(city, 'attendance', member!.number))?.content.state).toBe('excused')
  })
})

describe('a protocol', () => {
  test('is written point by point, and the second of two writers is told', async () => {
    const number = await protocolIn('draft')
    const { revision } = await eventOf(number)
    const save = { do: 'save', at: '0', kind: 'heard', 'text-1-en': 'A report', revision: String(revision) }
    const client = as('international_office')
    expect((await client.post(`/desk/cooperation/protocols/${number}`, save)).status).toBe(303)
    const late = await client.post(`/desk/cooperation/protocols/${number}`, { ...save, 'text-1-en': 'Another report' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Another report')
    const { protocol } = (await eventOf(number)).content
    expect(protocol.points.map(({ text }) => text.en)).toEqual(['A report', 'What was spoke', 'What was decided'])
    const lines = await site.record.listChanges(city, { subject: `cooperation/event/${number}`, offset: 0, limit: 1 })
    expect(lines[0]?.action).toBe('cooperation.protocol')
  })

  test('what is wrong stands beside its field, also in the form of a point that is worded anew', async () => {
    const number = await protocolIn('draft')
    const html = await (await doInProtocol(number, { do: 'save', at: '1', kind: 'spoke' })).text()
    expect(html).toContain('<title>Error: ')
    expect(html).toContain('href="#text-2-en"')
    expect(html).toMatch(/<textarea rows="3" id="text-2-en"[^>]*aria-invalid/)
  })

  test('comes as a document in each language, hostile words included', async () => {
    const number = await protocolIn('agreed')
    const answer = await as('editor').get(`/desk/cooperation/protocols/${number}/protocol.docx`)
    expect(answer.headers.get('content-disposition')).toContain(`protocol-${number}-en.docx`)
    const document = await partOf(answer, 'word/document.xml')
    for (const words of ['Meeting with the Governor', 'What was decided', 'City Hall', '12 May 2026, 10:00', 'Agreed'])
      expect(document).toContain(words)
    const app = site.app({ findViewer: async () => officer(city, 'editor') })
    const kazakh = await app.request(`http://localhost/kk/ulgiqala/desk/cooperation/protocols/${number}/protocol.docx`, {
      headers: { cookie: 'session=x' },
    })
    expect(await partOf(kazakh, 'word/document.xml')).toContain('Тармақ: decided')
  })
})

describe('a closed protocol is frozen', () => {
  test.each([
    { case: 'a new point', fields: { do: 'add', kind: 'heard', 'text-en': 'One more' } },
    { case: 'another wording', fields: { do: 'save', at: '0', kind: 'heard', 'text-1-en': 'Otherwise' } },
    { case: 'a point out', fields: { do: 'remove', at: '0' } },
    { case: 'another order', fields: { do: 'up', at: '1' } },
    { case: 'open again as a draft', fields: { do: 'move', to: 'draft' } },
    { case: 'back to agreed', fields: { do: 'move', to: 'agreed' } },
    { case: 'no protocol any more', fields: { do: 'move', to: 'none' } },
  ])('$case: refused', async ({ fields }) => {
    const number = await protocolIn('closed')
    const before = await eventOf(number)
    expect((await doInProtocol(number, fields as unknown as Record<string, string>)).status).toBe(422)
    expect(await eventOf(number)).toEqual(before)
  })

  test('by the form of the meeting itself; only the brief of the city may still change', async () => {
    const number = await protocolIn('closed')
    const client = as('international_office')
    const fields = {
      ...{ kind: 'meeting', state: 'held', timeZone: 'Asia/Bangkok', startsAt: '2026-05-12T10:00' },
      ...{ 'title-en': 'Meeting with the Governor', 'title-kk': 'Губернатормен кездесу', 'place-en': 'City Hall' },
    }
    const edit = async (changes: Record<string, string>) =>
      await client.post(`/desk/cooperation/event/${number}`, { ...fields, revision: String((await eventOf(number)).revision), ...changes })
    for (const changes of [
      { 'title-en': 'Another meeting' },
      { startsAt: '2026-05-13T10:00' },
      { state: 'planned' },
      { 'place-en': 'Elsewhere' },
    ]) {
      const answer = await edit(changes as unknown as Record<string, string>)
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('The protocol is closed')
    }
    expect((await edit({ 'brief-en': 'For the next time' })).status).toBe(303)
    expect((await eventOf(number)).content).toMatchObject({ title: { en: 'Meeting with the Governor' }, protocol: { state: 'closed' } })
  })

  test('and so is who was there: nobody comes, changes or moves to another meeting', async () => {
    const number = await meeting()
    const other = await meeting()
    const guest = String(await partner('City of Chiang Mai'))
    const there = await add('attendance', { event: String(number), partner: guest, state: 'present' })
    const elsewhere = await add('attendance', { event: String(other), partner: guest, state: 'present' })
    await doInProtocol(number, { do: 'add', kind: 'heard', 'text-en': 'Report' })
    for (const to of ['sent', 'agreed', 'closed']) await doInProtocol(number, { do: 'move', to })
    const client = as('international_office')
    const of = (event: number, state = 'present') => ({ event: String(event), partner: guest, state, revision: '1' })
    const answers = [
      await client.post('/desk/cooperation/attendance/new', of(number)),
      await client.post(`/desk/cooperation/attendance/${there}`, of(number, 'absent')),
      await client.post(`/desk/cooperation/attendance/${there}`, of(other)),
      await client.post(`/desk/cooperation/attendance/${elsewhere}`, of(number)),
      await client.post(`/desk/cooperation/visits/${number}/delegation`, {
        do: 'add',
        person: String(await person('D. Late')),
        state: 'present',
      }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422, 422])
    expect(await site.record.countCooperation(city, 'attendance', { having: { event: number } })).toBe(1)
    expect((await site.record.findCooperation(city, 'attendance', there))?.content.state).toBe('present')
  })

  test('no assignment comes of it any more; a correction with its reason stands beside it', async () => {
    const number = await protocolIn('closed')
    const client = as('international_office')
    const revision = String((await eventOf(number)).revision)
    expect((await client.get(`/desk/cooperation/protocols/${number}/points/3/assignment`)).status).toBe(404)
    const count = await site.record.countCooperation(city, 'assignment')
    const answer = await client.post(`/desk/cooperation/protocols/${number}/points/3/assignment`, { revision, 'title-en': 'Late' })
    expect(answer.status).toBe(422)
    expect(await site.record.countCooperation(city, 'assignment')).toBe(count)

    const { points } = (await eventOf(number)).content.protocol
    expect((await doInProtocol(number, { do: 'note', 'note-en': 'Read: in May' })).status).toBe(422)
    expect((await doInProtocol(number, { do: 'note', 'note-en': 'Read: in May', 'reason-en': 'A slip' })).status).toBe(303)
    expect((await eventOf(number)).content.protocol).toMatchObject({ state: 'closed', points, notes: [{ text: { en: 'Read: in May' } }] })
    expect(await (await client.get(`/desk/cooperation/protocols/${number}`)).text()).toContain('A slip')
  })
})

describe('a decided point', () => {
  test('becomes an assignment: the form has its words, the point remembers it', async () => {
    const number = await protocolIn('agreed')
    const client = as('international_office')
    const path = `/desk/cooperation/protocols/${number}/points/3/assignment`
    const html = await (await client.get(path)).text()
    expect(html).toContain('What was decided</textarea>')
    const fields = {
      revision: String((await eventOf(number)).revision),
      'title-en': 'Prepare the visit',
      owner: 'Tourism department',
      due: '2026-12-01',
    }
    expect((await client.post(path, { ...fields, due: 'soon' })).status).toBe(422)
    expect((await client.post(path, fields)).status).toBe(303)
    const assignment = (await eventOf(number)).content.protocol.points[2]?.assignment ?? 0
    expect((await site.record.findCooperation(city, 'assignment', assignment))?.content).toMatchObject({
      event: number,
      owner: 'Tourism department',
    })
    expect((await site.record.listDeadlines(city, 'assignment', [assignment])).map(({ due }) => due)).toEqual(['2026-12-01'])
    expect((await client.get(path)).status).toBe(404)
    expect(await (await client.get(`/desk/cooperation/protocols/${number}`)).text()).toContain(`Assignment no. ${assignment}`)
  })

  test('a point that was only heard does not', async () => {
    const number = await protocolIn('agreed')
    expect((await as('international_office').get(`/desk/cooperation/protocols/${number}/points/1/assignment`)).status).toBe(404)
  })
})

test('the list of assignments: filtered, as a table and as a document', async () => {
  const number = await add('assignment', {
    'title.en': '=1+1 translate the brochure',
    owner: 'Press office',
    expectedCostKzt: '250000',
    'fundingSource.en': 'City budget',
  })
  await setDeadline({ city, by: null, at, subject: { kind: 'assignment', number }, due: '2027-02-03', reason: '' }, site.record)
  const client = as('editor')
  const query = '?state=all&owner=press'
  const html = await (await client.get(`/desk/cooperation/assignments${query}`)).text()
  expect(html).toContain('translate the brochure')
  expect(html).not.toContain('Prepare the visit')
  expect(html).toContain('/assignments.xlsx?state=all&amp;owner=press')
  const table = await client.get(`/desk/cooperation/assignments.xlsx${query}`)
  const [sheet] = await readXlsxFile(Buffer.from(await table.arrayBuffer()))
  expect(sheet?.data).toEqual([
    ['No.', 'Action', 'Form of completion', 'Responsible', 'Deadline', 'Expected cost', 'Source of funding'],
    [1, '=1+1 translate the brochure', null, 'Press office', new Date('2027-02-03T00:00:00Z'), 250_000, 'City budget'],
  ])
  const document = await partOf(await client.get(`/desk/cooperation/assignments.docx${query}`), 'word/document.xml')
  expect(document).toContain('=1+1 translate the brochure')
})

describe('one page for the mayor', () => {
  test('counts by partner, and tells what changed since a day', async () => {
    const hanoi = await partner('City of Hanoi')
    await commitment(hanoi)
    await add('agreement', { 'title.en': 'Memorandum with Hanoi', kind: 'memorandum', parties: String(hanoi), signedOn: '2020-03-01' })
    const html = await (await as('auditor').get('/desk/cooperation/mayor-status?since=2020-01-01')).text()
    expect(html).toMatch(
      /City of Hanoi<\/a><\/th><td class="num">1<\/td><td class="num">0<\/td><td class="num">0<\/td><td class="num">1<\/td>/,
    )
    expect(html).toContain('Signed: “Memorandum with Hanoi”')
    expect(await (await as('auditor').get('/desk/cooperation/mayor-status?since=2021-01-01')).text()).not.toContain('Memorandum with Hanoi')
  })

  test('is one page of A4, tagged, with title and language, whatever words stand in it', async () => {
    const hostile = await partner('#panic("x") [*b*] $x$ ` <a> \\ "')
    await commitment(hostile, { 'title.en': '#read("/etc/passwd") // /* @x' })
    const answer = await as('editor').get('/desk/cooperation/mayor-status.pdf')
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const pdf = Buffer.from(await answer.arrayBuffer()).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
    expect(pdf).toMatch(/\/MediaBox \[0 0 595\.2\d+ 841\.8\d+\]/)
    for (const sign of [
      '/Lang (en)',
      '/Marked true',
      '/StructTreeRoot',
      '/DisplayDocTitle true',
      '<pdfuaid:part',
      '/S /TH',
      'Where cooperation stands',
    ])
      expect(pdf).toContain(sign)
  }, 60_000)
})

describe('reminders', () => {
  const mails = async () => (await site.record.listMail(100)).map(({ recipient, subject, body }) => ({ recipient, subject, body }))
  const remind = async (now: string) =>
    await remindDeadlines('https://bagdar.example', {
      ...site.record,
      now: () => new Date(now),
      inOneTransaction: (use) => use(site.record),
    })
  const join = async (email: string, language: Language, role: Role, department: string | null) => {
    const id = randomUUID()
    await site.record.addPerson({ id, email, name: email, language, createdAt: at })
    await site.record.addMembership(city, id, role, department, at)
  }

  test('go to the office and the department that answers for it, in their language, once', async () => {
    const name = { kk: 'Көлік басқармасы', ru: 'Управление транспорта', en: 'Transport department' }
    await site.record.keepDepartment(city, { id: 'transport-x', name, indicators: [], measures: [] })
    await join('office@example.org', 'kk', 'international_office', null)
    await join('transport@example.org', 'ru', 'data_officer', 'transport-x')
    await join('editor@example.org', 'en', 'editor', null)
    const number = await add('assignment', { 'title.kk': 'Рейс ашу', 'title.ru': 'Открыть рейс', owner: 'Көлік басқармасы' })
    await setDeadline({ city, by: null, at, subject: { kind: 'assignment', number }, due: '2028-05-10', reason: '' }, site.record)

    expect(await remind('2028-04-25T03:30:00Z')).toBeGreaterThanOrEqual(0) // fifteen days before: nothing of it
    expect((await mails()).filter(({ body }) => body.includes('Рейс ашу'))).toEqual([])
    await remind('2028-04-26T01:30:00Z') // half past six in the city
    expect((await mails()).filter(({ body }) => body.includes('Рейс ашу'))).toEqual([])
    await remind('2028-04-26T03:30:00Z')
    await remind('2028-04-26T04:30:00Z')
    const told = (await mails()).filter(({ body }) => /Рейс ашу|Открыть рейс/.test(body))
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual(['office@example.org', 'transport@example.org'])
    expect(told.find(({ recipient }) => recipient.startsWith('office'))?.body).toContain('Рейс ашу')
    const russian = told.find(({ recipient }) => recipient.startsWith('transport'))
    expect(russian?.subject).toBe('Подходит срок: 1 дело')
    expect(russian?.body).toContain('осталось 14 дней')
    expect(russian?.body).toContain(`https://bagdar.example/ru/ulgiqala/desk/cooperation/assignment/${number}/pursue`)
  })

  test('on Mondays: what is overdue, and commitments without a date or an owner, to the office', async () => {
    const before = (await mails()).length
    await remind('2028-05-13T03:30:00Z') // a Saturday
    expect(await mails()).toHaveLength(before)
    await remind('2028-05-15T03:30:00Z')
    await remind('2028-05-15T05:30:00Z')
    const subjects = (await mails()).map(({ recipient, subject }) => `${recipient}: ${subject}`)
    expect(subjects.filter((one) => one.startsWith('office@example.org: Мерзімі өтті'))).toHaveLength(1)
    expect(subjects.filter((one) => one.startsWith('office@example.org: Мерзімі не жауаптысы жоқ'))).toHaveLength(1)
    expect(subjects.filter((one) => one.startsWith('transport@example.org: Срок прошёл'))).toHaveLength(1)
    expect(subjects.filter((one) => one.startsWith('editor@'))).toEqual([])
  })
})
