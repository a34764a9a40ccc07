import type { Words } from '../words.ts'

/**
 * A share in per cent with two decimals, as computed shares are published: in a column the points stand under one another.
 *
 * @example
 * shareText(9.3, { decimal: (text) => text }) // => '9.30'
 * shareText(-0.001, { decimal: (text) => text }) // => '0.00'
 */
export function shareText(share: number, words: Pick<Words, 'decimal'>): string {
  const text = share.toFixed(2)
  return words.decimal(Number(text) === 0 ? '0.00' : text)
}
