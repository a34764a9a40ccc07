import { lastDayOf, momentOf } from '../books/as-of.ts'
import type { City, Release } from '../books/indicators/figure.ts'
import { done, type Outcome } from '../books/outcome.ts'
import { releaseFile } from '../formats/release-file.ts'
import type { CityFolder } from '../formats/city-folder/city-folder.ts'
import { checkProgrammeFile } from './check-programme.ts'
import { importProgramme, type Needs as ProgrammeNeeds } from './import-programme.ts'
import { importReadings, type ImportNeeds, type ImportResult } from './import-readings.ts'

export interface ImportCityNeeds extends ImportNeeds, ProgrammeNeeds {
  findCity(slug: string): Promise<City | null>
  addCity(city: City): Promise<void>
  withdrawRelease(city: City, releaseId: string, at: Date, by: string, reason: string): Promise<boolean>
  findRelease(city: City, number: number): Promise<Release | null>
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
): Promise<Outcome<{ city: City; results: ImportResult[] }>> {
  const city = (await needs.findCity(folder.city.slug)) ?? folder.city
  if (city === folder.city) await needs.addCity(city)
  const results: ImportResult[] = []
  for (const [index, { release, readings }] of folder.sets.entries()) {
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
  for (const [path, bytes] of folder.programmeFiles) {
    const outcome = await importProgrammeFile(city, path, bytes, needs)
    if (!outcome.ok) return outcome
  }
  return done({ city, results })
}

/** A version of the programme, public since its own day; one whose day is not known, since it was taken in. */
async function importProgrammeFile(city: City, path: string, bytes: Uint8Array, needs: ImportCityNeeds): Promise<Outcome<unknown>> {
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
