import type { NodeBlock } from './blocks.ts'
import { addElement, assertPairs, grown, readTagPart, roomFor, within } from './columns.ts'
import { beyondLimit, DamagedBlock } from './damaged-block.ts'
import { osmPbfLimits } from './limits.ts'
import { readCoordinates, readDeltas, type Cursor, type Grid } from './protobuf.ts'

/** A run of bytes in the block; empty when the field is not there. */
type Span = readonly [from: number, to: number]

/** `DenseNodes`: ids, latitudes and longitudes as three lists of differences, then all tags in one list with a 0 behind each node. */
export function decodeDenseNodes(cursor: Cursor, grid: Grid, nodes: NodeBlock): void {
  const { bytes } = cursor
  const spans = new Map<number, Span>()
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 10 || key === 66 || key === 74 || key === 82) {
      if (spans.has(key)) throw new DamagedBlock('a list of the nodes is there twice')
      const end = cursor.length()
      spans.set(key, [cursor.at, end])
      cursor.at = end
    } else if (key === 42) cursor.skip(key)
    else cursor.skipUnknown(key, 10)
  }
  const none: Span = [0, 0]
  const [idFrom, idTo] = spans.get(10) ?? none
  const [latFrom, latTo] = spans.get(66) ?? none
  const [lonFrom, lonTo] = spans.get(74) ?? none

  const first = nodes.count
  const room = Math.min(first + idTo - idFrom, osmPbfLimits.elementsPerGroup)
  nodes.id = grown(nodes.id, room)
  const count = readDeltas(bytes, idFrom, idTo, nodes.id, first)
  if (count > osmPbfLimits.elementsPerGroup) throw beyondLimit('elements in a group', osmPbfLimits.elementsPerGroup)
  nodes.latE7 = grown(nodes.latE7, nodes.id.length)
  nodes.lonE7 = grown(nodes.lonE7, nodes.id.length)
  const latEnd = readCoordinates(bytes, latFrom, latTo, grid.granularity, grid.latOffset, 90, nodes.latE7, first)
  const lonEnd = readCoordinates(bytes, lonFrom, lonTo, grid.granularity, grid.lonOffset, 180, nodes.lonE7, first)
  if (latEnd !== count || lonEnd !== count) throw new DamagedBlock('the nodes have more ids than coordinates, or fewer')

  nodes.tagStart = grown(nodes.tagStart, nodes.id.length + 1)
  const [tagsFrom, tagsTo] = spans.get(82) ?? none
  if (tagsFrom === tagsTo) nodes.tagStart.fill(nodes.tagStart[first] as number, first + 1, count + 1)
  else readDenseTags(bytes, tagsFrom, tagsTo, nodes, first, count)
  nodes.count = count
}

function readDenseTags(bytes: Uint8Array, from: number, to: number, nodes: NodeBlock, first: number, count: number): void {
  const { tagStart, strings } = nodes
  const below = strings.count
  let tag = tagStart[first] as number
  // Two numbers for a tag: half as many tags as bytes at most.
  const room = roomFor(tag, (to - from) >>> 1)
  const key = (nodes.key = grown(nodes.key, room))
  const value = (nodes.value = grown(nodes.value, room))
  let node = first
  let keyOfTag = 0
  let p = from
  while (p < to) {
    let byte = bytes[p++] as number
    let index = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      if (shift > 21) throw new DamagedBlock('the number of a string is beyond 2²⁸')
      byte = bytes[p++] as number
      index |= (byte & 127) << shift
    }
    if (index >= below && index > 0) throw new DamagedBlock(`there is no string of the number ${index}`)
    if (keyOfTag !== 0) {
      key[tag] = keyOfTag
      value[tag++] = index
      keyOfTag = 0
    } else if (index !== 0) keyOfTag = index
    else if (node < count) tagStart[++node] = tag
    else throw new DamagedBlock('the tags of the nodes do not fit their number')
  }
  if (p !== to || node !== count || keyOfTag !== 0) throw new DamagedBlock('the tags of the nodes do not fit their number')
  within(tag)
}

/** `Node`: one of them, with coordinates of its own. */
export function decodeNode(cursor: Cursor, grid: Grid, nodes: NodeBlock): void {
  const at = nodes.tagStart[nodes.count] as number
  let [id, lat, lon, keyEnd, valueEnd] = [0, cursor.end, cursor.end, at, at]
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 8) id = cursor.sint()
    else if (key === 18) keyEnd = readTagPart(cursor, 'key', nodes, at)
    else if (key === 26) valueEnd = readTagPart(cursor, 'value', nodes, at)
    else if (key === 64) {
      lat = cursor.at
      cursor.uint()
    } else if (key === 72) {
      lon = cursor.at
      cursor.uint()
    } else if (key === 34) cursor.skip(key)
    else cursor.skipUnknown(key, 9)
  }
  assertPairs(keyEnd, valueEnd)
  addElement(nodes, id)
  const index = nodes.count - 1
  nodes.latE7 = grown(nodes.latE7, nodes.id.length)
  nodes.lonE7 = grown(nodes.lonE7, nodes.id.length)
  nodes.latE7[index] = coordinate(cursor, lat, grid.granularity, grid.latOffset, 90)
  nodes.lonE7[index] = coordinate(cursor, lon, grid.granularity, grid.lonOffset, 180)
  nodes.tagStart[nodes.count] = keyEnd
}

const one = new Int32Array(1)

/** The one coordinate that stands at `at`. */
function coordinate(cursor: Cursor, at: number, granularity: number, offset: number, maxDegrees: number): number {
  if (at === cursor.end) throw new DamagedBlock('a node has no coordinates')
  let to = at + 1
  while ((cursor.bytes[to - 1] as number) >= 128) to++
  readCoordinates(cursor.bytes, at, to, granularity, offset, maxDegrees, one, 0)
  return one[0] as number
}
