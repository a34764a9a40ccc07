/**
 * LZ4 as its format describes it, taking the first match that it finds: enough to test a reader.
 *
 * Source   LZ4 Block Format Description: the last five bytes are literals, no match begins in the last twelve.
 */
export function packLz4(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  const seen = new Map<number, number>()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let literalsFrom = 0
  let at = 0
  while (at + 12 <= bytes.length) {
    const four = view.getUint32(at)
    const earlier = seen.get(four)
    seen.set(four, at)
    if (earlier === undefined || at - earlier > 65535) {
      at++
      continue
    }
    let length = 4
    while (at + length < bytes.length - 5 && bytes[earlier + length] === bytes[at + length]) length++
    sequence(out, bytes.subarray(literalsFrom, at), { offset: at - earlier, length })
    at += length
    literalsFrom = at
  }
  sequence(out, bytes.subarray(literalsFrom), null)
  return Uint8Array.from(out)
}

function sequence(out: number[], literals: Uint8Array, match: { offset: number; length: number } | null): void {
  const matchCode = match === null ? 0 : match.length - 4
  out.push((Math.min(literals.length, 15) << 4) | Math.min(matchCode, 15))
  restOfLength(out, literals.length)
  for (const byte of literals) out.push(byte)
  if (match === null) return
  out.push(match.offset & 255, match.offset >>> 8)
  restOfLength(out, matchCode)
}

function restOfLength(out: number[], length: number): void {
  if (length < 15) return
  let rest = length - 15
  for (; rest >= 255; rest -= 255) out.push(255)
  out.push(rest)
}
