import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Consultation } from '../src/books/discussion/consultation.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { openConsultation } from './support/open-consultation.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { signInAs } from './support/sign-in-as.ts'
import { headingOf, hiddenOf, type WebReader } from './support/web-reader.ts'

let site: TestSite
let city: City
let app: ReturnType<TestSite['app']>
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
  app = site.app()
})
afterAll(() => site.close())

const addressOf = ({ number }: Consultation, below = '') => `/en/ulgiqala/discussion/${number}${below}`
const voteOf = async (reader: WebReader, consultation: Consultation, statement: number, choice: string) =>
  await reader.post(addressOf(consultation, '/vote'), { statement: String(statement), choice })

/** Somebody who has begun to vote. */
async function voter(consultation: Consultation): Promise<WebReader> {
  const { reader } = await signInAs(site, { app })
  const begun = await reader.post(addressOf(consultation, '/vote/begin'), { formKey: randomUUID() })
  expect(begun.status).toBe(303)
  return reader
}

describe('voting', () => {
  test('goes from statement to statement without a script until all are done', async () => {
    const consultation = await openConsultation(site, city, { statements: 3 })
    const { reader } = await signInAs(site, { app })
    const intro = await (await reader.get(addressOf(consultation, '/vote'))).text()
    expect(intro).toContain('action="/en/ulgiqala/discussion/1/vote/begin"')
    expect((await voteOf(reader, consultation, 1, 'agree')).headers.get('location')).toBe(addressOf(consultation, '/vote'))
    expect(await site.record.tallies(city, consultation)).toEqual([]) // she has not begun
    await reader.post(addressOf(consultation, '/vote/begin'), { formKey: randomUUID() })
    const seen: number[] = []
    for (let step = 0; step < 3; step++) {
      const html = await (await reader.get(addressOf(consultation, '/vote'))).text()
      seen.push(Number(hiddenOf(html, 'statement')))
      expect(html).toMatch(new RegExp(`voted on\\s${step}\\sof\\s3`))
      const answer = await voteOf(reader, consultation, seen[step]!, ['agree', 'disagree', 'pass'][step]!)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, addressOf(consultation, '/vote')])
    }
    expect([...seen].sort()).toEqual([1, 2, 3])
    const end = await (await reader.get(addressOf(consultation, '/vote'))).text()
    expect(end).toContain('You have voted on all statements')
    const tallies = await site.record.tallies(city, consultation)
    expect(tallies.map(({ agree, disagree, pass }) => [agree, disagree, pass].join('')).sort()).toEqual(['001', '010', '100'])
  })

  test('keeps with which probability each statement was drawn, which no form can set', async () => {
    const consultation = await openConsultation(site, city, { statements: 2 })
    const reader = await voter(consultation)
    const html = await (await reader.get(addressOf(consultation, '/vote'))).text()
    const statement = Number(hiddenOf(html, 'statement'))
    await reader.post(addressOf(consultation, '/vote'), { statement: String(statement), choice: 'agree', probability: '0.001' })
    await voteOf(reader, consultation, 3 - statement, 'agree') // not drawn: she made the form up
    const { rows } = await query<{ probability: number | null }>(
      'select probability from vote where consultation_id = $1 order by statement = $2 desc',
      [consultation.id, statement],
    )
    expect(rows.map(({ probability }) => probability)).toEqual([0.5, null])
  })

  test('can be changed on the list of own votes, and the page says who changed', async () => {
    const consultation = await openConsultation(site, city, { statements: 1 })
    const reader = await voter(consultation)
    await voteOf(reader, consultation, 1, 'agree')
    const own = await (await reader.get(addressOf(consultation, '/votes'))).text()
    expect(own).toContain(`href="${addressOf(consultation, '/vote')}?statement=1"`)
    const again = await (await reader.get(`${addressOf(consultation, '/vote')}?statement=1`)).text()
    expect(again).toContain('Now: agree')
    await voteOf(reader, consultation, 1, 'disagree')
    expect(await site.record.tallies(city, consultation)).toEqual([{ statement: 1, agree: 0, disagree: 1, pass: 0, changed: 1 }])
  })

  test.each([
    { case: 'a choice that there is not', fields: { statement: '1', choice: 'constructor' } },
    { case: 'a statement that there is not', fields: { statement: '99', choice: 'agree' } },
    { case: 'a statement that a moderator holds', fields: { statement: '2', choice: 'agree' } },
    { case: 'nothing at all', fields: {} },
  ])('stores nothing of $case', async ({ fields }) => {
    const consultation = await openConsultation(site, city, { statements: 2 })
    await site.record.keepStatementState(city, consultation, 2, 'held')
    const reader = await voter(consultation)
    const answer = await reader.post(addressOf(consultation, '/vote'), fields)
    expect(answer.status).toBe(303)
    expect(await site.record.tallies(city, consultation)).toEqual([])
  })

  test('is over when the consultation is', async () => {
    const consultation = await openConsultation(site, city, { statements: 1 })
    const reader = await voter(consultation)
    await site.record.keepConsultation(city, consultation.id, { ...consultation, closesOn: consultation.opensOn })
    const answer = await voteOf(reader, consultation, 1, 'agree')
    expect(answer.status).toBe(303)
    expect(await site.record.tallies(city, consultation)).toEqual([])
    expect(headingOf(await (await reader.get(addressOf(consultation, '/vote'))).text())).toBe('Vote on statements')
  })

  test('ends at once for whoever signs out', async () => {
    const consultation = await openConsultation(site, city, { statements: 2 })
    const reader = await voter(consultation)
    await voteOf(reader, consultation, 1, 'agree')
    const stolen = reader.cookies.get('session')!
    await reader.post('/en/sign-out', {})
    reader.cookies.set('session', stolen)
    const answer = await voteOf(reader, consultation, 2, 'agree')
    expect(answer.headers.get('location')).toContain('/en/sign-in?to=')
    expect(await site.record.tallies(city, consultation)).toHaveLength(1)
  })

  test('sends who is not signed in to do so, and whoever owes a code to give it', async () => {
    const consultation = await openConsultation(site, city, { statements: 1, level: 'code' })
    const { reader } = await signInAs(site, { app })
    expect((await voteOf(reader, consultation, 1, 'agree')).headers.get('location')).toBe(addressOf(consultation, '/vote'))
    expect((await reader.get(addressOf(consultation, '/vote'))).headers.get('location')).toContain(addressOf(consultation, '/join?to='))
    const stranger = await app.request(`http://localhost${addressOf(consultation, '/vote')}`, {
      method: 'POST',
      headers: { origin: 'http://localhost' },
      body: new URLSearchParams({ statement: '1', choice: 'agree' }),
    })
    expect(stranger.headers.get('location')).toContain('/en/sign-in?to=')
  })

  test('of one person two hundred times at once is one vote', async () => {
    const consultation = await openConsultation(site, city, { statements: 1 })
    const reader = await voter(consultation)
    const answers = await Promise.all(Array.from({ length: 200 }, () => voteOf(reader, consultation, 1, 'agree')))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
    expect(await site.record.tallies(city, consultation)).toEqual([{ statement: 1, agree: 1, disagree: 0, pass: 0, changed: 0 }])
  })

  test('of ten thousand at once is ten thousand votes, each stored once', async () => {
    const consultation = await openConsultation(site, city, { statements: 100 })
    const readers = await Promise.all(Array.from({ length: 100 }, () => voter(consultation)))
    const answers = await Promise.all(
      readers.flatMap((reader) => Array.from({ length: 100 }, (_, at) => voteOf(reader, consultation, at + 1, 'agree'))),
    )
    expect(answers.filter(({ status }) => status !== 303)).toEqual([])
    const tallies = await site.record.tallies(city, consultation)
    expect(tallies).toHaveLength(100)
    expect(new Set(tallies.map(({ agree, changed }) => `${agree} ${changed}`))).toEqual(new Set(['100 0']))
  })
})

