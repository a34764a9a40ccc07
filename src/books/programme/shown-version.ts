import type { ProgrammeVersion } from './programme.ts'

/** The versions of one programme, and the one that can be read. */
export interface VersionChoice {
  /** All versions, oldest first. */
  versions: readonly ProgrammeVersion[]
  /** The last version of which the record holds goals; where none has any, the last one. */
  shown: ProgrammeVersion
  /** A later version whose text is not known: said beside the shown one. */
  later: ProgrammeVersion | null
}

/**
 * The city's programme as it can be read: of the programme whose version came last. The next programme, of which there is only a draft
 * that is being discussed, does not take the place of the one in force.
 *
 * Missing  null when the city has no programme.
 */
export function chooseVersion(published: readonly ProgrammeVersion[]): VersionChoice | null {
  const programme = (versionsThatCount(published).at(-1) ?? published.at(-1))?.programme
  const versions = published.filter((version) => version.programme === programme)
  const last = versions.at(-1)
  if (last === undefined) return null
  const shown = versions.findLast(hasGoals) ?? last
  return { versions, shown, later: shown === last ? null : last }
}

/**
 * Versions whose goals are known, of the programmes in force. Of a programme that exists only as a draft, where another one is in force,
 * nothing counts yet: neither its targets nor its goals.
 */
export function versionsThatCount(published: readonly ProgrammeVersion[]): ProgrammeVersion[] {
  const inForce = new Set(published.filter(({ status }) => status !== 'draft').map(({ programme }) => programme))
  const known = published.filter(hasGoals)
  const counting = known.filter(({ programme }) => inForce.has(programme))
  return counting.length > 0 ? counting : known
}

/** Whether the record holds the matter of a version, not only that it exists. */
export const hasGoals = (version: ProgrammeVersion): boolean => version.directions.some((direction) => direction.goals.length > 0)
