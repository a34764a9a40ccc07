import fc from 'fast-check'
import munkres from 'munkres'
import { describe, expect, test } from 'vitest'
import { bestPairs, type Choice } from './best-pairs.ts'
import { chooseMeetings, type MeetingProblem } from './choose-meetings.ts'
import { colourPairs } from './colour-pairs.ts'
import type { ForumInput, ForumParticipant, Meeting } from './forum.ts'
import { matchForum } from './match-forum.ts'
import { pairsOf } from './pair-points.ts'

const choicesOf = (worths: readonly (readonly number[])[]): Choice[] =>
  worths.flatMap((row, r) => row.flatMap((worth, c) => (worth > 0 ? [{ row: r, column: c, worth }] : [])))

/** Every set of meetings there is: what is best is looked up, not computed. */
function bestByTrying({ choices, rows, columns, slots, tables }: MeetingProblem): number {
  const used = { row: new Set<string>(), column: new Set<string>() }
  const count = { row: new Map<number, number>(), column: new Map<number, number>(), slot: new Map<number, number>() }
  const try_ = (index: number): number => {
    const choice = choices[index]
    if (choice === undefined) return 0
    let best = try_(index + 1)
    const { row, column, worth } = choice
    if ((count.row.get(row) ?? 0) >= rows[row]!.most || (count.column.get(column) ?? 0) >= columns[column]!.most) return best
    for (let slot = 0; slot < slots; slot++) {
      if (!rows[row]!.slots.includes(slot) || !columns[column]!.slots.includes(slot)) continue
      if (used.row.has(`${row} ${slot}`) || used.column.has(`${column} ${slot}`) || (count.slot.get(slot) ?? 0) >= tables) continue
      const add = (by: 1 | -1) => {
        count.row.set(row, (count.row.get(row) ?? 0) + by)
        count.column.set(column, (count.column.get(column) ?? 0) + by)
        count.slot.set(slot, (count.slot.get(slot) ?? 0) + by)
      }
      used.row.add(`${row} ${slot}`)
      used.column.add(`${column} ${slot}`)
      add(1)
      best = Math.max(best, worth + try_(index + 1))
      add(-1)
      used.row.delete(`${row} ${slot}`)
      used.column.delete(`${column} ${slot}`)
    }
    return best
  }
  return try_(0)
}

const problems = (slotsOf: (slots: number) => fc.Arbitrary<number[]>) =>
  fc
    .record({ rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 3 }), slots: fc.integer({ min: 1, max: 3 }) })
    .chain(({ rows, columns, slots }) =>
      fc.record({
        worths: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        rows: fc.array(fc.record({ slots: slotsOf(slots), most: fc.integer({ min: 1, max: 3 }) }), { minLength: rows, maxLength: rows }),
        columns: fc.array(fc.record({ slots: slotsOf(slots), most: fc.integer({ min: 1, max: 3 }) }), {
          minLength: columns,
          maxLength: columns,
        }),
        slots: fc.constant(slots),
        tables: fc.integer({ min: 1, max: 3 }),
      }),
    )
    .map(({ worths, ...rest }): MeetingProblem => ({ ...rest, choices: choicesOf(worths) }))

/** Nobody in two places, no slot overfull, nobody where she cannot be. */
function expectValid({ choices, rows, columns, slots, tables }: MeetingProblem, slotOf: readonly number[]): void {
  const meetings = choices.flatMap((choice, index) => (slotOf[index]! < 0 ? [] : [{ ...choice, slot: slotOf[index]! }]))
  for (let slot = 0; slot < slots; slot++) {
    const now = meetings.filter((one) => one.slot === slot)
    expect(now.length).toBeLessThanOrEqual(tables)
    for (const side of ['row', 'column'] as const) expect(new Set(now.map((one) => one[side])).size).toBe(now.length)
  }
  for (const { row, column, slot } of meetings) {
    expect(rows[row]!.slots).toContain(slot)
    expect(columns[column]!.slots).toContain(slot)
  }
  for (const [at, { most }] of rows.entries()) expect(meetings.filter(({ row }) => row === at).length).toBeLessThanOrEqual(most)
  for (const [at, { most }] of columns.entries()) expect(meetings.filter(({ column }) => column === at).length).toBeLessThanOrEqual(most)
}

