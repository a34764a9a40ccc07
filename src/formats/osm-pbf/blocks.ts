import type { StringTable } from './string-table.ts'

/**
 * Elements of one group in columns. The buffers are used again for the next group: what is to be kept must be copied. They may be longer
 * than the data; `count` and the `…Start` columns say how far it reaches.
 */
export interface TagColumns {
  count: number
  /** Exact to ±2⁵³. */
  id: Float64Array
  /** Tags of element `i`: `key[tagStart[i]]` … `key[tagStart[i + 1] - 1]`, and `value` likewise; numbers of strings. */
  tagStart: Uint32Array
  key: Uint32Array
  value: Uint32Array
  strings: StringTable
}

export interface NodeBlock extends TagColumns {
  /** Degrees × 10⁷, or `noCoordinate`. */
  lonE7: Int32Array
  latE7: Int32Array
}

export interface WayBlock extends TagColumns {
  /** Nodes of way `i`: `ref[refStart[i]]` … */
  refStart: Uint32Array
  ref: Float64Array
  /** True where the file has the places of the nodes with the ways (LocationsOnWays); they stand beside `ref`. */
  hasLocations: boolean
  lonE7: Int32Array
  latE7: Int32Array
}

export interface RelationBlock extends TagColumns {
  /** Members of relation `i`: `memberId[memberStart[i]]` … */
  memberStart: Uint32Array
  memberId: Float64Array
  memberRole: Uint32Array
  /** Number in `memberTypes`. */
  memberType: Uint8Array
}

export const memberTypes = ['node', 'way', 'relation'] as const

/** Stands for a longitude or latitude that is not on Earth; some programs write one where they know no place. */
export const noCoordinate = 0x7fffffff

/** Who reads a file says what for: groups of a kind without a function are passed over, unread where that is possible. */
export interface OsmVisitor {
  nodes?(block: NodeBlock): void
  ways?(block: WayBlock): void
  relations?(block: RelationBlock): void
}

/** Kinds of elements as bits. */
export const kindBits = { nodes: 1, ways: 2, relations: 4 } as const
