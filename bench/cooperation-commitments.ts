import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { showCommitmentList } from '../src/actions/cooperation/show-commitment-list.ts'
import { publicRecord } from '../src/actions/cooperation/public-record.ts'
import { showCommitments } from '../src/actions/cooperation/show-commitments.ts'
import { readCommitmentFilter } from '../src/books/cooperation/commitment-row.ts'
import type { Contents, RecordKind } from '../src/books/cooperation/records.ts'
import { strengths } from '../src/books/cooperation/strength.ts'
import { openDatabase } from '../src/store/database.ts'
import type { Schema } from '../src/store/schema.ts'
import { openTestSite } from '../test/support/server.ts'
import { machine, seeded } from './harness.ts'

/**
 * The page of commitments with 10,000 of them in an embedded database, made anew each time (no page is kept): the goal is 200 ms. Each
 * commitment has a place in a source; two in three have a deadline, every second has events, every tenth is done.
 */
const commitments = 10_000
const partners = 200
const events = 500
const runs = 10
const today = '2026-11-23'

const site = await openTestSite('ulgiqala')
const city = (await site.record.findCity('ulgiqala'))!
const database = await openDatabase<Schema>({ directory: site.directory })
const { db } = database
const random = seeded(6)
const pick = (most: number): number => 1 + Math.floor(random() * most)
const words = (text: string) => ({ kk: `${text} туралы уәде`, ru: `Обещание о ${text}`, en: `A promise about ${text}` })
const day = (): string => `20${15 + Math.floor(random() * 12)}-${String(pick(12)).padStart(2, '0')}-${String(pick(28)).padStart(2, '0')}`

async function addRecords<Kind extends RecordKind>(kind: Kind, count: number, content: (number: number) => Contents[Kind]): Promise<void> {
  for (let from = 1; from <= count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from + 1) }, (_, at) => ({
      ...{ city_id: city.id, kind, number: from + at, content: JSON.stringify(content(from + at)) },
      ...{ published_at: new Date('2026-01-01T00:00:00Z'), revision: 1 },
    }))
    await db.insertInto('cooperation_record').values(rows).execute()
  }
}

const text = 'Тараптар келесі кездесуді өткізуге келісті. '.repeat(70)
await addRecords('source', 100, () => ({
  ...({ title: words('дереккөз'), kind: 'press_release', language: 'kk', publisher: '', dated: '2016-04', isDateInferred: false } as const),
  ...{ url: '', text, notes: {} },
}))
await addRecords('partner', partners, (number) => ({
  ...({ kind: 'city', name: { kk: `${number}-қала`, ru: `Город ${number}`, en: `City ${number}` }, country: 'TH' } as const),
  ...{ lon: 100, lat: 13, note: {} },
}))
await addRecords('event', events, () => ({
  ...({
    kind: 'meeting',
    parent: null,
    title: words('кездесу'),
    place: {},
    country: 'TH',
    timeZone: 'Asia/Bangkok',
    dated: day(),
  } as const),
  ...({ isDateInferred: false, startsAt: '', endsAt: '', state: 'held', brief: {}, protocol: { state: 'none', points: [] } } as const),
}))
await addRecords('commitment', commitments, (number) => ({
  ...{ title: words(`${number}-мәселе`), event: pick(events), statement: null, by: [pick(partners)], to: [pick(partners)] },
  ...{ strength: strengths[number % strengths.length]!, marker: 'келісті', announcedBy: null, isForAbsentParty: number % 20 === 0 },
  ...{
    jurisdiction: number % 30 === 0 ? words('құзырет') : {},
    dependsOn: [],
    madeOn: '',
    owner: number % 2 === 0 ? 'Сыртқы байланыстар' : '',
  },
  ...{ formOfCompletion: words('есеп'), resources: {}, goals: [], indicators: [] },
}))

