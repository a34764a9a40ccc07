import { noCoordinate } from './blocks.ts'
import { DamagedBlock } from './damaged-block.ts'

/** Ids and offsets are exact up to here. */
const maxExact = Number.MAX_SAFE_INTEGER

/**
 * A place in a protobuf message. Numbers are read up to 2⁵³; behind the end of the bytes there are only zeros, and `field` and `length`
 * see that nothing runs past the end of its message.
 */
export class Cursor {
  bytes: Uint8Array
  at: number
  end: number

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes
    this.at = at
    this.end = end
  }

  /** The key of the next field (`number << 3 | wire type`), or 0 at the end of the message. */
  field(): number {
    if (this.at >= this.end) {
      if (this.at > this.end) throw new DamagedBlock('a field is longer than its message')
      return 0
    }
    const key = this.uint()
    if (key < 8) throw new DamagedBlock('a field has the number 0')
    return key
  }

  /** Unsigned; inexact beyond 2⁵³, where every use of it has a limit below. */
  uint(): number {
    const bytes = this.bytes
    let byte = bytes[this.at++] as number
    if (byte < 128) return byte
    let value = byte & 127
    byte = bytes[this.at++] as number
    value |= (byte & 127) << 7
    if (byte < 128) return value
    byte = bytes[this.at++] as number
    value |= (byte & 127) << 14
    if (byte < 128) return value
    byte = bytes[this.at++] as number
    value |= (byte & 127) << 21
    let scale = 2 ** 28
    while (byte >= 128) {
      if (scale > 2 ** 63) throw new DamagedBlock('a number has more than ten bytes')
      byte = bytes[this.at++] as number
      value += (byte & 127) * scale
      scale *= 128
    }
    return value
  }

  /** `int64`: negative numbers stand as 2⁶⁴ − n. */
  int(): number {
    const start = this.at
    const value = this.uint()
    if (value <= maxExact) return value
    this.at = start
    const [low, middle, high] = this.parts()
    if (high < 128) return exact(low + middle * 2 ** 28 + high * 2 ** 56)
    return exact(-1 - (2 ** 28 - 1 - low) - (2 ** 28 - 1 - middle) * 2 ** 28 - (255 - high) * 2 ** 56)
  }

  /** `sint64`: the sign is the lowest bit. */
  sint(): number {
    const [low, middle, high] = this.parts()
    const half = (low >>> 1) + middle * 2 ** 27 + high * 2 ** 55
    return exact(low % 2 === 0 ? half : -half - 1)
  }

  /** Where the following bytes of a field end; they lie within the message. */
  length(): number {
    const length = this.uint()
    const end = this.at + length
    if (end > this.end) throw new DamagedBlock('a field is longer than its message')
    return end
  }

  /** Passes over the value of a field that nobody asked for. */
  skip(key: number): void {
    const wireType = key & 7
    if (wireType === 0) this.uint()
    else if (wireType === 2) this.at = this.length()
    else if (wireType === 5) this.at += 4
    else if (wireType === 1) this.at += 8
    else throw new DamagedBlock(`a field has the unknown wire type ${wireType}`)
  }

  /** Passes over an unknown field; a known one (number up to `known`) of another wire type would be lost, so it is an error. */
  skipUnknown(key: number, known: number): void {
    const number = Math.floor(key / 8)
    if (number <= known && number > 0) throw new DamagedBlock(`field ${number} is not as the format says`)
    this.skip(key)
  }

  /** The bits 0–27, 28–55 and 56–63 of the next number. */
  private parts(): [number, number, number] {
    const bytes = this.bytes
    const parts: [number, number, number] = [0, 0, 0]
    for (let i = 0; ; i++) {
      if (i === 10) throw new DamagedBlock('a number has more than ten bytes')
      const byte = bytes[this.at++] as number
      const part = i < 4 ? 0 : i < 8 ? 1 : 2
      parts[part] |= (byte & 127) << (7 * (i - 4 * part))
      if (!(byte >= 128)) break
    }
    parts[2] &= 255
    return parts
  }
}

const exact = (value: number): number => {
  if (value > maxExact || value < -maxExact) throw new DamagedBlock('an id or offset is beyond 2⁵³')
  return value
}

