import type {
  Area,
  City,
  Code,
  ComputedFile,
  Figure,
  Indicator,
  Observation,
  Release,
  Series,
  Source,
  StoredFile,
} from '../books/indicators/figure.ts'
import type { RivalReason } from '../books/indicators/rivals.ts'
import type { Notice } from '../books/notice.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'

/**
 * The reading side of the record, as the actions need it. `store/` supplies it.
 *
 * `asOf` is a moment: what had been published by then and was not withdrawn then. Every list is in a fixed order.
 */
export interface CityRecord {
  listCities(): Promise<City[]>
  findCity(slug: string): Promise<City | null>
  listIndicators(city: City, asOf: Date): Promise<Indicator[]>
  listAreas(city: City, asOf: Date): Promise<Area[]>
  listCodes(city: City, asOf: Date): Promise<Code[]>
  listSources(city: City, asOf: Date): Promise<Source[]>
  /** Why figures of different sources differ, as far as anybody has said so. */
  listRivalReasons(city: City, asOf: Date): Promise<RivalReason[]>
  /** Series that have at least one figure in force; by indicator, area, or their addresses. */
  listSeries(city: City, asOf: Date, filter: SeriesFilter): Promise<Series[]>
  /** Figures in force by series id, periods in order. */
  listFigures(city: City, asOf: Date, seriesIds: readonly string[]): Promise<Map<string, Figure[]>>
  /** Everything any release ever said about one period of one series, oldest release first, withdrawn ones too. */
  listHistory(city: City, seriesId: string, timePeriod: string): Promise<Array<{ observation: Observation; release: Release }>>
  /** Published and withdrawn releases, newest first; drafts are not part of the record. */
  listReleases(city: City, asOf: Date): Promise<Release[]>
  findRelease(city: City, number: number): Promise<Release | null>
  listNotices(city: City, releaseId: string, filter: { code?: string; offset: number; limit: number }): Promise<Notice[]>
  /** Files of computations in force, by name. */
  listComputedFiles(city: City, asOf: Date): Promise<StoredFile[]>
  /** Those that one release brought. */
  listComputedFilesOf(city: City, releaseId: string): Promise<ComputedFile[]>
  /** Bytes `from` to `to` (not included). */
  readComputedFile(city: City, releaseId: string, name: string, from: number, to: number): Promise<Uint8Array>
  /** All published versions, oldest first. */
  listProgrammeVersions(city: City, asOf: Date): Promise<ProgrammeVersion[]>
}

export interface SeriesFilter {
  indicator?: string
  refArea?: string
  addresses?: readonly string[]
}
