import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../src/books/accounts/role.ts'
import { daysLater } from '../src/books/discussion/rules/consultation-fields.ts'
import type { Consultation } from '../src/books/discussion/consultation.ts'
import type { City } from '../src/books/indicators/figure.ts'
import type { ProgrammeVersion } from '../src/books/programme/programme.ts'
import { sectionsOf } from '../src/books/programme/sections.ts'
import { deskClient, officer, type DeskClient } from './support/desk-client.ts'
import { openConsultation } from './support/open-consultation.ts'
import { say } from './support/say-something.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { signInAs, type SignedIn } from './support/sign-in-as.ts'

let site: TestSite
let city: City
let desk: DeskClient
let author: SignedIn
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
  desk = deskClient(site, city, officer(city, 'editor'))
  author = await signInAs(site, { language: 'kk' })
})
afterAll(() => site.close())

const path = (consultation: Consultation, below = '') => `/desk/consultations/${consultation.number}/answers${below}`
const yes = { decision: 'accepted', 'reason-kk': 'Қосамыз', 'reason-ru': 'Добавим' }
const numberIn = (response: Response) => Number(/answers\/(\d+)/.exec(response.headers.get('location') ?? '')?.[1])
const mailsTo = async (recipient: string) => (await site.record.listMail(200)).filter((mail) => mail.recipient === recipient)

/** The same version of the programme once more, with other words in one sentence. */
async function publishNext(id: string, text: string): Promise<ProgrammeVersion> {
  const now = new Date()
  const last = (await site.record.listProgrammeVersions(city, now)).at(-1)!
  const parameters = { files: [], counts: {}, noticeCounts: {}, parameters: {}, codeVersion: 'test' }
  const release = await site.record.startRelease(city, {
    id: site.record.newId(),
    kind: 'entry',
    title: { en: 'Next version' },
    source: null,
    madeBy: 'test',
    recordedAt: now.toISOString(),
    ...parameters,
  })
  const changed = JSON.parse(JSON.stringify(last)) as { number: number } & ProgrammeVersion
  const sentence = sectionsOf(changed)
    .flatMap(({ sentences }) => sentences)
    .find((one) => one.id === id) as { text: unknown } | undefined
  if (sentence !== undefined) sentence.text = { kk: text, ru: text, en: text }
  changed.number = last.number + 1
  await site.record.addProgrammeVersion(city, release.id, changed)
  await site.record.publishRelease(city, release.id, now)
  return changed
}

