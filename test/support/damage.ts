/** Numbers that programs write into length fields when they lie. */
const lies = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]
/** Characters that text formats live by. */
const signs = [...'",;\n\r\t \0{}[]:.-+0919eE'].map((sign) => sign.charCodeAt(0)).concat(0xff, 0xef, 0xc3)

/**
 * A copy of some bytes with one to three things wrong: cut off, bits turned over, a length that lies (16 or 32 bits, in either order), bytes
 * set to a sign, taken out, doubled, or copied from elsewhere.
 *
 * @param random numbers between 0 and 1
 */
export function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(random() * limit)
  let result = bytes.slice()
  for (let wrong = below(3); wrong >= 0 && result.length > 0; wrong--) {
    const at = below(result.length)
    const length = Math.min(1 + below(16), result.length - at)
    const lie = lies[below(lies.length)] ?? 0
    const view = new DataView(result.buffer)
    switch (below(8)) {
      case 0:
        result = result.slice(0, at)
        break
      case 1:
        if (at + 2 <= result.length) view.setUint16(at, lie, random() < 0.5)
        break
      case 2:
        if (at + 4 <= result.length) view.setUint32(at, lie, random() < 0.5)
        break
      case 3:
        result[at] = signs[below(signs.length)] ?? 0
        break
      case 4:
        result = Uint8Array.from([...result.subarray(0, at), ...result.subarray(at + length)])
        break
      case 5:
        result = Uint8Array.from([...result.subarray(0, at + length), ...result.subarray(at)])
        break
      case 6:
        result.copyWithin(at, below(result.length), result.length - length)
        break
      default:
        result[at] = (result[at] ?? 0) ^ (1 << below(8))
    }
  }
  return result
}
