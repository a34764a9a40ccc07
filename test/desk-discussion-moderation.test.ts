import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles, type Role } from '../src/books/accounts/role.ts'
import type { Viewer } from '../src/books/accounts/viewer.ts'
import type { Consultation } from '../src/books/discussion/consultation.ts'
import type { City } from '../src/books/indicators/figure.ts'
import type { TranslationService } from '../src/books/discussion/translation-service.ts'
import { done, refuse } from '../src/books/outcome.ts'
import { openDatabase } from '../src/store/database.ts'
import { deskClient, officer, type DeskClient } from './support/desk-client.ts'
import { openConsultation } from './support/open-consultation.ts'
import { payloads } from './support/payloads.ts'
import { say } from './support/say-something.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { signInAs, type SignedIn } from './support/sign-in-as.ts'
import { hiddenOf } from './support/web-reader.ts'

let site: TestSite
let city: City
let consultation: Consultation
let moderator: Viewer
let desk: DeskClient
let author: SignedIn
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
  const opened = await openConsultation(site, city)
  const rules = { kk: '1. Балағаттау.\n2. Жарнама.', ru: '1. Оскорбления.\n2. Реклама.', en: '1. Insults.\n2. Advertising.' }
  await site.record.keepConsultation(city, opened.id, { ...opened, content: { ...opened.content, rules } })
  consultation = (await site.record.findConsultation(city, opened.number))!
  moderator = officer(city, 'moderator')
  desk = deskClient(site, city, moderator)
  author = await signInAs(site, { language: 'ru' })
})
afterAll(() => site.close())

const home = () => `/en/ulgiqala/discussion/${consultation.number}`
const pathOf = (number: number, kind = 'contribution') => `/desk/consultations/${consultation.number}/moderation/${kind}/${number}`
const hide = { action: 'hidden', rule: '1', 'reason-ru': 'Здесь оскорбляют соседей.' }
const stateOf = async (number: number) => (await site.record.findContribution(city, consultation, number))?.state
const publicLog = async () => await (await site.app().request(new Request(`http://localhost${home()}/moderation`))).text()
const mails = async () => await site.record.listMail(100)
const lastDecision = async () => (await site.record.listModerationDecisions(city, consultation, { limit: 1 }))[0]!

describe('the queue', () => {
  test('shows what is held, with what the checks found in words, and lets it through with one press', async () => {
    const { number } = await say(site, city, consultation, {
      personId: author.personId,
      state: 'held',
      text: 'Қaла',
      findings: ['mixed_script'],
    })
    const queue = await (await desk.get(`/desk/consultations/${consultation.number}/moderation`)).text()
    expect(queue).toContain('Қaла')
    expect(queue).toContain('One word mixes letters of two alphabets.')
    const { revision } = (await site.record.findConsultation(city, consultation.number))!
    expect((await desk.post(pathOf(number), { action: 'shown' })).status).toBe(303)
    expect(await stateOf(number)).toBe('shown')
    expect((await site.record.findConsultation(city, consultation.number))!.revision).toBeGreaterThan(revision)
    expect(await (await desk.get(`/desk/consultations/${consultation.number}/moderation`)).text()).not.toContain('Қaла')
  })

  test('has the statements of residents too', async () => {
    const { participant } = await say(site, city, consultation, { personId: author.personId })
    const textId = site.record.newId()
    await site.record.addResidentText(city, { id: textId, personId: author.personId, text: 'Buses come late.', writtenAt: new Date() })
    const by = { kind: 'resident', participant, textId, language: 'en' } as const
    const number = await site.record.addStatement(city, consultation, { by, subject: null, state: 'held', at: new Date() })
    expect(await (await desk.get(`/desk/consultations/${consultation.number}/moderation`)).text()).toContain('Buses come late.')
    expect((await desk.post(pathOf(number, 'statement'), { ...hide, action: 'rejected' })).status).toBe(303)
    expect((await site.record.findStatement(city, consultation, number))?.state).toBe('rejected')
    expect((await lastDecision()).proof).toMatch(/^[0-9a-f]{64}$/)
  })
})

