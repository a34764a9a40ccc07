import { expect, test } from 'vitest'
import { opinionMaps } from './opinion-map.examples.ts'
import { layOutOpinionMap, shades } from './opinion-map-layout.ts'

const data = opinionMaps['twoGroups']!

test('the closest stand darkest, and everybody who is shown has a shade', () => {
  const { cells } = layOutOpinionMap(data, 560)
  expect(cells[0]?.shade).toBe(shades)
  expect(Math.min(...cells.map(({ shade }) => shade))).toBeGreaterThanOrEqual(1)
  expect(cells[2]!.shade).toBeLessThan(cells[1]!.shade)
})

test('y points upwards, and the name stands in the middle of its people', () => {
  const { cells, names } = layOutOpinionMap(data, 560)
  expect(cells[0]?.path).toBe('M70 350h70v70h-70z')
  expect(names.map(({ text }) => text)).toEqual(['A', 'B'])
  expect(names[0]!.x).toBeLessThan(names[1]!.x)
  expect(names[0]!.y).toBeGreaterThan(names[1]!.y)
})

test('whoever stands outside of the map is shown at its edge', () => {
  const { own } = layOutOpinionMap({ ...data, own: { x: 9, y: -9, label: 'You' } }, 560)
  expect(own).toEqual({ x: 560, y: 560, label: 'You' })
})
