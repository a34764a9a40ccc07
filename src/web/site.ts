import type { CityRecord } from '../actions/record.ts'
import type { PageCache } from './page-cache.ts'

/** What `main.ts` hands to the web: the record, the clock, and what the configuration says about addresses. */
export interface Site {
  record: WebRecord
  now(): Date
  mode: 'demo' | 'production'
  /** null: the address that the request names. */
  publicUrl: string | null
  trustedProxies: readonly string[]
  /** Hashed names of stylesheet, script and fonts. */
  assets: Readonly<Record<string, string>>
  /** Folder whose `assets/` is served. */
  publicDirectory: string
  pages: PageCache
}

export interface WebRecord extends CityRecord {
  /** Changes when the record does. */
  stamp(): Promise<string>
  addMistakeReport(city: { id: string }, report: { seriesId: string; timePeriod: string; text: string; reportedAt: Date }): Promise<number>
}
