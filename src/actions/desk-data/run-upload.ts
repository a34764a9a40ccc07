import { leaseSeconds, type Upload, type UploadDifference } from '../../books/indicators/entry/upload.ts'
import type { City, Reading, Release } from '../../books/indicators/figure.ts'
import { identifySeries } from '../../books/indicators/series-key.ts'
import { whatChanged, type Change } from '../../books/indicators/what-changed.ts'
import type { Notice } from '../../books/notice.ts'
import type { Outcome, Refusal } from '../../books/outcome.ts'
import type { ReadAnswer, ReadRequest } from '../../formats/read-request.ts'
import { readSpool } from '../../formats/table/spool-readings.ts'
import { changedEntries } from '../import-readings.ts'
import { fileOf } from './mapping-form.ts'
import { staffName, type DeskDataRecord } from './record.ts'

/** Files of uploads, and the process that reads them. */
export interface UploadNeeds {
  record: DeskDataRecord
  /** Path of the file with this hash. */
  pathOf(sha256: string): string
  /** Path for what was read from an upload; it is gone when `removeSpool` was called. */
  spoolOf(id: string): string
  removeSpool(id: string): Promise<void>
  /** Reads in a process of its own, with limits. */
  read(request: ReadRequest): Promise<Outcome<ReadAnswer>>
  now(): Date
}

/** Readings that are compared and stored at a time. */
const sliceSize = 5000
const shownDifferences = 50
const shownNoticesOfACode = 5

/**
 * Does what is asked of an upload: reads its columns, compares it with what stands, or stores it as a draft. Any process may do it; one
 * at a time gets it. What goes wrong with the file ends as a refusal in the upload, and it can be tried again.
 */
export async function runUpload(city: City, id: string, needs: UploadNeeds): Promise<void> {
  const { record, now } = needs
  const upload = await record.takeUpload(city, id, now(), leaseFrom(now()))
  if (upload === null) return
  try {
    const refusal = upload.task === 'explain' ? await explain(city, upload, needs) : await compareAndStore(city, upload, needs)
    await record.changeUpload(city, id, { state: refusal === null ? 'done' : 'failed', refusal })
  } catch (fault) {
    await record.changeUpload(city, id, { state: 'failed', refusal: { code: 'upload_fault' } })
    throw fault
  } finally {
    await needs.removeSpool(id)
  }
}

const leaseFrom = (now: Date): Date => new Date(now.getTime() + leaseSeconds * 1000)

async function explain(city: City, upload: Upload, needs: UploadNeeds): Promise<Refusal | null> {
  const answer = await needs.read({ kind: 'explain', file: needs.pathOf(upload.sha256), mapping: null, options: fileOf(upload.mapping) })
  if (!answer.ok) return answer.refusal
  const { explanation } = answer.value
  if (explanation === undefined) throw new Error('The reader gave no explanation.')
  await needs.record.changeUpload(city, upload.id, { explanation })
  return null
}

async function compareAndStore(city: City, upload: Upload, needs: UploadNeeds): Promise<Refusal | null> {
  const { record, now } = needs
  const mapping = upload.mapping ?? ''
  const spool = needs.spoolOf(upload.id)
  const answer = await needs.read({ kind: 'table', file: needs.pathOf(upload.sha256), mapping, spool: { path: spool, name: upload.name } })
  if (!answer.ok) return answer.refusal
  const { set, spooled } = answer.value
  if (set === undefined || spooled === undefined) throw new Error('The reader gave no readings.')

  await record.changeUpload(city, upload.id, { state: 'comparing' })
  const counts = { added: 0, changed: 0, removed: 0 }
  const differences: UploadDifference[] = []
  for await (const { change, before } of slicesOf(city, upload, spool, needs)) {
    counts.added += change.counts.added
    counts.changed += change.counts.changed
    for (const one of change.observations) {
      if (differences.length >= shownDifferences) break
      const series = change.series.find((other) => other.id === one.seriesId)
      if (series === undefined) continue
      const old = before.get(`${one.seriesId} ${one.timePeriod}`)
      differences.push({
        ...{ indicator: series.indicator, refArea: series.refArea, series: series.address, timePeriod: one.timePeriod },
        ...{ before: old ?? null, after: one.value, kind: old === undefined ? 'added' : 'changed' },
      })
    }
  }
  const entries = await changedEntries(city, set, now(), record)
  const { readings, series, noticeCounts } = spooled
  const indicators = set.indicators.map((one) => one.code)
  const report = { rows: set.rows, observations: readings, series, entries: entries.length, ...counts, noticeCounts }
  await record.changeUpload(city, upload.id, { report: { ...report, differences, notices: firstOfEach(set.notices), indicators } })
  if (upload.task !== 'draft') return null
  if (counts.added + counts.changed + entries.length === 0) return { code: 'nothing_to_publish' }

  await record.changeUpload(city, upload.id, { state: 'storing' })
  if (upload.releaseId !== null) await record.discardDraft(city, upload.releaseId)
  const release = await record.startRelease(city, {
    id: record.newId(),
    kind: 'import',
    title: set.title,
    source: set.source.id,
    madeBy: staffName(upload.personId),
    recordedAt: now().toISOString(),
    parameters: { mapping },
    codeVersion: record.codeVersion,
    files: set.files,
    counts: { rows: set.rows, observations: counts.added + counts.changed, series, entries: entries.length, ...counts },
    noticeCounts,
  })
  // From now on a second try finds the draft and throws it away before it begins anew.
  await record.changeUpload(city, upload.id, { releaseId: release.id, releaseNumber: release.number })
  await record.addEntries(city, release.id, entries)
  await record.addNotices(city, release.id, set.notices)
  for await (const { change } of slicesOf(city, upload, spool, needs)) await storeSlice(city, release, change, record)
  return null
}

/** What each slice of the readings changes, and the values that stand for it. */
async function* slicesOf(
  city: City,
  upload: Upload,
  spool: string,
  { record, now }: UploadNeeds,
): AsyncGenerator<{ change: Change; before: Map<string, string | null> }> {
  for await (const readings of readSpool(spool, sliceSize)) {
    const series = new Map(
      keysOf(readings)
        .map((key) => identifySeries(key))
        .map((one) => [one.id, one]),
    )
    const figures = await record.listFigures(city, now(), [...series.keys()])
    const standing = [...figures].flatMap(([id, list]) => {
      const of = series.get(id)
      return of === undefined ? [] : list.map(({ timePeriod, claims }) => ({ series: of, timePeriod, claims }))
    })
    const before = new Map([...figures].flatMap(([id, list]) => list.map((one) => [`${id} ${one.timePeriod}`, one.value] as const)))
    yield { change: whatChanged(readings, standing, () => false), before }
    await record.extendLease(city, upload.id, leaseFrom(now()))
  }
}

/** Readings of a series share its key. */
const keysOf = (readings: readonly Reading[]): Array<Reading['series']> => [...new Set(readings.map((one) => one.series))]

async function storeSlice(city: City, release: Release, change: Change, record: DeskDataRecord): Promise<void> {
  const touched = new Set(change.observations.map((one) => one.seriesId))
  await record.addSeries(
    city,
    change.series.filter((one) => touched.has(one.id)),
  )
  await record.addObservations(
    city,
    release.id,
    change.observations.map((one) => ({ ...one, releaseId: release.id })),
  )
}

function firstOfEach(notices: readonly Notice[]): Notice[] {
  const seen = new Map<string, number>()
  return notices.filter(({ code }) => {
    const count = (seen.get(code) ?? 0) + 1
    seen.set(code, count)
    return count <= shownNoticesOfACode
  })
}
