import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { seeded } from '../../../bench/harness.ts'
import {
  bytesField,
  concat,
  deltas,
  framed,
  headerBlock,
  int,
  numberField,
  primitiveBlock,
  sint,
  uint,
  writeBlob,
  writeOsmPbf,
} from '../../../test/support/osm-pbf-writer.ts'
import { readOsmMap } from '../../../test/support/read-osm-map.ts'
import { bytesInMemory } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { osmPbfLimits } from './limits.ts'
import { readOsmPbf } from './read-osm-pbf.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const header = writeBlob('OSMHeader', headerBlock(), 'raw')
const withData = (...blobs: Uint8Array[]): Uint8Array => concat([header, ...blobs])
const block = (...groups: Uint8Array[]): Uint8Array =>
  withData(writeBlob('OSMData', concat([bytesField(1, bytesField(1, utf8(''))), ...groups.map((group) => bytesField(2, group))]), 'raw'))
const dense = (...fields: Uint8Array[]): Uint8Array => bytesField(2, concat(fields))
const village = {
  nodes: [
    { id: 1, lon: 7.4, lat: 43.7, tags: { highway: 'bus_stop' } },
    { id: 2, lon: 7.5, lat: 43.8 },
  ],
  ways: [{ id: 1, nodes: [1, 2], tags: { highway: 'residential' } }],
  relations: [{ id: 1, members: [{ type: 'way', id: 1, role: 'outer' } as const], tags: { type: 'multipolygon' } }],
}
const framedBlob = (...fields: Uint8Array[]): Uint8Array => withData(framed('OSMData', concat(fields)))
const bigLength = (length: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}

