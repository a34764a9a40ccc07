import { expect, test } from 'vitest'
import { boxAt, peopleAt, polygonAt, withOpenSpaces, type Spot } from '../../../../../test/support/open-city.ts'
import { smallExtract } from '../../../../../test/support/small-extract.ts'
import { openPublicSpace } from './open-public-space.ts'
import { openSpaceTornado } from './open-space-tornado.ts'
import { buildStreetNetwork } from '../streets/street-network.ts'

/** A slanting street of 3 km without tags of width, a park, a garden and a sports ground along it, and people at every 100 m. */
const streets = smallExtract({ a: [-1440, -420], b: [1440, 420] }, ['ab'])
const onStreet = (east: number, aside = 0): Spot => [east, (east * 420) / 1440 + aside]
const box = ([east, north]: Spot, side: number): Spot[] => boxAt(east, north, east + side, north + side)
const extract = withOpenSpaces(
  streets,
  [[box(onStreet(-1200, 10), 100)], [box(onStreet(0, 10), 60)], [box(onStreet(900, 10), 60)]],
  ['park', 'garden', 'pitch'],
)
const network = buildStreetNetwork(extract)
const people = Array.from({ length: 28 }, (_, i) => ({ at: onStreet(-1400 + 100 * i), population: 100 }))
const city = polygonAt([boxAt(-2000, -1000, 2000, 1000)])
const compute = (inhabitants: typeof people) =>
  openPublicSpace({ extract, network, model: peopleAt(network, inhabitants), boundaries: [[city]], files: [] })
const computed = compute(people)
const bars = openSpaceTornado(computed)
const barOf = (input: string, of?: string) => bars.find((bar) => bar.input === input && bar.of === of)
const { value, parts, methods } = computed.result
const share = parts['accessShare'] as number
const byMethod = (code: string) => methods.find((method) => method.code === code)?.value

test('the bars stand from the widest to the narrowest, whichever number they are of', () => {
  const widths = bars.map(({ low, high }) => high - low)
  expect(widths).toEqual(widths.toSorted((a, b) => b - a))
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(0)
  expect(new Set(bars.map(({ of }) => of))).toEqual(new Set([undefined, 'accessShare']))
})

test('each bar reaches to its number, or stands around it', () => {
  for (const { input, low, high, of } of bars) {
    const figure = of === undefined ? (value as number) : share
    expect([input, low <= figure + 1e-9, figure <= high + 1e-9]).toEqual([input, true, true])
  }
})

test('a quarter more or less of a width that is assumed is a quarter of the land of streets', () => {
  const bar = barOf('street_width')!
  const streetShare = parts['streetShare'] as number
  expect(bar.high - bar.low).toBeCloseTo(0.5 * streetShare, 2)
})

test('widths that tags say stay as they are', () => {
  const tagged = { ...extract, streets: { ...extract.streets, widthDecimetres: Uint16Array.of(100) } }
  const made = openPublicSpace({ extract: tagged, network, model: peopleAt(network, people), boundaries: [[city]], files: [] })
  const bar = openSpaceTornado(made).find(({ input }) => input === 'street_width')!
  // Only the pavements, 4 m of 14 m, are assumed.
  expect(bar.high - bar.low).toBeCloseTo((0.5 * 4 * (made.result.parts['streetShare'] as number)) / 14, 2)
})

test.each(['gardens', 'pitches'])('without %s both numbers are those of the method without them', (input) => {
  expect(barOf(input)).toMatchObject({ low: byMethod(`land-without-${input}`), high: value })
  expect(barOf(input, 'accessShare')).toMatchObject({ low: byMethod(`access-without-${input}-400`), high: share })
  expect(byMethod(`access-without-${input}-400`)).toBeLessThan(share)
})

test('without people there are bars of land alone', () => {
  const land = openSpaceTornado(compute([])).map(({ input, of }) => [input, of])
  expect(land).toHaveLength(4)
  expect(land.every(([, of]) => of === undefined)).toBe(true)
})
