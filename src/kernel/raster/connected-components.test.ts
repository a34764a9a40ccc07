import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connectedComponents } from './connected-components.ts'

const grid = (...rows: string[]) => ({ member: Uint8Array.from(rows.join(''), (c) => (c === '#' ? 1 : 0)), width: rows[0]?.length ?? 1 })

test.each([
  { case: 'nothing', ...grid('..', '..'), four: 0, eight: 0 },
  { case: 'everything', ...grid('##', '##'), four: 1, eight: 1 },
  { case: 'a corner joins by 8 only', ...grid('#.', '.#'), four: 2, eight: 1 },
  { case: 'the end of a row is no neighbour of the next', ...grid('..#', '#..'), four: 2, eight: 2 },
  { case: 'two arms that meet below', ...grid('#.#', '#.#', '###'), four: 1, eight: 1 },
  { case: 'a ring and what is in it', ...grid('#####', '#...#', '#.#.#', '#...#', '#####'), four: 2, eight: 2 },
])('$case', ({ member, width, four, eight }) => {
  expect(connectedComponents(member, width, 4).count).toBe(four)
  expect(connectedComponents(member, width, 8).count).toBe(eight)
})

/** Spreads from each cell to its neighbours until nothing is left: slow and obvious. */
function flood(member: Uint8Array, width: number, neighbours: 4 | 8): number[] {
  const height = member.length / width
  const label = Array.from(member, () => -1)
  let count = 0
  const spread = (x: number, y: number, number: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height || member[y * width + x] === 0 || label[y * width + x] !== -1) return
    label[y * width + x] = number
    for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) if (neighbours === 8 || dx === 0 || dy === 0) spread(x + dx, y + dy, number)
  }
  for (const [cell, isMember] of member.entries())
    if (isMember && label[cell] === -1) spread(cell % width, Math.floor(cell / width), count++)
  return label
}

test('the same labels as spreading cell by cell, on any grid', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 81, maxLength: 81 }),
      fc.constantFrom(4 as const, 8 as const),
      (width, height, cells, neighbours) => {
        const member = Uint8Array.from(cells.slice(0, width * height))
        expect([...connectedComponents(member, width, neighbours).label]).toEqual(flood(member, width, neighbours))
      },
    ),
    { numRuns: 500 },
  )
})
