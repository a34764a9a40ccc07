/**
 * Where the string of each code begins in what is already unpacked. The strings of the codes follow one another there, and each has one
 * byte more than what was written for it: so the place of the next code tells how long it is. Codes have at most 12 bits.
 */
const position = new Uint32Array(4098)

const clearCode = 256
const endCode = 257
/** From here on the loop byte by byte is slower than a call. */
const longCopy = 64

/**
 * Unpacks TIFF's LZW into `out` and says how many bytes there were.
 *
 * A code stands for a string that has been written before: only its place is kept, and no string is ever put together from
 * prefixes. A string may run into itself by one byte (the code that is being defined), which copying forwards gets right by nature.
 *
 * Source   TIFF revision 6.0, section 13: codes of 9 to 12 bits, highest bit first, which grow one code early.
 * Missing  stops at the end of either side; the caller knows how many bytes should come.
 * Cost     time in proportion to what is unpacked, 16 KB of tables.
 *
 * @throws {RangeError} a code that has not been defined
 * @example
 * decodeLzw(new Uint8Array([128, 1, 224, 64, 128, 68, 8, 12, 6, 128, 128]), new Uint8Array(9)) // => 9
 */
export function decodeLzw(packed: Uint8Array, out: Uint8Array): number {
  const room = out.length
  const bits = packed.length * 8
  /** The last bit from which three bytes can be taken. */
  const safe = bits - 24
  let bit = 0
  let written = 0
  let width = 9
  let growsAt = 512
  let next = 258
  while (written < room) {
    const end = bit + width
    const at = bit >>> 3
    let three: number
    if (bit <= safe) three = ((packed[at] as number) << 16) | ((packed[at + 1] as number) << 8) | (packed[at + 2] as number)
    else if (end <= bits) three = ((packed[at] as number) << 16) | ((packed[at + 1] ?? 0) << 8) | (packed[at + 2] ?? 0)
    else return written
    const code = (three >>> (24 - width - (bit & 7))) & ((1 << width) - 1)
    bit = end
    if (code === clearCode) {
      width = 9
      growsAt = 512
      next = 258
      continue
    }
    if (code === endCode) return written
    if (next <= 4096) {
      position[next] = written
      if (++next === growsAt && width < 12) growsAt = 1 << ++width
    }
    if (code < clearCode) {
      out[written++] = code
      continue
    }
    if (code > next - 2) throw new RangeError(`code ${code} at byte ${at} of the block is not defined`)
    let from = position[code] as number
    const length = (position[code + 1] as number) - from + 1
    const to = Math.min(written + length, room)
    if (length > longCopy && from + length <= written) {
      out.copyWithin(written, from, from + to - written)
      written = to
    } else while (written < to) out[written++] = out[from++] as number
  }
  return written
}
