import { runUpload } from '../actions/desk-data/run-upload.ts'
import type { City } from '../books/indicators/figure.ts'
import type { Outcome } from '../books/outcome.ts'
import type { ReadAnswer, ReadRequest } from '../formats/read-request.ts'
import type { Site } from './site.ts'

/** Where uploaded files lie, and who reads them: `serve.ts` hands it in. */
export interface UploadService {
  /** Writes bytes as they come; null when there are more than `most`. */
  keep(content: AsyncIterable<Uint8Array>, most: number): Promise<{ sha256: string; bytes: number; head: Uint8Array } | null>
  pathOf(sha256: string): string
  spoolOf(id: string): string
  removeSpool(id: string): Promise<void>
  /** Reads in a process of its own, with limits of time and memory. */
  read(request: ReadRequest): Promise<Outcome<ReadAnswer>>
}

/** Begins what is asked of an upload, and does not wait for it: its page says how far it is. */
export function startUpload(site: Site, city: City, id: string): void {
  const { pathOf, spoolOf, removeSpool, read } = site.uploads
  const needs = { record: site.record, pathOf, spoolOf, removeSpool, read, now: () => site.now() }
  void runUpload(city, id, needs).catch((error: unknown) => site.operations.log('error', 'job_failed', { job: 'uploads', error }))
}
