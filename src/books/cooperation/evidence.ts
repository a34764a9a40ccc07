/** A place in a source document: UTF-16 units of its text in NFC, `end` not included, and the words themselves. */
export interface Span {
  /** Number of the source. */
  source: number
  start: number
  end: number
  exact: string
}

/** What a place in a source bears out: a record, and what of it. */
export interface Evidence extends Span {
  number: number
  subject: Subject
  /** Verb of the commitment within `exact`, counted in the source; null for anything but a commitment. */
  marker: { start: number; end: number } | null
}

/** A record that something is said about: its kind and its number in the city. */
export interface Subject {
  kind: string
  number: number
}

export type SpanFault = 'not_normal' | 'out_of_text' | 'empty' | 'words_differ' | 'marker_outside'

/**
 * Whether a place in a source holds the words that it is said to hold, and the verb lies within.
 *
 * @param text  of the source, in NFC
 * @returns null: it does
 * @example
 * findSpanFault('Тараптар келісті.', { start: 9, end: 16, exact: 'келісті' }) // => null
 * findSpanFault('Тараптар келісті.', { start: 8, end: 15, exact: 'келісті' }) // => 'words_differ'
 */
export function findSpanFault(
  text: string,
  { start, end, exact }: Omit<Span, 'source'>,
  marker: { start: number; end: number } | null = null,
): SpanFault | null {
  if (text.normalize('NFC') !== text) return 'not_normal'
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end > text.length) return 'out_of_text'
  if (end <= start) return 'empty'
  if (text.slice(start, end) !== exact) return 'words_differ'
  if (marker !== null && (marker.start < start || marker.end > end || marker.end <= marker.start)) return 'marker_outside'
  return null
}

/**
 * Where words stand in a text: as they are written, or else with other spaces, quotes and dashes. A person who copies from a page changes
 * those and nothing more.
 *
 * @returns every place, in order; none: the words are not there; several: a person says which
 * @example
 * findWords('«Біз – қала» дейді. Біз – қала.', 'Біз - қала') // => [{ start: 1, end: 11 }, { start: 20, end: 30 }]
 */
export function findWords(text: string, words: string): Array<{ start: number; end: number }> {
  const wanted = words.normalize('NFC').trim()
  if (wanted === '') return []
  const pattern = [...wanted]
    .map((letter) =>
      /\s/.test(letter) ? '\\s' : /\p{Pd}/u.test(letter) ? '\\p{Pd}' : quotes.includes(letter) ? `[${quotes}]` : escape(letter),
    )
    .join('')
    .replace(/(?:\\s)+/g, '\\s+')
  return [...text.matchAll(new RegExp(pattern, 'gu'))].map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

const quotes = '"\'«»“”„‘’‚'
const escape = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')
