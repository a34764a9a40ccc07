import { expect, test } from 'vitest'
import { polygonOf } from '../../../../kernel/polygon.ts'
import type { Notice } from '../../../notice.ts'
import { cellsFromRaster, type RasterWindow } from './cells-from-raster.ts'
import { boundaryOf } from '../city/city-boundary.ts'
import { districtPolygons } from './district-polygons.ts'

/** Pixels of a degree, the north-western corner at 10° E, 50° N. */
const raster: RasterWindow = {
  width: 3,
  height: 2,
  values: Float64Array.of(1, 0, Number.NaN, -200, 5, 6),
  toLonLat: (x, y) => (x > 2 ? null : [10 + x, 50 - y]),
}
const box = (west: number, south: number, east: number, north: number) =>
  polygonOf([[[[west, south], [east, south], [east, north], [west, north]]]]) // prettier-ignore

test('pixels with people are cells at their middle; no data, below zero and off the earth are nobody', () => {
  const cells = cellsFromRaster(raster, null)
  expect({ lon: [...cells.lon], lat: [...cells.lat], population: [...cells.population] }).toEqual({
    lon: [10.5, 11.5],
    lat: [49.5, 48.5],
    population: [1, 5],
  })
})

test('only pixels whose middle lies inside the city count', () => {
  expect([...cellsFromRaster(raster, boundaryOf([box(10.6, 48, 12, 50)])).population]).toEqual([5])
})

test('districts have the names of every language that the file has, and their own where it has none', () => {
  const notices: Notice[] = []
  const geometry = { kind: 'polygon' as const, ...box(0, 0, 1, 1) }
  const features = [
    { number: 1, properties: { id: 7, name: 'Алмалы', name_kk: 'Алмалы ауданы', 'name:en': 'Almaly' }, geometry },
    { number: 2, properties: { name: ' ' }, geometry },
    { number: 3, properties: { id: 8 }, geometry: { ...geometry, kind: 'line' as const } },
    { number: 4, properties: { id: 9 }, geometry },
  ]
  const districts = districtPolygons(features, { code: 'id', name: 'name' }, notices)
  expect(districts.map(({ code, name }) => ({ code, name }))).toEqual([
    { code: '7', name: { kk: 'Алмалы ауданы', ru: 'Алмалы', en: 'Almaly' } },
    { code: '9', name: {} },
  ])
  expect(notices.map(({ code, value }) => `${code} ${value}`)).toEqual(['district_unnamed 2', 'district_unnamed 3'])
})
