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

/**
 * Whether a place says nothing that another does not: the same words, and no verb besides.
 *
 * @example
 * isSamePlace({ source: 1, start: 0, end: 9, marker: { start: 2, end: 9 } }, { source: 1, start: 0, end: 9, marker: null }) // => true
 * isSamePlace({ source: 1, start: 0, end: 9, marker: null }, { source: 1, start: 0, end: 8, marker: null }) // => false
 */
export const isSamePlace = (there: Omit<Evidence, 'number' | 'subject' | 'exact'>, { source, start, end, marker }: typeof there): boolean =>
  there.source === source &&
  there.start === start &&
  there.end === end &&
  (marker === null || (there.marker?.start === marker.start && there.marker.end === marker.end))

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
 * findWords('ЭСКАТО-ның есебі', 'ЭСКАТО-\u2060ның') // => [{ start: 0, end: 10 }]
 * findWords('«Біз – қала» дейді. Біз – қала.', 'Біз - қала') // => [{ start: 1, end: 11 }, { start: 20, end: 30 }]
 */
export function findWords(text: string, words: string): Array<{ start: number; end: number }> {
  const wanted = evened(words.normalize('NFC').trim()).text
  // Half of a character is nowhere, and nothing can keep it.
  if (wanted === '' || /\p{Surrogate}/u.test(wanted)) return []
  const { text: searched, starts, ends } = evened(text)
  const found: Array<{ start: number; end: number }> = []
  for (let at = searched.indexOf(wanted); at >= 0; at = searched.indexOf(wanted, at + wanted.length))
    found.push({ start: starts[at]!, end: ends[at + wanted.length - 1]! })
  return found
}

/**
 * Text with one kind of space, quote and dash, and without the marks of line breaking that pages of ours set (`pages/glue.ts`) and nobody
 * sees. `starts` and `ends` have where each of its units stood.
 */
function evened(text: string): { text: string; starts: number[]; ends: number[] } {
  let even = ''
  const [starts, ends]: [number[], number[]] = [[], []]
  for (const { 0: part, index } of text.matchAll(/\s+|[^\s\u00ad\u200b\u2060]/gu)) {
    const unit = /^\s/.test(part) ? ' ' : /\p{Pd}/u.test(part) ? '-' : quotes.includes(part) ? '"' : part
    for (let at = 0; at < unit.length; at++) {
      starts.push(index + at)
      ends.push(at === unit.length - 1 ? index + part.length : index + at + 1)
    }
    even += unit
  }
  return { text: even, starts, ends }
}

const quotes = '"\'«»“”„‘’‚'
