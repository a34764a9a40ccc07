import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishBatch } from '../src/actions/discussion/opinions/publish-batch.ts'
import type { Consultation } from '../src/books/discussion/consultation.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { computeOpinionsApart } from '../src/compute-opinions-apart.ts'
import { stream } from '../src/kernel/random.ts'
import { newSalt, saltedHash } from '../src/services/salted-hash.ts'
import { openDatabase } from '../src/store/database.ts'
import { deskClient, officer } from './support/desk-client.ts'
import { openConsultation } from './support/open-consultation.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import { signInAs } from './support/sign-in-as.ts'

let site: TestSite
let city: City
beforeAll(async () => {
  site = await openTestSite('ulgiqala')
  city = (await site.record.findCity('ulgiqala')) as City
})
afterAll(() => site.close())

const statements = 12
/** So many people who agree with the first half of the statements or with the second, with some noise. */
async function votesOfTwoSides(consultation: Consultation, people: number, at: Date, from = 1): Promise<void> {
  const random = stream(5, from)
  const rows = Array.from({ length: people * statements }, (_, index) => {
    const [person, statement] = [Math.floor(index / statements), (index % statements) + 1]
    const side = person % 2 === 0 ? 1 : -1
    const choice = random.uniform() < 0.1 ? 0 : statement === 1 ? 1 : statement <= statements / 2 ? side : -side
    const of = { cityId: city.id, consultationId: consultation.id, participant: from + person, statement, at, channel: 'web' as const }
    return { ...of, choice: choice as -1 | 0 | 1 }
  })
  await site.record.castVotes(rows)
  for (let person = 0; person < people; person++)
    await site.record.joinConsultation(city, consultation, {
      personId: null,
      keys: [`receipt:${from + person}`],
      level: 'paper',
      channel: 'paper',
      at,
    })
}

const publish = async (consultation: Consultation, now: Date) =>
  await publishBatch(city, consultation, { ...site.record, compute: computeOpinionsApart, newSalt, saltedHash, now: () => now })
const at = (minute: number) => new Date(Date.now() - 10_000_000 + minute * 60_000)
const page = async (consultation: Consultation, below = '') =>
  await (await site.app().request(`http://localhost/en/ulgiqala/discussion/${consultation.number}/opinions${below}`)).text()

describe('opinion groups', () => {
  let consultation: Consultation
  beforeAll(async () => {
    consultation = await openConsultation(site, city, { statements })
  })

  test('are too few to show before anybody has voted', async () => {
    expect(await publish(consultation, at(0))).toBeNull()
    expect(await page(consultation)).toContain('Too few votes yet')
  })

  test('are published with what unites, what divides and what each group stands for', async () => {
    await votesOfTwoSides(consultation, 60, at(0))
    expect(await publish(consultation, at(1))).toBe(1)
    const html = await page(consultation)
    expect(html).toContain('Opinion group A')
    expect(html).toContain('Opinion group B')
    expect(html).not.toContain('Opinion group C')
    const [unites = '', divides = ''] = html.split('id="divides"')
    expect(unites.slice(unites.indexOf('id="unites"'))).toMatch(/Statement\s1\s/)
    expect(divides).toMatch(/Statement\s12\s/)
    expect(html.match(/This is not a survey/g)?.length).toBeGreaterThanOrEqual(2)
  })

  test('hold nothing about one participant', async () => {
    const batch = (await site.record.findNewestBatch(city, consultation))!
    expect(Object.keys(batch.result)).not.toContain('groupOf')
    expect(Object.keys(batch.result)).not.toContain('places')
    expect(Math.min(...batch.result.density.cells.map(({ people }) => people))).toBeGreaterThanOrEqual(10)
    expect(JSON.stringify(batch.result).length).toBeLessThan(20_000)
  })

  test('come again only after ten votes and an hour', async () => {
    const one = { cityId: city.id, consultationId: consultation.id, statement: 1, choice: -1 as const, at: at(30), channel: 'web' as const }
    await site.record.castVotes(Array.from({ length: 9 }, (_, person) => ({ ...one, participant: person + 1 })))
    expect(await publish(consultation, at(62))).toBeNull()
    await site.record.castVotes([{ ...one, participant: 10 }])
    expect(await publish(consultation, at(60))).toBeNull()
    expect(await publish(consultation, at(61))).toBe(2)
  })

  test('are computed again inside by an auditor, who sees whether the hash is the same', async () => {
    const auditor = deskClient(site, city, officer(city, 'auditor'))
    const address = `/desk/consultations/${consultation.number}/recompute`
    const same = await (await auditor.get(`${address}?now=1`)).text()
    const { hash } = (await site.record.findNewestBatch(city, consultation))!
    expect(same).toContain('The hashes are the same')
    expect(same.split(hash).length).toBeGreaterThan(2)
    expect((await deskClient(site, city, officer(city, 'moderator')).get(address)).status).toBe(403)

    const database = await openDatabase({ directory: site.directory })
    await database.pool.query('update opinion_batch set hash = $1 where number = 2', ['0'.repeat(64)])
    await database.close()
    expect(await (await auditor.get(`${address}?now=1`)).text()).toContain('The hashes differ')
  })

  test('show somebody her own place, on a page that nobody keeps', async () => {
    const { reader, personId } = await signInAs(site)
    const address = `/en/ulgiqala/discussion/${consultation.number}/opinions/me`
    expect(await (await reader.get(address)).text()).toMatch(/you have\s0/)
    const participant = (await site.record.joinConsultation(city, consultation, {
      personId,
      keys: [],
      level: 'mail',
      channel: 'web',
      at: at(2),
    }))!
    await site.record.castVotes(
      Array.from({ length: statements }, (_, index) => ({
        ...{ cityId: city.id, consultationId: consultation.id, participant, statement: index + 1, at: at(62), channel: 'web' as const },
        choice: index < statements / 2 ? (1 as const) : (-1 as const),
      })),
    )
    const answer = await reader.get(address)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const html = await answer.text()
    expect(html).toContain('class="og-own"')
    expect(html).toMatch(/closest to opinion group (A|B)/)
    expect(await page(consultation)).not.toContain('og-own')
  })

  test('may not be there: then the page says so, and divides nobody', async () => {
    const other = await openConsultation(site, city, { statements })
    const random = stream(9, 1)
    await site.record.castVotes(
      Array.from({ length: 40 * statements }, (_, index) => ({
        ...{ cityId: city.id, consultationId: other.id, at: at(0), channel: 'web' as const },
        participant: 1 + Math.floor(index / statements),
        statement: 1 + (index % statements),
        choice: (random.uniform() < 0.6 ? 1 : -1) as 1 | -1,
      })),
    )
    for (let person = 0; person < 40; person++)
      await site.record.joinConsultation(city, other, {
        personId: null,
        keys: [`receipt:${person}`],
        level: 'paper',
        channel: 'paper',
        at: at(0),
      })
    expect(await publish(other, at(1))).toBe(1)
    const html = await page(other)
    expect(html).toContain('No clear groups')
    expect(html).not.toContain('Opinion group A')
  })

  test('leave as counts by statement and group, never as votes', async () => {
    const csv = await (await site.app().request(`http://localhost/en/ulgiqala/discussion/${consultation.number}/statements.csv`)).text()
    const rows = csv.trim().split('\r\n')
    expect(rows).toHaveLength(1 + statements * 3)
    expect(rows[0]).toBe('statement,subject,kk,ru,en,opinion_group,agree,disagree,pass,as_of')
  })
})
