/** Nodes `node[from]` … `node[to - 1]` of a way that is part of an outline. */
export interface WayPart {
  from: number
  to: number
}

/**
 * Ways joined at their ends to closed rings. A ring has at least three nodes and does not repeat its first one.
 *
 * Ways that do not close are left out and counted: an extract often ends in the middle of a lake. Where more than two ways meet, the first
 * one found is followed.
 *
 * Cost     linear in the nodes, and in the ways unless very many meet in one node.
 *
 * @example
 * assembleRings(Uint32Array.of(1, 2, 3, 3, 4, 1), [{ from: 0, to: 3 }, { from: 3, to: 6 }]).rings // => [[1, 2, 3, 4]]
 */
export function assembleRings(node: Uint32Array, parts: readonly WayPart[]): { rings: number[][]; notClosed: number } {
  const rings: number[][] = []
  let notClosed = 0
  const used = new Uint8Array(parts.length)
  const partsAt = new Map<number, number[]>()
  for (const [i, { from, to }] of parts.entries()) {
    for (const end of [node[from] as number, node[to - 1] as number]) {
      const there = partsAt.get(end)
      if (there === undefined) partsAt.set(end, [i])
      else there.push(i)
    }
  }
  /** An unused way that begins or ends here; what is used is dropped on the way. */
  const takeAt = (end: number): number | undefined => {
    const there = partsAt.get(end) ?? []
    while (there.length > 0) {
      const i = there.pop() as number
      if (used[i] === 0) return i
    }
    return undefined
  }
  for (const [i, { from, to }] of parts.entries()) {
    if (used[i] === 1) continue
    used[i] = 1
    const ring = Array.from(node.subarray(from, to))
    const first = ring[0] as number
    let end = ring[ring.length - 1] as number
    while (end !== first) {
      const next = takeAt(end)
      if (next === undefined) break
      used[next] = 1
      const part = parts[next] as WayPart
      const forwards = node[part.from] === end
      for (let k = 1; k < part.to - part.from; k++) ring.push(node[forwards ? part.from + k : part.to - 1 - k] as number)
      end = ring[ring.length - 1] as number
    }
    ring.pop()
    if (end === first && ring.length >= 3) rings.push(ring)
    else notClosed++
  }
  return { rings, notClosed }
}
