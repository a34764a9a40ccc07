/**
 * Unpacks PackBits (runs of one byte, or bytes as they are) into `out` and says how many bytes there were.
 *
 * Source   TIFF revision 6.0, section 9.
 * Missing  stops at the end of either side.
 *
 * @example
 * decodePackBits(new Uint8Array([254, 7, 1, 3, 4]), new Uint8Array(5)) // => 5
 */
export function decodePackBits(packed: Uint8Array, out: Uint8Array): number {
  let at = 0
  let written = 0
  while (at + 1 < packed.length && written < out.length) {
    const count = packed[at++] as number
    if (count < 128) {
      const part = packed.subarray(at, Math.min(at + count + 1, packed.length, at + out.length - written))
      out.set(part, written)
      written += part.length
      at += count + 1
    } else if (count > 128) {
      const to = Math.min(written + 257 - count, out.length)
      out.fill(packed[at++] as number, written, to)
      written = to
    }
  }
  return written
}
