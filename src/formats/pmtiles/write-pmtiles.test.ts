import fc from 'fast-check'
import { PMTiles, tileIdToZxy, zxyToTileId, type Source } from 'pmtiles'
import { expect, test } from 'vitest'
import { seeded } from '../../../bench/harness.ts'
import { tileIdOf } from './tile-id.ts'
import { writePmtiles, type ArchiveAbout, type VectorTile } from './write-pmtiles.ts'

const about: ArchiveAbout = {
  name: 'Made-up',
  attribution: '© OpenStreetMap contributors',
  bounds: [-15.5, 28, -15.25, 28.25],
  layers: [{ id: 'streets', fields: { class: 'String' }, minzoom: 0, maxzoom: 3 }],
}

/** The archive as the usual reader sees it; `requests` counts what it asked for. */
function open(bytes: Uint8Array) {
  const requests: Array<{ offset: number; length: number }> = []
  const source: Source = {
    getKey: () => 'archive',
    async getBytes(offset, length) {
      requests.push({ offset, length })
      return { data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }
    },
  }
  return { reader: new PMTiles(source), requests }
}

/** Content that compression cannot make equal: a few random bytes for each tile. */
const contentOf = (...parts: number[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [part & 255, (part >> 8) & 255, part >> 16]))

function allTiles(deepest: number, content: (z: number, x: number, y: number) => Uint8Array): VectorTile[] {
  const tiles: VectorTile[] = []
  for (let z = 0; z <= deepest; z++) {
    for (let x = 0; x < 2 ** z; x++) for (let y = 0; y < 2 ** z; y++) tiles.push({ z, x, y, data: content(z, x, y) })
  }
  return tiles
}

test('tile numbers are those of the reader, there and back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 25 }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      fc.double({ min: 0, max: 0.999999, noNaN: true }),
      (z, a, b) => {
        const [x, y] = [Math.floor(a * 2 ** z), Math.floor(b * 2 ** z)]
        const id = tileIdOf(z, x, y)
        expect(id).toBe(zxyToTileId(z, x, y))
        expect(tileIdToZxy(id)).toEqual([z, x, y])
      },
    ),
  )
})

test.each([
  { case: 'a zoom level below 0', z: -1, x: 0, y: 0 },
  { case: 'a zoom level whose numbers a double cannot hold', z: 27, x: 0, y: 0 },
  { case: 'a column beyond the world', z: 2, x: 4, y: 0 },
  { case: 'a row that is no number', z: 2, x: 0, y: Number.NaN },
])('$case is refused', ({ z, x, y }) => {
  expect(() => tileIdOf(z, x, y)).toThrow(RangeError)
})

test('what is written is read: tiles, bounds, zoom levels, attribution', async () => {
  const tiles = allTiles(3, contentOf)
  const { reader } = open(writePmtiles(tiles, about))
  const header = await reader.getHeader()
  expect(header).toMatchObject({ specVersion: 3, clustered: true, tileType: 1, minZoom: 0, maxZoom: 3, minLon: -15.5, maxLat: 28.25 })
  expect(header).toMatchObject({ numAddressedTiles: 85, numTileEntries: 85, numTileContents: 85, centerLon: -15.375 })
  expect(await reader.getMetadata()).toMatchObject({ attribution: '© OpenStreetMap contributors', vector_layers: [{ id: 'streets' }] })
  for (const { z, x, y, data } of tiles) expect(new Uint8Array((await reader.getZxy(z, x, y))?.data ?? new ArrayBuffer(0))).toEqual(data)
})

test('equal tiles lie in the file once, and neighbours are one entry', async () => {
  const sea = Uint8Array.of(1, 2, 3)
  const tiles = allTiles(4, (z, x, y) => (z === 4 && x === 0 && y === 0 ? Uint8Array.of(9) : sea))
  const { reader } = open(writePmtiles(tiles, about))
  expect(await reader.getHeader()).toMatchObject({ numAddressedTiles: 341, numTileEntries: 3, numTileContents: 2 })
  expect(new Uint8Array((await reader.getZxy(4, 15, 15))?.data ?? new ArrayBuffer(0))).toEqual(sea)
  expect(new Uint8Array((await reader.getZxy(4, 0, 0))?.data ?? new ArrayBuffer(0))).toEqual(Uint8Array.of(9))
})

test('many tiles need leaf directories; header and root come in the first 16 KiB, and a gap is a gap', { timeout: 30_000 }, async () => {
  // Gaps and lengths without a pattern: the directory does not compress into its root.
  const random = seeded(11)
  const content = () => Uint8Array.from({ length: 1 + Math.floor(random() * 200) }, () => random() * 256)
  const tiles = allTiles(8, () => new Uint8Array(0))
    .filter(({ z, x, y }) => z === 8 && random() < 0.35 && !(x === 3 && y === 3))
    .map((tile) => ({ ...tile, data: content() }))
  const { reader, requests } = open(writePmtiles(tiles, about))
  const header = await reader.getHeader()
  expect(header.leafDirectoryLength).toBeGreaterThan(0)
  expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384)
  expect(requests).toHaveLength(1)
  for (const { z, x, y, data } of tiles.filter((_, index) => index % 101 === 0)) {
    expect(new Uint8Array((await reader.getZxy(z, x, y))?.data ?? new ArrayBuffer(0))).toEqual(data)
  }
  expect(await reader.getZxy(8, 3, 3)).toBeUndefined()
})

test('the order in which tiles come does not matter, and the machine leaves no trace', () => {
  const tiles = allTiles(3, contentOf)
  const bytes = writePmtiles(tiles, about)
  expect(writePmtiles([...tiles].reverse(), about)).toEqual(bytes)
  const rootAt = 127
  expect([...bytes.subarray(rootAt, rootAt + 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255])
})

test.each([
  { case: 'no tiles', tiles: [] },
  { case: 'one tile twice', tiles: [...allTiles(0, contentOf), ...allTiles(0, contentOf)] },
])('$case is refused', ({ tiles }) => {
  expect(() => writePmtiles(tiles, about)).toThrow(RangeError)
})
