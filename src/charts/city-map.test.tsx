import { describe, expect, test } from 'vitest'
import { cityMaps, madeUpExtract, madeUpOutline } from './city-map.examples.ts'
import { CityMap } from './city-map.tsx'
import { drawBackground } from './city-map-background.ts'
import { placeDots } from './city-map-dots.ts'
import { frameOf, placeOn, scaleLength } from './city-map-frame.ts'

describe.each(Object.entries(cityMaps))('%s', (_name, data) => {
  const svg = String(<CityMap data={data} standalone />)

  test('says whose map it is', () => {
    expect(svg).toContain(data.attribution)
  })

  test('on a page the stylesheet has the colours', () => {
    expect(String(<CityMap data={data} />)).not.toMatch(/#[0-9a-f]{6}/)
  })
})

test.each([
  { case: 'wide', bounds: [71, 43, 71.9, 43.1] as const },
  { case: 'tall', bounds: [71, 43, 71.1, 43.9] as const },
  { case: 'one point', bounds: [71, 43, 71, 43] as const },
])('a frame holds a city that is $case, in equal scale', ({ bounds: [west, south, east, north] }) => {
  const frame = frameOf([west, south, east, north])
  for (const [lon, lat] of [
    [west, south],
    [east, north],
  ] as const) {
    const [x, y] = placeOn(frame, lon, lat)
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x).toBeLessThanOrEqual(frame.width)
    expect(y).toBeGreaterThanOrEqual(0)
    expect(y).toBeLessThanOrEqual(frame.height)
  }
  expect(frame.unitsPerLon / frame.unitsPerLat).toBeCloseTo(Math.cos((((south + north) / 2) * Math.PI) / 180), 10)
})

test.each([
  { unitsPerMetre: 0.1, metres: 2000 },
  { unitsPerMetre: 0.0121, metres: 20_000 },
  { unitsPerMetre: 0.64, metres: 500 },
])('the bar at $unitsPerMetre units for a metre is $metres m', ({ unitsPerMetre, metres }) => {
  expect(scaleLength({ width: 1280, unitsPerMetre })).toBe(metres)
})

test('a pond in a park is not green, and what lies outside the picture is not drawn', () => {
  const near = frameOf([0.034, 0.024, 0.04, 0.03])
  const { green, water } = drawBackground(madeUpExtract, [madeUpOutline], near)
  expect(green.match(/M/g)).toHaveLength(2)
  expect(water.match(/M/g)).toHaveLength(1)
})

test('cells that the picture cannot tell apart are one dot, in the state of most of their people', () => {
  const frame = frameOf([0, 0, 0.1, 0.1])
  const people = { lon: Float64Array.of(0.05, 0.05, 0.09), lat: Float64Array.of(0.05, 0.05, 0.05), people: Float64Array.of(10, 30, 1) }
  const dots = placeDots({ ...people, state: Uint8Array.of(0, 1, 0) }, frame)
  expect(dots.map(({ state, size, path: drawn }) => [state, size, drawn.match(/M/g)?.length])).toEqual([
    ['served', 'middle', 1],
    ['unserved', 'small', 1],
  ])
})
