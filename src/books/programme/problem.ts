/** Where something stands in a programme: names of fields and places in lists, from the top. */
export type Path = ReadonlyArray<string | number>

/**
 * Something in a programme that is wrong (`error`: it cannot be published so), doubtful (`warning`) or worth knowing
 * (`info`). Every code has its words in `locales/{language}/programme.json` under `problem_{code}`.
 */
export interface Problem {
  code: string
  severity: 'error' | 'warning' | 'info'
  path: Path
  /** What the words of the problem need. */
  details: Readonly<Record<string, string | number>>
}

/** A problem with its place in the file, both counted from 1. */
export interface LocatedProblem extends Problem {
  file: string
  line: number
  column: number
}

export const problem = (severity: Problem['severity'], code: string, path: Path, details: Problem['details'] = {}): Problem => ({
  code,
  severity,
  path,
  details,
})
