/**
 * A message of the page with its gaps filled.
 *
 * @example
 * fill('{served} of {people}', { served: 3, people: 5 }) // => '3 of 5'
 */
export const fill = (message: string, details: Readonly<Record<string, string | number>>): string =>
  message.replace(/\{(\w+)\}/g, (gap, name: string) => String(details[name] ?? gap))

/**
 * A number as the pages write it: groups of three by a space from five digits on, in English by a comma from four.
 *
 * @example
 * writeNumber(12345.678, 'ru', 1) // => '12\u00a0345,7'
 */
export function writeNumber(value: number, language: string, digits = 0): string {
  const [whole = '', decimals] = Math.abs(value).toFixed(digits).split('.')
  const english = language === 'en'
  const grouped = whole.length < 5 && !english ? whole : whole.replace(/\B(?=(\d{3})+$)/g, english ? ',' : '\u00a0')
  const rest = (decimals ?? '').replace(/0+$/, '')
  const text = rest === '' ? grouped : `${grouped}${english ? '.' : ','}${rest}`
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text
}
