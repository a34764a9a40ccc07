import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countEdits, mostEdits, noEdits } from '../../books/indicators/sdg-11/access/what-if-edits.ts'
import { openSession, reduce, type Change, type Session } from './session.ts'

const here = { lon: 76.9, lat: 43.2 }
const there = { lon: 76.8, lat: 43.3 }
const after = (...changes: Change[]): Session => changes.reduce(reduce, openSession(noEdits))

test.each([
  { case: 'a stop is added', changes: [{ kind: 'add', place: here }], edits: { ...noEdits, added: [here] } },
  {
    case: 'an added stop that is moved is one stop',
    changes: [
      { kind: 'add', place: here },
      { kind: 'move', stop: { kind: 'added', index: 0 }, place: there },
    ],
    edits: { ...noEdits, added: [there] },
  },
  {
    case: 'an added stop that is removed was never there',
    changes: [
      { kind: 'add', place: here },
      { kind: 'add', place: there },
      { kind: 'remove', stop: { kind: 'added', index: 0 } },
    ],
    edits: { ...noEdits, added: [there] },
  },
  {
    case: 'a stop that is moved and then removed is removed',
    changes: [
      { kind: 'move', stop: { kind: 'own', id: 'a' }, place: there },
      { kind: 'remove', stop: { kind: 'own', id: 'a' } },
    ],
    edits: { ...noEdits, removed: ['a'] },
  },
  {
    case: 'a stop that is restored stands where it stood',
    changes: [
      { kind: 'move', stop: { kind: 'own', id: 'a' }, place: there },
      { kind: 'restore', id: 'a' },
    ],
    edits: noEdits,
  },
  {
    case: 'a removed stop cannot be moved',
    changes: [
      { kind: 'remove', stop: { kind: 'own', id: 'a' } },
      { kind: 'move', stop: { kind: 'own', id: 'a' }, place: there },
    ],
    edits: { ...noEdits, removed: ['a'] },
  },
] satisfies Array<{ case: string; changes: Change[]; edits: unknown }>)('$case', ({ changes, edits }) => {
  expect(after(...changes).edits).toEqual(edits)
})

test('undo leads back through every change, and a reset can be undone', () => {
  const place = fc.constantFrom(here, there)
  const stop = fc.oneof(
    fc.record({ kind: fc.constant('own' as const), id: fc.constantFrom('a', 'b') }),
    fc.record({ kind: fc.constant('added' as const), index: fc.nat(3) }),
  )
  const change = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), place }),
    fc.record({ kind: fc.constant('move' as const), stop, place }),
    fc.record({ kind: fc.constant('remove' as const), stop }),
    fc.constant({ kind: 'reset' as const }),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const states = [openSession(noEdits)]
      for (const one of changes) states.push(reduce(states.at(-1) ?? openSession(noEdits), one))
      const seen = states.filter((state, index) => index === 0 || state !== states[index - 1])
      let now = states.at(-1) ?? openSession(noEdits)
      for (const state of seen.toReversed()) {
        expect(now.edits).toEqual(state.edits)
        now = reduce(now, { kind: 'undo' })
      }
    }),
  )
})

test('nothing is undone where nothing was done, and there is an end to adding', () => {
  const fresh = openSession(noEdits)
  expect(reduce(fresh, { kind: 'undo' })).toBe(fresh)
  expect(reduce(fresh, { kind: 'reset' })).toBe(fresh)
  const full = after(...Array.from({ length: mostEdits + 5 }, (): Change => ({ kind: 'add', place: here })))
  expect(countEdits(full.edits)).toBe(mostEdits)
})
