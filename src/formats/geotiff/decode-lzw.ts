/** Where the string of each code stands in what is already unpacked, and how long it is. Codes have at most 12 bits. */
const position = new Uint32Array(4097)
const length = new Uint16Array(4097)

const clearCode = 256
const endCode = 257
/** From here on the loop byte by byte is slower than a call. */
const longCopy = 64

/**
 * Unpacks TIFF's LZW into `out` and says how many bytes there were.
 *
 * A code stands for a string that has been written before: only its place and length are kept, and no string is ever put together from
 * prefixes. A string may run into itself by one byte (the code that is being defined), which copying forwards gets right by nature.
 *
 * Source   TIFF revision 6.0, section 13: codes of 9 to 12 bits, highest bit first, which grow one code early.
 * Missing  stops at the end of either side; the caller knows how many bytes should come.
 * Cost     time in proportion to what is unpacked, 24 KB of tables.
 *
 * @throws {RangeError} a code that has not been defined
 * @example
 * decodeLzw(new Uint8Array([128, 1, 224, 64, 128, 68, 8, 12, 6, 128, 128]), new Uint8Array(9)) // => 9
 */
export function decodeLzw(packed: Uint8Array, out: Uint8Array): number {
  const end = packed.length
  const room = out.length
  let at = 0
  let written = 0
  let bits = 0
  let held = 0
  let width = 9
  let growsAt = 511
  let next = 258
  let previous = 0
  let previousLength = 0
  while (written < room) {
    if (held < width) {
      if (at + 1 < end) {
        bits = (bits << 16) | ((packed[at] as number) << 8) | (packed[at + 1] as number)
        at += 2
        held += 16
      } else {
        if (at === end) return written
        bits = (bits << 8) | (packed[at++] as number)
        held += 8
        if (held < width) return written
      }
    }
    held -= width
    const code = (bits >>> held) & ((1 << width) - 1)
    if (code === clearCode) {
      width = 9
      growsAt = 511
      next = 258
      previousLength = 0
      continue
    }
    if (code === endCode) return written
    if (previousLength > 0 && next < 4096) {
      position[next] = previous
      length[next] = previousLength + 1
      if (++next === growsAt && width < 12) growsAt = (1 << ++width) - 1
    }
    previous = written
    if (code < clearCode) {
      out[written++] = code
      previousLength = 1
      continue
    }
    if (code >= next) throw new RangeError(`code ${code} at byte ${at} of the block is not defined`)
    let from = position[code] as number
    previousLength = Math.min(length[code] as number, room - written)
    const to = written + previousLength
    if (previousLength > longCopy && from + previousLength <= written) {
      out.copyWithin(written, from, from + previousLength)
      written = to
    } else while (written < to) out[written++] = out[from++] as number
  }
  return written
}
