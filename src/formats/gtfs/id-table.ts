import { FormatError } from '../format-error.ts'

/** So many ids that differ fall on neighbouring places only when somebody chose them so. */
const longestProbe = 1000
/** Bytes that surely fit into one string. */
const longestText = 2 ** 28

/**
 * Ids numbered in order of first appearance, found by their bytes: no string is made for a row that refers to an id.
 *
 * Open addressing, at most a third full, over all ids in one run of bytes.
 */
export class IdTable {
  count = 0
  readonly #file: string
  #bytes = new Uint8Array(2 ** 12)
  #words = new DataView(this.#bytes.buffer)
  /** Id `i` is bytes `#start[i]` … `#start[i + 1]`. */
  #start = new Uint32Array(2 ** 8)
  #hash = new Int32Array(2 ** 8)
  /** Number + 1 of the id at each place; 0: free. */
  #places = new Uint32Array(2 ** 10)

  /** @param file is named when ids were chosen to collide */
  constructor(file: string) {
    this.#file = file
  }

  /** Number of an id; -1: not here. */
  find(bytes: Uint8Array, start: number, end: number): number {
    return (this.#places[this.#placeOf(bytes, start, end, hashOf(bytes, start, end))] as number) - 1
  }

  /** Length of id `index` where it stands from `at` on, whatever comes after; 0 where another does. */
  lengthIfAt(index: number, words: DataView, at: number): number {
    const start = this.#start[index] as number
    const length = (this.#start[index + 1] as number) - start
    return areSame(words, at, this.#words, start, length) ? length : 0
  }

  /** Number of an id, which is added when it is not here; compare with `count` before to know. */
  add(bytes: Uint8Array, start: number, end: number): number {
    const hash = hashOf(bytes, start, end)
    let place = this.#placeOf(bytes, start, end, hash)
    const known = this.#places[place] ?? 0
    if (known > 0) return known - 1
    if ((this.count + 1) * 3 > this.#places.length) {
      this.#widen()
      place = this.#placeOf(bytes, start, end, hash)
    }
    const at = this.#start[this.count] ?? 0
    this.#reserve(at + end - start)
    this.#bytes.set(bytes.subarray(start, end), at)
    this.#start[this.count + 1] = at + end - start
    this.#hash[this.count] = hash
    this.#places[place] = ++this.count
    return this.count - 1
  }

  /** All ids as text, by number. */
  texts(): string[] {
    const decoder = new TextDecoder('utf-8')
    const length = this.#start[this.count] ?? 0
    const all = length < longestText ? decoder.decode(this.#bytes.subarray(0, length)) : ''
    // One byte for each character: then all are cut from one text, which is much faster than to decode each.
    if (all.length === length) return Array.from({ length: this.count }, (_, i) => all.slice(this.#start[i], this.#start[i + 1]))
    return Array.from({ length: this.count }, (_, i) => decoder.decode(this.#bytes.subarray(this.#start[i], this.#start[i + 1])))
  }

  #is(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.#bytes
    let at = this.#start[index] as number
    if ((this.#start[index + 1] as number) - at !== end - start) return false
    for (let i = start; i < end; i++) if (own[at++] !== bytes[i]) return false
    return true
  }

  #placeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const places = this.#places
    const mask = places.length - 1
    let place = hash & mask
    for (let probe = 0; probe < longestProbe; probe++, place = (place + 1) & mask) {
      const number = places[place] as number
      if (number === 0 || (this.#hash[number - 1] === hash && this.#is(number - 1, bytes, start, end))) return place
    }
    throw new FormatError('gtfs_ids_collide', `${this.#file}: ids that were chosen to slow the reader down; it stops here.`, null, {
      file: this.#file,
    })
  }

  #reserve(bytes: number): void {
    // Three more, so that the last id can be compared four bytes at once.
    if (bytes + 3 > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, bytes + 3)
      this.#words = new DataView(this.#bytes.buffer)
    }
    if (this.count + 2 > this.#start.length) {
      this.#start = grown(this.#start, this.count + 2)
      this.#hash = grown(this.#hash, this.count + 2)
    }
  }

  #widen(): void {
    this.#places = new Uint32Array(this.#places.length * 4)
    const mask = this.#places.length - 1
    for (let i = 0; i < this.count; i++) {
      let place = (this.#hash[i] as number) & mask
      while (this.#places[place] !== 0) place = (place + 1) & mask
      this.#places[place] = i + 1
    }
  }
}

/** The same values in an array of at least `length`, and at least twice as long. */
export function grown<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array>(array: A, length: number): A {
  const longer = new (array.constructor as new (length: number) => A)(Math.max(length, array.length * 2))
  longer.set(array)
  return longer
}

/** FNV-1a, and its high bits mixed into the low ones that choose the place. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}

/** Whether the same bytes stand at two places, four at once: three after the last must be there to look at, and do not count. */
export function areSame(words: DataView, at: number, others: DataView, otherAt: number, length: number): boolean {
  let i = 0
  for (; i + 4 <= length; i += 4) if (words.getInt32(at + i) !== others.getInt32(otherAt + i)) return false
  return i === length || (words.getInt32(at + i) ^ others.getInt32(otherAt + i)) >>> (32 - 8 * (length - i)) === 0
}
