/**
 * Exact sum of decimal texts: money is never added as floating point.
 *
 * Shape    any order gives the same text; as many decimals as the most exact summand has.
 *
 * @throws {RangeError} a text that is not a plain decimal
 * @example
 * sumDecimals(['0.10', '0.2']) // => '0.30'
 * @example
 * sumDecimals([]) // => '0'
 */
export function sumDecimals(values: readonly string[]): string {
  const parts = values.map(parseDecimal)
  const decimals = Math.max(0, ...parts.map((part) => part.decimals))
  const total = parts.reduce((sum, part) => sum + part.digits * 10n ** BigInt(decimals - part.decimals), 0n)

  const digits = (total < 0n ? -total : total).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  return `${total < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/**
 * Exact difference of two decimal texts.
 *
 * @throws {RangeError} a text that is not a plain decimal
 * @example
 * subtractDecimals('66.8', '65') // => '1.8'
 * @example
 * subtractDecimals('0.10', '0.3') // => '-0.20'
 */
export const subtractDecimals = (value: string, less: string): string =>
  sumDecimals([value, less.startsWith('-') ? less.slice(1) : `-${less.replace('+', '')}`])

/** A plain decimal: sign, digits, at most one point. */
export const isDecimal = (value: string): boolean => /^[-+]?\d+(\.\d+)?$/.test(value)

function parseDecimal(value: string): { digits: bigint; decimals: number } {
  if (!isDecimal(value)) throw new RangeError(`"${value}" is not a decimal number.`)
  const [whole = '', fraction = ''] = value.replace('+', '').split('.')
  return { digits: BigInt(whole + fraction), decimals: fraction.length }
}
