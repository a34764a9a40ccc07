import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { addDemonstrationStaff } from '../../src/demonstration-staff.ts'
import { seedDiscussion } from '../../src/seed-discussion.ts'
import { openTestSite, type TestSite } from '../support/server.ts'

let site: TestSite
let app: Hono
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  await addDemonstrationStaff(site.record)
  await seedDiscussion(site.record)
  app = site.app()
})
afterAll(() => site.close())

const page = async (path: string, status = 200): Promise<string> => {
  const response = await app.request(new Request(`http://bagdar.example${path}`))
  expect(response.status, path).toBe(status)
  return (await response.text()).replaceAll('\u00a0', ' ')
}

test('the open discussion is on the list, on the first page and in ten seconds on its own', async () => {
  expect(await page('/ru/ulgiqala')).toContain('/ru/ulgiqala/discussion/2')
  expect(await page('/ru/ulgiqala/discussion')).toMatch(/Идут сейчас[\s\S]*discussion\/2[\s\S]*Ответы даны[\s\S]*discussion\/1/)
  const own = await page('/en/ulgiqala/discussion/2')
  expect(own).toContain('20 days left')
  expect(own).toMatch(/Open the text[\s\S]*Vote on statements[\s\S]*See what others say/)
  expect(own).toMatch(/>26<\/a>[^a-z]*<\/b> people/)
})

test('a sentence lists what is said about it: wording as a difference, translation with its original, organisation, answer', async () => {
  const { record } = site
  const city = (await record.findCity('ulgiqala'))!
  const consultation = (await record.findConsultation(city, 2))!
  const [bus] = await record.listContributions(city, consultation, { numbers: [2], offset: 0, limit: 1 })
  const html = await page(`/kk/ulgiqala/discussion/2/text/g-1-1?sentence=${bus!.sentence}`)
  expect(html).toMatch(/<del>[\s\S]*10[\s\S]*<\/del>[\s\S]*<ins>[\s\S]*11/)
  expect(html).toContain('Ресми жауап: қабылданды')
  const english = await page('/en/ulgiqala/discussion/2/text/g-1-1')
  expect(english).toContain('Translated by a moderator.')
  expect(english).toContain('lang="kk"')
  expect(english).toContain('Public association')
})

test('words that were taken down stand nowhere, and their number does', async () => {
  for (const path of ['contributions', 'contributions/26', 'text/g-3-2'])
    expect(await page(`/ru/ulgiqala/discussion/2/${path}`)).not.toContain('Выдуманная')
  expect(await page('/ru/ulgiqala/discussion/2/contributions/26')).toContain('Скрыто модератором')
})

test('the trace is walked both ways: from what was said to the changed sentence, and back', async () => {
  const said = await page('/ru/ulgiqala/discussion/1/contributions/4')
  expect(said).toMatch(/<del>[\s\S]*40[\s\S]*<\/del>/)
  expect(said).toContain('/ru/ulgiqala/discussion/1/changes/2')
  expect(said).toContain('/ru/ulgiqala/discussion/1/contributions/5')
  for (const path of ['discussion/1/changes/2', 'programme/difference/1/2']) {
    const changes = await page(`/ru/ulgiqala/${path}`)
    for (const number of [1, 2, 3, 4, 5, 7, 8, 10, 11]) expect(changes).toContain(`/ru/ulgiqala/discussion/1/contributions/${number}"`)
    expect(changes).not.toContain('/ru/ulgiqala/discussion/1/contributions/9"')
  }
})

test('every answer stands beside what it answers, with the clock', async () => {
  const answers = await page('/en/ulgiqala/discussion/1/answers')
  expect(answers).toContain('outside the city’s powers')
  expect(answers).toContain('Half of the answers came within')
})

test('the programme in force stays in its place while the next one is discussed', async () => {
  expect(await page('/en/ulgiqala/programme')).toContain('Ülgiqala-2030')
  expect(await page('/en/ulgiqala/discussion/2/text')).toContain('Ülgiqala-2035')
})

test.each([
  ['no such consultation', 'discussion/9'],
  ['a number that is none', 'discussion/1e3'],
  ['no such section', 'discussion/2/text/g-9-9'],
  ['no such contribution', 'discussion/2/contributions/999'],
  ['no such version', 'discussion/2/changes/2'],
])('%s is a 404', async (_, path) => {
  await page(`/en/ulgiqala/${path}`, 404)
})
