import { expect, test } from 'vitest'
import { carryIds } from './carry-ids.ts'
import { sentenceId } from './sections.ts'
import { testGoal, testVersion, versionWithGoal } from './programme.examples.ts'
import type { ProgrammeVersion, Sentence } from './programme.ts'

/** Sentences as a reader gives them: with derived ids. */
const read = (section: string, ...texts: string[]): Sentence[] =>
  texts.map((kk) => ({ id: sentenceId(section, { kk }), text: { kk }, sources: [] }))
const goalText = (version: ProgrammeVersion, goal = 0) => version.directions[0]?.goals[goal]?.text ?? []
const ids = (sentences: readonly Sentence[]) => sentences.map(({ id }) => id)
const carried = (before: readonly Sentence[], after: readonly Sentence[]) =>
  ids(goalText(carryIds(versionWithGoal({ text: before }), versionWithGoal({ text: after }))))

const roads = 'Жақсы күйдегі жолдардың үлесі 2030 жылы 80 %-ға жетеді.'
const roadsLater = 'Жақсы күйдегі жолдардың үлесі 2030 жылы 85 %-ға жетеді.'
const buses = 'Автобустар бөлінген жолақпен жүреді.'
const parks = 'Әр ауданда саябақ ашылады.'

test.each([
  { case: 'a changed number leaves the sentence the same one', before: [roads, buses], after: [roadsLater, buses], same: [0, 1] },
  { case: 'order does not matter', before: [roads, buses], after: [buses, roadsLater], same: [1, 0] },
  { case: 'a new sentence gets an id of its own', before: [roads], after: [parks, roads], same: [null, 0] },
  { case: 'a sentence that was cut leaves its id unused', before: [roads, buses], after: [buses], same: [1] },
  { case: 'the most alike wins when two could be meant', before: [roads], after: [roadsLater, roads], same: [null, 0] },
])('$case', ({ before, after, same }) => {
  const [old, now] = [read('g-1.1', ...before), read('g-1.1', ...after)]
  const expected = same.map((at, place) => (at === null ? now[place]?.id : old[at]?.id))
  expect(carried(old, now)).toEqual(expected)
  expect(new Set(expected).size).toBe(expected.length)
})

test('an id that the author wrote is never changed', () => {
  const old = [{ id: 's-old', text: { kk: roads }, sources: [] }]
  expect(carried(old, [{ id: 's-mine', text: { kk: roadsLater }, sources: [] }])).toEqual(['s-mine'])
})

test('a sentence that comes back word for word does not take the id of the one that was changed', () => {
  const first = versionWithGoal({ text: read('g-1.1', roads) })
  const second = carryIds(first, versionWithGoal({ text: read('g-1.1', roadsLater) }))
  const third = carryIds(second, versionWithGoal({ text: read('g-1.1', roadsLater, roads) }))
  expect(ids(goalText(third))[0]).toBe(ids(goalText(first))[0])
  expect(new Set(ids(goalText(third))).size).toBe(2)
})

test('a sentence that moves to another goal word for word keeps its id', () => {
  const two = (first: Sentence[], second: Sentence[]) =>
    testVersion({
      directions: [
        {
          id: 'd-1',
          number: '1',
          title: {},
          text: [],
          goals: [testGoal({ text: first }), testGoal({ id: 'g-1.2', number: '1.2', text: second })],
        },
      ],
    })
  const before = two(read('g-1.1', roads, buses), [])
  const after = carryIds(before, two(read('g-1.1', roads), read('g-1.2', buses)))
  expect(ids(goalText(after, 1))).toEqual([goalText(before)[1]?.id])
})

test('carrying twice changes nothing more', () => {
  const before = versionWithGoal({ text: read('g-1.1', roads, buses) })
  const once = carryIds(before, versionWithGoal({ text: read('g-1.1', buses, roadsLater, parks) }))
  expect(carryIds(before, once)).toEqual(once)
})
