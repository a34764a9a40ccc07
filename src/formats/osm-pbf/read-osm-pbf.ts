import type { ByteSource } from '../byte-source.ts'
import type { OsmVisitor } from './blocks.ts'
import { openOsmPbf } from './open-osm-pbf.ts'
import type { OsmPbfHeader } from './read-header.ts'

export interface OsmPbfSummary {
  header: OsmPbfHeader
  blobs: number
  /** Elements that were handed to the visitor. */
  nodes: number
  ways: number
  relations: number
}

/**
 * Reads an OSM PBF file once, from beginning to end, and hands its elements over in columns.
 *
 *     readOsmPbf(openBytes('city.osm.pbf'), { ways: ({ count, id }) => … })
 *
 * Source   https://wiki.openstreetmap.org/wiki/PBF_Format
 * Shape    per group of elements, see `NodeBlock`, `WayBlock`, `RelationBlock`; the buffers are used again.
 * Missing  a node that a way refers to may not be in the file: nothing is looked up here.
 * Cost     linear; the memory of one block, whatever the size of the file.
 *
 * @throws {FormatError} with file and byte, for whatever is not as the format says or beyond `osmPbfLimits`
 */
export function readOsmPbf(source: ByteSource, visitor: OsmVisitor): OsmPbfSummary {
  const file = openOsmPbf(source)
  const summary = { header: file.header, blobs: file.blobs.count, nodes: 0, ways: 0, relations: 0 }
  const counting: OsmVisitor = {}
  const { nodes, ways, relations } = visitor
  if (nodes)
    counting.nodes = (block) => {
      summary.nodes += block.count
      nodes.call(visitor, block)
    }
  if (ways)
    counting.ways = (block) => {
      summary.ways += block.count
      ways.call(visitor, block)
    }
  if (relations)
    counting.relations = (block) => {
      summary.relations += block.count
      relations.call(visitor, block)
    }
  file.read(counting)
  return summary
}
