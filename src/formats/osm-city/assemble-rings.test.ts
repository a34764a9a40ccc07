import { expect, test } from 'vitest'
import { assembleRings } from './assemble-rings.ts'

const waysOf = (...ways: number[][]) => {
  const parts = ways.map((way, i) => {
    const from = ways.slice(0, i).flat().length
    return { from, to: from + way.length }
  })
  return assembleRings(Uint32Array.from(ways.flat()), parts)
}

test.each([
  { case: 'one closed way', ways: [[1, 2, 3, 1]], rings: [[1, 2, 3]], notClosed: 0 },
  {
    case: 'two ways, one of them the other way round',
    ways: [
      [1, 2, 3],
      [1, 4, 3],
    ],
    rings: [[1, 2, 3, 4]],
    notClosed: 0,
  },
  {
    case: 'three ways in any order',
    ways: [
      [1, 2],
      [3, 4, 1],
      [2, 3],
    ],
    rings: [[1, 2, 3, 4]],
    notClosed: 0,
  },
  {
    case: 'two rings that do not touch',
    ways: [
      [1, 2, 3, 1],
      [5, 6],
      [6, 7, 5],
    ],
    rings: [
      [1, 2, 3],
      [5, 6, 7],
    ],
    notClosed: 0,
  },
  {
    case: 'a ring and an end that leads nowhere',
    ways: [
      [1, 2, 3, 1],
      [5, 6],
    ],
    rings: [[1, 2, 3]],
    notClosed: 1,
  },
  { case: 'there and back: no area', ways: [[1, 2, 1]], rings: [], notClosed: 1 },
  { case: 'no ways', ways: [], rings: [], notClosed: 0 },
])('$case', ({ ways, rings, notClosed }) => {
  expect(waysOf(...ways)).toEqual({ rings, notClosed })
})
