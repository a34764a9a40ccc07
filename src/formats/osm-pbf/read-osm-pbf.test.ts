import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  writeBlob,
  headerBlock,
  primitiveBlock,
  concat,
  writeOsmPbf,
  type OsmMap,
  type PbfOptions,
} from '../../../test/support/osm-pbf-writer.ts'
import { readOsmMap } from '../../../test/support/read-osm-map.ts'
import { bytesInMemory, openBytes } from '../byte-source.ts'
import { openOsmPbf } from './open-osm-pbf.ts'
import { readOsmPbf } from './read-osm-pbf.ts'

const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const real = (path: string): string => join(shared, 'data', path)

const village: OsmMap = {
  nodes: [
    { id: 1, lon: 76.9, lat: 43.25, tags: { highway: 'bus_stop', name: 'Аялдама' } },
    { id: 2, lon: 76.9000001, lat: 43.2500001 },
    { id: 5_000_000_000, lon: -0.0000001, lat: -89.9999999 },
    { id: 9_007_199_254_740_991, lon: 179.9999999, lat: 90, tags: { a: 'b' } },
  ],
  ways: [
    { id: 7, nodes: [1, 2, 5_000_000_000], tags: { highway: 'residential', name: '' } },
    { id: 6_000_000_000, nodes: [9_007_199_254_740_991, 1] },
    { id: 6_000_000_001, nodes: [] },
  ],
  relations: [
    {
      id: 3,
      members: [
        { type: 'way', id: 6_000_000_000, role: 'outer' },
        { type: 'node', id: 1, role: '' },
        { type: 'relation', id: -4, role: 'inner' },
      ],
      tags: { type: 'multipolygon' },
    },
    { id: -8, members: [] },
  ],
}

describe('a small map is read as it was written', () => {
  test.each<{ case: string; options: PbfOptions }>([
    { case: 'packed with zlib', options: {} },
    { case: 'packed with LZ4', options: { packing: 'lz4' } },
    { case: 'not packed', options: { packing: 'raw' } },
    { case: 'nodes one by one', options: { dense: false } },
    { case: 'a block for each element', options: { elementsPerBlock: 1 } },
    { case: 'relations first, nodes last', options: { arrange: (blocks) => blocks.toReversed() } },
    { case: 'units of 1 nanodegree', options: { granularity: 1 } },
    { case: 'offsets', options: { latOffset: 43_000_000_000, lonOffset: -76_000_000_000 } },
    { case: 'one by one with units and offsets', options: { dense: false, granularity: 10, latOffset: 500, lonOffset: 700 } },
    { case: 'said to be sorted', options: { sorted: true, elementsPerBlock: 1 } },
  ])('$case', ({ options }) => {
    expect(readOsmMap(writeOsmPbf(village, options))).toEqual(village)
  })
})

test('coarse units are read as coarse places', () => {
  const [node] = readOsmMap(writeOsmPbf({ nodes: [{ id: 1, lon: 12.34567, lat: -45.67894 }] }, { granularity: 100_000 })).nodes
  expect(node).toEqual({ id: 1, lon: 12.3457, lat: -45.6789 })
})

test('negative ids, as editors write them, are read in nodes, ways and members', () => {
  const map: OsmMap = {
    nodes: [{ id: -9_007_199_254_740_991, lon: 1, lat: 2 }],
    ways: [{ id: -5_000_000_000, nodes: [-9_007_199_254_740_991, -1] }],
    relations: [],
  }
  expect(readOsmMap(writeOsmPbf(map))).toEqual(map)
  expect(readOsmMap(writeOsmPbf(map, { dense: false }))).toEqual(map)
})

test('with LocationsOnWays the places of nodes stand with the ways, and one that is not on Earth is unknown', () => {
  const file = writeOsmPbf(
    {
      nodes: [
        { id: 1, lon: 10, lat: 20 },
        { id: 2, lon: -10.5, lat: -20.5 },
      ],
      ways: [
        { id: 7, nodes: [1, 2] },
        { id: 8, nodes: [] },
        { id: 9, nodes: [2, 3] },
      ],
    },
    { locationsOnWays: true },
  )
  expect(readOsmMap(file).ways.map((way) => way.places)).toEqual([
    [
      { lon: 10, lat: 20 },
      { lon: -10.5, lat: -20.5 },
    ],
    [],
    [
      { lon: -10.5, lat: -20.5 },
      { lon: NaN, lat: NaN },
    ],
  ])
})

