/** A stretch of a text that the same marked places cover. */
export interface Piece<Place> {
  text: string
  /** All that cover it, in the order given. */
  within: readonly Place[]
  /** Those of them that end with it. */
  ends: readonly Place[]
}

/**
 * Cuts a text where a marked place begins or ends, so that places that overlap can each be shown.
 *
 * @returns pieces in order; together they are the text
 * @example
 * cutAtSpans('уәде берді', [{ start: 5, end: 10 }]) // => [{ text: 'уәде ', within: [], ends: [] }, { text: 'берді', within: [{ start: 5, end: 10 }], ends: [{ start: 5, end: 10 }] }]
 */
export function cutAtSpans<Place extends { start: number; end: number }>(text: string, places: readonly Place[]): Piece<Place>[] {
  const cuts = [...new Set([0, text.length, ...places.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0
    const within = places.filter((place) => place.start <= start && place.end >= end)
    return { text: text.slice(start, end), within, ends: within.filter((place) => place.end === end) }
  })
}
