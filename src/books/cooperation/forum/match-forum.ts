import { chooseMeetings } from './choose-meetings.ts'
import type { ForumInput, ForumParticipant, ForumSchedule, Meeting, UnmetWish, Wish } from './forum.ts'
import { groupBy, pairsOf, type Pair } from './pair-points.ts'

/**
 * The schedule of a forum: who meets whom, when, at which table, and why; which wishes stay open, and why. Meetings that have to be come
 * before everything else: each counts more than all points together. The same input gives the same schedule.
 */
export function matchForum(input: ForumInput): ForumSchedule {
  const { participants, slots, tables } = input
  const sides = (['investor', 'owner'] as const).map((side) => participants.filter((one) => one.side === side))
  const [investors = [], owners = []] = sides
  const pairs = pairsOf(input)
  const must = pairs.reduce((sum, { points }) => sum + points, 1)
  const [rows = [], columns = []] = sides.map((side) => side.map((one) => ({ slots: one.slots, most: one.mostMeetings ?? slots.length })))
  const { slotOf, worth, bound } = chooseMeetings({
    choices: pairs.map(({ investor, owner, points, isMust }) => ({ row: investor, column: owner, worth: points + (isMust ? must : 0) })),
    ...{ rows, columns, slots: slots.length, tables },
  })
  const meetings = meetingsOf(pairs, slotOf, investors, owners)
  const met = new Set(meetings.flatMap(({ investor, owner }) => [investor, owner]))
  return {
    meetings,
    unmet: unmetOf(input, meetings),
    idle: participants.map(({ code }) => code).filter((code) => !met.has(code)),
    points: meetings.reduce((sum, { points }) => sum + points, 0),
    // Points alone; comparable where as many meetings that have to be were kept.
    bound: Math.floor(worth / must) === Math.floor(bound / must) ? bound % must : null,
    isBest: worth === bound,
  }
}

/** In the order of slots; the tables of a slot in the order of the investors' names in the list. */
function meetingsOf(
  pairs: readonly Pair[],
  slotOf: readonly number[],
  investors: readonly ForumParticipant[],
  owners: readonly ForumParticipant[],
): Meeting[] {
  const tables = new Map<number, number>()
  return pairs
    .flatMap((pair, index) => ((slotOf[index] ?? -1) < 0 ? [] : [{ pair, slot: slotOf[index]! }]))
    .sort((a, b) => a.slot - b.slot || a.pair.investor - b.pair.investor)
    .map(({ pair: { investor, owner, project, points, reasons }, slot }) => {
      const table = (tables.get(slot) ?? 0) + 1
      tables.set(slot, table)
      return { slot, table, investor: investors[investor]!.code, owner: owners[owner]!.code, project, points, reasons }
    })
}

function unmetOf({ wishes, participants, slots, tables }: ForumInput, meetings: readonly Meeting[]): UnmetWish[] {
  const known = new Map(participants.map((one) => [one.code, one]))
  const metOf = groupBy(
    meetings.flatMap(({ investor, owner, slot }) => [
      { who: investor, with: owner, slot },
      { who: owner, with: investor, slot },
    ]),
    ({ who }) => who,
  )
  const inSlot = groupBy(meetings, ({ slot }) => String(slot))
  const isRefused = new Set(wishes.filter(({ value }) => value === 'never').map(({ from, to }) => `${from} ${to}`))
  const why = ({ from, to }: Wish): UnmetWish['why'] => {
    if (isRefused.has(`${to} ${from}`) || isRefused.has(`${from} ${to}`)) return 'refused'
    const [asker, other] = [known.get(from)!, known.get(to)!]
    const common = asker.slots.filter((slot) => other.slots.includes(slot))
    if (common.length === 0) return 'no_common_slot'
    const isFull = (one: ForumParticipant) => {
      const own = metOf.get(one.code) ?? []
      return own.length >= (one.mostMeetings ?? slots.length) || common.every((slot) => own.some((meeting) => meeting.slot === slot))
    }
    if (isFull(asker)) return 'asker_full'
    if (isFull(other)) return 'other_full'
    if (common.every((slot) => (inSlot.get(String(slot)) ?? []).length >= tables)) return 'tables_full'
    return 'others_fit_better'
  }
  return wishes
    .filter((wish) => wish.value !== 'never' && !(metOf.get(wish.from) ?? []).some((meeting) => meeting.with === wish.to))
    .map((wish) => ({ wish, why: why(wish) }))
}