describe('statements', () => {
  const text = 'Cars should drive at most 30 km/h beside schools.'

  test('of a resident wait for a moderator; similar ones are shown first', async () => {
    const consultation = await openConsultation(site, city, { statements: 1 })
    const { reader } = await signInAs(site, { app })
    const address = addressOf(consultation, '/statements/new')
    const sent = await reader.post(address, { formKey: randomUUID(), text, language: 'en', about: '' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${address}?sent=2`])
    expect(await site.record.findStatement(city, consultation, 2)).toMatchObject({ state: 'held', text: { en: text }, participant: 1 })
    expect(await (await reader.get(addressOf(consultation, '/statements'))).text()).not.toContain('beside schools')
    await site.record.keepStatementState(city, consultation, 2, 'shown')
    expect(await (await reader.get(addressOf(consultation, '/statements'))).text()).toContain('beside schools')

    const other = { formKey: randomUUID(), text: 'Cars should drive at most 20 km/h beside schools', language: 'en', about: '' }
    const asked = await reader.post(address, other)
    expect(asked.status).toBe(422)
    expect(await asked.text()).toContain('There are statements like this')
    expect((await reader.post(address, { ...other, anyway: '1' })).status).toBe(303)
  })

  test('that cannot be taken come back with what was written', async () => {
    const consultation = await openConsultation(site, city)
    const { reader } = await signInAs(site, { app })
    const address = addressOf(consultation, '/statements/new')
    const refused = await reader.post(address, { formKey: randomUUID(), text: 'a'.repeat(201), language: 'en' })
    const html = await refused.text()
    expect([refused.status, html.includes('<title>Error: '), html.includes('href="#text"')]).toEqual([422, true, true])
    expect(html).toContain('a'.repeat(201))
  })

  test('are shown with live counts, and split by level only where no part is small', async () => {
    const consultation = await openConsultation(site, city, { statements: 1 })
    const vote = (participant: number) => ({
      cityId: city.id,
      consultationId: consultation.id,
      participant,
      statement: 1,
      choice: 1 as const,
      at: new Date(),
      channel: 'web' as const,
    })
    const join = async (level: 'mail' | 'paper') =>
      (await site.record.joinConsultation(city, consultation, {
        personId: null,
        keys: [`receipt:${randomUUID()}`],
        level,
        channel: 'web',
        at: new Date(),
      }))!
    const numbers = []
    for (let at = 0; at < 12; at++) numbers.push(await join('mail'))
    await site.record.castVotes(numbers.map(vote))
    const page = async () => await (await site.app().request(`http://localhost${addressOf(consultation, '/statements/1')}`)).text()
    expect(await page()).toContain('<td class="num">12</td>')
    await site.record.castVotes([vote(await join('paper'))])
    const html = await page()
    expect(html).toContain('Not shown apart')
    expect(html).not.toContain('<td class="num">12</td>')
  })
})

async function query<Row extends object>(text: string, values: unknown[]): Promise<{ rows: Row[] }> {
  const { openDatabase } = await import('../src/store/database.ts')
  const database = await openDatabase({ directory: site.directory })
  try {
    return await database.pool.query<Row>(text, values)
  } finally {
    await database.close()
  }
}
