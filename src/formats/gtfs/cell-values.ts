/** A cell with nothing in it. */
export const blank = -1
/** A cell with something that cannot be understood. */
export const unreadable = -2

const [colon, dot, zero] = [58, 46, 48]

/**
 * `H:MM:SS` or `HH:MM:SS` as seconds since midnight; hours may pass 24 (a trip that runs into the next day), up to 99.
 *
 * @example
 * secondsOf(new TextEncoder().encode('25:30:00'), 0, 8) // => 91800
 */
export function secondsOf(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start
  if (length === 0) return blank
  if (length === 8) return clockOf(bytes, start)
  return length === 7 ? hourClockOf(bytes, start) : unreadable
}

/** `HH:MM:SS` in the eight bytes from `at` on. */
export function clockOf(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - zero
  const ones = (bytes[at + 1] as number) - zero
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? withMinutes(bytes, at + 2, tens * 10 + ones) : unreadable
}

/**
 * `HH:MM:SS` in the eight bytes from `at` on, four at once: what is left of a byte without the bits of "0" (or of ":" between them) is
 * its digit, and adding 6 to a digit above 9 (10 to one above 5) shows in the bit above.
 */
export function clockAt(words: DataView, at: number): number {
  const hours = words.getInt32(at) ^ 0x30303a30
  const seconds = words.getInt32(at + 4) ^ 0x303a3030
  if (((hours | (hours + 0x0606000a)) & 0xf0f0fff0) !== 0 || ((seconds | (seconds + 0x06000a06)) & 0xf0fff0f0) !== 0) return unreadable
  const minutes = (hours & 15) * 10 + (seconds >>> 24)
  return ((hours >>> 24) * 10 + ((hours >>> 16) & 15)) * 3600 + minutes * 60 + ((seconds >>> 8) & 15) * 10 + (seconds & 15)
}

/** `H:MM:SS` in the seven bytes from `at` on. */
export function hourClockOf(bytes: Uint8Array, at: number): number {
  const hours = (bytes[at] as number) - zero
  return hours >= 0 && hours <= 9 ? withMinutes(bytes, at + 1, hours) : unreadable
}

/** With `:MM:SS` from `at` on. */
function withMinutes(bytes: Uint8Array, at: number, hours: number): number {
  const minuteTens = (bytes[at + 1] as number) - zero
  const minuteOnes = (bytes[at + 2] as number) - zero
  const secondTens = (bytes[at + 4] as number) - zero
  const secondOnes = (bytes[at + 5] as number) - zero
  const isClock =
    bytes[at] === colon &&
    bytes[at + 3] === colon &&
    isBelow(minuteTens, 6) &&
    isBelow(minuteOnes, 10) &&
    isBelow(secondTens, 6) &&
    isBelow(secondOnes, 10)
  return isClock ? hours * 3600 + (minuteTens * 10 + minuteOnes) * 60 + secondTens * 10 + secondOnes : unreadable
}

const isBelow = (value: number, limit: number): boolean => value >= 0 && value < limit

/**
 * A number without sign and point; at most nine digits.
 *
 * @example
 * integerOf(new TextEncoder().encode('42'), 0, 2) // => 42
 */
export function integerOf(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return blank
  if (end - start > 9) return unreadable
  let value = 0
  for (let at = start; at < end; at++) {
    const next = (bytes[at] as number) - zero
    if (next < 0 || next > 9) return unreadable
    value = value * 10 + next
  }
  return value
}

/**
 * A distance: digits with a point or without, or whatever else JavaScript reads as a number. NaN: blank, unreadable or below 0.
 *
 * @example
 * distanceOf(new TextEncoder().encode('12.5'), 0, 4) // => 12.5
 */
export function distanceOf(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return NaN
  let value = 0
  let scale = 0
  if (end - start <= 15) {
    let at = start
    for (; at < end; at++) {
      const character = bytes[at] as number
      const next = character - zero
      if (next >= 0 && next <= 9) {
        value = value * 10 + next
        scale *= 10
      } else if (character === dot && scale === 0) scale = 1
      else break
    }
    if (at === end) return scale === 0 ? value : value / scale
  }
  const number = Number(new TextDecoder().decode(bytes.subarray(start, end)))
  return number >= 0 && Number.isFinite(number) ? number : NaN
}

/** A day that no calendar has. */
export const noDay = -0x80000000

/**
 * `YYYYMMDD` as days since 1970-01-01, `noDay` when it is not a day of the calendar.
 *
 * @example
 * dayNumberOf(new TextEncoder().encode('19700102'), 0, 8) // => 1
 * @example
 * dayNumberOf(new TextEncoder().encode('20240229'), 0, 8) // => 19782
 */
export function dayNumberOf(bytes: Uint8Array, start: number, end: number): number {
  const date = end - start === 8 ? integerOf(bytes, start, end) : unreadable
  const [year, month, day] = [Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100]
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const monthDays = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  if (date < 0 || month < 1 || month > 12 || day < 1 || day > monthDays) return noDay
  // Years that begin in March end with the leap day; 719,468 days lie between 0000-03-01 and 1970-01-01.
  const [years, months] = month > 2 ? [year, month - 3] : [year - 1, month + 9]
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  return years * 365 + leapDays + Math.floor((153 * months + 2) / 5) + day - 1 - 719_468
}
