import { FormatError } from '../format-error.ts'

/** So many ids that differ fall on neighbouring places only when somebody chose them so. */
const longestProbe = 1000

/**
 * Ids numbered in order of first appearance, found by their bytes: no string is made for a row that refers to an id.
 *
 * Open addressing, at most a third full, over all ids in one run of bytes.
 */
export class IdTable {
  count = 0
  readonly #file: string
  #bytes = new Uint8Array(2 ** 12)
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
  find(bytes: Uint8Array, start: number, end: number, hash = hashOf(bytes, start, end)): number {
    return (this.#places[this.#placeOf(bytes, start, end, hash)] as number) - 1
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

  /** Whether these bytes are id `index`. */
  is(index: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.#bytes
    let at = this.#start[index] as number
    if ((this.#start[index + 1] as number) - at !== end - start) return false
    for (let i = start; i < end; i++) if (own[at++] !== bytes[i]) return false
    return true
  }

  /** All ids as text, by number. */
  texts(): string[] {
    const decoder = new TextDecoder('utf-8')
    return Array.from({ length: this.count }, (_, i) => decoder.decode(this.#bytes.subarray(this.#start[i], this.#start[i + 1])))
  }

  #placeOf(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const places = this.#places
    const mask = places.length - 1
    let place = hash & mask
    for (let probe = 0; probe < longestProbe; probe++, place = (place + 1) & mask) {
      const number = places[place] as number
      if (number === 0 || (this.#hash[number - 1] === hash && this.is(number - 1, bytes, start, end))) return place
    }
    throw new FormatError('gtfs_ids_collide', `${this.#file}: ids that were chosen to slow the reader down; it stops here.`, null, {
      file: this.#file,
    })
  }

  #reserve(bytes: number): void {
    if (bytes > this.#bytes.length) this.#bytes = grown(this.#bytes, bytes)
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
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashSeed
  for (let i = start; i < end; i++) hash = hashStep(hash, bytes[i] as number)
  return hashEnd(hash)
}

export const hashSeed = 0x811c9dc5 | 0
export const hashStep = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193)
export function hashEnd(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}
