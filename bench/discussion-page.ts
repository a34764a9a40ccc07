import { randomUUID } from 'node:crypto'
import { anchorOf } from '../src/books/discussion/text/anchor.ts'
import { sectionsOf } from '../src/books/programme/sections.ts'
import { addDemonstrationStaff } from '../src/demonstration-staff.ts'
import { seedDiscussion } from '../src/seed-discussion.ts'
import { openTestSite } from '../test/support/server.ts'
import { machine } from './harness.ts'

/**
 * Pages of a discussion with 5,000 contributions, each made anew (no page is kept): the goal is 200 ms of server time. Every third
 * contribution suggests another wording, every fifth replies, every fourth has an official answer; a third stands at one sentence.
 */
const contributions = 5000
const runs = 8

const site = await openTestSite('ulgiqala')
await addDemonstrationStaff(site.record)
await seedDiscussion(site.record)
const { record } = site
const city = (await record.findCity('ulgiqala'))!
const consultation = (await record.findConsultation(city, 2))!
const version = (await record.listProgrammeVersions(city, new Date())).find(({ programme }) => programme === consultation.programme)!
const places = sectionsOf(version).flatMap((section) => section.sentences.map((sentence) => ({ section, sentence })))
const crowded = places.findIndex(({ section }) => section.id === 'g-1-1')
const staff = (await record.findPersonByEmail('dina@ulgiqala.example'))!.id
const reason = { kk: 'Себебі', ru: 'Причина', en: 'Reason' }

for (let at = 0; at < contributions; at++) {
  const { section, sentence } = places[at % 3 === 0 ? crowded : at % places.length]!
  const isReply = at % 5 === 4
  const parent = isReply ? at - 3 : null
  const number = await record.addContribution(city, consultation, {
    kind: isReply ? 'reply' : at % 3 === 0 ? 'suggestion' : 'comment',
    parent,
    participant: 1 + (at % 26),
    organisationId: null,
    language: (['kk', 'ru', 'en'] as const)[at % 3]!,
    section: section.id,
    sentence: sentence.id,
    anchor: isReply ? null : anchorOf(version, sentence.id, 'ru'),
    text: { id: randomUUID(), text: `Пікір ${at}. ${'Сөйлем туралы ойым. '.repeat(1 + (at % 12))}` },
    wording: !isReply && at % 3 === 0 ? { id: randomUUID(), text: `${sentence.text.ru ?? ''} И ещё ${at}.` } : null,
    personId: null,
    channel: 'web',
    receipt: null,
    writtenAt: new Date(),
    state: 'shown',
    findings: [],
  })
  if (isReply || at % 4 !== 0) continue
  const answer = await record.addAnswer(city, consultation, { decision: 'partly', reason, by: staff, at: new Date(), corrects: null })
  await record.keepContributionAnswer(city, consultation, [number], answer)
}

const app = site.app()
const { section, sentence } = places[crowded]!
const pages = [
  '',
  '/text',
  `/text/${section.id}`,
  `/text/${section.id}?sentence=${sentence.id}`,
  `/text/${section.id}?sentence=${sentence.id}&page=60`,
  '/contributions',
  '/contributions?answer=partly&page=10',
  '/contributions/40',
  '/answers',
]
console.log(machine())
for (const path of pages) {
  const times: Array<{ wall: number; cpu: number }> = []
  for (let run = 0; run < runs; run++) {
    // Another address each time, which no cache has.
    const address = `http://bagdar.example/ru/ulgiqala/discussion/2${path}${path.includes('?') ? '&' : '?'}run=${run}`
    const [begin, cpu] = [performance.now(), process.cpuUsage()]
    const response = await app.request(new Request(address))
    await response.text()
    const used = process.cpuUsage(cpu)
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
    times.push({ wall: performance.now() - begin, cpu: (used.user + used.system) / 1000 })
  }
  const least = (of: 'wall' | 'cpu') => Math.min(...times.map((time) => time[of])).toFixed(0)
  console.log(`${path.padEnd(60)} ${least('wall').padStart(5)} ms, of the processor ${least('cpu').padStart(5)} ms`)
}
await site.close()
