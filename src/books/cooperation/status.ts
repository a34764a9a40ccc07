import { lastDayOf, yearsAfter, type PartialDate } from './partial-date.ts'

/**
 * What happened to a commitment or an assignment. Only ever added; a wrong one is taken back by another that names it.
 *
 * - `started`, `reported`  work goes on; `done`  it is finished; both with a place in a source
 * - `lapsed`  its time is over and nobody does it any more; `withdrawn`  who promised took it back; `superseded`  another took its place
 */
export const statusEventKinds = ['confirmed', 'started', 'reported', 'done', 'lapsed', 'withdrawn', 'superseded', 'retracted'] as const
export type StatusEventKind = (typeof statusEventKinds)[number]

export interface StatusEvent {
  number: number
  kind: StatusEventKind
  /** Day in the world, not the day of the entry. */
  on: string
  /** Number of the source that bears it out, and whether that is another one than the promise's; null: none was given. */
  evidence: { source: number; isIndependent: boolean } | null
  /** Of `retracted`: the number of the event that is taken back. */
  retracts: number | null
}

/** `silent`: nothing was ever heard of it. A gap is shown as a gap. */
export type Status = 'silent' | 'confirmed' | 'started' | 'overdue' | 'done' | 'lapsed' | 'withdrawn' | 'superseded'

/** Of events on one day the later in this list wins: whoever starts and finishes on a day has finished. */
const order: readonly StatusEventKind[] = ['confirmed', 'started', 'reported', 'lapsed', 'superseded', 'withdrawn', 'done']

const statusAfter: Readonly<Partial<Record<StatusEventKind, Status>>> = {
  confirmed: 'confirmed',
  started: 'started',
  reported: 'started',
  done: 'done',
  lapsed: 'lapsed',
  withdrawn: 'withdrawn',
  superseded: 'superseded',
}

/**
 * Where a commitment stands on a day. It is computed from what happened, never typed in; in which order the events were entered plays no part.
 *
 * "Done" without a source other than that of the promise counts as a report: nobody bears out her own word.
 *
 * @param due  the deadline in force; '' where there is none
 * @param today  ISO day in the city's time zone
 * @example
 * statusOn([], '', '2026-11-23') // => 'silent'
 * statusOn([], '2026-10', '2026-11-01') // => 'overdue'
 */
export function statusOn(events: readonly StatusEvent[], due: PartialDate, today: string): Status {
  const latest = inForce(events, today).reduce<StatusEvent | null>(
    (best, event) => (best === null || isLater(event, best) ? event : best),
    null,
  )
  const status = latest === null ? 'silent' : (statusAfter[kindOf(latest)] ?? 'silent')
  const lastDay = lastDayOf(due)
  return isOpen(status) && lastDay !== null && today > lastDay ? 'overdue' : status
}

/** Something is still to be done. */
const isOpen = (status: Status): boolean => status === 'silent' || status === 'confirmed' || status === 'started'

/** Events that count on a day: not taken back, and not of the future. */
export function inForce(events: readonly StatusEvent[], today: string): StatusEvent[] {
  if (events.length === 0) return []
  const retracted = new Set(events.flatMap(({ kind, retracts }) => (kind === 'retracted' && retracts !== null ? [retracts] : [])))
  return events.filter(({ kind, number, on }) => kind !== 'retracted' && !retracted.has(number) && on <= today)
}

const isBorneOut = ({ evidence }: StatusEvent): boolean => evidence?.isIndependent === true
const kindOf = (event: StatusEvent): StatusEventKind => (event.kind === 'done' && !isBorneOut(event) ? 'reported' : event.kind)
const isLater = (one: StatusEvent, other: StatusEvent): boolean =>
  one.on === other.on ? order.indexOf(kindOf(one)) > order.indexOf(kindOf(other)) : one.on > other.on

/**
 * `since`: the day of the last report, or of the promise as far as it is known. `not_assessed`: nothing was reported, and nobody knows since
 * when. `closed`: it is done or given up, and nobody waits for a report.
 */
export type ReportLight =
  | { light: 'green' | 'yellow' | 'red'; since: PartialDate; of: 'report' | 'promise' }
  | { light: 'not_assessed' | 'closed'; since: null; of: null }

/**
 * Whether anybody still reports on a commitment, as the UN does for its register of partnerships: green for a report within the last year,
 * yellow for an older one, red and "inactive" once two years have gone by without one.
 *
 * A promise is no report on itself, and what rests on the promise's own source alone is none either: nobody bears out her own word. Without
 * any report it is yellow from the last day on which it may have been made and red two years later, never green. What is done, lapsed,
 * withdrawn or superseded is closed: it has no light.
 *
 * Source  UN DESA, SDG Actions Platform, progress reporting.
 *
 * @param madeOn  when the promise was made, as far as it is known
 * @example
 * reportLight([], '2016-04', '2026-11-23') // => { light: 'red', since: '2016-04', of: 'promise' }
 */
export function reportLight(events: readonly StatusEvent[], madeOn: PartialDate, today: string): ReportLight {
  if (!isOpen(statusOn(events, '', today))) return { light: 'closed', since: null, of: null }
  const reports = inForce(events, today).filter(isBorneOut)
  const last = reports.reduce<string | null>((latest, { on }) => (latest === null || on > latest ? on : latest), null)
  const counted = last ?? lastDayOf(madeOn)
  if (counted === null) return { light: 'not_assessed', since: null, of: null }
  const said = last === null ? ({ since: madeOn, of: 'promise' } as const) : ({ since: last, of: 'report' } as const)
  if (today >= yearsAfter(counted, 2)) return { light: 'red', ...said }
  return { light: last === null || today > yearsAfter(counted, 1) ? 'yellow' : 'green', ...said }
}
