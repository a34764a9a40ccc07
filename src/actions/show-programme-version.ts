import { makeLabels, type Labels } from '../books/indicators/labelled-series.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import { compareVersions, type VersionDifference } from '../books/programme/compare-versions.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { chooseVersion, hasGoals } from '../books/programme/shown-version.ts'
import { causesOf, type CauseNeeds } from './discussion/show-changes.ts'
import type { Cause } from '../books/discussion/cause.ts'
import type { CityRecord } from './record.ts'
import type { ProgrammeInput } from './show-programme.ts'

export type Needs = Pick<CityRecord, 'listProgrammeVersions' | 'listCodes'>

/** One version as a document. */
export interface VersionView {
  version: ProgrammeVersion
  labels: Labels
  /** The version before, if its text is known too: for the link to the difference. */
  before: ProgrammeVersion | null
}

/** Two versions side by side; `difference` is null where the text of one is not known. */
export interface DifferenceView {
  before: ProgrammeVersion
  after: ProgrammeVersion
  difference: VersionDifference | null
  /** Contributions of residents that caused changes. */
  causes: readonly Cause[]
}

/** Somebody reads a version as it was published: of the programme in force, or of the one that is named. */
export async function showVersion(
  { city, asOf, number, programme = null }: ProgrammeInput & { number: number; programme?: string | null },
  needs: Needs,
): Promise<Outcome<VersionView>> {
  const [published, codes] = await Promise.all([needs.listProgrammeVersions(city, asOf), needs.listCodes(city, asOf)])
  const choice = chooseVersion(programme === null ? published : published.filter((one) => one.programme === programme))
  if (choice === null) return refuse('programme_not_found')
  const version = choice.versions.find((one) => one.number === number)
  if (version === undefined) return refuse('version_not_found')
  const before = choice.versions.findLast((one) => one.number < number) ?? null
  return done({
    version,
    labels: makeLabels([], codes, []),
    before: before !== null && hasGoals(before) && hasGoals(version) ? before : null,
  })
}

/** Somebody compares two versions: the earlier one always stands first. */
export async function showDifference(
  input: ProgrammeInput & { from: number; to: number; today: string },
  needs: Pick<Needs, 'listProgrammeVersions'> & CauseNeeds,
): Promise<Outcome<DifferenceView>> {
  const { city, asOf, from, to, today } = input
  const published = await needs.listProgrammeVersions(city, asOf)
  const versions = chooseVersion(published)?.versions ?? []
  const before = versions.find((one) => one.number === Math.min(from, to))
  const after = versions.find((one) => one.number === Math.max(from, to))
  if (versions.length === 0) return refuse('programme_not_found')
  if (before === undefined || after === undefined) return refuse('version_not_found')
  const known = hasGoals(before) && hasGoals(after)
  const causes = await causesOf(city, before, after, today, needs)
  return done({ before, after, difference: known ? compareVersions(before, after) : null, causes })
}
