const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))
/** Each power as the sum of two numbers of 26 bits, so that products with them are exact (Veltkamp). */
const highPowers = powers.map((power) => halves(power))
const lowPowers = powers.map((power) => power - halves(power))
const [minus, plus, point, zero] = [45, 43, 46, 48]

/** Digits that one whole number holds exactly, and those that stand after them in a second one. */
const [firstDigits, moreDigits] = [15, 4]

/** Characters that the longest double written out in full can have, and some. */
const longestNumber = 400

/**
 * The number that stands in a range of bytes, exactly as `Number` reads it, without making a text of it.
 *
 * Up to 15 digits and a power of ten up to 22 need one correctly rounded division (Clinger 1990); up to 19 digits one in double length
 * (Dekker 1971), asked whether its last bit is sure. Whatever is not, and longer numbers and powers of ten, `Number` reads.
 *
 * Missing  NaN where no number stands there.
 *
 * @example
 * parseDecimal(Buffer.from('-12.5'), 0, 5) // => -12.5
 */
export function parseDecimal(bytes: Buffer, start: number, end: number): number {
  let at = start
  const negative = bytes[at] === minus
  if (negative || bytes[at] === plus) at++
  let first = 0
  let more = 0
  let significant = 0
  let digits = 0
  let pointAt = -1
  for (; at < end; at++) {
    const digit = (bytes[at] as number) - zero
    if (digit >= 0 && digit <= 9) {
      digits++
      if (significant < firstDigits) first = first * 10 + digit
      else if (significant < firstDigits + moreDigits) more = more * 10 + digit
      if (first > 0) significant++
    } else if (digit === point - zero && pointAt < 0) pointAt = at
    else return parseOther(bytes, start, end)
  }
  if (digits === 0) return NaN
  const decimals = pointAt < 0 ? 0 : end - pointAt - 1
  if (significant > firstDigits + moreDigits || decimals > 22) return readText(bytes, start, end)
  const value = significant > firstDigits ? divide(first, more, significant - firstDigits, decimals) : first / (powers[decimals] as number)
  if (Number.isNaN(value)) return readText(bytes, start, end)
  return negative ? -value : value
}

/** (first · 10^count + more) / 10^decimals, correctly rounded; NaN where the last bit is not sure. */
function divide(first: number, more: number, count: number, decimals: number): number {
  const scale = powers[count] as number
  // The whole number as the exact sum of two: 24 bits of `first` and 26, each times at most 14 bits.
  const upper = Math.floor(first / 67_108_864) * 67_108_864
  const large = upper * scale
  const small = (first - upper) * scale + more
  const sum = large + small
  const lost = small - (sum - large)
  const divisor = powers[decimals] as number
  const quotient = sum / divisor
  const product = quotient * divisor
  const [high, low] = [highPowers[decimals] as number, lowPowers[decimals] as number]
  const upperHalf = halves(quotient)
  const lowerHalf = quotient - upperHalf
  const error = upperHalf * high - product + upperHalf * low + lowerHalf * high + lowerHalf * low
  const correction = (sum - product - error + lost) / divisor
  const margin = correction * 1e-9
  const value = quotient + correction
  return quotient + (correction + margin) === value && quotient + (correction - margin) === value ? value : NaN
}

/** The upper 26 bits of a number. */
function halves(value: number): number {
  const shifted = value * 134_217_729
  return shifted - (shifted - value)
}

const readText = (bytes: Buffer, start: number, end: number): number =>
  end - start > longestNumber ? NaN : Number(bytes.toString('latin1', start, end))

/** Powers of ten and spaces around; everything else is no number. */
function parseOther(bytes: Buffer, start: number, end: number): number {
  if (end - start > longestNumber) return NaN
  const text = bytes.toString('latin1', start, end).trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : NaN
}
