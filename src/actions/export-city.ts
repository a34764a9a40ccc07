import { publicName } from '../books/accounts/made-by.ts'
import type { Area, City, Code, Indicator, Reading, Release, Source } from '../books/indicators/figure.ts'
import type { Notice } from '../books/notice.ts'
import type { CityFolder, CitySet } from '../formats/city-folder/city-folder.ts'
import { writeProgramme } from '../formats/programme-file/write-programme.ts'
import type { CityRecord } from './record.ts'

export interface ExportCityNeeds extends Pick<
  CityRecord,
  'listComputedFilesOf' | 'readComputedFile' | 'listReleases' | 'listRivalReasons' | 'listNotices' | 'listSources' | 'listProgrammeVersions'
> {
  listReadings(city: City, releaseId: string): Promise<Reading[]>
  listEntriesOf<Content>(city: City, releaseId: string, kind: 'indicator' | 'area' | 'code' | 'source'): Promise<Content[]>
  now(): Date
}

const allNotices = 1_000_000

/** Everything of a city as its own folder: releases in the order of publication, withdrawn ones too, drafts not. */
export async function exportCity(city: City, needs: ExportCityNeeds): Promise<CityFolder> {
  const asOf = needs.now()
  const sources = new Map((await needs.listSources(city, asOf)).map((source) => [source.id, source]))
  const sets: CitySet[] = []
  for (const release of (await needs.listReleases(city, asOf)).reverse()) {
    const readings = await needs.listReadings(city, release.id)
    const source = release.source === null ? undefined : sources.get(release.source)
    if (source === undefined) continue // a release without a source brought a programme: it is written below
    sets.push({
      release: nameRelease(release),
      readings: await setOf(city, release, readings, source, needs),
      computed: await computedOf(city, release, needs),
    })
  }
  const programmes = await needs.listProgrammeVersions(city, asOf)
  return {
    city,
    about: {},
    sets,
    rivalReasons: await needs.listRivalReasons(city, asOf),
    programmeFiles: new Map(
      programmes.map((version) => [
        `programme/${version.programme}-${version.number}.yaml`,
        new TextEncoder().encode(writeProgramme(version)),
      ]),
    ),
  }
}

async function computedOf(city: City, release: Release, needs: ExportCityNeeds): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  for (const { name, bytes } of await needs.listComputedFilesOf(city, release.id))
    files.set(name, await needs.readComputedFile(city, release.id, name, 0, bytes))
  return files
}

async function setOf(
  city: City,
  release: Release,
  readings: Reading[],
  source: Source,
  needs: ExportCityNeeds,
): Promise<CitySet['readings']> {
  const notices: Notice[] = await needs.listNotices(city, release.id, { offset: 0, limit: allNotices })
  return {
    title: release.title,
    source,
    indicators: await needs.listEntriesOf<Indicator>(city, release.id, 'indicator'),
    areas: await needs.listEntriesOf<Area>(city, release.id, 'area'),
    codes: await needs.listEntriesOf<Code>(city, release.id, 'code'),
    readings,
    notices,
    files: release.files,
    rows: release.counts['rows'] ?? readings.length,
  }
}

function nameRelease(release: Release): CitySet['release'] {
  const { kind, title, source, publishedAt, withdrawnAt, withdrawnReason, parameters, codeVersion } = release
  // A folder goes to whoever asks for the city's data: nobody of the staff is told apart in it.
  const madeBy = publicName(release.madeBy)
  const withdrawnBy = release.withdrawnBy && publicName(release.withdrawnBy)
  const id = [source ?? 'release', (publishedAt ?? '').slice(0, 10), release.number].join('-')
  return { id, kind, title, source, madeBy, publishedAt, withdrawnAt, withdrawnBy, withdrawnReason, parameters, codeVersion }
}
