import { bestPairs, type Choice } from './best-pairs.ts'
import { colourPairs } from './colour-pairs.ts'

export interface MeetingProblem {
  choices: readonly Choice[]
  /** Slots in which each row and each column can come, and how often it comes at most. */
  rows: readonly Place[]
  columns: readonly Place[]
  slots: number
  tables: number
}

interface Place {
  slots: readonly number[]
  most: number
}

export interface ChosenMeetings {
  /** Of each choice the slot, or -1. */
  slotOf: readonly number[]
  worth: number
  /** No choice of meetings is worth more than this. */
  bound: number
}

/** Rounds of improvement where not everybody can always come; each round may only gain. */
const mostRounds = 8

/**
 * Which pairs meet, and when: nobody is in two places at once, no pair meets twice, no slot has more meetings than tables.
 *
 * Where everybody can come in every slot the answer is exact: the best pairs are chosen at once, and every such choice fits into the slots
 * (`colourPairs`). Where some cannot, choosing the best is NP-hard (Even, Itai, Shamir 1976). Then each slot on its own is filled exactly,
 * again and again given all others, until no slot gains; `bound` says what nobody could exceed, and so how far from the best it may be.
 */
export function chooseMeetings(problem: MeetingProblem): ChosenMeetings {
  const { choices, rows, columns, slots, tables } = problem
  const can = choices.map(({ row, column }) => rows[row]!.slots.filter((slot) => columns[column]!.slots.includes(slot)))
  const capacity = (places: readonly Place[]) => places.map((place) => Math.min(place.most, place.slots.length))
  const possible = [...choices.keys()].filter((index) => can[index]!.length > 0)
  const best = bestPairs(
    possible.map((index) => choices[index]!),
    capacity(rows),
    capacity(columns),
    slots * tables,
  ).map((index) => possible[index]!)
  const bound = worthOf(choices, best)
  const isAlwaysFree = [...rows, ...columns].every((place) => place.slots.length === slots)
  if (isAlwaysFree) {
    const slotOf = choices.map(() => -1)
    const colours = colourPairs(
      best.map((index) => choices[index]!),
      slots,
      tables,
    )
    for (const [at, index] of best.entries()) slotOf[index] = colours[at]!
    return { slotOf, worth: bound, bound }
  }
  // Two ways to begin: with all pairs, and with those of the bound alone. The better end counts.
  const ends = [possible, best].map((begin) => improve(problem, can, begin))
  const [first, second] = ends.map((slotOf) => ({
    slotOf,
    worth: worthOf(
      choices,
      [...slotOf.keys()].filter((index) => slotOf[index]! >= 0),
    ),
    bound,
  }))
  return second!.worth > first!.worth ? second! : first!
}

const worthOf = (choices: readonly Choice[], indices: readonly number[]): number =>
  indices.reduce((sum, index) => sum + choices[index]!.worth, 0)

function improve(
  { choices, rows, columns, slots, tables }: MeetingProblem,
  can: ReadonlyArray<readonly number[]>,
  begin: readonly number[],
): number[] {
  const slotOf = choices.map(() => -1)
  const all = [...choices.keys()].filter((index) => can[index]!.length > 0)
  const fill = (slot: number, from: readonly number[]) => {
    for (const index of all) if (slotOf[index] === slot) slotOf[index] = -1
    const candidates = from.filter((index) => slotOf[index]! < 0 && can[index]!.includes(slot))
    const met = (side: 'row' | 'column') => {
      const counts = new Map<number, number>()
      for (const index of all) if (slotOf[index]! >= 0) counts.set(choices[index]![side], (counts.get(choices[index]![side]) ?? 0) + 1)
      return counts
    }
    const [rowMet, columnMet] = [met('row'), met('column')]
    const room = (places: readonly Place[], counts: ReadonlyMap<number, number>) =>
      places.map(({ most }, at) => Math.min(1, most - (counts.get(at) ?? 0)))
    const chosen = bestPairs(
      candidates.map((index) => choices[index]!),
      room(rows, rowMet),
      room(columns, columnMet),
      tables,
    )
    for (const index of chosen) slotOf[candidates[index]!] = slot
  }
  const worth = () => all.reduce((sum, index) => (slotOf[index]! < 0 ? sum : sum + choices[index]!.worth), 0)
  for (let slot = 0; slot < slots; slot++) fill(slot, begin)
  for (let round = 0, before = -1; round < mostRounds && worth() > before; round++) {
    before = worth()
    for (let slot = 0; slot < slots; slot++) fill(slot, all)
  }
  return slotOf
}