describe('what is wrong is said, with its place', () => {
  test.each<{ case: string; file: Uint8Array; code: string; words: RegExp }>([
    { case: 'an empty file', file: new Uint8Array(0), code: 'osm_pbf_not_pbf', words: /not an OSM PBF file/ },
    { case: 'an XML file', file: utf8('<?xml version="1.0"?><osm version="0.6">'), code: 'osm_pbf_not_pbf', words: /not an OSM PBF/ },
    { case: 'data without a header', file: writeBlob('OSMData', primitiveBlock(village), 'raw'), code: 'osm_pbf_not_pbf', words: /not an/ },
    { case: 'a file cut off in a blob', file: writeOsmPbf(village).slice(0, -3), code: 'osm_pbf_cut_off', words: /ends within the blob/ },
    { case: 'a file cut off in a length', file: withData(Uint8Array.of(0, 0)), code: 'osm_pbf_cut_off', words: /ends within the blob/ },
    { case: 'a header longer than the file', file: withData(bigLength(60_000)), code: 'osm_pbf_cut_off', words: /ends within the blob/ },
    { case: 'a header of 4 GB', file: withData(bigLength(0xffffffff)), code: 'osm_pbf_too_large', words: /4294967295 bytes/ },
    {
      case: 'a blob header that says 1 GB',
      file: withData(concat([bigLength(6), numberField(3, uint(2 ** 30))])),
      code: 'osm_pbf_too_large',
      words: /1073741824 bytes/,
    },
    {
      case: 'a blob that says 1 GB unpacked',
      file: framedBlob(numberField(2, uint(2 ** 30)), bytesField(3, deflateSync(new Uint8Array(10)))),
      code: 'osm_pbf_too_large',
      words: /1073741824 bytes unpacked/,
    },
    {
      case: 'a bomb that says 10 bytes',
      file: framedBlob(numberField(2, uint(10)), bytesField(3, deflateSync(new Uint8Array(50_000_000)))),
      code: 'osm_pbf_damaged',
      words: /cannot be unpacked to 10 bytes/,
    },
    {
      case: 'less zlib data than it says',
      file: framedBlob(numberField(2, uint(11)), bytesField(3, deflateSync(new Uint8Array(10)))),
      code: 'osm_pbf_damaged',
      words: /has 10 bytes, not the 11/,
    },
    {
      case: 'LZ4 data longer than it says',
      file: framedBlob(numberField(2, uint(2)), bytesField(6, Uint8Array.of(0x30, 1, 2, 3))),
      code: 'osm_pbf_damaged',
      words: /longer than it says/,
    },
    {
      case: 'LZ4 data that points before its beginning',
      file: framedBlob(numberField(2, uint(9)), bytesField(6, Uint8Array.of(0x10, 1, 2, 0, 0x30, 1, 2, 3))),
      code: 'osm_pbf_damaged',
      words: /before its beginning/,
    },
    { case: 'zstd', file: framedBlob(bytesField(7, Uint8Array.of(1))), code: 'osm_pbf_packing', words: /packed with zstd/ },
    { case: 'lzma', file: framedBlob(bytesField(4, Uint8Array.of(1))), code: 'osm_pbf_packing', words: /packed with lzma/ },
    { case: 'a blob without content', file: framedBlob(numberField(2, uint(10))), code: 'osm_pbf_damaged', words: /no content/ },
    {
      case: 'a feature that nobody knows',
      file: writeOsmPbf(village, { requiredFeatures: ['OsmSchema-V0.6', 'Teleport'] }),
      code: 'osm_pbf_feature',
      words: /"Teleport"/,
    },
    {
      case: 'a file with history: it has what was deleted',
      file: writeOsmPbf(village, { requiredFeatures: ['OsmSchema-V0.6', 'HistoricalInformation'] }),
      code: 'osm_pbf_feature',
      words: /"HistoricalInformation"/,
    },
    {
      case: 'a tag without its string',
      file: block(bytesField(3, concat([numberField(1, int(1)), bytesField(2, uint(1)), bytesField(3, uint(0))]))),
      code: 'osm_pbf_damaged',
      words: /no string or type of the number 1/,
    },
    {
      case: 'a key without a value',
      file: block(bytesField(3, concat([numberField(1, int(1)), bytesField(2, uint(0))]))),
      code: 'osm_pbf_damaged',
      words: /more keys than values/,
    },
    {
      case: 'more ids than places',
      file: block(dense(bytesField(1, deltas([1, 2])), bytesField(8, deltas([1])), bytesField(9, deltas([1, 2])))),
      code: 'osm_pbf_damaged',
      words: /more ids than coordinates/,
    },
    {
      case: 'a list that ends within a number',
      file: block(dense(bytesField(1, Uint8Array.of(2, 128)), bytesField(8, deltas([1])), bytesField(9, deltas([1])))),
      code: 'osm_pbf_damaged',
      words: /ends within a number/,
    },
    {
      case: 'an id beyond 2⁵³',
      file: block(dense(bytesField(1, sint(2 ** 60)), bytesField(8, deltas([1])), bytesField(9, deltas([1])))),
      code: 'osm_pbf_damaged',
      words: /more than 2⁵³ apart/,
    },
    {
      case: 'tags for more nodes than there are',
      file: block(
        dense(bytesField(1, deltas([1])), bytesField(8, deltas([1])), bytesField(9, deltas([1])), bytesField(10, new Uint8Array(2))),
      ),
      code: 'osm_pbf_damaged',
      words: /tags of the nodes do not fit/,
    },
    {
      case: 'a node without a place',
      file: block(bytesField(1, numberField(1, sint(1)))),
      code: 'osm_pbf_damaged',
      words: /no coordinates/,
    },
    {
      case: 'a member without a role',
      file: block(bytesField(4, concat([numberField(1, int(1)), bytesField(9, deltas([1]))]))),
      code: 'osm_pbf_damaged',
      words: /more ids than roles/,
    },
    {
      case: 'a relation as member type 3',
      file: block(bytesField(4, concat([numberField(1, int(1)), bytesField(10, uint(3))]))),
      code: 'osm_pbf_damaged',
      words: /number 3/,
    },
    {
      case: 'a number of eleven bytes',
      file: block(bytesField(3, concat([uint(8), new Uint8Array(10).fill(255), uint(1)]))),
      code: 'osm_pbf_damaged',
      words: /more than ten bytes/,
    },
    {
      case: 'a granularity of 0',
      file: withData(writeBlob('OSMData', numberField(17, uint(0)), 'raw')),
      code: 'osm_pbf_damaged',
      words: /granularity is 0/,
    },
    {
      case: 'more elements in a group than anybody writes',
      file: withData(
        writeBlob('OSMData', bytesField(2, dense(bytesField(1, new Uint8Array(osmPbfLimits.elementsPerGroup + 1).fill(2)))), 'zlib'),
      ),
      code: 'osm_pbf_too_large',
      words: /more than 2000000 elements/,
    },
    {
      case: 'ways before nodes in a file that says it is sorted',
      file: writeOsmPbf(
        { nodes: Array.from({ length: 9 }, (_, i) => ({ id: i, lon: 1, lat: 1 })), ways: village.ways },
        { sorted: true, elementsPerBlock: 1, arrange: (blocks) => [...blocks.slice(0, 4), ...blocks.slice(-1), ...blocks.slice(4, -1)] },
      ),
      code: 'osm_pbf_not_sorted',
      words: /is not/,
    },
  ])('$case', ({ file, code, words, case: name }) => {
    const read = () =>
      readOsmPbf(bytesInMemory('hostile.osm.pbf', file), {
        nodes: () => undefined,
        ways: () => undefined,
        ...(name.startsWith('ways before') ? {} : { relations: () => undefined }),
      })
    expect(read).toThrow(words)
    expect(read).toThrow(/^hostile\.osm\.pbf: /)
    expect(read).toThrow(expect.objectContaining({ code, position: expect.any(Number) as number }))
  })
})

