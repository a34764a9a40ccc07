/**
 * Data that is not as it should be. Notices are collected while reading, kept with the release and published with it.
 * Every code is declared where it is raised, with its meaning in `locales/{language}/notices.json`.
 */
export interface Notice {
  code: string
  severity: 'error' | 'warning' | 'info'
  /** Path of the file inside the import, with forward slashes; null when the notice is about the whole import. */
  file: string | null
  /** Line of the file, the header being line 1. */
  line: number | null
  /** Column (CSV header, YAML field, language …) that the notice is about. */
  column: string | null
  /** What stands there, as it stands there. */
  value: string | null
  /** What the words of the notice need besides: other lines, numbers, codes. */
  details: Readonly<Record<string, string | number>>
}

/** A notice with everything optional left out. */
export function notice(code: string, severity: Notice['severity'], about: Partial<Omit<Notice, 'code' | 'severity'>> = {}): Notice {
  return { code, severity, file: null, line: null, column: null, value: null, details: {}, ...about }
}

/** How many notices of each code are kept with a release; all are counted. */
export const keptNoticesPerCode = 1000

/**
 * All notices counted by code, and the first thousand of each code kept.
 *
 * @example
 * countNotices([notice('empty_file', 'info'), notice('empty_file', 'info')]).counts // => { empty_file: 2 }
 */
export function countNotices(notices: readonly Notice[]): { counts: Record<string, number>; kept: Notice[] } {
  const counts: Record<string, number> = {}
  const kept: Notice[] = []
  for (const one of notices) {
    const count = (counts[one.code] = (counts[one.code] ?? 0) + 1)
    if (count <= keptNoticesPerCode) kept.push(one)
  }
  return { counts, kept }
}
