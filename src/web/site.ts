import type { CityRecord } from '../actions/record.ts'
import type { Change, KeptChange } from '../books/accounts/change.ts'
import type { Viewer } from '../books/accounts/viewer.ts'
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
  /** Who holds this session token; null: nobody, or the session has ended. */
  findViewer(token: string): Promise<Viewer | null>
  /** All or nothing: what is written through the record that `use` is given. */
  inOneTransaction<T>(use: (record: WebRecord) => Promise<T>): Promise<T>
}

export interface WebRecord extends CityRecord {
  /** A form is done once (`answerOnce`). */
  claimFormKey(key: string, requestHash: string, at: Date): Promise<'mine' | 'other' | { status: number; location: string | null }>
  keepFormAnswer(key: string, answer: { status: number; location: string | null }): Promise<void>
  /** The history of the desk. */
  addChange(city: { id: string } | null, change: Change): Promise<void>
  listChanges(city: { id: string } | null, filter: { subject?: string; offset: number; limit: number }): Promise<KeptChange[]>
  /** Ids for new things. */
  newId(): string
  /** Changes when the record does. */
  stamp(): Promise<string>
  addMistakeReport(city: { id: string }, report: { seriesId: string; timePeriod: string; text: string; reportedAt: Date }): Promise<number>
}