const at = new Date('2026-01-01T00:00:00Z')
for (let from = 1; from <= commitments; from += 500) {
  const numbers = Array.from({ length: 500 }, (_, one) => from + one)
  const place = { city_id: city.id, subject_kind: 'commitment' as const, start_unit: 0, end_unit: 43, exact: text.slice(0, 43) }
  await db
    .insertInto('evidence')
    .values([
      ...numbers.map((number) => ({
        ...{ ...place, number, subject_number: number, source: 1 + (number % 50), marker_start: 35, marker_end: 42 },
      })),
      ...numbers
        .filter((number) => number % 10 === 0)
        .map((number) => ({
          ...{
            ...place,
            number: commitments + number,
            subject_number: number,
            source: 51 + (number % 50),
            marker_start: null,
            marker_end: null,
          },
        })),
    ])
    .execute()
  const entry = {
    city_id: city.id,
    subject_kind: 'commitment' as const,
    note: sql`'{}'::jsonb` as never,
    retracts: null,
    entered_at: at,
    entered_by: null,
  }
  await db
    .insertInto('status_event')
    .values(
      numbers
        .filter((number) => number % 2 === 0)
        .flatMap((number) => [
          { ...entry, subject_number: number, number: 1, kind: 'confirmed' as const, happened_on: day(), evidence: null },
          {
            ...{ ...entry, subject_number: number, number: 2, happened_on: day() },
            ...(number % 10 === 0
              ? { kind: 'done' as const, evidence: commitments + number }
              : { kind: 'started' as const, evidence: null }),
          },
        ]),
    )
    .execute()
  await db
    .insertInto('deadline')
    .values(
      numbers
        .filter((number) => number % 3 !== 0)
        .map((number) => ({
          ...{ city_id: city.id, subject_kind: 'commitment' as const, subject_number: number, number: 1, due: day(), reason: '' },
          ...{ set_at: at, set_by: null },
        })),
    )
    .execute()
}
await sql`analyze`.execute(db)

const input = { city, asOf: new Date(), today }
const list = async (query: string, page: number) =>
  await showCommitmentList({ ...input, filter: readCommitmentFilter(new URLSearchParams(query)), page }, site.record)
const app = site.app()
const page = async (path: string) => {
  const response = await app.request(
    new Request(`http://bagdar.example/ru/ulgiqala/cooperation${path}${path.includes('?') ? '&' : '?'}run=${randomUUID()}`),
  )
  const html = await response.text()
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
  return html
}
console.log(`A page holds ${((await page('/commitments')).length / 1000).toFixed(0)} thousand characters.`)
const works: Readonly<Record<string, () => Promise<unknown>>> = {
  'all in full, without rows': () => showCommitments({ city, filter: { published: true }, today }, publicRecord(input.asOf, site.record)),
  'rows alone': () => site.record.listCommitmentRows(city, input.asOf),
  'action: first page': () => list('', 1),
  'action: overdue': () => list('status=overdue', 1),
  'page: first': () => page('/commitments'),
  'page: 150': () => page('/commitments?page=150'),
  'page: done, nobody named': () => page('/commitments?status=done&flag=no_owner'),
  'page: one partner': () => page('/commitments?partner=7'),
  'page: cooperation': () => page(''),
  'page: one commitment': () => page('/commitments/5000'),
  'page: search': () => page('/../search?q=мәселе'),
}
console.log(machine())
for (const [name, work] of Object.entries(works)) {
  const times: Array<{ wall: number; cpu: number }> = []
  for (let run = 0; run < runs; run++) {
    const [begin, cpu] = [performance.now(), process.cpuUsage()]
    await work()
    const used = process.cpuUsage(cpu)
    times.push({ wall: performance.now() - begin, cpu: (used.user + used.system) / 1000 })
  }
  const least = (of: 'wall' | 'cpu') => Math.min(...times.map((time) => time[of])).toFixed(0)
  console.log(`${name.padEnd(40)} ${least('wall').padStart(5)} ms, of the processor ${least('cpu').padStart(5)} ms`)
}
await database.close()
await site.close()
