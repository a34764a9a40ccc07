/**
 * The decimal text of a cell written in a local notation: thousands separators off, the decimal comma as a point.
 * Digits are never added, dropped or rounded.
 *
 * Missing  null when the cell is no number in this notation.
 *
 * @example
 * plainDecimal(' 9 141 802,50 ', { decimal: ',', thousands: ' ' }) // => '9141802.50'
 * @example
 * plainDecimal('1,234', { decimal: ',', thousands: ',' }) // => null
 */
export function plainDecimal(
  cell: string,
  { decimal = '.', thousands = '' }: { decimal?: string | undefined; thousands?: string | undefined } = {},
): string | null {
  let text = cell.trim().replace(/^[\u2212\u2013]/, '-')
  if (thousands !== '' && thousands === decimal) return null
  if (thousands === ' ') text = text.replace(/(\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, '$1')
  else if (thousands !== '') text = text.replace(new RegExp(`(\\d)\\${thousands}(?=\\d{3}(?!\\d))`, 'g'), '$1')
  if (decimal === ',') {
    if (text.includes('.')) return null
    text = text.replace(',', '.')
  }
  return /^[-+]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? text : null
}
