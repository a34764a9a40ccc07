import { readProgramme } from '../formats/programme-file/read-programme.ts'
import type { LocatedProblem } from '../books/programme/problem.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'

/** What a check found, for `bagdar programme check`. */
export interface ProgrammeCheck {
  /** null when there is an error. */
  version: ProgrammeVersion | null
  problems: readonly LocatedProblem[]
  counts: Readonly<Record<LocatedProblem['severity'], number>>
}

/** Somebody checks a programme file before it is taken in: shape and rules, every problem with its line and column. */
export function checkProgrammeFile(text: string, file: string): ProgrammeCheck {
  const { version, problems } = readProgramme(text, file)
  const count = (severity: LocatedProblem['severity']) => problems.filter((one) => one.severity === severity).length
  return { version, problems, counts: { error: count('error'), warning: count('warning'), info: count('info') } }
}
