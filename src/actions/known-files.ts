import type { City, Release } from '../books/indicators/figure.ts'
import { isSameContent } from '../books/same-content.ts'

interface Needs {
  listReleases(city: City, asOf: Date): Promise<Release[]>
  now(): Date
  codeVersion: string
}

/**
 * Files of a source that the record has already, by path, with the SHA-256 they had: what an import need not read again.
 *
 * Only releases that stand, that were asked for in the same way and read by the same version of the program count: a
 * newer reader may see more in an old file.
 */
export async function knownFiles(
  city: City,
  source: string,
  parameters: Release['parameters'],
  needs: Needs,
): Promise<Record<string, string>> {
  const releases = (await needs.listReleases(city, needs.now())).filter(
    (release) =>
      release.kind === 'import' &&
      release.status === 'published' &&
      release.source === source &&
      release.codeVersion === needs.codeVersion &&
      isSameContent(release.parameters, parameters),
  )
  // Newest first: what an older release says of a path counts only where no newer one speaks of it.
  return Object.fromEntries(releases.reverse().flatMap((release) => release.files.map(({ path, sha256 }) => [path, sha256])))
}
