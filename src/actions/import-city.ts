import { lastDayOf, momentOf } from '../books/as-of.ts'
import type { City, Release } from '../books/indicators/figure.ts'
import type { ReadingSet } from '../books/indicators/reading-set.ts'
import { seriesKeyText } from '../books/indicators/series-key.ts'
import { countNotices } from '../books/notice.ts'
import { done, type Outcome } from '../books/outcome.ts'
import { computedFile, releaseFile } from '../formats/release-file.ts'
import type { CityFolder } from '../formats/city-folder/city-folder.ts'
import { checkProgrammeFile } from './check-programme.ts'
import { importProgramme, type ImportedProgramme, type Needs as ProgrammeNeeds } from './import-programme.ts'
import { importReadings, type ImportNeeds, type ImportResult } from './import-readings.ts'

export interface ImportCityNeeds extends ImportNeeds, ProgrammeNeeds {
  findCity(slug: string): Promise<City | null>
  addCity(city: City): Promise<void>
  withdrawRelease(city: City, releaseId: string, at: Date, by: string, reason: string): Promise<boolean>
  findRelease(city: City, number: number): Promise<Release | null>
}

export interface ImportedCity {
  city: City
  /** One for each release of the folder, in their order. */
  results: ImportResult[]
  /** `release` is null when the version stands already. */
  programmes: Array<{ programme: string; version: number; release: number | null }>
}

/**
 * A city's own folder is taken in, release by release in the order of publication.
 *
 * Doing it again brings only what is new: releases whose values all stand already leave no trace.
 *
 * @param tell  called before each release, for the progress bar
 */
export async function importCity(
  folder: CityFolder,
  needs: ImportCityNeeds,
  tell: (done: number, of: number) => void,
): Promise<Outcome<ImportedCity>> {
  const city = (await needs.findCity(folder.city.slug)) ?? folder.city
  if (city === folder.city) await needs.addCity(city)
  const results: ImportResult[] = []
  for (const [index, { release, readings, computed }] of folder.sets.entries()) {
    tell(index, folder.sets.length)
    const last = index === folder.sets.length - 1
    const result = await importReadings(
      city,
      last ? { ...readings, rivalReasons: folder.rivalReasons } : readings,
      {
        kind: release.kind,
        madeBy: release.madeBy,
        parameters: release.parameters,
        covers: () => false,
        computed: [...(computed ?? [])].map(([name, content]) => ({ file: computedFile(name, content), content })),
        write: 'publish',
        ...(release.publishedAt === null ? {} : { publishedAt: new Date(release.publishedAt) }),
      },
      needs,
    )
    results.push(result)
    if (result.release === null || release.withdrawnAt === null) continue
    const stored = await needs.findRelease(city, result.release)
    if (stored !== null)
      await needs.withdrawRelease(city, stored.id, new Date(release.withdrawnAt), release.withdrawnBy ?? '', release.withdrawnReason ?? '')
  }
  const programmes: ImportedCity['programmes'] = []
  for (const [path, bytes] of folder.programmeFiles) {
    const outcome = await importProgrammeFile(city, path, bytes, needs)
    if (!outcome.ok) return outcome
    const { version, release } = outcome.value
    programmes.push({ programme: version.programme, version: version.number, release })
  }
  return done({ city, results, programmes })
}

/** What all releases of a folder hold together; a series that several of them speak of counts once. */
export function totalsOf({ sets }: CityFolder): Pick<ImportResult, 'rows' | 'observations' | 'series' | 'notices'> {
  const sum = (count: (set: ReadingSet) => number) => sets.reduce((total, set) => total + count(set.readings), 0)
  return {
    rows: sum((set) => set.rows),
    observations: sum((set) => set.readings.length),
    series: new Set(sets.flatMap((set) => [...new Set(set.readings.readings.map((reading) => reading.series))].map(seriesKeyText))).size,
    notices: countNotices(sets.flatMap((set) => set.readings.notices)).counts,
  }
}

/** A version of the programme, public since its own day; one whose day is not known, since it was taken in. */
async function importProgrammeFile(
  city: City,
  path: string,
  bytes: Uint8Array,
  needs: ImportCityNeeds,
): Promise<Outcome<ImportedProgramme>> {
  const text = new TextDecoder().decode(bytes)
  const { version } = checkProgrammeFile(text, path)
  return await importProgramme(
    city,
    { text, file: releaseFile(path, bytes) },
    {
      madeBy: 'bagdar',
      write: 'publish',
      ...(version?.date ? { publishedAt: momentOf(lastDayOf(version.date), city.timeZone, needs.now()) } : {}),
    },
    needs,
  )
}
