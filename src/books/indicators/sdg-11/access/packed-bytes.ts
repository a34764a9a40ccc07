/**
 * Whole numbers, seven bits a byte with the lowest first and the eighth bit for "more follows"; signed ones folded, so that small
 * ones of both signs are short; texts as UTF-8 with their length. Numbers up to 2⁵³ come back exactly.
 */
export class ByteWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  byte(value: number): void {
    this.#room(1)
    this.#bytes[this.#length++] = value
  }

  /**
   * A whole number from 0 to 2⁵³ − 1.
   *
   * @throws {RangeError} any other
   */
  count(value: number): void {
    if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) throw new RangeError(`${value} cannot be packed as a whole number.`)
    this.#room(8)
    while (value >= 128) {
      this.#bytes[this.#length++] = (value % 128) + 128
      value = Math.floor(value / 128)
    }
    this.#bytes[this.#length++] = value
  }

  /** A whole number of either sign. */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value)
  }

  double(value: number): void {
    this.#room(8)
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value, true)
    this.#length += 8
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value)
    this.count(encoded.length)
    this.#room(encoded.length)
    this.#bytes.set(encoded, this.#length)
    this.#length += encoded.length
  }

  /** All that was written, and a checksum. */
  finishWithChecksum(): Uint8Array {
    this.#room(4)
    new DataView(this.#bytes.buffer).setUint32(this.#length, checksum(this.#bytes.subarray(0, this.#length)), true)
    return this.#bytes.slice(0, this.#length + 4)
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(2 * (this.#length + more))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }
}

/**
 * Reads what a `ByteWriter` wrote. The checksum is compared before anything else.
 *
 * @throws {Error} damaged, cut off, or not what the reader expects; the message names the offset
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #end: number
  #at: number

  constructor(bytes: Uint8Array, offset: number) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#end = bytes.length - 4
    this.#at = offset
    if (this.#end < offset || this.#view.getUint32(this.#end, true) !== checksum(bytes.subarray(0, this.#end)))
      throw new Error('The packed bytes are cut off or damaged: their checksum does not fit. Fetch or compute them again.')
  }

  byte(): number {
    if (this.#at >= this.#end) throw this.#wrong('they end too early')
    return this.#bytes[this.#at++] as number
  }

  /** A whole number. */
  whole(): number {
    let value = 0
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = this.byte()
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
    throw this.#wrong('a number is too long')
  }

  signed(): number {
    const folded = this.whole()
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2
  }

  /** How many things follow: never more than there are bytes left. */
  count(): number {
    const value = this.whole()
    if (value > this.#end - this.#at) throw this.#wrong(`${value} things are announced in ${this.#end - this.#at} bytes`)
    return value
  }

  /** An index from 0 up to, but not with, `below`. */
  checked(value: number, below: number): number {
    if (!(value >= 0 && value < below)) throw this.#wrong(`${value} is not from 0 to ${below - 1}`)
    return value
  }

  double(): number {
    if (this.#at + 8 > this.#end) throw this.#wrong('they end too early')
    this.#at += 8
    return this.#view.getFloat64(this.#at - 8, true)
  }

  text(): string {
    const length = this.count()
    this.#at += length
    return new TextDecoder().decode(this.#bytes.subarray(this.#at - length, this.#at))
  }

  /** Says that nothing may be left. */
  finish(): void {
    if (this.#at !== this.#end) throw this.#wrong(`${this.#end - this.#at} bytes are left`)
  }

  #wrong(what: string): Error {
    return new Error(`The packed bytes are not right at offset ${this.#at}: ${what}.`)
  }
}

/** FNV-1a: Fowler, Noll and Vo. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193)
  return hash >>> 0
}
