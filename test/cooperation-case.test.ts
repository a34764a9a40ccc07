import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { showCommitments } from '../src/actions/cooperation/show-commitments.ts'
import { namedBy } from '../src/books/cooperation/named-by.ts'
import { findSpanFault } from '../src/books/cooperation/evidence.ts'
import { markerIn } from '../src/books/cooperation/publish-rules.ts'
import { recordKinds } from '../src/books/cooperation/records.ts'
import { agreementTermOn } from '../src/books/cooperation/agreement-term.ts'
import { partnershipOn } from '../src/books/cooperation/partnership-stage.ts'
import { daysAfter } from '../src/books/cooperation/partial-date.ts'
import { dayIn } from '../src/books/as-of.ts'
import { languages } from '../src/books/text.ts'
import { seedCooperation } from '../src/seed-cooperation.ts'
import { openCooperation } from './support/open-cooperation.ts'

type Opened = Awaited<ReturnType<typeof openCooperation>>
let rooms: Opened
let almaty: Opened['cities'][number]
let ulgiqala: Opened['cities'][number]
beforeAll(async () => {
  rooms = await openCooperation('almaty', 'ulgiqala')
  ;[almaty, ulgiqala] = rooms.cities as [typeof almaty, typeof ulgiqala]
  await rooms.inOneTransaction(seedCooperation)
})
afterAll(() => rooms.close())

const counted = <Key extends string>(keys: readonly Key[]): Partial<Record<Key, number>> =>
  Object.fromEntries([...new Set(keys)].map((key) => [key, keys.filter((one) => one === key).length])) as Partial<Record<Key, number>>

