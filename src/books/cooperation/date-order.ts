import { dayIn } from '../as-of.ts'
import type { Refusal } from '../outcome.ts'
import { dayOfEvent } from './event-tree.ts'
import { firstDayOf, lastDayOf, parsePartialDate, type PartialDate } from './partial-date.ts'
import type { Agreement, Commitment, Contents, CooperationEvent, InvestmentProject, Membership, RecordKind } from './records.ts'
import { isTimeZone } from './two-clocks.ts'

/**
 * Whether a day comes before another, whichever days of their month or year are meant. Of two times on the clock of one place the hour
 * counts as well. What is no date comes before nothing.
 *
 * @example
 * isSurelyBefore('2016-04', '2016-04-30') // => false
 * isSurelyBefore('2016-04', '2016-05') // => true
 * isSurelyBefore('2016-04-04T09:00', '2016-04-04T10:00') // => true
 */
export function isSurelyBefore(one: PartialDate, other: PartialDate): boolean {
  const [last, first] = [lastDayOf(readable(one)), firstDayOf(readable(other))]
  if (last === null || first === null) return false
  return one.length === 16 && other.length === 16 ? one < other : last < first
}

const readable = (text: string): PartialDate => parsePartialDate(text.slice(0, 10)) ?? ''

/**
 * Days of a record that cannot follow each other as they are given: an end before its beginning. Only what is impossible for sure.
 *
 * @example
 * orderProblems('membership', { person: 1, partner: 1, role: {}, from: '2016', until: '2015-12' })
 * // => [{ code: 'end_before_begin', field: 'until', details: { value: '2015-12', begin: '2016' } }]
 */
export function orderProblems<Kind extends RecordKind>(kind: Kind, content: Contents[Kind]): Refusal[] {
  if (kind === 'event') {
    const { startsAt, dated, endsAt } = content as CooperationEvent
    return ending('end_before_begin', 'endsAt', endsAt, startsAt || dated)
  }
  if (kind === 'membership' || kind === 'project') {
    const { from, until } = content as Membership | InvestmentProject
    return ending('end_before_begin', 'until', until, from)
  }
  if (kind !== 'agreement') return []
  const { signedOn, inForceFrom, until } = content as Agreement
  return [...ending('until_before_signed', 'until', until, signedOn), ...ending('until_before_in_force', 'until', until, inForceFrom)]
}

const ending = (code: string, field: string, value: string, begin: string): Refusal[] =>
  isSurelyBefore(value, begin) ? [{ code, field, details: { value: spaced(value), begin: spaced(begin) } }] : []

const spaced = (time: string): string => time.replace('T', ' ')

/**
 * What a record says was done and is still to come: a meeting held, an agreement signed, a promise made.
 *
 * @param cityZone  time zone of the city; an event has that of its place
 * @example
 * futureProblems('agreement', { signedOn: '2027' }, new Date('2026-11-23T06:00:00Z'), 'Asia/Almaty')
 * // => [{ code: 'signed_in_future', field: 'signedOn', details: { value: '2027' } }]
 */
export function futureProblems<Kind extends RecordKind>(kind: Kind, content: Contents[Kind], at: Date, cityZone: string): Refusal[] {
  const coming = (code: string, field: string, value: PartialDate, zone: string): Refusal[] =>
    isSurelyBefore(dayIn(zone, at), value) ? [{ code, field, details: { value } }] : []
  if (kind === 'agreement') return coming('signed_in_future', 'signedOn', (content as Agreement).signedOn, cityZone)
  if (kind === 'commitment') return coming('promised_in_future', 'madeOn', (content as Commitment).madeOn, cityZone)
  if (kind !== 'event') return []
  const event = content as CooperationEvent
  const zone = isTimeZone(event.timeZone) ? event.timeZone : cityZone
  return event.state === 'held' ? coming('held_in_future', event.startsAt === '' ? 'dated' : 'startsAt', dayOfEvent(event), zone) : []
}

/**
 * What a commitment has already and what cannot be before its day, when that day is moved: the deadline in force, and what happened.
 *
 * @param field  of the form that moves it
 * @param promised  the day to which it is moved
 * @example
 * movedDayProblems('madeOn', '2026-05', { commitment: 3, due: '2026-04', happened: [] })
 * // => [{ code: 'promise_after_due', field: 'madeOn', details: { commitment: 3, promised: '2026-05', value: '2026-04' } }]
 */
export function movedDayProblems(
  field: string,
  promised: PartialDate,
  { commitment, due, happened }: { commitment: number; due: PartialDate; happened: readonly PartialDate[] },
): Refusal[] {
  const earliest = happened.toSorted()[0] ?? ''
  const late = (code: string, value: PartialDate): Refusal[] =>
    isSurelyBefore(value, promised) ? [{ code, field, details: { commitment, promised, value } }] : []
  return [...late('promise_after_due', due), ...late('promise_after_event', earliest)]
}

/** Day of a promise: its own, or that of its event. */
export const dayOfPromise = (
  { madeOn }: Pick<Commitment, 'madeOn'>,
  event: Pick<CooperationEvent, 'startsAt' | 'dated'> | null,
): PartialDate => madeOn || (event === null ? '' : dayOfEvent(event))
