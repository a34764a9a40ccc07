import { expect, test } from 'vitest'
import { boxAt, peopleAt, polygonAt, withOpenSpaces } from '../../test/support/open-city.ts'
import { smallExtract } from '../../test/support/small-extract.ts'
import { openPublicSpace } from '../books/indicators/sdg-11/open-space/open-public-space.ts'
import { buildStreetNetwork } from '../books/indicators/sdg-11/streets/street-network.ts'
import { writeOpenSpacesGeoJson } from './open-space-layers.ts'

/** Beside a street a park with a pond left out, and far from it a garden, which is a relation. */
const streets = smallExtract({ a: [-500, 0], b: [500, 0] }, ['ab'])
const spaces = withOpenSpaces(streets, [[boxAt(0, 10, 200, 110), boxAt(50, 50, 100, 100)], [boxAt(0, 600, 100, 700)]], ['park', 'garden'])
const extract = {
  ...spaces,
  areas: { ...spaces.areas, id: Float64Array.of(11, -12), name: Uint32Array.of(1, 0), names: ['', 'Lime Park'] },
}
const network = buildStreetNetwork(extract)
const city = polygonAt([boxAt(-1000, -1000, 1000, 1000)])
const computed = openPublicSpace({ extract, network, model: peopleAt(network, []), boundaries: [[city]], files: [] })
const written = JSON.parse(writeOpenSpacesGeoJson(extract, computed.city, { text: '© "OSM"', licence: 'ODbL-1.0' })) as {
  attribution: string
  licence: string
  features: Array<{ properties: Record<string, unknown>; geometry: { coordinates: number[][][][] } }>
}

test('each open space says which element it is, what makes it open, how large it is and how people get in', () => {
  expect(written).toMatchObject({ attribution: '© "OSM"', licence: 'ODbL-1.0' })
  const [park, garden] = written.features.map(({ properties }) => properties)
  expect(park).toMatchObject({ osm: 'way/11', class: 'park', name: 'Lime Park', entrances: expect.any(Number) as number })
  expect(park?.['hectares']).toBeCloseTo(1.75, 2)
  expect(park?.['entrances']).toBeGreaterThan(1)
  expect(garden).toEqual({ osm: 'relation/12', class: 'garden', hectares: expect.closeTo(1, 2) as number, entrances: 0 })
})

test('rings are closed, and what is left out is a hole', () => {
  const [park] = written.features.map(({ geometry }) => geometry.coordinates)
  expect(park).toHaveLength(1)
  expect(park?.[0]).toHaveLength(2)
  for (const ring of park?.[0] ?? []) expect(ring[0]).toEqual(ring.at(-1))
})
