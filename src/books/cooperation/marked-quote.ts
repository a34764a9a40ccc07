import { cutAtSpans } from './cut-at-spans.ts'
import type { Evidence } from './evidence.ts'

/** A quote in pieces; `commitments` are the promises whose verb a piece is. */
export interface QuotePiece {
  text: string
  commitments: readonly number[]
}

/**
 * A quote with the verbs of promise marked that lie in it.
 *
 * @param place  where the quote stands; null: it is not known, and nothing is marked
 * @param promises  evidence of commitments, of any source
 */
export function markQuote(text: string, place: Evidence | null, promises: readonly Evidence[]): QuotePiece[] {
  if (place === null || place.exact !== text) return [{ text, commitments: [] }]
  const verbs = promises.flatMap(({ source, marker, subject }) =>
    source === place.source && marker !== null && marker.start >= place.start && marker.end <= place.end
      ? [{ start: marker.start - place.start, end: marker.end - place.start, commitment: subject.number }]
      : [],
  )
  return cutAtSpans(text, verbs).map((piece) => ({
    text: piece.text,
    commitments: [...new Set(piece.within.map(({ commitment }) => commitment))],
  }))
}
