// Makes a large OSM PBF file of a small one, for benchmarks: n × n copies beside each other, with ids and coordinates of their own.
// npx tsx scripts/tile-osm-pbf.ts small.osm.pbf large.osm.pbf [n = 6] [degrees between copies = 0.3]
import { closeSync, openSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { deflateSync } from 'node:zlib'
import { openBytes } from '../src/formats/byte-source.ts'
import { kindBits } from '../src/formats/osm-pbf/blocks.ts'
import { indexBlobs } from '../src/formats/osm-pbf/index-blobs.ts'
import { Cursor } from '../src/formats/osm-pbf/protobuf.ts'
import { unpackBlob } from '../src/formats/osm-pbf/unpack-blob.ts'
import { bytesField, concat, framed, headerBlock, int, numberField, sint, uint } from '../test/support/osm-pbf-writer.ts'

interface Shift {
  id: number
  /** In units of the block, 100 nanodegrees. */
  lon: number
  lat: number
}

/**
 * Ids and coordinates stand as differences, so that only the first of each list changes and everything else, metadata included, is copied
 * as bytes. Order is kept: nodes of all copies, then ways, then relations.
 */
export function tileOsmPbf(from: string, to: string, n = 6, degrees = 0.3): void {
  const source = openBytes(from)
  const blobs = indexBlobs(source)
  const blocks: Array<{ block: Uint8Array; kinds: number }> = []
  for (let blob = 1; blob < blobs.count; blob++) {
    const block = Uint8Array.from(unpackBlob(source.read(blobs.offset[blob] as number, blobs.size[blob] as number)))
    blocks.push({ block, kinds: kindsOf(block) })
  }
  source.close()

  const file = openSync(to, 'w')
  const write = (type: string, block: Uint8Array) =>
    writeSync(file, framed(type, concat([numberField(2, uint(block.length)), bytesField(3, deflateSync(block))])))
  write('OSMHeader', headerBlock({ sorted: true }))
  // Above every id that OpenStreetMap will have for long, so that the copies of all kinds follow one another.
  const idsPerCopy = 20_000_000_000
  for (const kind of Object.values(kindBits)) {
    for (let copy = 0; copy < n * n; copy++) {
      const shift = { id: copy * idsPerCopy, lon: (copy % n) * degrees * 1e7, lat: Math.floor(copy / n) * degrees * 1e7 }
      for (const { block, kinds } of blocks) if (kinds === kind) write('OSMData', shiftedBlock(block, shift))
    }
  }
  closeSync(file)
}

/** Kind of the groups of a block; a file in which blocks are of mixed kinds is not for this script. */
function kindsOf(block: Uint8Array): number {
  let kinds = 0
  eachField(block, (field, value) => {
    if (field !== 18) return null
    return eachField(value, (element) => {
      kinds |= element <= 18 ? kindBits.nodes : element === 26 ? kindBits.ways : kindBits.relations
      return null
    })
  })
  return kinds
}

const shiftedBlock = (block: Uint8Array, shift: Shift): Uint8Array =>
  eachField(block, (field, group) => (field === 18 ? shiftedGroup(group, shift) : null))

const shiftedGroup = (group: Uint8Array, shift: Shift): Uint8Array =>
  eachField(group, (kind, element) => {
    const isDense = kind === 18
    if (!isDense && kind !== 26 && kind !== 34) throw new Error('Only dense nodes, ways and relations are expected here.')
    return eachField(element, (field, value, number) => {
      if (field === 8) return int(number + shift.id)
      if ((isDense && field === 10) || (kind === 26 && field === 66) || (kind === 34 && field === 74)) return firstShifted(value, shift.id)
      if (isDense && field === 66) return firstShifted(value, shift.lat)
      return isDense && field === 74 ? firstShifted(value, shift.lon) : null
    })
  })

function firstShifted(list: Uint8Array, by: number): Uint8Array {
  if (list.length === 0) return list
  const cursor = new Cursor(list)
  const first = cursor.sint()
  return concat([sint(first + by), list.subarray(cursor.at)])
}

/** The message with some values replaced; null leaves a field as it is. */
function eachField(message: Uint8Array, replace: (field: number, value: Uint8Array, number: number) => Uint8Array | null): Uint8Array {
  const cursor = new Cursor(message)
  const parts: Uint8Array[] = []
  for (let start = 0; start < message.length; start = cursor.at) {
    const field = cursor.field()
    if ((field & 7) === 0) {
      const number = cursor.int()
      const value = replace(field, message.subarray(0, 0), number)
      parts.push(value === null ? message.subarray(start, cursor.at) : concat([uint(field), value]))
      continue
    }
    const end = cursor.length()
    const value = replace(field, message.subarray(cursor.at, end), 0)
    cursor.at = end
    parts.push(value === null ? message.subarray(start, end) : concat([uint(field), uint(value.length), value]))
  }
  return concat(parts)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [from, to, n = '6', degrees = '0.3'] = process.argv.slice(2)
  if (from === undefined || to === undefined) throw new Error('Name a small and a large file: small.osm.pbf large.osm.pbf [n] [degrees]')
  tileOsmPbf(from, to, Number(n), Number(degrees))
}