describe('what is hidden', () => {
  const secret = 'My neighbour is a rotten turnip.'

  test('is gone from every page; the log says which rule and why, and proves the words without telling them', async () => {
    const { number } = await say(site, city, consultation, { personId: author.personId, text: secret })
    expect((await desk.post(pathOf(number), { ...hide, rule: '' })).status).toBe(422)
    expect(await stateOf(number)).toBe('shown')
    expect((await desk.post(pathOf(number), hide)).status).toBe(303)
    const decision = await lastDecision()
    const log = await publicLog()
    expect(log).toContain('Insults.')
    expect(log).toContain('Здесь оскорбляют соседей.')
    expect(log).toContain(decision.proof ?? 'no proof')
    expect(log).not.toContain('turnip')
    const { text } = (await site.record.findContribution(city, consultation, number))!
    expect(text).toBeNull()

    // Whoever has the words and the nonce can tell that they were these.
    const database = await openDatabase({ directory: site.directory })
    const { rows } = await database.pool.query<{ nonce: Buffer; text: string }>(
      'select t.nonce, t.text from contribution c join resident_text t on t.id = c.text_id where c.consultation_id = $1 and c.number = $2',
      [consultation.id, number],
    )
    const history = await database.pool.query<{ n: number }>('select count(*)::int as n from change t where position($1 in t::text) > 0', [
      secret,
    ])
    await database.close()
    expect(
      createHmac('sha256', rows[0]!.nonce)
        .update(JSON.stringify([secret, null]))
        .digest('hex'),
    ).toBe(decision.proof)
    expect(history.rows[0]?.n, 'the history keeps no words of residents').toBe(0)
  })

  test('its author is told by mail why, in her language, with the way to appeal and without the words', async () => {
    const [mail] = (await mails()).filter(({ recipient, body }) => recipient === author.email && body.includes('скрыл'))
    expect(mail?.body).toContain('Правило 1. Оскорбления.')
    expect(mail?.body).toContain('Здесь оскорбляют соседей.')
    expect(mail?.body).toMatch(/\/ru\/ulgiqala\/discussion\/\d+\/appeals\/\d+/)
    expect(mail?.body).not.toContain('turnip')
  })

  test('can be shown again, and the log says so', async () => {
    const { number } = await say(site, city, consultation, { personId: null, text: 'On paper' })
    const before = (await mails()).length
    await desk.post(pathOf(number), hide)
    expect((await desk.post(pathOf(number), { action: 'restored' })).status).toBe(303)
    expect(await stateOf(number)).toBe('shown')
    expect((await lastDecision()).action).toBe('restored')
    expect((await mails()).length, 'paper has no address').toBe(before)
  })

  test('two moderators at once: one decision', async () => {
    const { number } = await say(site, city, consultation, { personId: author.personId })
    const answers = await Promise.all(Array.from({ length: 8 }, () => desk.post(pathOf(number), hide)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422, 422, 422, 422])
    expect(await site.record.listModerationDecisions(city, consultation, { subject: { kind: 'contribution', number } })).toHaveLength(1)
  })
})

