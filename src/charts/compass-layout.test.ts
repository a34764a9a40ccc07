import { expect, test } from 'vitest'
import { compassPlaces } from './compass.examples.ts'
import { compassLine, layOutCompass } from './compass-layout.ts'

const layout = layOutCompass(compassPlaces, 560)

test.each([
  { case: 'north is up', bearing: 0, km: 1000, x: 0, y: -1 },
  { case: 'east is right', bearing: 90, km: 1000, x: 1, y: 0 },
  { case: 'south is down', bearing: 180, km: 1000, x: 0, y: 1 },
  { case: 'twice as far is twice as long', bearing: 270, km: 2000, x: -2, y: 0 },
])('$case', ({ bearing, km, x, y }) => {
  const at = (one: { km: number; bearing: number }) => ({ text: 'A', href: '', title: '', ...one })
  const { rings, places } = layOutCompass({ places: [at({ bearing, km }), at({ bearing: 0, km: 4000 })], kmText: String }, 560)
  const unit = rings[0]!.radius
  expect(places[0]!.x).toBeCloseTo(280 + x * unit)
  expect(places[0]!.y).toBeCloseTo(280 + y * unit)
})

test('the outermost ring holds the farthest place, and there are four rings at most', () => {
  const farthest = Math.max(...layout.places.map(({ x, y }) => Math.hypot(x - layout.centre, y - layout.centre)))
  expect(layout.rings.at(-1)!.radius).toBeGreaterThanOrEqual(farthest)
  expect(layout.rings.length).toBeLessThanOrEqual(4)
})

test('no name stands on another of its side', () => {
  for (const anchor of ['start', 'end']) {
    const labels = layout.places.map(({ label }) => label).filter((label) => label.anchor === anchor)
    const boxes = labels.map(({ y, lines }) => [y, y + lines.length * compassLine] as const).sort((a, b) => a[0] - b[0])
    expect(boxes.every(([top], index) => index === 0 || top >= boxes[index - 1]![1])).toBe(true)
  }
})
