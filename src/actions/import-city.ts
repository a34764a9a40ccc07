import type { City, Release } from '../books/indicators/figure.ts'
import type { CityFolder } from '../formats/city-folder/city-folder.ts'
import { importReadings, type ImportNeeds, type ImportResult } from './import-readings.ts'

export interface ImportCityNeeds extends ImportNeeds {
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
): Promise<{ city: City; results: ImportResult[] }> {
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
  return { city, results }
}
