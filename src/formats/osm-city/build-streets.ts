import type { StreetWays } from '../../books/indicators/sdg-11/city/city-extract.ts'
import type { CollectedWays } from './collect-ways.ts'
import { Growing } from './growing.ts'
import { missingNode } from './node-references.ts'

/**
 * Streets over the nodes that are there. At a node that is missing the way is cut: what is before and behind it becomes a way of its own
 * with the same id, where at least two nodes are left of it.
 */
export function buildStreets(ways: CollectedWays, node: Uint32Array): StreetWays {
  const { streets, classes, streetNames } = ways
  streets.start.push(node.length)
  const whole: StreetWays = {
    count: streets.id.length,
    id: streets.id.finished(Float64Array),
    start: streets.start.finished(Uint32Array),
    node,
    class: streets.class.finished(Uint8Array),
    classes,
    walkable: streets.walkable.finished(Uint8Array),
    widthDecimetres: streets.widthDecimetres.finished(Uint16Array),
    lanes: streets.lanes.finished(Uint8Array),
    name: streets.name.finished(Uint32Array),
    names: streetNames.texts,
  }
  return node.includes(missingNode) ? cutAtMissing(whole) : whole
}

function cutAtMissing(whole: StreetWays): StreetWays {
  const kept = new Uint32Array(whole.node.length)
  /** Way of each piece, and where it begins in `kept`. */
  const wayOf = new Growing()
  const start = new Growing()
  let length = 0
  for (let way = 0; way < whole.count; way++) {
    const end = whole.start[way + 1] as number
    let pieceStart = length
    for (let i = whole.start[way] as number; i <= end; i++) {
      if (i < end && whole.node[i] !== missingNode) {
        kept[length++] = whole.node[i] as number
        continue
      }
      if (length - pieceStart >= 2) {
        wayOf.push(way)
        start.push(pieceStart)
      } else length = pieceStart
      pieceStart = length
    }
  }
  start.push(length)
  const pick = <T extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(column: T): T => {
    const picked = new (column.constructor as new (length: number) => T)(wayOf.length)
    for (let i = 0; i < wayOf.length; i++) picked[i] = column[wayOf.at(i)] as number
    return picked
  }
  return {
    ...whole,
    count: wayOf.length,
    id: pick(whole.id),
    start: start.finished(Uint32Array),
    node: kept.slice(0, length),
    class: pick(whole.class),
    walkable: pick(whole.walkable),
    widthDecimetres: pick(whole.widthDecimetres),
    lanes: pick(whole.lanes),
    name: pick(whole.name),
  }
}
