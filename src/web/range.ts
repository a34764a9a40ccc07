/**
 * The one range of bytes that a `Range` header asks for, `to` not included.
 *
 * Source   RFC 9110, section 14.1.2.
 * Missing  null when nothing, several ranges or another unit is asked for: then the whole is sent.
 *
 * @example
 * range('bytes=0-99', 1000) // => { from: 0, to: 100 }
 * @example
 * range('bytes=-100', 1000) // => { from: 900, to: 1000 }
 * @example
 * range('bytes=1000-', 1000) // => 'unsatisfiable'
 * @example
 * range(undefined, 1000) // => null
 */
export function range(header: string | undefined, size: number): { from: number; to: number } | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return null
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return null
  return from >= to ? 'unsatisfiable' : { from, to }
}
