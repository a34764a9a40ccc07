import { DamagedBlock } from './damaged-block.ts'

/**
 * One LZ4 block unpacked into `out`, which it must fill exactly.
 *
 * A block is a sequence of: a token (lengths of literals and of the match, four bits each, 15 going on in further bytes), the literals, an
 * offset of two bytes back into what is already there. The last sequence ends after its literals.
 *
 * Source   LZ4 Block Format Description, version 1.6.
 */
export function decodeLz4(packed: Uint8Array, out: Uint8Array): void {
  const end = packed.length
  let p = 0
  let n = 0
  while (p < end) {
    const token = packed[p++] as number
    let literals = token >>> 4
    if (literals === 15) {
      let byte
      do {
        byte = packed[p++] as number
        literals += byte
      } while (byte === 255 && p < end)
    }
    if (!(p + literals <= end)) throw new DamagedBlock('its LZ4 data ends too early')
    if (n + literals > out.length) throw new DamagedBlock('its LZ4 data is longer than it says')
    // Short runs are the rule, and a loop is faster for them than a call.
    if (literals > 32) out.set(packed.subarray(p, p + literals), n)
    else for (let i = 0; i < literals; i++) out[n + i] = packed[p + i] as number
    p += literals
    n += literals
    if (p === end) break

    const offset = (packed[p] as number) | ((packed[p + 1] as number) << 8)
    p += 2
    let match = (token & 15) + 4
    if (match === 19) {
      let byte
      do {
        byte = packed[p++] as number
        match += byte
      } while (byte === 255 && p < end)
    }
    if (!(p <= end) || Number.isNaN(match)) throw new DamagedBlock('its LZ4 data ends too early')
    if (offset === 0 || offset > n) throw new DamagedBlock('its LZ4 data points before its beginning')
    if (n + match > out.length) throw new DamagedBlock('its LZ4 data is longer than it says')
    // The match may overlap what it makes: then bytes repeat, and must be copied one after another.
    if (match > 32 && offset >= match) out.copyWithin(n, n - offset, n - offset + match)
    else for (let i = 0; i < match; i++) out[n + i] = out[n - offset + i] as number
    n += match
  }
  if (n !== out.length) throw new DamagedBlock('its LZ4 data is shorter than it says')
}
