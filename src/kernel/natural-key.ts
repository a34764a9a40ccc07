import { createHash } from 'node:crypto'

/**
 * A uuid that is always the same for the same parts (RFC 9562 version 8: custom, from SHA-256).
 *
 * A second installation gives the same ids to the same things, so that addresses stay valid.
 *
 * @example
 * uuidOf('series', 'almaty', '11.6.2') === uuidOf('series', 'almaty', '11.6.2') // => true
 */
export function uuidOf(...parts: readonly string[]): string {
  const hex = digestOf(parts)
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`
}

/**
 * The first characters of a SHA-256 over the parts, in hexadecimal: a short tail for readable ids.
 *
 * @example
 * shortHash(8, 'a', 'b').length // => 8
 */
export const shortHash = (length: number, ...parts: readonly string[]): string => digestOf(parts).slice(0, length)

/** Parts are length-prefixed, so that ['a', 'bc'] and ['ab', 'c'] differ. */
function digestOf(parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:${part}`)
  return hash.digest('hex')
}