test('a block with groups of all kinds is read, and blobs of other programs are passed over', () => {
  const file = concat([
    writeBlob('OSMHeader', headerBlock(), 'raw'),
    writeBlob('OtherProgram', Uint8Array.of(255, 255, 255), 'zlib'),
    writeBlob('OSMData', primitiveBlock(village), 'raw'),
  ])
  expect(readOsmMap(file)).toEqual(village)
})

test('the header says what the file is', () => {
  const source = bytesInMemory('made.osm.pbf', writeOsmPbf(village, { sorted: true, timestamp: 1_600_000_000 }))
  expect(readOsmPbf(source, {})).toMatchObject({
    header: { sorted: true, timestamp: '2020-09-13T12:26:40Z', writingProgram: 'Bagdar tests', bounds: null },
    blobs: 4,
    nodes: 0,
  })
})

test('in a sorted file blobs of other kinds are hardly touched', () => {
  const nodes = Array.from({ length: 1000 }, (_, i) => ({ id: i, lon: 1, lat: 1 }))
  const file = writeOsmPbf({ ...village, nodes }, { sorted: true, elementsPerBlock: 1 })
  const whole = bytesInMemory('made.osm.pbf', file)
  const readAt = new Set<number>()
  const source = {
    ...whole,
    read(offset: number, length: number) {
      readAt.add(offset)
      return whole.read(offset, length)
    },
  }
  const opened = openOsmPbf(source)
  readAt.clear()
  let ways = 0
  opened.read({ ways: (block) => void (ways += block.count) })
  expect(ways).toBe(3)
  expect(readAt.size).toBeLessThan(30)
})

test('in any other file blobs of other kinds are passed over once they have been seen', () => {
  const whole = bytesInMemory('made.osm.pbf', writeOsmPbf(village, { elementsPerBlock: 1, arrange: (blocks) => blocks.toReversed() }))
  let reads = 0
  const opened = openOsmPbf({ ...whole, read: (offset, length) => (reads++, whole.read(offset, length)) })
  opened.read({ ways: () => undefined })
  reads = 0
  opened.read({ relations: () => undefined })
  expect(reads).toBe(2)
})

test('parts of a file, read by themselves, make up the whole', () => {
  const file = writeOsmPbf(village, { elementsPerBlock: 1, sorted: true })
  const { count } = openOsmPbf(bytesInMemory('made.osm.pbf', file)).blobs
  const parts = [
    { from: 0, to: 3 },
    { from: 3, to: 4 },
    { from: 4, to: count },
  ].map((range) => readOsmMap(file, range))
  expect({
    nodes: parts.flatMap((part) => part.nodes),
    ways: parts.flatMap((part) => part.ways),
    relations: parts.flatMap((part) => part.relations),
  }).toEqual(village)
})

const text = fc.oneof(fc.constantFrom('highway', 'name', 'yes', ''), fc.string({ unit: 'grapheme', maxLength: 12 }))
const tags = fc.option(fc.dictionary(text, text, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), { nil: undefined })
// Ids stand as differences, which must be exact as well.
const id = fc.oneof(fc.nat(100), fc.integer({ min: -(2 ** 52), max: 2 ** 52 }))
const withTags = <T extends object>(element: T, its: Record<string, string> | undefined): T & { tags?: Record<string, string> } =>
  its === undefined ? element : { ...element, tags: its }
const degrees = (most: number) => fc.integer({ min: -most * 1e7, max: most * 1e7 }).map((e7) => e7 / 1e7)
const anyMap = fc.record<OsmMap>({
  nodes: fc.array(fc.tuple(id, degrees(180), degrees(90), tags).map(([one, lon, lat, its]) => withTags({ id: one, lon, lat }, its))),
  ways: fc.array(fc.tuple(id, fc.array(id), tags).map(([one, nodes, its]) => withTags({ id: one, nodes }, its))),
  relations: fc.array(
    fc
      .tuple(id, fc.array(fc.record({ type: fc.constantFrom('node', 'way', 'relation'), id, role: text })), tags)
      .map(([one, members, its]) => withTags({ id: one, members }, its)),
  ),
})
const anyOptions = fc.record<PbfOptions>({
  packing: fc.constantFrom('raw', 'zlib', 'lz4'),
  dense: fc.boolean(),
  granularity: fc.constantFrom(1, 10, 50, 100),
  latOffset: fc.integer({ min: -1000, max: 1000 }).map((offset) => offset * 100),
  lonOffset: fc.integer({ min: -1000, max: 1000 }).map((offset) => offset * 100),
  elementsPerBlock: fc.integer({ min: 1, max: 20 }),
})

