import { firstDayOf, lastDayOf, yearsAfter, type PartialDate } from './partial-date.ts'
import type { Partnership } from './records.ts'

/** Years without an event after which a partnership counts as dormant. */
const dormantAfterYears = 2

/**
 * Where a partnership stands.
 *
 * - `none`  nothing is written down, or all of it lies in the future
 * - `dormant`  for 24 months nothing has happened; `reached` says how far it had come
 */
export type PartnershipState =
  | { kind: 'none' }
  | { kind: 'reached'; reached: Stage; on: PartialDate }
  | { kind: 'dormant'; reached: Stage; on: PartialDate; since: string }
type Stages = Partnership['stages']
type Stage = Stages[number]['stage']

/**
 * The stages that stand: what was entered by mistake and taken back is not among them.
 *
 * @example
 * standingStages([{ stage: 'signed', on: '2016', source: null, withdrawn: { at: '2026-11-23T06:00:00.000Z', reason: 'another city' } }]) // => []
 */
export const standingStages = (stages: Partnership['stages']): Stages => stages.filter(({ withdrawn }) => withdrawn === undefined)

/**
 * The stage of a partnership on a day. It is computed from the stages that were reached and from what the two cities did together; how
 * warmly anybody speaks of it plays no part. A partnership that has ended is not dormant.
 *
 * Source  the 24 months are our own rule; most registers of sister cities have none and keep every pair for ever.
 *
 * @param stages  as they are written down; of several on one day the one that stands later in the list counts
 * @param events  days of events with this partner, as far as they are known; those to come do not count
 * @param today  ISO day in the city's time zone
 * @example
 * partnershipOn([{ stage: 'idea', on: '2016-04' }], [], '2017-01-01') // => { kind: 'reached', reached: 'idea', on: '2016-04' }
 * partnershipOn([{ stage: 'idea', on: '2016-04' }], [], '2018-04-30') // => { kind: 'dormant', reached: 'idea', on: '2016-04', since: '2018-04-30' }
 */
export function partnershipOn(
  stages: ReadonlyArray<Pick<Stages[number], 'stage' | 'on'>>,
  events: readonly PartialDate[],
  today: string,
): PartnershipState {
  const past = stages.filter(({ on }) => hasBegun(on, today))
  const last = past.reduce<(typeof past)[number] | null>(
    (best, one) => (best === null || latestDay(one.on) >= latestDay(best.on) ? one : best),
    null,
  )
  if (last === null) return { kind: 'none' }
  const reached = { reached: last.stage, on: last.on }
  const latest = [...past.map(({ on }) => on), ...events.filter((day) => hasBegun(day, today))].map(latestDay).sort().at(-1)
  // Without any day nobody can say for how long nothing has happened.
  if (last.stage === 'ended' || !latest || today < yearsAfter(latest, dormantAfterYears)) return { kind: 'reached', ...reached }
  return { kind: 'dormant', ...reached, since: yearsAfter(latest, dormantAfterYears) }
}

const hasBegun = (date: PartialDate, today: string): boolean => (firstDayOf(date) ?? '') <= today

/** The last day that a date may mean, so that nothing counts as dormant too early; '' for an unknown one. */
const latestDay = (date: PartialDate): string => lastDayOf(date) ?? ''
