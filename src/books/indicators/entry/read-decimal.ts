/**
 * The published decimal text of a number as people type it: comma or point before the decimals, spaces between thousands. Digits are
 * never added, dropped or rounded. Where both a comma and a point stand, nobody can be sure which is which: such a text is no number.
 *
 * Missing  null when it is no number.
 *
 * @example
 * readDecimal(' 9 141 802,50 ') // => '9141802.50'
 * @example
 * readDecimal('-0.120') // => '-0.120'
 * @example
 * readDecimal('1.234,5') // => null
 */
export function readDecimal(typed: string): string | null {
  const text = typed
    .trim()
    .replace(/^[\u2212\u2013]/, '-')
    .replace(/(\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '$1')
    .replace(/^([-+]?\d*),(\d+)$/, '$1.$2')
  if (text.length > 40) return null
  const parts = /^([-+]?)(\d+|(?=\.\d))(\.\d+)?$/.exec(text)
  if (parts === null) return null
  const [, sign = '', whole = '', decimals = ''] = parts
  return `${sign === '-' ? '-' : ''}${whole || '0'}${decimals}`
}
