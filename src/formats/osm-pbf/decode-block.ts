import { kindBits, type NodeBlock, type OsmVisitor, type RelationBlock, type WayBlock } from './blocks.ts'
import { tagColumns } from './columns.ts'
import { DamagedBlock } from './damaged-block.ts'
import { decodeDenseNodes, decodeNode } from './decode-nodes.ts'
import { decodeRelation } from './decode-relations.ts'
import { decodeWay } from './decode-ways.ts'
import { Cursor, type Grid } from './protobuf.ts'
import { StringTable } from './string-table.ts'

/**
 * Unpacked blocks → columns, one call of the visitor per kind and group. The columns are made once and used for every block.
 *
 * Source   osmformat.proto of the OSM PBF format: PrimitiveBlock, PrimitiveGroup.
 */
export class BlockDecoder {
  private readonly strings = new StringTable()
  private readonly nodes: NodeBlock = { ...tagColumns(this.strings), lonE7: new Int32Array(256), latE7: new Int32Array(256) }
  private readonly ways: WayBlock = {
    ...tagColumns(this.strings),
    refStart: new Uint32Array(256),
    ref: new Float64Array(256),
    hasLocations: false,
    lonE7: new Int32Array(256),
    latE7: new Int32Array(256),
  }
  private readonly relations: RelationBlock = {
    ...tagColumns(this.strings),
    memberStart: new Uint32Array(256),
    memberId: new Float64Array(256),
    memberRole: new Uint32Array(256),
    memberType: new Uint8Array(256),
  }

  /** Hands the groups of the wanted kinds to the visitor; which kinds there are, as bits. */
  decode(block: Uint8Array, visitor: OsmVisitor): number {
    const cursor = new Cursor(block)
    const groups: number[] = []
    const grid: Grid = { granularity: 100, latOffset: 0, lonOffset: 0 }
    this.strings.clear()
    for (let key = cursor.field(); key !== 0; key = cursor.field()) {
      if (key === 10) this.strings.read(cursor)
      else if (key === 18) {
        const end = cursor.length()
        groups.push(cursor.at, end)
        cursor.at = end
      } else if (key === 136) grid.granularity = cursor.int()
      else if (key === 152) grid.latOffset = cursor.int()
      else if (key === 160) grid.lonOffset = cursor.int()
      else cursor.skipUnknown(key, 2)
    }
    if (grid.granularity <= 0) throw new DamagedBlock(`its granularity is ${grid.granularity}`)

    let kinds = 0
    for (let i = 0; i < groups.length; i += 2) {
      cursor.at = groups[i] as number
      cursor.end = groups[i + 1] as number
      kinds |= this.decodeGroup(cursor, grid, visitor)
    }
    return kinds
  }

  private decodeGroup(cursor: Cursor, grid: Grid, visitor: OsmVisitor): number {
    const { nodes, ways, relations } = this
    const groupEnd = cursor.end
    let kinds = 0
    nodes.count = ways.count = relations.count = 0
    for (let key = cursor.field(); key !== 0; key = cursor.field()) {
      const kind = key === 18 || key === 10 ? kindBits.nodes : key === 26 ? kindBits.ways : key === 34 ? kindBits.relations : 0
      if (kind === 0) {
        // Changesets have field 5; nobody publishes them so.
        cursor.skipUnknown(key, 4)
        continue
      }
      kinds |= kind
      const end = (cursor.end = cursor.length())
      if (key === 18 && visitor.nodes) decodeDenseNodes(cursor, grid, nodes)
      else if (key === 10 && visitor.nodes) decodeNode(cursor, grid, nodes)
      else if (key === 26 && visitor.ways) decodeWay(cursor, grid, ways)
      else if (key === 34 && visitor.relations) decodeRelation(cursor, relations)
      cursor.at = end
      cursor.end = groupEnd
    }
    if (nodes.count > 0) visitor.nodes?.(nodes)
    if (ways.count > 0) visitor.ways?.(ways)
    if (relations.count > 0) visitor.relations?.(relations)
    return kinds
  }
}
