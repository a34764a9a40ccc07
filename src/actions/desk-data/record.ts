import type { Change } from '../../books/accounts/change.ts'
import type { Department } from '../../books/accounts/department.ts'
import type { City, Release } from '../../books/indicators/figure.ts'
import type { EnteredValue } from '../../books/indicators/entry/entered-value.ts'
import type { Upload, UploadTask } from '../../books/indicators/entry/upload.ts'
import type { ImportNeeds } from '../import-readings.ts'
import type { CityRecord } from '../record.ts'

type CityId = Pick<City, 'id'>

/** What the desk reads and writes on the way of figures into the record. `store/` supplies it. */
export interface DeskDataRecord
  extends CityRecord, Pick<ImportNeeds, 'startRelease' | 'addEntries' | 'addSeries' | 'addObservations' | 'addNotices' | 'publishRelease'> {
  listDepartments(city: CityId): Promise<Department[]>
  addChange(city: CityId | null, change: Change): Promise<void>
  withdrawRelease(city: City, releaseId: string, at: Date, by: string, reason: string): Promise<boolean>
  newId(): string
  codeVersion: string

  takeTurn(city: CityId): Promise<void>
  listEnteredValues(city: CityId): Promise<EnteredValue[]>
  keepEnteredValue(city: CityId, value: EnteredValue): Promise<void>
  removeEnteredValues(city: CityId, ids: readonly string[]): Promise<void>
  listDraftReleases(city: CityId): Promise<Release[]>
  listIndicatorsOf(city: CityId, releaseId: string): Promise<string[]>
  listOvertaking(city: CityId, releaseId: string): Promise<number[]>
  discardDraft(city: CityId, releaseId: string): Promise<boolean>

  addUpload(city: CityId, upload: Pick<Upload, 'id' | 'personId' | 'sha256' | 'name' | 'bytes' | 'format' | 'uploadedAt'>): Promise<void>
  listUploads(city: CityId): Promise<Upload[]>
  findUpload(city: CityId, id: string): Promise<Upload | null>
  askUpload(city: CityId, id: string, task: UploadTask, mapping: string | null, now: Date): Promise<boolean>
  takeUpload(city: CityId, id: string, now: Date, until: Date): Promise<Upload | null>
  extendLease(city: CityId, id: string, until: Date): Promise<void>
  changeUpload(city: CityId, id: string, change: Partial<Upload>): Promise<void>
}

/** How staff stand in releases: the pseudonym behind it, and on public pages only "City staff" (`books/accounts/made-by.ts`). */
export const staffName = (personId: string): string => `staff:${personId}`