describe('the visit to Bangkok in 2016', () => {
  const days = ['2016-04-30', '2016-12-01', '2017-04-30', '2018-05-01', '2026-11-23', '2099-01-01']
  const commitments = (today: string) => showCommitments({ city: almaty, today }, rooms.record)

  test('is complete, and all of it is public', async () => {
    const records = await Promise.all(recordKinds.map(async (kind) => ({ kind, all: await rooms.record.listCooperation(almaty, kind) })))
    expect(Object.fromEntries(records.filter(({ all }) => all.length > 0).map(({ kind, all }) => [kind, all.length]))).toEqual({
      ...{ source: 1, partner: 9, person: 4, membership: 4, event: 8, attendance: 13, topic: 7, statement: 7, commitment: 9 },
    })
    expect(records.flatMap(({ all }) => all.filter(({ publishedAt }) => publishedAt === null))).toEqual([])
  })

  test('keeps the report as it stands: 3,331 characters, a date that was inferred, eight things to know about it', async () => {
    const [source] = await rooms.record.listCooperation(almaty, 'source')
    expect(source!.content.text).toHaveLength(3331)
    expect(source!.content).toMatchObject({ dated: '2016-04', isDateInferred: true, language: 'kk' })
    for (const language of languages) expect(source!.content.notes[language]?.match(/^\d\. /gm), language).toHaveLength(8)
  })

  test('every place is in the text, and every record but the source has one', async () => {
    const [source] = await rooms.record.listCooperation(almaty, 'source')
    const evidence = await rooms.record.listEvidenceIn(almaty, source!.number)
    expect(evidence.map((one) => findSpanFault(source!.content.text, one, one.marker)).filter((fault) => fault !== null)).toEqual([])
    for (const kind of recordKinds.filter((one) => one !== 'source'))
      for (const { number } of await rooms.record.listCooperation(almaty, kind))
        expect(
          evidence.some(({ subject }) => subject.kind === kind && subject.number === number),
          `${kind} ${number}`,
        ).toBe(true)
  })

  test('has seven promises and two intentions, each as strong as its verb', async () => {
    const all = await commitments('2026-11-23')
    expect(counted(all.map(({ content }) => content.strength))).toEqual({
      ...{ intends: 2, will_consider: 2, agreed_to_consider: 1, will_do: 2, agreed_to_do: 2 },
    })
    expect(all.map(({ content, evidence }) => markerIn(evidence[0]!) === content.marker)).toEqual(Array(9).fill(true))
    expect(all.map(({ content }) => content.marker)).toEqual([
      ...['келісті', 'қол қоюға келісті', 'қарастырамыз', 'қарастырамыз', 'жолдарын қарастыруға келісті', 'енетін болады', 'енетін болады'],
      ...['ниетті', 'ниетті'],
    ])
  })

  test.each(days)('none of the nine is done or green on %s', async (today) => {
    const all = await commitments(today)
    expect(all).toHaveLength(9)
    expect(counted(all.map(({ status }) => status))).toEqual({ silent: 9 })
    expect(all.filter(({ light }) => light.light === 'green')).toEqual([])
  })

  test('none of the nine has a date or an owner; one is for an absent party, for two it is unclear who decides', async () => {
    const flags = (await commitments('2026-11-23')).map((one) => one.flags)
    expect(counted(flags.flat())).toEqual({ no_date: 9, no_owner: 9, for_absent_party: 1, jurisdiction_unclear: 2 })
    const all = await commitments('2026-11-23')
    expect(all.map(({ smart }) => smart.time_based || smart.resource_based)).toEqual(Array(9).fill(false))
    // a page of the report, and a number of tourists
    expect(all.filter(({ smart }) => smart.measurable).map(({ number }) => number)).toEqual([6, 9])
    const [absent] = all.filter((one) => one.flags.includes('for_absent_party'))
    const announcer = await rooms.record.findCooperation(almaty, 'person', absent!.content.announcedBy!)
    expect([absent!.by.map(({ name }) => name.en), announcer!.content.nameAsWritten]).toEqual([['UN-Habitat'], 'Ш.Ахтар'])
    for (const one of all.filter((each) => each.flags.includes('jurisdiction_unclear')))
      expect(Object.keys(one.content.jurisdiction).sort()).toEqual(['en', 'kk', 'ru'])
  })

  test('the second promise waits for the first', async () => {
    const [first, second] = await commitments('2026-11-23')
    expect(second!.content.dependsOn).toEqual([first!.number])
  })

  test('events are a tree, and only the next meeting has no date', async () => {
    const events = await rooms.record.listCooperation(almaty, 'event')
    const title = (number: number | null) => events.find((one) => one.number === number)?.content.title.en ?? null
    expect(events.map(({ content }) => [content.kind, title(content.parent)])).toEqual([
      ['visit', null],
      ...['forum', 'meeting', 'meeting', 'meeting', 'conference'].map((kind) => [kind, 'Visit of the Almaty delegation to Thailand']),
      ['session', 'Asia-Pacific Forum on Sustainable Development'],
      ['meeting', null],
    ])
    expect(events.filter(({ content }) => content.dated === '').map(({ content }) => [content.state, content.country])).toEqual([
      ['planned', 'KZ'],
    ])
  })

  test('who met is written down; UN-Habitat was not there', async () => {
    const attendance = await rooms.record.listCooperation(almaty, 'attendance')
    const partners = await rooms.record.listCooperation(almaty, 'partner')
    expect(counted(attendance.map(({ content }) => content.state))).toEqual({ present: 12, absent: 1 })
    const absent = attendance.find(({ content }) => content.state === 'absent')!
    expect(partners.find(({ number }) => number === absent.content.partner)?.content.name.en).toBe('UN-Habitat')
  })

  test('quotes are verbatim with their slips; their translations say whose they are', async () => {
    const statements = await rooms.record.listCooperation(almaty, 'statement')
    expect(counted(statements.map(({ content }) => content.form))).toEqual({ direct_quote: 3, reported: 3, joint_position: 1 })
    expect(statements.filter(({ content }) => /ынтақтақтастықты|механиздері/.test(content.text))).toHaveLength(2)
    for (const { content } of statements) {
      expect(content.translatedBy).toBe('Bagdar')
      expect(Object.keys(content.translations).sort()).toEqual(['en', 'ru'])
    }
  })

  test('topics name goals of the programme of Almaty that are there', async () => {
    const programme = fs.readFileSync(new URL('../demo/almaty/programme/almaty-2020-2.yaml', import.meta.url), 'utf8')
    const records = [
      ...(await rooms.record.listCooperation(almaty, 'topic')),
      ...(await rooms.record.listCooperation(almaty, 'commitment')),
    ]
    const goals = records.flatMap(({ content }) => content.goals)
    expect(goals.length).toBeGreaterThan(5)
    expect(goals.filter((goal) => !programme.includes(`        id: ${goal}\n`))).toEqual([])
  })
})

