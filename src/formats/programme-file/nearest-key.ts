/**
 * The known key that was most likely meant: the one with the fewest letters to change, at most a third of them.
 *
 * @example
 * nearestKey('baselin', ['baseline', 'targets']) // => 'baseline'
 * @example
 * nearestKey('colour', ['baseline', 'targets']) // => null
 */
export function nearestKey(key: string, known: readonly string[]): string | null {
  const written = key.slice(0, 60).toLowerCase()
  const byDistance = known
    .map((name) => ({ name, distance: lettersToChange(written, name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)
  const [best] = byDistance
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length / 3)) ? best.name : null
}

/** Levenshtein distance, row by row. */
function lettersToChange(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++)
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
