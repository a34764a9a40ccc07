import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countEdits, mostEdits, noEdits, readEdits, roundPlace, writeEdits, type WhatIfEdits } from './what-if-edits.ts'

const read = (query: string): WhatIfEdits => readEdits(new URLSearchParams(query))

test.each([
  { case: 'nothing', query: '', edits: noEdits },
  { case: 'words that are no edits', query: 'asOf=2026-01-01&add=', edits: noEdits },
  { case: 'a place with a letter', query: 'add=76.9,north', edits: noEdits },
  { case: 'a place outside the world', query: 'add=200,43&add=76.9,95', edits: noEdits },
  { case: 'an exponent, that another reader might take for a number', query: 'add=1e2,4e1', edits: noEdits },
  { case: 'a move without a stop', query: 'move=:76.9,43', edits: noEdits },
  {
    case: 'a stop whose id holds a colon',
    query: 'move=a:b:76.9,43',
    edits: { ...noEdits, moved: new Map([['a:b', { lon: 76.9, lat: 43 }]]) },
  },
  { case: 'a stop that is removed twice', query: 'remove=x&remove=x', edits: { ...noEdits, removed: ['x'] } },
  { case: 'earlier edits in the field of a form', query: 'tried=remove%3Dx&remove=y', edits: { ...noEdits, removed: ['x', 'y'] } },
  { case: 'a stop that is moved and removed', query: 'move=x:1,2&remove=x', edits: { ...noEdits, removed: ['x'] } },
  {
    case: 'a stop that is moved twice',
    query: 'move=x:1,2&move=x:3,4',
    edits: { ...noEdits, moved: new Map([['x', { lon: 3, lat: 4 }]]) },
  },
])('$case', ({ query, edits }) => {
  expect(read(query)).toEqual(edits)
})

test('what comes after the first sixty is passed over, and other words do not count', () => {
  const query = `lang=kk&${Array.from({ length: 100 }, (_, index) => `add=${index},1`).join('&')}`
  expect(countEdits(read(query))).toBe(mostEdits)
})

test('what is written is read back', () => {
  const place = fc.record({ lon: fc.double({ min: -180, max: 180, noNaN: true }), lat: fc.double({ min: -90, max: 90, noNaN: true }) })
  const id = fc.string({ minLength: 1, maxLength: 20 })
  const edits = fc.record({
    added: fc.array(place, { maxLength: 10 }),
    removed: fc.uniqueArray(id, { maxLength: 10 }),
    moved: fc.array(fc.tuple(id, place), { maxLength: 10 }),
  })
  fc.assert(
    fc.property(edits, ({ added, removed, moved }) => {
      const tried: WhatIfEdits = {
        added: added.map(roundPlace),
        removed,
        moved: new Map(moved.filter(([key]) => !removed.includes(key)).map(([key, to]) => [key, roundPlace(to)])),
      }
      expect(read(new URLSearchParams(writeEdits(tried)).toString())).toEqual(tried)
    }),
  )
})
