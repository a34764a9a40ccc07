/**
 * A set of whole numbers below a bound as single bits, and the rank of its members: an eighth of a byte each, where a table of
 * numbers would take four.
 */
export class BitSet {
  readonly #words: Uint32Array
  #countBefore = new Uint32Array(0)
  /** How many members there were when they were numbered. */
  size = 0

  constructor(below: number) {
    this.#words = new Uint32Array(Math.ceil(below / 32))
  }

  add(i: number): void {
    this.#words[i >>> 5] = (this.#words[i >>> 5] as number) | (1 << (i & 31))
  }

  has(i: number): boolean {
    return (((this.#words[i >>> 5] as number) >>> (i & 31)) & 1) === 1
  }

  /** Numbers the members for `rank` and counts them: to be called when all are in. */
  number(): number {
    this.#countBefore = new Uint32Array(this.#words.length)
    let count = 0
    for (const [i, word] of this.#words.entries()) {
      this.#countBefore[i] = count
      count += bitCount(word)
    }
    return (this.size = count)
  }

  /** How many members are below `i`: the number of `i` among the members. */
  rank(i: number): number {
    const below = (this.#words[i >>> 5] as number) & ~(-1 << (i & 31))
    return (this.#countBefore[i >>> 5] as number) + bitCount(below)
  }
}

function bitCount(word: number): number {
  word -= (word >>> 1) & 0x55555555
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333)
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