/**
 * Packed `sint64` values, each the difference to the one before, summed up into `out` from `outAt`; the new end of `out`.
 * What does not fit into `out` is counted but not kept: the caller compares the count with the limit.
 */
export function readDeltas(bytes: Uint8Array, from: number, to: number, out: Float64Array, outAt: number): number {
  let p = from
  let n = outAt
  let value = 0
  while (p < to) {
    let byte = bytes[p++] as number
    let low = byte & 127
    if (byte >= 128) {
      byte = bytes[p++] as number
      low |= (byte & 127) << 7
      if (byte >= 128) {
        byte = bytes[p++] as number
        low |= (byte & 127) << 14
        if (byte >= 128) {
          byte = bytes[p++] as number
          low |= (byte & 127) << 21
        }
      }
    }
    if (byte < 128) value += (low >>> 1) ^ -(low & 1)
    else {
      let half = low >>> 1
      let scale = 2 ** 27
      do {
        if (scale > 2 ** 62) throw new DamagedBlock('a number has more than ten bytes')
        byte = bytes[p++] as number
        half += (byte & 127) * scale
        scale *= 128
      } while (byte >= 128)
      if (half > maxExact) throw new DamagedBlock('two ids are more than 2⁵³ apart')
      value += (low & 1) === 0 ? half : -half - 1
    }
    if (value > maxExact || value < -maxExact) throw new DamagedBlock('an id is beyond 2⁵³')
    out[n++] = value
  }
  if (p !== to) throw new DamagedBlock('a list of numbers ends within a number')
  return n
}

/** Packed unsigned values, each below `below` (at most 2²⁸), into `out` from `outAt`; the new end of `out`, as in `readDeltas`. */
export function readUints(
  bytes: Uint8Array,
  from: number,
  to: number,
  below: number,
  out: Uint32Array | Uint8Array,
  outAt: number,
): number {
  let p = from
  let n = outAt
  while (p < to) {
    let byte = bytes[p++] as number
    let value = byte & 127
    for (let shift = 7; byte >= 128; shift += 7) {
      if (shift > 21) throw new DamagedBlock('a number is beyond 2²⁸')
      byte = bytes[p++] as number
      value |= (byte & 127) << shift
    }
    if (value >= below) throw new DamagedBlock(`there is no string or type of the number ${value}`)
    out[n++] = value
  }
  if (p !== to) throw new DamagedBlock('a list of numbers ends within a number')
  return n
}

/** How the coordinates of a block are meant: nanodegrees = offset + granularity × value. */
export interface Grid {
  granularity: number
  latOffset: number
  lonOffset: number
}

/**
 * Packed coordinates, each the difference to the one before, as degrees × 10⁷ into `out` from `outAt`; the new end of `out`, as in
 * `readDeltas`. What lies beyond ±`maxDegrees` becomes `noCoordinate`.
 */
export function readCoordinates(
  bytes: Uint8Array,
  from: number,
  to: number,
  granularity: number,
  offset: number,
  maxDegrees: number,
  out: Int32Array,
  outAt: number,
): number {
  const max = maxDegrees * 1e7
  const plain = granularity === 100 && offset === 0
  let p = from
  let n = outAt
  let value = 0
  while (p < to) {
    let byte = bytes[p++] as number
    let low = byte & 127
    if (byte >= 128) {
      byte = bytes[p++] as number
      low |= (byte & 127) << 7
      if (byte >= 128) {
        byte = bytes[p++] as number
        low |= (byte & 127) << 14
        if (byte >= 128) {
          byte = bytes[p++] as number
          low |= (byte & 127) << 21
        }
      }
    }
    if (byte < 128) value += (low >>> 1) ^ -(low & 1)
    else {
      let half = low >>> 1
      let scale = 2 ** 27
      do {
        if (scale > 2 ** 62) throw new DamagedBlock('a number has more than ten bytes')
        byte = bytes[p++] as number
        half += (byte & 127) * scale
        scale *= 128
      } while (byte >= 128)
      value += (low & 1) === 0 ? half : -half - 1
    }
    const e7 = plain ? value : Math.round((offset + granularity * value) / 100)
    out[n++] = e7 <= max && e7 >= -max ? e7 : noCoordinate
  }
  if (p !== to) throw new DamagedBlock('a list of coordinates ends within a number')
  return n
}
