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
  if (length !== 7) return unreadable
  const hours = (bytes[start] as number) - zero
  return hours >= 0 && hours <= 9 ? withMinutes(bytes, start + 1, hours) : unreadable
}

/** `HH:MM:SS` in the eight bytes from `at` on. */
export function clockOf(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - zero
  const ones = (bytes[at + 1] as number) - zero
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? withMinutes(bytes, at + 2, tens * 10 + ones) : unreadable
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
 * dayNumberOf('19700102') // => 1
 */
export function dayNumberOf(text: string): number {
  if (!/^\d{8}$/.test(text)) return noDay
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
  const moment = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? moment.getTime() / 86_400_000 : noDay
}
