import { firstDayOf, type PartialDate } from './partial-date.ts'
import type { CooperationEvent, CooperationRecord } from './records.ts'

type EventRecord = CooperationRecord<'event'>

/** An event with the events within it, in the order in which they took place. */
export interface EventBranch {
  event: EventRecord
  within: EventBranch[]
}

/** The day of an event, as far as it is known. */
export const dayOfEvent = ({ startsAt, dated }: Pick<CooperationEvent, 'startsAt' | 'dated'>): PartialDate => startsAt.slice(0, 10) || dated

/**
 * The tree below one event. An event that names itself as its parent, by however many steps, stands in it once.
 *
 * @param all  every event that may belong to it
 */
export function branchOf(event: EventRecord, all: readonly EventRecord[], above: ReadonlySet<number> = new Set()): EventBranch {
  const seen = new Set([...above, event.number])
  const within = all.filter(({ number, content }) => content.parent === event.number && !seen.has(number)).sort(oldestFirst)
  return { event, within: within.map((one) => branchOf(one, all, seen)) }
}

/** Every event of a tree, from the top. */
export const eventsIn = ({ event, within }: EventBranch): EventRecord[] => [event, ...within.flatMap(eventsIn)]

/** Newest first; one without a day comes last. */
export const newestFirst = (a: EventRecord, b: EventRecord): number => momentOf(b).localeCompare(momentOf(a)) || b.number - a.number

/** One without a day stands where its number puts it, after those with one. */
const oldestFirst = (a: EventRecord, b: EventRecord): number =>
  (momentOf(a) || '9').localeCompare(momentOf(b) || '9') || a.number - b.number

const momentOf = ({ content }: EventRecord): string => content.startsAt || (firstDayOf(content.dated) ?? '')