describe('the best meetings', () => {
  test('where everybody can always come, no schedule of all there are is worth more', () => {
    const always = (slots: number) => fc.constant(Array.from({ length: slots }, (_, slot) => slot))
    fc.assert(
      fc.property(problems(always), (problem) => {
        const { slotOf, worth, bound } = chooseMeetings(problem)
        expectValid(problem, slotOf)
        expect(worth).toBe(bestByTrying(problem))
        expect(bound).toBe(worth)
      }),
      { numRuns: 300 },
    )
  })

  test('where some cannot, the schedule is one that can be, the bound holds, and what is called best is best', () => {
    const some = (slots: number) => fc.subarray(Array.from({ length: slots }, (_, slot) => slot))
    let best = 0
    let tried = 0
    fc.assert(
      fc.property(problems(some), (problem) => {
        const { slotOf, worth, bound } = chooseMeetings(problem)
        expectValid(problem, slotOf)
        const right = bestByTrying(problem)
        expect(worth).toBeLessThanOrEqual(right)
        expect(right).toBeLessThanOrEqual(bound)
        tried++
        if (worth === right) best++
      }),
      { numRuns: 300, seed: 20261123 },
    )
    expect(best / tried).toBeGreaterThan(0.95)
  })

  test('in one slot it is the assignment problem: the same worth as by the Hungarian method', () => {
    const matrix = fc
      .integer({ min: 1, max: 12 })
      .chain((size) =>
        fc.array(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
      )
    fc.assert(
      fc.property(matrix, (worths) => {
        const ones = worths.map(() => 1)
        const choices = choicesOf(worths)
        const own = bestPairs(choices, ones, ones, worths.length).reduce((sum, index) => sum + choices[index]!.worth, 0)
        const theirs = munkres(worths.map((row) => row.map((worth) => -worth))).reduce((sum, [r, c]) => sum + worths[r]![c]!, 0)
        expect(own).toBe(theirs)
      }),
    )
  })

  test('slots are evened out: as many tables as are there are enough', () => {
    const all = Array.from({ length: 6 }, (_, row) => Array.from({ length: 6 }, (_, column) => ({ row, column }))).flat()
    fc.assert(
      fc.property(fc.subarray(all), (pairs) => {
        const tables = Math.max(1, Math.ceil(pairs.length / 6))
        const slots = colourPairs(pairs, 6, tables)
        expectValid(
          {
            choices: pairs.map((pair) => ({ ...pair, worth: 1 })),
            rows: Array.from({ length: 6 }, () => ({ slots: [0, 1, 2, 3, 4, 5], most: 6 })),
            columns: Array.from({ length: 6 }, () => ({ slots: [0, 1, 2, 3, 4, 5], most: 6 })),
            ...{ slots: 6, tables },
          },
          slots,
        )
        expect(slots.every((slot) => slot >= 0)).toBe(true)
      }),
    )
  })
})

const participant = (code: string, changes: Partial<ForumParticipant> = {}): ForumParticipant => ({
  ...{ code, side: code.startsWith('i') ? 'investor' : 'owner', organisation: code, languages: [], sectors: [] },
  ...{ amountFrom: null, amountTo: null, slots: [0, 1], mostMeetings: null },
  ...changes,
})
const forum = (changes: Partial<ForumInput>): ForumInput => ({
  ...{ slots: ['10:00', '10:30'], tables: 2, participants: [], projects: [], wishes: [] },
  ...changes,
})
const brief = (meetings: readonly Meeting[]) => meetings.map(({ slot, investor, owner }) => `${slot} ${investor} ${owner}`)

describe('a forum', () => {
  const four = ['i1', 'i2', 'o1', 'o2'].map((code) => participant(code))

  test('gives each meeting its reasons, and their points are those of the meeting', () => {
    const input = forum({
      participants: [
        participant('i1', { languages: ['th', 'en'], sectors: ['tourism'], amountFrom: 100, amountTo: 500 }),
        participant('o1', { languages: ['kk', 'en'] }),
      ],
      projects: [
        { code: 'p1', owner: 'o1', title: 'Hotel', sectors: ['tourism'], amount: 300 },
        { code: 'p2', owner: 'o1', title: 'Bridge', sectors: ['transport'], amount: 300 },
      ],
      wishes: [
        { from: 'i1', to: 'o1', project: null, value: 4 },
        { from: 'o1', to: 'i1', project: null, value: 2 },
      ],
    })
    const { meetings, points, isBest, idle, unmet } = matchForum(input)
    expect(meetings).toEqual([
      {
        ...{ slot: 0, table: 1, investor: 'i1', owner: 'o1', project: 'p1', points: 18 },
        reasons: [
          { code: 'investor_wish', points: 4 },
          { code: 'owner_wish', points: 2 },
          { code: 'mutual', points: 5 },
          { code: 'sector', points: 3, value: 'tourism' },
          { code: 'language', points: 2, value: 'en' },
          { code: 'amount', points: 2 },
        ],
      },
    ])
    expect([points, isBest, idle, unmet]).toEqual([18, true, [], []])
  })

  test('a meeting that has to be comes before any number of points; who refuses is left alone', () => {
    const wishes = [
      { from: 'i1', to: 'o1', project: null, value: 'must' as const },
      { from: 'i1', to: 'o2', project: null, value: 5 as const },
      { from: 'o2', to: 'i1', project: null, value: 5 as const },
      { from: 'i2', to: 'o1', project: null, value: 5 as const },
      { from: 'o1', to: 'i2', project: null, value: 'never' as const },
    ]
    const { meetings, unmet, idle } = matchForum(
      forum({ slots: ['10:00'], participants: four.map((one) => ({ ...one, slots: [0] })), wishes }),
    )
    expect(brief(meetings)).toEqual(['0 i1 o1'])
    expect(unmet.map(({ wish, why }) => `${wish.from} ${wish.to} ${why}`)).toEqual([
      'i1 o2 asker_full',
      'o2 i1 other_full',
      'i2 o1 refused',
    ])
    expect(idle).toEqual(['i2', 'o2'])
  })

  test('says why a wish stays open: no slot in common, no table left', () => {
    const wishes = [
      { from: 'i1', to: 'o1', project: null, value: 5 as const },
      { from: 'i2', to: 'o2', project: null, value: 1 as const },
    ]
    const apart = [participant('i1', { slots: [0] }), participant('o1', { slots: [1] }), participant('i2'), participant('o2')]
    expect(matchForum(forum({ participants: apart, wishes })).unmet).toEqual([{ wish: wishes[0], why: 'no_common_slot' }])
    const oneTable = matchForum(forum({ slots: ['10:00'], tables: 1, participants: four.map((one) => ({ ...one, slots: [0] })), wishes }))
    expect(oneTable.unmet).toEqual([{ wish: wishes[1], why: 'tables_full' }])
  })

  test('a project that is refused leaves the others of its owner', () => {
    const input = forum({
      participants: four,
      projects: [
        { code: 'p1', owner: 'o1', title: 'A', sectors: [], amount: null },
        { code: 'p2', owner: 'o1', title: 'B', sectors: [], amount: null },
      ],
      wishes: [
        { from: 'i1', to: 'o1', project: null, value: 3 },
        { from: 'i1', to: 'o1', project: 'p1', value: 'never' },
      ],
    })
    expect(matchForum(input).meetings.map(({ project }) => project)).toEqual(['p2'])
  })

  test('60 investors and 60 owners in 10 slots: everybody is free, and the schedule is the best', () => {
    const input = large(60, 10, 30, () => [...Array(10).keys()])
    const { meetings, isBest, points } = matchForum(input)
    expect(isBest).toBe(true)
    expect(meetings.length).toBe(300)
    expect(points).toBe(meetings.reduce((sum, one) => sum + one.points, 0))
    expect(pairsOf(input).length).toBeGreaterThan(1500)
  })

  test('the same input gives the same schedule', () => {
    const input = large(12, 4, 6, (at) => [0, 1, 2, 3].filter((slot) => (slot + at) % 4 !== 0))
    expect(matchForum(input)).toEqual(matchForum(structuredClone(input)))
  })
})

/** A forum with wishes here and there, the same each time. */
function large(size: number, slots: number, tables: number, slotsOf: (at: number) => number[]): ForumInput {
  const codes = Array.from({ length: size }, (_, at) => at)
  const value = (a: number, b: number) => ((a * 31 + b * 17) % 11) - 5
  return forum({
    slots: Array.from({ length: slots }, (_, slot) => String(slot)),
    tables,
    participants: codes.flatMap((at) => [participant(`i${at}`, { slots: slotsOf(at) }), participant(`o${at}`, { slots: slotsOf(at + 1) })]),
    wishes: codes.flatMap((a) =>
      codes.flatMap((b) =>
        value(a, b) > 0 ? [{ from: `i${a}`, to: `o${b}`, project: null, value: value(a, b) as 1 | 2 | 3 | 4 | 5 }] : [],
      ),
    ),
  })
}
