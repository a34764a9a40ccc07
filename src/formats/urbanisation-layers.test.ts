import { expect, test } from 'vitest'
import { degreeOfUrbanisation } from '../books/indicators/sdg-11/urbanisation/degree-of-urbanisation.ts'
import { cellsOfGrid, type PlacedGrid } from '../books/indicators/sdg-11/urbanisation/kilometre-grid.ts'
import { lonLatToMollweide } from '../kernel/projection/mollweide.ts'
import { writeCentresCsv, writeLocalUnitsCsv, writeUrbanisationGeoJson } from './urbanisation-layers.ts'

const grid: PlacedGrid = {
  width: 3,
  height: 2,
  left: 2_000_000,
  top: 5_000_000,
  population: Float64Array.of(60_000, 20_000, 0, 0, 0, 7),
  landKm2: null,
}
const classified = { grid, degree: degreeOfUrbanisation(grid) }

interface Features {
  attribution?: string
  features: { properties: Record<string, unknown>; geometry: { coordinates: [number, number][][] } }[]
}

test('every cell with people is a square kilometre in its place, with its class and centre', () => {
  const { features, attribution } = JSON.parse(writeUrbanisationGeoJson(classified, 'GHS-POP, CC BY 4.0')) as Features
  expect(attribution).toBe('GHS-POP, CC BY 4.0')
  expect(features.map(({ properties }) => properties)).toEqual([
    { class: 3, name: 'urban centre', people: 60_000, centre: 1 },
    { class: 3, name: 'urban centre', people: 20_000, centre: 1 },
    { class: 1, name: 'rural', people: 7, centre: null },
  ])
  const cells = features.map(
    ({
      geometry: {
        coordinates: [ring = []],
      },
    }) => {
      expect(ring[0]).toEqual(ring.at(-1))
      const [x, y] = [0, 1].map((axis) => ring.map(([lon, lat]) => lonLatToMollweide(lon, lat)[axis] as number)) as [number[], number[]]
      // Counter-clockwise, a million square metres; the places are rounded to a tenth of a metre.
      const area =
        ring.slice(1).reduce((sum, _, i) => sum + (x[i] as number) * (y[i + 1] as number) - (x[i + 1] as number) * (y[i] as number), 0) / 2
      expect(area / 1e6).toBeCloseTo(1, 3)
      const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2
      return [Math.floor(middle(x) / 1000), Math.floor(middle(y) / 1000)]
    },
  )
  expect(cells).toEqual([
    [2000, 4999],
    [2001, 4999],
    [2002, 4998],
  ])
})

test('a centre has its people, its size and the middle of its people', () => {
  const [header, row = ''] = writeCentresCsv(classified, null).split('\n')
  expect(header).toBe('centre,people,km2,lon,lat')
  const [centre, people, km2, lon, lat] = row.split(',').map(Number) as [number, number, number, number, number]
  expect([centre, people, km2]).toEqual([1, 80_000, 2])
  const [x, y] = lonLatToMollweide(lon, lat)
  expect(x / 1000).toBeCloseTo(2000.75, 2)
  expect(y / 1000).toBeCloseTo(4999.5, 2)
  expect([...cellsOfGrid(grid, { lon: Float64Array.of(lon), lat: Float64Array.of(lat) })]).toEqual([0])
})

test('local units have a row each; one without people has no class', () => {
  const population = { total: 10.4, centre: 6, cluster: 4.4, rural: 0 }
  const nobody = { total: 0, centre: 0, cluster: 0, rural: 0 }
  const units = [
    { code: 'A', name: { kk: 'А', en: 'A, the "first"' }, unitClass: 'city' as const, population },
    { code: 'B', name: {}, unitClass: null, population: nobody },
  ]
  expect(writeLocalUnitsCsv(units, null).split('\n')).toEqual([
    'code,name_kk,name_ru,name_en,class,people,in_centres,in_clusters,rural',
    'A,А,,"A, the ""first""",city,10,6,4,0',
    'B,,,,,0,0,0,0',
    '',
  ])
})
