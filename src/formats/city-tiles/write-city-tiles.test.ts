import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { PMTiles } from 'pmtiles'
import { expect, test } from 'vitest'
import { madeUpAccess, madeUpCells, madeUpExtract, madeUpOutline, madeUpStops } from '../../charts/city-map.examples.ts'
import { polygonsOf } from './area-polygons.ts'
import { writeCityTiles, type CityTilesInput } from './write-city-tiles.ts'

const input: CityTilesInput = {
  extract: madeUpExtract,
  cells: madeUpCells,
  access: madeUpAccess,
  stops: madeUpStops,
  outlines: [{ kind: 'city', name: 'Made-up', rings: [madeUpOutline] }],
}
const about = { name: 'Made-up', attribution: 'Invented map' }

const reader = (bytes: Uint8Array) =>
  new PMTiles({
    getKey: () => 'city',
    getBytes: async (offset, length) => ({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }),
  })

/** All tiles of a zoom level around the town; it lies in the first tiles north-east of 0, 0. */
async function tilesAt(archive: PMTiles, z: number): Promise<VectorTile[]> {
  const tiles: VectorTile[] = []
  const middle = 2 ** (z - 1)
  for (let x = middle - 2; x < middle + 4; x++) {
    for (let y = middle - 4; y < middle + 2; y++) {
      const tile = await archive.getZxy(z, x, y)
      if (tile) tiles.push(new VectorTile(new PbfReader(new Uint8Array(tile.data))))
    }
  }
  return tiles
}

const layersOf = (tiles: readonly VectorTile[]): string[] => [...new Set(tiles.flatMap(({ layers }) => Object.keys(layers)))].sort()

function featuresOf(tiles: readonly VectorTile[], layer: string) {
  return tiles.flatMap(({ layers }) => Array.from({ length: layers[layer]?.length ?? 0 }, (_, index) => layers[layer]?.feature(index)))
}

test('every cell with people is found again by its index, with what is said about it', async () => {
  const tiles = await tilesAt(reader(writeCityTiles(input, about)), 12)
  const found = new Map(featuresOf(tiles, 'cells').map((feature) => [feature?.id, feature?.properties]))
  for (let cell = 0; cell < madeUpCells.count; cell++) {
    const people = madeUpCells.population[cell] ?? 0
    if (people <= 0) expect(found.has(cell)).toBe(false)
    else {
      expect(found.get(cell)).toEqual({
        people: Math.round(people * 10) / 10,
        served: madeUpAccess.served[cell] === 1,
        metres: Math.round(madeUpAccess.metres[cell] ?? 0),
      })
    }
  }
})

test('a point stands where it was, to half a metre', async () => {
  const archive = reader(writeCityTiles(input, about))
  const { data } = (await archive.getZxy(14, 8193, 8190)) ?? { data: new ArrayBuffer(0) }
  const layer = new VectorTile(new PbfReader(new Uint8Array(data))).layers['stops']
  const shown = Array.from({ length: layer?.length ?? 0 }, (_, index) => layer?.feature(index).toGeoJSON(8193, 8190, 14))
  expect(shown.length).toBeGreaterThan(0)
  for (const feature of shown) {
    const stop = Number(feature?.id)
    const [lon = 0, lat = 0] = feature?.geometry.type === 'Point' ? feature.geometry.coordinates : []
    expect(Math.abs(lon - (madeUpStops.lon[stop] ?? 0)) * 111_195).toBeLessThan(0.4)
    expect(Math.abs(lat - (madeUpStops.lat[stop] ?? 0)) * 111_195).toBeLessThan(0.4)
  }
})

test.each([
  {
    case: 'from afar: main streets, no houses, only stations',
    z: 10,
    layers: ['cells', 'green', 'outlines', 'stops', 'streets', 'water'],
    ranks: ['main'],
    stops: ['s'],
  },
  {
    case: 'a town: stops, still no houses',
    z: 13,
    layers: ['cells', 'green', 'outlines', 'stops', 'streets', 'water'],
    ranks: ['main', 'minor'],
    stops: ['c', 'e', 's', 'w'],
  },
  {
    case: 'near: houses and names',
    z: 14,
    layers: ['buildings', 'cells', 'green', 'outlines', 'stops', 'streets', 'water'],
    ranks: ['main', 'minor'],
    stops: ['c', 'e', 's', 'w'],
  },
])('$case', async ({ z, layers, ranks, stops }) => {
  const tiles = await tilesAt(reader(writeCityTiles(input, about)), z)
  expect(layersOf(tiles)).toEqual(layers)
  const said = (layer: string, key: string) =>
    [...new Set(featuresOf(tiles, layer).map((feature) => String(feature?.properties[key])))].sort()
  expect(said('streets', 'rank')).toEqual(ranks)
  expect(said('stops', 'stop')).toEqual(stops)
  expect(said('streets', 'name').includes('Avenue')).toBe(z === 14)
})

test('the archive names its layers, its makers and its bounds', async () => {
  const archive = reader(writeCityTiles(input, about))
  const metadata = (await archive.getMetadata()) as { attribution: string; vector_layers: Array<{ id: string; minzoom: number }> }
  expect(metadata.attribution).toBe('Invented map')
  expect(metadata.vector_layers.find(({ id }) => id === 'buildings')).toMatchObject({ minzoom: 14, maxzoom: 14 })
  const header = await archive.getHeader()
  expect(header).toMatchObject({ minZoom: 9, maxZoom: 14 })
  expect(header.minLon).toBeLessThan(madeUpCells.lon[0] ?? 0)
})

test('the same city gives the same bytes', () => {
  expect(writeCityTiles(input, about)).toEqual(writeCityTiles(input, about))
})

test('a hole goes to the outer ring around it', () => {
  const [park, ...others] = polygonsOf(madeUpExtract, 1)
  expect(others).toEqual([])
  expect(park).toHaveLength(2)
  expect(park?.[1]?.[0]).toEqual(park?.[1]?.at(-1))
})

test('a city without people is refused', () => {
  const nobody = { ...madeUpCells, population: new Float64Array(madeUpCells.count) }
  expect(() => writeCityTiles({ ...input, cells: nobody }, about)).toThrow(RangeError)
})
