import { randomUUID } from 'node:crypto'
import { recordKinds, type Contents } from '../../src/books/cooperation/records.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { Database } from '../../src/store/database.ts'
import type { Schema } from '../../src/store/schema.ts'
import { contentOf } from './make-cooperation.ts'
import { hostileAddresses, payloads } from './payloads.ts'
import type { TestSite } from './server.ts'

/** Its first characters, none of them half of one. */
const start = (text: string, characters: number): string => [...text].slice(0, characters).join('')

/** Lists begin with the newest: there stand the texts that would run. */
const texts = payloads.map(({ text }) => text).toReversed()

/** Number of a record, of each kind, whose words are `<img src=x onerror=…>`. */
export const hostileRecord = texts.length - 6

/**
 * Public records of every kind, as many as there are hostile texts, each text in all words of its record. They belong to one meeting, the
 * first, in whose protocol all of them stand; to the first commitment happened all of them.
 */
export async function makeHostileCooperation({ record }: TestSite, { pool }: Database<Schema>, city: City): Promise<void> {
  const all = texts.map((text, index) => contentsOf(text, index + 1))
  const points = texts.map((text) => ({ kind: 'decided', text: { kk: text, ru: text, en: text }, speaker: 1, assignment: null }) as const)
  const notes = texts.map((text) => ({ at: '2026-01-05T00:00:00.000Z', text: { kk: text }, reason: { kk: text } }))
  all[0]!.event = { ...all[hostileRecord - 1]!.event, parent: null, protocol: { state: 'agreed', points, notes } }
  for (const kind of recordKinds)
    await pool.query(
      `insert into cooperation_record (city_id, kind, number, content, published_at)
       select $1, $2, one.number, one.content, now() from jsonb_array_elements($3::jsonb) with ordinality one(content, number)`,
      [city.id, kind, JSON.stringify(all.map((contents) => contents[kind]))],
    )
  const by = randomUUID()
  for (const [index, text] of texts.entries()) {
    const number = index + 1
    const subject = { kind: 'commitment', number: 1 } as const
    const place = { start: 0, end: text.length, exact: text, marker: null }
    await record.addEvidence(city, { subject: { kind: 'commitment', number }, source: number, ...place })
    await record.addEvidence(city, { subject: { kind: 'statement', number }, source: number, ...place })
    await record.addStatusEvent(city, {
      ...{ subject, kind: 'reported', on: '2026-01-05', note: { kk: text, ru: text, en: text }, evidence: null, retracts: null },
      ...{ enteredAt: '2026-01-05T00:00:00.000Z', enteredBy: by },
    })
    await record.addDeadline(city, { subject, due: `20${30 + (index % 60)}`, reason: text, setAt: '2026-01-05T00:00:00.000Z', setBy: by })
    const file = { name: start(text, 200), mediaType: 'application/pdf', content: new Uint8Array([index]), at: new Date(), by }
    await record.addAgreementFile(city, hostileRecord, file)
  }
}

function contentsOf(text: string, number: number): Contents {
  const contents = contentOf(text)
  return {
    ...contents,
    source: { ...contents.source, url: hostileAddresses[number % hostileAddresses.length]! },
    event: { ...contents.event, parent: 1 },
    attendance: { ...contents.attendance, person: number, partner: number },
    statement: { ...contents.statement, speakers: [number] },
    commitment: { ...contents.commitment, by: [number], to: [number], event: 1, statement: number },
    assignment: { ...contents.assignment, commitment: number },
    agreement: { ...contents.agreement, parties: [number], event: 1 },
    partnership: { ...contents.partnership, partner: number, agreement: number },
    project: { ...contents.project, parties: [number], event: 1, currency: start(text, 3), sector: [start(text, 60)] },
  }
}
