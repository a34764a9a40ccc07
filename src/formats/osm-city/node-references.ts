import type { ExtractNodes } from '../../books/indicators/sdg-11/city/city-extract.ts'

/** References of ways to nodes, before the nodes are known. They are kept in pieces, so that growing costs no second copy. */
const pieceLength = 65536

export class NodeReferences {
  length = 0
  private readonly ids: Float64Array[] = []
  /** Places beside the ids, in files that have them with the ways. */
  private readonly lonE7: Int32Array[] = []
  private readonly latE7: Int32Array[] = []

  /** Adds `ref[from]` … `ref[to - 1]`, and their places where they are given. */
  append(ref: Float64Array, from: number, to: number, places: { lonE7: Int32Array; latE7: Int32Array } | null): void {
    for (let i = from; i < to; i++) {
      const piece = this.length >>> 16
      const at = this.length & (pieceLength - 1)
      if (at === 0) this.ids[piece] = new Float64Array(pieceLength)
      ;(this.ids[piece] as Float64Array)[at] = ref[i] as number
      if (places !== null) {
        ;(this.lonE7[piece] ??= new Int32Array(pieceLength))[at] = places.lonE7[i] as number
        ;(this.latE7[piece] ??= new Int32Array(pieceLength))[at] = places.latE7[i] as number
      }
      this.length++
    }
  }

  copyIdsTo(all: Float64Array, at: number): void {
    for (let start = 0, piece = 0; start < this.length; start += pieceLength, piece++)
      all.set((this.ids[piece] as Float64Array).subarray(0, Math.min(pieceLength, this.length - start)), at + start)
  }

  /**
   * The place of each reference among the sorted ids, and the coordinates that came with the ways into the nodes.
   * Empties the references: they are large.
   */
  takeIndices({ id: ids, lonE7, latE7 }: ExtractNodes): Uint32Array {
    const indices = new Uint32Array(this.length)
    // Neighbours along a way are mostly neighbours by id: the search begins where the last one ended.
    let near = 0
    for (let start = 0, piece = 0; start < this.length; start += pieceLength, piece++) {
      const part = this.ids[piece] as Float64Array
      const lon = this.lonE7[piece]
      const lat = this.latE7[piece]
      const end = Math.min(pieceLength, this.length - start)
      for (let i = 0; i < end; i++) {
        near = lowerBound(ids, part[i] as number, near)
        indices[start + i] = near
        if (lon !== undefined && lat !== undefined) {
          lonE7[near] = lon[i] as number
          latE7[near] = lat[i] as number
        }
      }
      this.ids[piece] = emptyIds
    }
    this.length = 0
    return indices
  }
}

/** Stands for a node that is not in the file. */
export const missingNode = 0xffffffff

const emptyIds = new Float64Array(0)

/** Sorts ids and drops repetitions, in place; the part of `ids` that is left. */
export function sortUnique(ids: Float64Array): Float64Array {
  ids.sort()
  let count = 0
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] as number
    if (count === 0 || id !== ids[count - 1]) ids[count++] = id
  }
  return ids.subarray(0, count)
}

/** The first place in sorted `ids` that holds `id` or more (their number when none does), searched outwards from `near`. */
export function lowerBound(ids: Float64Array, id: number, near: number): number {
  let low = near
  let high = near
  let step = 1
  if (near < ids.length && (ids[near] as number) < id) {
    while (high < ids.length && (ids[high] as number) < id) {
      low = high + 1
      high += step
      step *= 2
    }
    if (high > ids.length) high = ids.length
  } else {
    while (low > 0 && (ids[low - 1] as number) >= id) {
      high = low - 1
      low = Math.max(0, low - step)
      step *= 2
    }
  }
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] as number) < id) low = middle + 1
    else high = middle
  }
  return low
}