describe('an appeal', () => {
  async function hidden(): Promise<{ number: number; decision: number }> {
    const { number } = await say(site, city, consultation, { personId: author.personId, text: 'Hidden by mistake' })
    await desk.post(pathOf(number), hide)
    return { number, decision: (await lastDecision()).number }
  }
  const keyOf = async (decision: number) => hiddenOf(await (await author.reader.get(`${home()}/appeals/${decision}`)).text(), 'formKey')

  test('is made by the author alone, once, and answered by another moderator; upheld, it brings the words back', async () => {
    const { number, decision } = await hidden()
    const path = `${home()}/appeals/${decision}`
    const stranger = await signInAs(site)
    await say(site, city, consultation, { personId: stranger.personId })
    expect((await stranger.reader.get(path)).status).toBe(404)
    expect((await stranger.reader.post(path, { text: 'Mine', formKey: 'stranger' })).status).toBe(404)
    expect((await site.app().request(new Request(`http://localhost${path}`))).status).toBe(303)

    expect((await author.reader.post(path, { text: ' ', formKey: await keyOf(decision) })).status).toBe(422)
    const parallel = await Promise.all(
      [1, 2, 3].map((one) => author.reader.post(path, { text: 'Turnips are no insult', formKey: `appeal${one}` })),
    )
    expect(parallel.map(({ status }) => status).sort()).toEqual([303, 422, 422])
    expect(await publicLog()).not.toContain('Turnips are no insult')

    const answer = { outcome: 'upheld', 'answer-kk': 'Дұрыс', 'answer-ru': 'Вы правы' }
    const deskPath = `/desk/consultations/${consultation.number}/appeals/${decision}`
    expect(await (await desk.get(deskPath)).text()).toContain('Turnips are no insult')
    const colleague = await signInAs(site, { roles: [{ city, role: 'moderator' }] })
    const own = await desk.post(deskPath, answer)
    expect(own.status).toBe(422)
    expect(await own.text()).toContain('This was your own decision')
    const other = deskClient(site, city, { ...officer(city, 'moderator'), personId: colleague.personId })
    expect((await other.post(deskPath, answer)).status).toBe(303)
    expect(await stateOf(number)).toBe('shown')
    expect((await lastDecision()).action).toBe('restored')
    expect(await publicLog()).toContain('The appeal was upheld.')
    expect((await mails()).some(({ recipient, body }) => recipient === author.email && body.includes('удовлетворена'))).toBe(true)
    expect((await other.post(deskPath, answer)).status, 'once').toBe(422)
  })
})

describe('a translation', () => {
  test('is a new version, marked; the original stays', async () => {
    const { number } = await say(site, city, consultation, { personId: author.personId, language: 'kk', text: 'Ағаш керек' })
    const path = `${pathOf(number)}/translation`
    expect((await desk.post(path, { language: 'kk', text: 'x' })).status).toBe(422)
    expect((await desk.post(path, { language: 'ru', text: '' })).status).toBe(422)
    expect((await desk.post(path, { language: 'ru', text: 'Нужно дерево' })).status).toBe(303)
    expect((await desk.post(path, { language: 'ru', text: 'Нужны деревья' })).status).toBe(303)
    const found = await site.record.findContribution(city, consultation, number)
    expect(found?.text).toBe('Ағаш керек')
    expect(found?.translations).toEqual({ ru: { text: 'Нужны деревья', wording: null, madeBy: 'moderator' } })
  })
})

