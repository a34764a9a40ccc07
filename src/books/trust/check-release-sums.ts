import { keptNoticesPerCode } from '../notice.ts'

/** What a release says of itself, and what is stored of it. */
export interface ReleaseSums {
  number: number
  kind: 'import' | 'computation' | 'entry'
  files: ReadonlyArray<{ path: string; sha256: string; bytes: number }>
  counts: Readonly<Record<string, number>>
  noticeCounts: Readonly<Record<string, number>>
  /** Series and periods of which it says something. */
  values: number
  entries: number
  /** Notices that are kept, by code. */
  notices: Readonly<Record<string, number>>
}

/**
 * Whether a release names its inputs and holds what it counted: files by SHA-256, values that were added, changed or removed, entries,
 * and notices, of which the first thousand of each code are kept.
 *
 * @returns what is wrong, in words
 * @example
 * checkReleaseSums({ number: 3, kind: 'import', files: [], counts: { added: 2, changed: 0, removed: 0 }, noticeCounts: {}, values: 1, entries: 0, notices: {} })
 * // => ['names no file that it was made from', 'counted 2 values and holds 1']
 */
export function checkReleaseSums({ kind, files, counts, noticeCounts, values, entries, notices }: ReleaseSums): string[] {
  const wrong: string[] = []
  if (kind !== 'entry' && files.length === 0) wrong.push('names no file that it was made from')
  for (const { path, sha256 } of files) if (!/^[0-9a-f]{64}$/.test(sha256)) wrong.push(`names its file ${path} without a SHA-256`)
  const compare = (what: string, counted: number | undefined, held: number): void => {
    if (counted !== undefined && counted !== held) wrong.push(`counted ${counted} ${what} and holds ${held}`)
  }
  const { added, changed, removed } = counts
  compare('values', added === undefined || changed === undefined || removed === undefined ? undefined : added + changed + removed, values)
  compare('entries', counts['entries'], entries)
  for (const code of new Set([...Object.keys(noticeCounts), ...Object.keys(notices)]))
    compare(`notices ${code}`, Math.min(noticeCounts[code] ?? 0, keptNoticesPerCode), notices[code] ?? 0)
  return wrong
}
