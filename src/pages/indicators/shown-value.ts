import type { Words } from '../words.ts'

/** More decimals than this are a computer's, not a measurement's. */
const readable = 4
/** A unit of this many letters stands beside the number; a longer one under it. */
const shortUnit = 6

/**
 * A published value where it is read at a glance: with two decimals when the source gives a tail of more than four.
 *
 * Tables, downloads and the figure's own page keep every digit.
 *
 * @example
 * shownValue({ decimal: (text) => text, number: (value, digits) => value.toFixed(digits) }, '4.751078465663985') // => '4.75'
 * shownValue({ decimal: (text) => text, number: (value, digits) => value.toFixed(digits) }, '0.0145') // => '0.0145'
 */
export function shownValue(words: Words, published: string): string {
  const decimals = published.split('.')[1]?.length ?? 0
  const value = Number(published)
  if (decimals <= readable || !Number.isFinite(value) || Math.abs(value) < 0.01) return words.decimal(published)
  return words.number(value, 2)
}

/** Where the unit of a large figure stands: beside it when it is short, else under it. Per cent has a sign. */
export function placeUnit(code: string, name: string): { unit: string } | { note: string } {
  if (code === 'PT') return { unit: '%' }
  return name.length <= shortUnit ? { unit: name } : { note: name }
}
