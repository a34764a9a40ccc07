import type { City, ReleaseFile } from '../books/indicators/figure.ts'
import { isSameContent } from '../books/same-content.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import { carryIds } from '../books/programme/carry-ids.ts'
import type { LocatedProblem } from '../books/programme/problem.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { readProgramme } from '../formats/programme-file/read-programme.ts'
import { storeProgrammeVersion, type Needs as StoreNeeds } from './store-programme-version.ts'

export interface Needs extends StoreNeeds {
  listProgrammeVersions(city: City, asOf: Date): Promise<ProgrammeVersion[]>
  now(): Date
}

export interface ProgrammeFile {
  text: string
  /** Path, size and SHA-256, as they are kept with the release. */
  file: ReleaseFile
}

export interface ImportOptions {
  madeBy: string
  /** `draft` keeps it for a look before it is published, `none` only says what would happen. */
  write: 'publish' | 'draft' | 'none'
  /** For the demonstration: the day of the version. Otherwise now. */
  publishedAt?: Date
}

export interface ImportedProgramme {
  version: ProgrammeVersion
  problems: readonly LocatedProblem[]
  /** Number of the release; null when nothing was written: `none`, or the same version stands already. */
  release: number | null
}

/**
 * A programme file becomes a stored version. Its sentences keep the ids of the version before.
 *
 * A file with errors is refused whole: half a programme is not one. The same file twice brings nothing new; a corrected
 * file for a version that stands is a new release of that version.
 */
export async function importProgramme(
  city: City,
  given: ProgrammeFile,
  options: ImportOptions,
  needs: Needs,
): Promise<Outcome<ImportedProgramme>> {
  const { version: read, problems } = readProgramme(given.text, given.file.path)
  if (read === null)
    return refuse('programme_file_invalid', undefined, { errors: problems.filter(({ severity }) => severity === 'error').length })

  const now = needs.now()
  const at = options.publishedAt ?? now
  const stored = (await needs.listProgrammeVersions(city, at)).filter((one) => one.programme === read.programme)
  const standing = stored.find((one) => one.number === read.number)
  const before = stored.findLast((one) => one.number < read.number)
  if (before === undefined && standing === undefined && stored.some((one) => one.number > read.number))
    return refuse('programme_version_too_old', 'version', { number: read.number, last: Math.max(...stored.map((one) => one.number)) })

  const carried = before === undefined ? read : carryIds(before, read)
  const version = standing === undefined ? carried : carryIds(standing, carried)
  if (options.write === 'none' || (standing !== undefined && isSameContent(standing, version)))
    return done({ version, problems, release: null })

  const release = await storeProgrammeVersion(
    city,
    version,
    { madeBy: options.madeBy, recordedAt: now, publishedAt: options.write === 'publish' ? at : null, problems, files: [given.file] },
    needs,
  )
  return done({ version, problems, release })
}
