/** Longest stretch of a source on one page of the web, in UTF-16 units. */
const longest = 20_000

/**
 * Where the pages of a long text begin: at the last line, or else the last space, that fits.
 *
 * @example
 * pageStarts('Қысқа мәтін') // => [0]
 */
export function pageStarts(text: string): number[] {
  const starts = [0]
  for (;;) {
    const start = starts.at(-1) ?? 0
    if (text.length - start <= longest) return starts
    const stretch = text.slice(start, start + longest)
    // Words of more than half a page are cut: they are none.
    const cut = [stretch.lastIndexOf('\n'), stretch.lastIndexOf(' ')].find((at) => at > longest / 2)
    starts.push(start + (cut === undefined ? longest : cut + 1))
  }
}

/** The page (from 1) on which a place of the text begins. */
export const pageOfPlace = (text: string, place: number): number => pageStarts(text).findLastIndex((start) => start <= place) + 1
