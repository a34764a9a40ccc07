/**
 * About how wide a text is in Golos Text, in pixels: the server has no fonts to measure with. Errs on the wide side.
 *
 * Source   mean advance of lower-case Cyrillic, 0.58 em in regular and 0.61 em in semibold.
 *
 * @example
 * Math.round(textWidth('мкг/м³')) // => 45
 */
export const textWidth = (text: string, size = 13, bold = false): number => text.length * size * (bold ? 0.61 : 0.58)

/** A long name on two lines, broken at the space nearest to its middle; a short one stays whole. */
export function twoLines(text: string, longest: number): string[] {
  if (text.length <= longest) return [text]
  const spaces = [...text.matchAll(/ /g)].map((match) => match.index)
  const middle = text.length / 2
  const at = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
