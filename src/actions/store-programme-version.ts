import type { City, Release, ReleaseFile } from '../books/indicators/figure.ts'
import { countNotices, notice, type Notice } from '../books/notice.ts'
import type { Problem } from '../books/programme/problem.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'

export interface Needs {
  startRelease(
    city: City,
    draft: Omit<Release, 'number' | 'status' | 'publishedAt' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>,
  ): Promise<Release>
  addProgrammeVersion(city: City, releaseId: string, version: ProgrammeVersion): Promise<void>
  addNotices(city: City, releaseId: string, notices: readonly Notice[]): Promise<void>
  publishRelease(city: City, releaseId: string, at: Date): Promise<boolean>
  newId(): string
  codeVersion: string
}

/** A problem of the version; one that was found in a file also says where. */
export type NotedProblem = Problem & { file?: string; line?: number }

export interface StoreOptions {
  /** Shown to everybody: an office, a role or the account of an operator, never a person's name. */
  madeBy: string
  recordedAt: Date
  /** null: it stays a draft, for a look before it is published. */
  publishedAt: Date | null
  problems: readonly NotedProblem[]
  files: readonly ReleaseFile[]
}

/** A checked version becomes a release, whether it came from a file or from the desk. Returns the number of the release. */
export async function storeProgrammeVersion(
  city: City,
  version: ProgrammeVersion,
  { madeBy, recordedAt, publishedAt, problems, files }: StoreOptions,
  needs: Needs,
): Promise<number> {
  const { counts, kept } = countNotices(problems.map(asNotice))
  const release = await needs.startRelease(city, {
    id: needs.newId(),
    kind: 'entry',
    title: version.title,
    source: null,
    madeBy,
    recordedAt: recordedAt.toISOString(),
    parameters: { programme: version.programme, version: version.number },
    codeVersion: needs.codeVersion,
    files,
    counts: countsOf(version),
    noticeCounts: counts,
  })
  await needs.addProgrammeVersion(city, release.id, version)
  await needs.addNotices(city, release.id, kept)
  if (publishedAt !== null) await needs.publishRelease(city, release.id, publishedAt)
  return release.number
}

function countsOf({ directions }: ProgrammeVersion): Record<string, number> {
  const goals = directions.flatMap((direction) => direction.goals)
  return {
    goals: goals.length,
    targetIndicators: goals.reduce((sum, goal) => sum + goal.indicators.length, 0),
    measures: goals.reduce((sum, goal) => sum + goal.measures.length, 0),
  }
}

/** Notice codes of a programme begin with `programme_`, so that they meet none of the data imports. */
const asNotice = ({ code, severity, file, line, path, details }: NotedProblem): Notice =>
  notice(`programme_${code}`, severity, {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    column: path.join('.'),
    details,
  })
