/** A stretch of a text as the page holds it. */
export interface Stretch {
  length: number
  /** It is of the page and not of the text: the number of a marked place. */
  isAside: boolean
}

/**
 * Offset in the text of an offset in one of the stretches that the page made of it. Numbers that stand between them are not counted; an
 * offset within such a number is where the text goes on.
 *
 * @example
 * placeInText([{ length: 7, isAside: false }, { length: 2, isAside: true }, { length: 9, isAside: false }], 2, 3) // => 10
 * placeInText([{ length: 7, isAside: false }, { length: 2, isAside: true }], 1, 1) // => 7
 */
export function placeInText(stretches: readonly Stretch[], at: number, offset: number): number {
  const before = stretches.slice(0, at).reduce((sum, { length, isAside }) => sum + (isAside ? 0 : length), 0)
  return before + (stretches[at]?.isAside ? 0 : offset)
}