test('any map, written in any way, is read as it was', () => {
  fc.assert(
    fc.property(anyMap, anyOptions, (map, options) => {
      expect(readOsmMap(writeOsmPbf(map, options))).toEqual(map)
    }),
    { numRuns: 150, seed: 20261122 },
  )
})

test('any order of the blocks gives the same elements', () => {
  fc.assert(
    fc.property(anyMap, fc.infiniteStream(fc.nat()), (map, order) => {
      const shuffled = (blocks: Uint8Array[]) =>
        blocks
          .map((block) => ({ block, key: order.next().value as number }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ block }) => block)
      const read = readOsmMap(writeOsmPbf(map, { elementsPerBlock: 3, arrange: shuffled }))
      const sorted = (elements: readonly object[]) => elements.map((element) => JSON.stringify(element)).sort()
      for (const kind of ['nodes', 'ways', 'relations'] as const) expect(sorted(read[kind])).toEqual(sorted(map[kind]))
    }),
    { numRuns: 50, seed: 20261122 },
  )
})

/** Numbers of elements from `osmium fileinfo -e` (osmium 1.15.0) and its largest id of a node. */
const realFiles = [
  { file: 'osm/monaco-latest.osm.pbf', nodes: 25_423, ways: 4_106, relations: 243, largestNode: 8_639_732_906 },
  { file: 'osm/monaco-latest.lz4.osm.pbf', nodes: 25_423, ways: 4_106, relations: 243, largestNode: 8_639_732_906 },
  { file: 'osm/liechtenstein-2013-08-03.osm.pbf', nodes: 65_733, ways: 7_121, relations: 113, largestNode: 65_733 },
  { file: 'osm/malta-latest.osm.pbf', nodes: 252_937, ways: 40_028, relations: 527, largestNode: 4_490_911_671 },
  { file: 'laspalmas/las-palmas-2023-02-21.osm.pbf', nodes: 383_161, ways: 53_760, relations: 3_005, largestNode: 10_678_707_240 },
  { file: 'porto-alegre/poa_osm.pbf', nodes: 43_264, ways: 16_032, relations: 23, largestNode: 7_796_273_136 },
]

describe.skipIf(!existsSync(real('osm')))('real files (shared data)', () => {
  test.each(realFiles)('$file has as many elements as osmium counts', ({ file, largestNode, ...counts }) => {
    const source = openBytes(real(file))
    let largest = 0
    const summary = readOsmPbf(source, {
      nodes: ({ id: ids, count }) => {
        for (let i = 0; i < count; i++) largest = Math.max(largest, ids[i] as number)
      },
      ways: () => undefined,
      relations: () => undefined,
    })
    source.close()
    expect(summary).toMatchObject(counts)
    expect(largest).toBe(largestNode)
  })

  test('Monaco packed with zlib and with LZ4 is the same map', () => {
    const [zlib, lz4] = ['osm/monaco-latest.osm.pbf', 'osm/monaco-latest.lz4.osm.pbf'].map((file) => readOsmMap(openBytes(real(file))))
    expect(zlib?.nodes.length).toBe(25_423)
    expect(lz4).toEqual(zlib)
  })

  test('a header of an older program gives the time as a feature', () => {
    const { header } = readOsmPbf(openBytes(real('laspalmas/las-palmas-2023-02-21.osm.pbf')), {})
    expect(header).toMatchObject({ sorted: true, timestamp: '2023-02-21T03:31:14Z' })
    expect(header.bounds?.west).toBeCloseTo(-15.5432594, 7)
    expect(header.bounds?.north).toBeCloseTo(28.1962132, 7)
  })
})

test('the reader stands alone: besides itself it takes bytes and errors, and zlib of Node', () => {
  const { metafile } = buildSync({
    entryPoints: [join(import.meta.dirname, 'index.ts')],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  const others = Object.keys(metafile.inputs).filter((file) => !file.includes('src/formats/osm-pbf/'))
  expect(others.map((file) => file.slice(file.indexOf('src/'))).sort()).toEqual([
    'src/formats/byte-source.ts',
    'src/formats/format-error.ts',
  ])
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path))
  expect([...new Set(imported)].sort()).toEqual(['node:fs', 'node:zlib'])
})