describe('the cooperation of the invented city', () => {
  const today = () => dayIn(ulgiqala.timeZone, new Date())

  test('has a commitment in every status, and one whose deadline was moved for a reason', async () => {
    const all = await showCommitments({ city: ulgiqala, today: today() }, rooms.record)
    expect(counted(all.map(({ status }) => status))).toEqual({
      ...{ done: 2, started: 2, overdue: 1, silent: 3, lapsed: 1, withdrawn: 1, superseded: 1 },
    })
    expect(new Set(all.map(({ light }) => light.light)).has('green')).toBe(true)
    const moved = all.filter(({ deadlines }) => deadlines.length > 1)
    expect(moved.map(({ deadlines }) => deadlines.map(({ reason }) => reason !== ''))).toEqual([[false, true]])
    // what is done rests on another source than the promise
    for (const { evidence, events } of all.filter(({ status }) => status === 'done')) {
      const proof = events.find(({ kind }) => kind === 'done')!.evidence!
      expect(evidence.map(({ source }) => source)).not.toContain(proof.source)
    }
  })

  test('has a visit to come with meetings on the clock of another time zone, and a meeting with an agreed protocol', async () => {
    const events = await rooms.record.listCooperation(ulgiqala, 'event')
    const visit = events.find(({ content }) => content.kind === 'visit' && content.state === 'planned')!
    expect(visit.content.startsAt.slice(0, 10)).toBe(daysAfter(today(), 21))
    const programme = events.filter(({ content }) => content.parent === visit.number)
    expect(programme.length).toBeGreaterThan(2)
    expect(new Set(programme.map(({ content }) => content.timeZone))).toEqual(new Set(['Atlantic/Cape_Verde']))
    const agreed = events.filter(({ content }) => content.protocol.state === 'agreed')
    expect(agreed.map(({ content }) => content.protocol.points.map(({ kind }) => kind))).toEqual([
      ['heard', 'spoke', 'spoke', 'decided', 'decided', 'decided'],
    ])
    const assignments = await rooms.record.listCooperation(ulgiqala, 'assignment')
    for (const point of agreed[0]!.content.protocol.points)
      expect([null, ...assignments.map(({ number }) => number)]).toContain(point.assignment)
  })

  test('has one active partnership and one that sleeps', async () => {
    const [active, asleep] = await rooms.record.listCooperation(ulgiqala, 'partnership')
    const attendance = await rooms.record.listCooperation(ulgiqala, 'attendance')
    const events = await rooms.record.listCooperation(ulgiqala, 'event')
    const state = ({ content }: NonNullable<typeof active>) => {
      const numbers = attendance.filter((one) => one.content.partner === content.partner).map((one) => one.content.event)
      const days = events
        .filter(({ number }) => numbers.includes(number))
        .map((one) => one.content.startsAt.slice(0, 10) || one.content.dated)
      return partnershipOn(content.stages, days, today())
    }
    expect(state(active!)).toMatchObject({ kind: 'reached', reached: 'active' })
    expect(state(asleep!)).toMatchObject({ kind: 'dormant', reached: 'signed' })
  })

  test('has an agreement in force with its file and its day of notice, and two projects', async () => {
    const [memorandum] = await rooms.record.listCooperation(ulgiqala, 'agreement')
    expect(agreementTermOn(memorandum!.content, today())).toMatchObject({
      state: 'in_force',
      noticeBy: daysAfter(daysAfter(today(), 395), -90),
    })
    const [file] = await rooms.record.listAgreementFiles(ulgiqala, memorandum!.number)
    expect(file).toMatchObject({ name: 'memorandum-tengizkent.txt', mediaType: 'text/plain' })
    expect(await rooms.record.listCooperation(ulgiqala, 'project')).toHaveLength(2)
  })

  test('keeps assignments with the staff, and nothing public names what is not', async () => {
    for (const kind of recordKinds)
      for (const one of await rooms.record.listCooperation(ulgiqala, kind)) {
        expect(one.publishedAt === null, `${kind} ${one.number}`).toBe(kind === 'assignment')
        if (one.publishedAt !== null) expect(namedBy(kind, one.content).map(({ to }) => to)).not.toContain('assignment')
      }
  })
})
