/**
 * Pairs into slots, so that no row and no column stands twice in a slot and no slot has more pairs than there are tables. It always succeeds
 * where no row and no column has more pairs than there are slots, and all pairs together no more than tables in all slots.
 *
 * A colouring of the edges of a bipartite graph with as many colours as its greatest degree (König 1916); then the colours are evened out:
 * the pairs of two slots form paths and circles, and a path that has one pair more of the fuller slot changes sides.
 *
 * @returns the slot of each pair
 * @example
 * colourPairs([{ row: 0, column: 0 }, { row: 0, column: 1 }, { row: 1, column: 0 }], 2, 2) // => [1, 0, 0]
 */
export function colourPairs(pairs: ReadonlyArray<{ row: number; column: number }>, slots: number, tables: number): number[] {
  const colouring = new Colouring(pairs, slots)
  for (const index of pairs.keys()) colouring.add(index)
  colouring.even(tables)
  return [...colouring.slotOf]
}

class Colouring {
  readonly slotOf: Int32Array
  readonly #ends: ReadonlyArray<readonly [string, string]>
  readonly #slots: number
  /** Of each end, by slot: the pair that it has there. */
  readonly #at = new Map<string, Int32Array>()

  constructor(pairs: ReadonlyArray<{ row: number; column: number }>, slots: number) {
    this.#ends = pairs.map(({ row, column }) => [`row ${row}`, `column ${column}`])
    this.#slots = slots
    this.slotOf = new Int32Array(pairs.length).fill(-1)
    for (const end of this.#ends.flat()) this.#at.set(end, new Int32Array(slots).fill(-1))
  }

  /** A slot that is free for both; if there is none, the path between a slot of one and a slot of the other changes sides first. */
  add(index: number): void {
    const [row, column] = this.#ends[index]!
    const freeOfRow = this.#at.get(row)!.indexOf(-1)
    const freeOfColumn = this.#at.get(column)!.indexOf(-1)
    if (freeOfRow < 0 || freeOfColumn < 0) throw new RangeError('More pairs than slots at one end.')
    if (this.#at.get(column)![freeOfRow]! >= 0) this.#swap(this.#pathFrom(column, freeOfRow, freeOfColumn), freeOfRow, freeOfColumn)
    this.#put(index, freeOfRow)
  }

  even(tables: number): void {
    for (;;) {
      const sizes = Array.from({ length: this.#slots }, (_, slot) => this.slotOf.filter((one) => one === slot).length)
      const full = sizes.indexOf(Math.max(...sizes))
      const empty = sizes.indexOf(Math.min(...sizes))
      if ((sizes[full] ?? 0) <= tables) return
      if (sizes[full]! - sizes[empty]! < 2) throw new RangeError('More pairs than tables.')
      this.#swap(this.#longerPath(full, empty), full, empty)
    }
  }

  /** Pairs of two slots that hang together, from an end that has a pair in the first. */
  #pathFrom(end: string, first: number, second: number): number[] {
    const path: number[] = []
    for (let [at, slot] = [end, first]; ;) {
      const pair = this.#at.get(at)![slot]!
      if (pair < 0) return path
      path.push(pair)
      const [row, column] = this.#ends[pair]!
      at = at === row ? column : row
      slot = slot === first ? second : first
      if (at === end) return path
    }
  }

  /** A path that begins and ends with a pair of the fuller slot: there is one, because it has more pairs. */
  #longerPath(full: number, empty: number): number[] {
    for (const [end, at] of this.#at) {
      if (at[full]! < 0 || at[empty]! >= 0) continue
      const path = this.#pathFrom(end, full, empty)
      if (path.length % 2 === 1) return path
    }
    throw new RangeError('No path is longer on one side.')
  }

  #swap(path: readonly number[], one: number, other: number): void {
    const before = path.map((pair) => this.slotOf[pair]!)
    for (const pair of path) this.#take(pair)
    for (const [at, pair] of path.entries()) this.#put(pair, before[at] === one ? other : one)
  }

  #put(pair: number, slot: number): void {
    this.slotOf[pair] = slot
    for (const end of this.#ends[pair]!) this.#at.get(end)![slot] = pair
  }

  #take(pair: number): void {
    for (const end of this.#ends[pair]!) this.#at.get(end)![this.slotOf[pair]!] = -1
    this.slotOf[pair] = -1
  }
}
