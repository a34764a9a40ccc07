import type { ExtractNodes, ExtractStops } from '../../books/indicators/sdg-11/city/city-extract.ts'
import { stopCapacityOf } from '../../books/indicators/sdg-11/city/osm-tags.ts'
import { noCoordinate, type NodeBlock } from '../osm-pbf/blocks.ts'
import { BlockTags } from './block-tags.ts'
import { Growing } from './growing.ts'
import { lowerBound } from './node-references.ts'

/** Where the wanted nodes are, in files of any order: in sorted ones both lists run beside each other. */
export class NodePlaces {
  private readonly nodes: ExtractNodes
  private at = 0
  private previous = -Infinity

  constructor(nodes: ExtractNodes) {
    this.nodes = nodes
  }

  takeNodes(block: NodeBlock): void {
    const { id: ids, lonE7, latE7 } = this.nodes
    const { id, count } = block
    let { at, previous } = this
    // Always: ids[at] is the first wanted id that is not below the previous node.
    let wanted = at < ids.length ? (ids[at] as number) : Infinity
    for (let i = 0; i < count; i++) {
      const node = id[i] as number
      if (node > wanted || node < previous) {
        at = lowerBound(ids, node, at)
        wanted = at < ids.length ? (ids[at] as number) : Infinity
      }
      previous = node
      if (node !== wanted) continue
      lonE7[at] = block.lonE7[i] as number
      latE7[at] = block.latE7[i] as number
    }
    this.at = at
    this.previous = previous
  }
}

/** Nodes at which people board. */
export class CollectedStops {
  private readonly id = new Growing()
  private readonly lonE7 = new Growing()
  private readonly latE7 = new Growing()
  private readonly capacity = new Growing()
  private readonly name: string[] = []
  private readonly tags = new BlockTags()

  takeNodes(block: NodeBlock): void {
    const { tags } = this
    tags.begin(block)
    for (let i = 0; i < block.count; i++) {
      if (block.tagStart[i] === block.tagStart[i + 1] || block.lonE7[i] === noCoordinate || block.latE7[i] === noCoordinate) continue
      tags.turnTo(i)
      const capacity = stopCapacityOf(tags)
      if (capacity === 0) continue
      this.id.push(block.id[i] as number)
      this.lonE7.push(block.lonE7[i] as number)
      this.latE7.push(block.latE7[i] as number)
      this.capacity.push(capacity)
      this.name.push(tags.get('name') ?? '')
    }
  }

  finished(): ExtractStops {
    return {
      count: this.name.length,
      id: this.id.finished(Float64Array),
      lonE7: this.lonE7.finished(Int32Array),
      latE7: this.latE7.finished(Int32Array),
      capacity: this.capacity.finished(Uint8Array),
      name: this.name,
    }
  }
}
