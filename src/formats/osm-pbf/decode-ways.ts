import type { WayBlock } from './blocks.ts'
import { addElement, assertPairs, grown, readTagPart, roomFor, within } from './columns.ts'
import { DamagedBlock } from './damaged-block.ts'
import { readCoordinates, readDeltas, type Cursor, type Grid } from './protobuf.ts'

/** `Way`: tags, node references as differences, and with LocationsOnWays the places of these nodes. */
export function decodeWay(cursor: Cursor, grid: Grid, ways: WayBlock): void {
  const { bytes } = cursor
  const tagAt = ways.tagStart[ways.count] as number
  const refAt = ways.refStart[ways.count] as number
  let [id, keyEnd, valueEnd, refEnd, latEnd, lonEnd] = [0, tagAt, tagAt, refAt, refAt, refAt]
  for (let key = cursor.field(); key !== 0; key = cursor.field()) {
    if (key === 8) id = cursor.int()
    else if (key === 18) keyEnd = readTagPart(cursor, 'key', ways, tagAt)
    else if (key === 26) valueEnd = readTagPart(cursor, 'value', ways, tagAt)
    else if (key === 66) {
      const end = cursor.length()
      ways.ref = grown(ways.ref, roomFor(refAt, end - cursor.at))
      refEnd = within(readDeltas(bytes, cursor.at, end, ways.ref, refAt))
      cursor.at = end
    } else if (key === 74) {
      const end = cursor.length()
      ways.latE7 = grown(ways.latE7, roomFor(refAt, end - cursor.at))
      latEnd = within(readCoordinates(bytes, cursor.at, end, grid.granularity, grid.latOffset, 90, ways.latE7, refAt))
      cursor.at = end
    } else if (key === 82) {
      const end = cursor.length()
      ways.lonE7 = grown(ways.lonE7, roomFor(refAt, end - cursor.at))
      lonEnd = within(readCoordinates(bytes, cursor.at, end, grid.granularity, grid.lonOffset, 180, ways.lonE7, refAt))
      cursor.at = end
    } else if (key === 34) cursor.skip(key)
    else cursor.skipUnknown(key, 10)
  }
  assertPairs(keyEnd, valueEnd)
  const located = latEnd > refAt || lonEnd > refAt
  if (located && (latEnd !== refEnd || lonEnd !== refEnd)) throw new DamagedBlock('a way has more nodes than places, or fewer')
  if (ways.count === 0) ways.hasLocations = located
  else if (refEnd > refAt && located !== ways.hasLocations) {
    if (refAt > 0) throw new DamagedBlock('some ways have places and others do not')
    ways.hasLocations = located
  }
  addElement(ways, id)
  ways.refStart = grown(ways.refStart, ways.count + 1)
  ways.refStart[ways.count] = refEnd
  ways.tagStart[ways.count] = keyEnd
}