describe('a translation that a program of the city proposes', () => {
  type Answer = Awaited<ReturnType<TranslationService['translate']>>
  const asking = (answer: Answer) => {
    const asked: unknown[] = []
    const translationService: TranslationService = {
      name: 'test',
      translate: async (question) => {
        asked.push(question)
        return answer
      },
    }
    return { asked, client: deskClient({ ...site, app: (more) => site.app({ translationService, ...more }) }, city, moderator) }
  }
  const comment = async () =>
    (await say(site, city, consultation, { personId: author.personId, language: 'kk', text: 'Ағаш керек' })).number
  const proposal = (number: number) => `${pathOf(number)}/proposal`

  test('is shown to be read and corrected, kept only then, and marked as a machine’s', async () => {
    const number = await comment()
    const { asked, client } = asking(done(['Нужно дерева']))
    expect(await (await client.get(pathOf(number))).text()).toContain('Propose a translation')
    const answer = await client.post(proposal(number), { language: 'ru' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    for (const words of ['Нужно дерева', 'name="proposed" value="1"', 'it is not kept yet']) expect(html).toContain(words)
    expect(asked).toEqual([{ from: 'kk', to: 'ru', texts: ['Ағаш керек'] }])
    expect((await site.record.findContribution(city, consultation, number))?.translations).toEqual({})
    const kept = { language: 'ru', text: 'Нужно дерево', proposed: '1' }
    expect((await client.post(`${pathOf(number)}/translation`, kept)).status).toBe(303)
    expect((await site.record.findContribution(city, consultation, number))?.translations).toEqual({
      ru: { text: 'Нужно дерево', wording: null, madeBy: 'service' },
    })
    const said = await (
      await site.app().request(`http://localhost/ru/ulgiqala/discussion/${consultation.number}/contributions/${number}`)
    ).text()
    expect(said).toContain('Нужно дерево')
    expect(said).toContain('Машинный перевод')
  })

  test.each([
    {
      case: 'it takes too long',
      answer: refuse('translation_late', 'text', { seconds: 30 }),
      says: 'no answer in 30 seconds',
      language: 'ru',
    },
    { case: 'it fails', answer: refuse('translation_failed', 'text', { reason: 'exit 3' }), says: 'failed (exit 3)', language: 'ru' },
    { case: 'it writes a book', answer: done(['x'.repeat(8001)]), says: 'No more than 8000', language: 'ru' },
    { case: 'no other language was chosen', answer: done(['x']), says: 'href="#language"', language: 'kk' },
  ])('what is wrong is said when $case, and nothing is kept', async ({ answer, says, language }) => {
    const number = await comment()
    const refused = await asking(answer).client.post(proposal(number), { language })
    expect(refused.status).toBe(422)
    expect((await refused.text()).replaceAll(/[\u00a0,](?=\d{3})/g, '').replaceAll('\u00a0', ' ')).toContain(says)
    expect((await site.record.findContribution(city, consultation, number))?.translations).toEqual({})
  })

  test('without one there is no button, and the address is not there', async () => {
    const number = await comment()
    expect(await (await desk.get(pathOf(number))).text()).not.toContain('Propose a translation')
    expect((await desk.post(proposal(number), { language: 'ru' })).status).toBe(404)
  })
})

describe('advisories of other platforms', () => {
  test('Decidim CVE-2026-40869: nobody but a moderator changes the state of what people wrote', async () => {
    const { number } = await say(site, city, consultation, { personId: author.personId })
    const others = roles.filter((role: Role) => role !== 'moderator')
    for (const role of others) expect((await deskClient(site, city, officer(city, role)).post(pathOf(number), hide)).status, role).toBe(403)
    expect((await author.reader.post(`/en/ulgiqala${pathOf(number)}`, hide)).status).toBe(403)
    expect(await stateOf(number)).toBe('shown')
  })

  test('Decidim CVE-2026-40870: what is held or hidden reaches no reader, under no address', async () => {
    const canary = 'canary of what is held'
    const { number } = await say(site, city, consultation, { personId: author.personId, state: 'held', text: canary, wording: canary })
    for (const path of ['', '/text', `/contributions/${number}`, '/contributions', '/answers', '/moderation', '/feed.atom'])
      expect(await (await site.app().request(new Request(`http://localhost${home()}${path}`))).text(), path).not.toContain(canary)
  })

  test('Decidim CVE-2024-32034: what people and staff wrote is text on every page of the desk', async () => {
    const texts = payloads.slice(0, 40).map(({ text }) => text)
    const dangerous = texts.join('\n').slice(0, 3900)
    const { number } = await say(site, city, consultation, {
      personId: author.personId,
      state: 'held',
      text: dangerous,
      wording: dangerous,
      findings: [dangerous],
    })
    await desk.post(pathOf(number), { action: 'rejected', rule: '1', 'reason-en': dangerous.slice(0, 900) })
    const { number: waiting } = await say(site, city, consultation, { personId: author.personId, state: 'held', text: dangerous })
    const { number: decision } = await lastDecision()
    await author.reader.post(`${home()}/appeals/${decision}`, { text: dangerous.slice(0, 1900), formKey: 'xss' })
    const base = `/desk/consultations/${consultation.number}`
    const administrator = deskClient(site, city, officer(city, 'administrator'))
    const pages = [
      ...(await Promise.all(
        [`${base}/moderation`, pathOf(number), pathOf(waiting), `${base}/appeals`, `${base}/appeals/${decision}`].map(desk.get),
      )),
      await administrator.get('/desk/history'),
      await site.app().request(new Request(`http://localhost${home()}/moderation`)),
    ]
    for (const page of pages) {
      expect(page.status).toBe(200)
      const html = await page.text()
      for (const text of texts) if (/[<>"]/.test(text)) expect(html).not.toContain(text)
    }
  })

  test('Decidim CVE-2023-34089 CVE-2024-32469: a page number of the log is a number', async () => {
    for (const page of ['<script>alert(1)</script>', '-1', '1e9', "1' or '1'='1", '999999999'])
      expect(
        (await site.app().request(new Request(`http://localhost${home()}/moderation?page=${encodeURIComponent(page)}`))).status,
        page,
      ).toBe(200)
  })
})
