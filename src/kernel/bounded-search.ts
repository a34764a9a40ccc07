import type { Graph } from './graph.ts'

/** Width of a bucket. Narrower ones cost empty buckets, wider ones repeated work; 8 m to 32 m differ little on streets. */
const bucketMetres = 16
/** A search over many kilometres has wider buckets instead of more. */
const mostBuckets = 4096

const untouched = -1
const done = -2

/**
 * Shortest distances from several starts at once, up to a limit, over and over on one graph.
 *
 *     metres[v] = min over starts s of (start metres of s + length of the shortest path from s to v), where that is ≤ limit
 *
 * Nodes wait in buckets a few metres wide; inside a bucket a node may be visited again when a shorter way to it turns up.
 * The distances are those of Dijkstra's algorithm to the last bit: both find the least sum of lengths over all paths.
 *
 * Source   Dial, "Algorithm 360", CACM 12 (1969), 632; Meyer and Sanders, "Δ-stepping", J. Algorithms 49 (2003), 114–152,
 *          here one step at a time.
 * Units    metres, from 0.
 * Missing  Infinity where nothing within the limit leads.
 * Cost     proportional to the nodes reached, not to the graph: `clear` only touches what the last search touched.
 *          14 bytes per node.
 */
export class BoundedSearch {
  readonly graph: Graph
  /** Distance of each node from the nearest start. */
  readonly metres: Float64Array
  /** Nodes whose distance changed since `clear` or `keep`, in the order of their first change: the first `touchedCount` entries. */
  readonly touched: Uint32Array
  touchedCount = 0

  /** The bucket in which a node waits, or `untouched`, or `done`. */
  readonly #bucketOf: Int16Array
  /** Buckets as lists: the last entry of each, and for each entry the one before it. */
  #last = new Int32Array(0)
  #before = new Int32Array(1024)
  #node = new Uint32Array(1024)

  constructor(graph: Graph) {
    this.graph = graph
    this.metres = new Float64Array(graph.nodeCount).fill(Infinity)
    this.touched = new Uint32Array(graph.nodeCount)
    this.#bucketOf = new Int16Array(graph.nodeCount).fill(untouched)
  }

  /** Forgets all distances of nodes touched. */
  clear(): void {
    for (let i = 0; i < this.touchedCount; i++) {
      const v = this.touched[i] as number
      this.metres[v] = Infinity
      this.#bucketOf[v] = untouched
    }
    this.touchedCount = 0
  }

  /** The distances stay and the next starts improve on them; the list of touched nodes begins anew. */
  keep(): void {
    for (let i = 0; i < this.touchedCount; i++) this.#bucketOf[this.touched[i] as number] = untouched
    this.touchedCount = 0
  }

  /** Forgets the distance of one node, until a search reaches it again. */
  forget(node: number): void {
    this.#touch(node)
    this.metres[node] = Infinity
  }

  /**
   * A start: somebody stands at `node` and has come `metres` already.
   *
   * @throws {RangeError} below 0 or not a number
   */
  start(node: number, metres: number): void {
    if (!(metres >= 0)) throw new RangeError(`A start must be at 0 metres or more, not at ${metres}.`)
    if (metres >= (this.metres[node] as number)) return
    this.#touch(node)
    this.metres[node] = metres
  }

  /** Walks from all starts, as far as `limit`. Starts beyond it are left where they are. */
  run(limit: number): void {
    const { first, neighbour, neighbourMetres } = this.graph
    const { metres, touched } = this
    const bucketOf = this.#bucketOf
    const width = Math.max(bucketMetres, limit / mostBuckets)
    const perMetre = 1 / width
    const buckets = Math.floor(limit * perMetre) + 1
    if (this.#last.length < buckets) this.#last = new Int32Array(buckets)
    const last = this.#last.fill(-1, 0, buckets)
    let touchedCount = this.touchedCount

    let lowest = buckets
    let entries = 0
    let node = this.#roomFor(touchedCount)
    let before = this.#before
    for (let i = 0; i < touchedCount; i++) {
      const v = touched[i] as number
      const here = metres[v] as number
      if (here > limit) continue
      const bucket = (here * perMetre) | 0
      bucketOf[v] = bucket
      node[entries] = v
      before[entries] = last[bucket] as number
      last[bucket] = entries++
      if (bucket < lowest) lowest = bucket
    }

    for (let bucket = lowest; bucket < buckets; bucket++) {
      for (let entry = last[bucket] as number; entry >= 0; entry = last[bucket] as number) {
        last[bucket] = before[entry] as number
        const v = node[entry] as number
        // It has gone on to an earlier bucket meanwhile, and this entry is a leftover.
        if (bucketOf[v] !== bucket) continue
        bucketOf[v] = done
        const here = metres[v] as number
        for (let i = first[v] as number, end = first[v + 1] as number; i < end; i++) {
          const there = here + (neighbourMetres[i] as number)
          if (there > limit) continue
          const w = neighbour[i] as number
          if (there >= (metres[w] as number)) continue
          metres[w] = there
          const waiting = bucketOf[w] as number
          if (waiting === untouched) touched[touchedCount++] = w
          const next = (there * perMetre) | 0
          if (waiting === next) continue
          bucketOf[w] = next
          if (entries === node.length) {
            node = this.#roomFor(entries + 1)
            before = this.#before
          }
          node[entries] = w
          before[entries] = last[next] as number
          last[next] = entries++
        }
      }
    }
    this.touchedCount = touchedCount
  }

  #touch(node: number): void {
    if (this.#bucketOf[node] !== untouched) return
    this.#bucketOf[node] = done
    this.touched[this.touchedCount++] = node
  }

  /** Makes room for so many entries; the nodes of those that there are. */
  #roomFor(entries: number): Uint32Array {
    if (entries > this.#node.length) {
      const [node, before] = [this.#node, this.#before]
      this.#node = new Uint32Array(2 * entries)
      this.#before = new Int32Array(2 * entries)
      this.#node.set(node)
      this.#before.set(before)
    }
    return this.#node
  }
}