/** Anything may come out of bytes that were changed, but only as a map or as a clear error. */
function expectMapOrError(file: Uint8Array): 'map' | 'error' {
  try {
    readOsmMap(file)
    return 'map'
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    return 'error'
  }
}

test('a file cut off anywhere ends in a clear error, unless it is cut between two blobs', () => {
  for (const packing of ['raw', 'zlib', 'lz4'] as const) {
    const file = writeOsmPbf(village, { packing })
    let maps = 0
    for (let length = 0; length < file.length; length++) if (expectMapOrError(file.slice(0, length)) === 'map') maps++
    expect(maps).toBe(3)
  }
})

test('changed bits end in a clear error or in another map', () => {
  const random = seeded(20261122)
  const outcomes = { map: 0, error: 0 }
  for (const options of [{ packing: 'raw' }, { packing: 'lz4' }, { packing: 'zlib' }, { packing: 'raw', dense: false }] as const) {
    const file = writeOsmPbf(village, options)
    for (let run = 0; run < 400; run++) {
      const changed = file.slice()
      for (let flips = 0; flips <= run % 4; flips++) {
        const byte = Math.floor(random() * changed.length)
        changed[byte] = (changed[byte] ?? 0) ^ (1 << Math.floor(random() * 8))
      }
      outcomes[expectMapOrError(changed)]++
    }
  }
  expect(outcomes.map).toBeGreaterThan(100)
  expect(outcomes.error).toBeGreaterThan(100)
})

test('any bytes at all as a block end in a clear error or in a map', () => {
  const random = seeded(7)
  const outcomes = { map: 0, error: 0 }
  for (let run = 0; run < 1000; run++) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 40) }, () => Math.floor(random() * 256))
    outcomes[
      expectMapOrError(withData(writeBlob('OSMData', run % 2 === 0 ? bytes : bytesField(2, bytesField(1 + (run % 4), bytes)), 'raw')))
    ]++
  }
  expect(outcomes.error).toBeGreaterThan(500)
})