describe('an answer', () => {
  test('is for one contribution or for several, and each author hears of it in her language', async () => {
    const consultation = await openConsultation(site, city)
    const first = await say(site, city, consultation, { personId: author.personId, text: 'Plant more trees along Abai avenue, please.' })
    const second = await say(site, city, consultation, { personId: null, text: 'Plant more trees along Abai avenue please' })
    const third = await say(site, city, consultation, { personId: author.personId, text: 'Something else entirely about buses.' })

    const alike = await (await desk.get(path(consultation, '/alike'))).text()
    expect(alike).toContain(`value="${first.number}" checked`)
    expect(alike).toContain(`value="${second.number}" checked`)
    expect(alike).not.toContain('buses')

    const form = new URLSearchParams([
      ['formKey', 'cluster'],
      ['of', String(first.number)],
      ['of', String(second.number)],
      ...Object.entries(yes),
    ])
    const given = await desk.send(path(consultation, '/new'), form)
    expect(given.status).toBe(303)
    const [answer] = await site.record.listAnswers(city, consultation)
    expect(answer).toMatchObject({ decision: 'accepted', contributions: [first.number, second.number], reason: { ru: 'Добавим' } })
    const [mail] = await mailsTo(author.email)
    expect(mail?.body).toContain('Қосамыз')
    expect(mail?.body).toContain(`/kk/ulgiqala/discussion/${consultation.number}/contributions/${first.number}`)
    expect((await mailsTo(author.email)).length).toBe(1)

    const list = await (await desk.get(path(consultation))).text()
    expect(list).toContain(`value="${third.number}"`)
    expect(list).not.toContain(`value="${first.number}"`)
    const lines = await site.record.listChanges(city, { subject: `consultation/${consultation.number}/answer`, offset: 0, limit: 5 })
    expect(lines[0]).toMatchObject({ action: 'answer.add', after: { contributions: [first.number, second.number] } })
  })

  test('needs a decision, a reason, and somebody; all is said at once', async () => {
    const consultation = await openConsultation(site, city)
    const { number } = await say(site, city, consultation, { personId: author.personId })
    const answer = await desk.post(path(consultation, '/new'), { decision: '', 'reason-ru': '<i>Нет</i>' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#of"')
    expect(html).toContain('href="#decision"')
    expect(html).toContain('&lt;i&gt;Нет')
    expect((await site.record.findContribution(city, consultation, number))?.answer).toBeNull()
  })

  test('two who answer the same one at once: one answer', async () => {
    const consultation = await openConsultation(site, city)
    const { number } = await say(site, city, consultation, { personId: author.personId })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => desk.post(path(consultation, '/new'), { of: String(number), ...yes })),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(9)
    expect(await site.record.listAnswers(city, consultation)).toHaveLength(1)
  })

  test('is corrected by another one: the old one is in the history, and the clock does not go back', async () => {
    const consultation = await openConsultation(site, city)
    const { number } = await say(site, city, consultation, { personId: author.personId })
    const first = numberIn(await desk.post(path(consultation, '/new'), { of: String(number), ...yes }))
    const times = await site.record.listAnswerTimes(city, consultation)
    const corrected = await desk.post(path(consultation, `/${first}`), { decision: 'partly', 'reason-en': 'Only in the parks' })
    const second = numberIn(corrected)
    expect(second).toBeGreaterThan(first)
    expect((await site.record.listAnswers(city, consultation)).map((one) => [one.number, one.decision])).toEqual([[second, 'partly']])
    expect((await site.record.findContribution(city, consultation, number))?.answer).toBe(second)
    expect(await site.record.listAnswerTimes(city, consultation)).toEqual(times)
    expect((await desk.get(path(consultation, `/${first}`))).status).toBe(404)
    expect((await desk.post(path(consultation, `/${first}`), yes)).status, 'a second correction of the old one').toBe(404)
    const lines = await site.record.listChanges(city, {
      subject: `consultation/${consultation.number}/answer/${second}`,
      offset: 0,
      limit: 5,
    })
    expect(lines[0]).toMatchObject({ action: 'answer.correct', before: { decision: 'accepted', reason: { ru: 'Добавим' } } })
  })
})

test('an accepted one is linked to the sentence that it changed, and its author is told', async () => {
  const consultation = await openConsultation(site, city)
  const versions = await site.record.listProgrammeVersions(city, new Date())
  const discussed = versions.find(({ programme, number }) => programme === consultation.programme && number === consultation.version)!
  const sentence = sectionsOf(discussed).flatMap(({ sentences }) => sentences)[0]!
  const wording = `${sentence.text.en ?? ''} Twice a year.`
  const { number } = await say(site, city, consultation, { personId: author.personId, sentence: sentence.id, wording })
  const refused = await say(site, city, consultation, { personId: author.personId })
  const answer = numberIn(await desk.post(path(consultation, '/new'), { of: String(number), ...yes }))
  const no = numberIn(await desk.post(path(consultation, '/new'), { of: String(refused.number), ...yes, decision: 'not_accepted' }))
  expect(await (await desk.get(path(consultation, `/${answer}`))).text()).toContain('No later version is published yet.')

  const next = await publishNext(sentence.id, wording)
  const shown = await (await desk.get(path(consultation, `/${answer}`))).text()
  expect(shown).toContain('100% of the suggestion is in')
  const change = { do: 'link', version: String(next.number), sentence: sentence.id }
  const { revision } = (await site.record.findConsultation(city, consultation.number))!
  expect((await desk.post(path(consultation, `/${answer}/changes`), change)).status).toBe(303)
  expect(await site.record.listChangesOfContributions(city, consultation)).toEqual([
    { contribution: number, version: next.number, sentence: sentence.id },
  ])
  expect((await site.record.findConsultation(city, consultation.number))!.revision).toBeGreaterThan(revision)
  expect((await mailsTo(author.email)).some(({ body }) => body.includes(`/programme/versions/${next.number}#${sentence.id}`))).toBe(true)

  expect((await desk.post(path(consultation, `/${no}/changes`), change)).status).toBe(422)
  expect((await desk.post(path(consultation, `/${answer}/changes`), { ...change, sentence: 'nothing' })).status).toBe(422)
  expect((await desk.post(path(consultation, `/${answer}/changes`), { ...change, do: 'unlink' })).status).toBe(303)
  expect(await site.record.listChangesOfContributions(city, consultation)).toEqual([])
})

test('a consultation is "answered" when everybody has an answer, and not before', async () => {
  const opened = await openConsultation(site, city)
  const consultation = { ...opened, closesOn: daysLater(opened.opensOn, 0) }
  const { number } = await say(site, city, opened, { personId: author.personId })
  const reply = await say(site, city, opened, { personId: author.personId, parent: number })
  await say(site, city, opened, { personId: author.personId, state: 'hidden' })
  await site.record.keepConsultation(city, opened.id, consultation)
  const administrator = deskClient(site, city, officer(city, 'administrator'))
  const finish = `/desk/consultations/${opened.number}/answered`
  const list = await (await administrator.get(finish)).text()
  expect(list).toContain(`answers/new?of=${number}"`)
  expect(list).not.toContain(`of=${reply.number}"`)
  expect((await administrator.post(finish, {})).status).toBe(422)
  await desk.post(path(opened, '/new'), { of: String(number), ...yes })
  expect((await administrator.post(finish, {})).status).toBe(303)
  expect((await site.record.findConsultation(city, opened.number))?.events.at(-1)?.kind).toBe('answered')
})

test('Decidim CVE-2026-40869: nobody but who answers for the city accepts or rejects a suggestion', async () => {
  const consultation = await openConsultation(site, city)
  const { number } = await say(site, city, consultation, { personId: author.personId, wording: 'Better words' })
  for (const role of roles.filter((one) => one !== 'editor')) {
    const client = deskClient(site, city, officer(city, role))
    expect((await client.post(path(consultation, '/new'), { of: String(number), ...yes })).status, role).toBe(403)
  }
  expect((await author.reader.post(`/en/ulgiqala${path(consultation, '/new')}`, { of: String(number), ...yes })).status).toBe(403)
  expect(await site.record.listAnswers(city, consultation)).toEqual([])
})
