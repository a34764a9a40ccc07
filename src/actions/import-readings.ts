import type {
  Area,
  City,
  Code,
  ComputedFile,
  Indicator,
  Observation,
  Release,
  Series,
  Source,
  StoredFile,
} from '../books/indicators/figure.ts'
import type { ReadingSet } from '../books/indicators/reading-set.ts'
import type { RivalReason } from '../books/indicators/rivals.ts'
import { completeEntry } from '../books/indicators/complete-entry.ts'
import { whatChanged, type Standing } from '../books/indicators/what-changed.ts'
import { isSameContent } from '../books/same-content.ts'
import { countNotices, type Notice } from '../books/notice.ts'

export interface ImportNeeds {
  listIndicators(city: City, asOf: Date): Promise<Indicator[]>
  listAreas(city: City, asOf: Date): Promise<Area[]>
  listCodes(city: City, asOf: Date): Promise<Code[]>
  listSources(city: City, asOf: Date): Promise<Source[]>
  listRivalReasons(city: City, asOf: Date): Promise<RivalReason[]>
  /** What stands for all series of these indicators from these sources. */
  listStanding(city: City, asOf: Date, indicators: readonly string[], sources: readonly string[]): Promise<Standing[]>
  startRelease(city: City, draft: ReleaseStart): Promise<Release>
  addEntries(city: City, releaseId: string, entries: readonly Entry[]): Promise<void>
  addSeries(city: City, series: readonly Series[]): Promise<void>
  addObservations(city: City, releaseId: string, observations: readonly Observation[]): Promise<void>
  addNotices(city: City, releaseId: string, notices: readonly Notice[]): Promise<void>
  listComputedFiles(city: City, asOf: Date): Promise<StoredFile[]>
  addComputedFile(city: City, releaseId: string, file: ComputedFile, content: Uint8Array): Promise<void>
  publishRelease(city: City, releaseId: string, at: Date): Promise<boolean>
  now(): Date
  newId(): string
  codeVersion: string
}

type ReleaseStart = Omit<Release, 'number' | 'status' | 'publishedAt' | 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>
type Entry = {
  kind: 'indicator' | 'area' | 'code' | 'source' | 'rival_reason'
  key: string
  content: Indicator | Area | Code | Source | RivalReason
}

export interface ImportOptions {
  kind: Release['kind']
  madeBy: string
  parameters: Readonly<Record<string, unknown>>
  /** Whether the import is complete for a series: then a period that is gone becomes a marked gap. */
  covers(series: Series): boolean
  /** `draft` keeps it for a look before it is published, `none` only says what would happen. */
  write: 'publish' | 'draft' | 'none'
  /** What a computation made besides figures: the map, the whole result. */
  computed?: ReadonlyArray<{ file: ComputedFile; content: Uint8Array }>
  /** For the demonstration: the day the source published. Otherwise now. */
  publishedAt?: Date
}

/** What an import did; the `--json` answer of the command line. */
export interface ImportResult {
  rows: number
  observations: number
  series: number
  added: number
  changed: number
  removed: number
  entries: number
  notices: Record<string, number>
  /** null when nothing changed, so that there was nothing to release. */
  release: number | null
}

/** What a reader understood becomes a release: only what is new or different from what stands. */
export async function importReadings(city: City, set: ReadingSet, options: ImportOptions, needs: ImportNeeds): Promise<ImportResult> {
  const now = needs.now()
  const indicators = [...new Set([...set.indicators.map((one) => one.code), ...set.readings.map((one) => one.series.indicator)])]
  const sources = [...new Set([set.source.id, ...set.readings.map((one) => one.series.source)])]
  const standing = await needs.listStanding(city, options.publishedAt ?? now, indicators, sources)
  const change = whatChanged(set.readings, standing, options.covers)
  const entries = await changedEntries(city, set, options.publishedAt ?? now, needs)
  const { counts: notices, kept } = countNotices(set.notices)
  const result: ImportResult = {
    rows: set.rows,
    observations: set.readings.length,
    series: change.series.length,
    ...change.counts,
    entries: entries.length,
    notices,
    release: null,
  }
  const computed = await changedFiles(city, options, now, needs)
  if (options.write === 'none' || (change.observations.length === 0 && entries.length === 0 && computed.length === 0)) return result

  const release = await needs.startRelease(city, {
    id: needs.newId(),
    kind: options.kind,
    title: set.title,
    source: set.source.id,
    madeBy: options.madeBy,
    recordedAt: now.toISOString(),
    parameters: options.parameters,
    codeVersion: needs.codeVersion,
    files: set.files,
    counts: { rows: set.rows, observations: set.readings.length, series: change.series.length, entries: entries.length, ...change.counts },
    noticeCounts: notices,
  })
  await needs.addEntries(city, release.id, entries)
  await needs.addSeries(city, change.series)
  await needs.addObservations(
    city,
    release.id,
    change.observations.map((one) => ({ ...one, releaseId: release.id })),
  )
  await needs.addNotices(city, release.id, kept)
  for (const { file, content } of computed) await needs.addComputedFile(city, release.id, file, content)
  if (options.write === 'publish') await needs.publishRelease(city, release.id, options.publishedAt ?? now)
  return { ...result, release: release.number }
}

/** All files of a computation when one of them is new or different: those of one release belong together. */
async function changedFiles(
  city: City,
  { computed = [], publishedAt }: ImportOptions,
  now: Date,
  needs: ImportNeeds,
): Promise<NonNullable<ImportOptions['computed']>> {
  if (computed.length === 0) return []
  const standing = new Map((await needs.listComputedFiles(city, publishedAt ?? now)).map((file) => [file.name, file.sha256]))
  return computed.every(({ file }) => standing.get(file.name) === file.sha256) ? [] : computed
}

/** Names and definitions that are new or say something else than those in force. */
export async function changedEntries(
  city: City,
  set: Omit<ReadingSet, 'readings'>,
  asOf: Date,
  needs: Pick<ImportNeeds, 'listIndicators' | 'listAreas' | 'listCodes' | 'listSources' | 'listRivalReasons'>,
): Promise<Entry[]> {
  const said = [
    sourceEntry(set.source),
    ...set.indicators.map(indicatorEntry),
    ...set.areas.map(areaEntry),
    ...set.codes.map(codeEntry),
    ...(set.rivalReasons ?? []).map(rivalEntry),
  ]
  // Lists that the import says nothing of need not be asked for.
  const kinds = new Set(said.map((entry) => entry.kind))
  const standing = [
    ...(kinds.has('indicator') ? await needs.listIndicators(city, asOf) : []).map(indicatorEntry),
    ...(kinds.has('area') ? await needs.listAreas(city, asOf) : []).map(areaEntry),
    ...(kinds.has('code') ? await needs.listCodes(city, asOf) : []).map(codeEntry),
    ...(kinds.has('source') ? await needs.listSources(city, asOf) : []).map(sourceEntry),
    ...(kinds.has('rival_reason') ? await needs.listRivalReasons(city, asOf) : []).map(rivalEntry),
  ]
  const before = new Map(standing.map((entry) => [`${entry.kind} ${entry.key}`, entry.content]))
  const now = new Map(said.map((entry) => [`${entry.kind} ${entry.key}`, entry]))
  return [...now].flatMap(([key, entry]) => {
    const stands = before.get(key)
    const content =
      stands !== undefined && 'name' in stands && 'name' in entry.content ? completeEntry(entry.content, stands) : entry.content
    return stands !== undefined && isSameContent(content, stands) ? [] : [{ ...entry, content }]
  })
}

const sourceEntry = (content: Source): Entry => ({ kind: 'source', key: content.id, content })
const indicatorEntry = (content: Indicator): Entry => ({ kind: 'indicator', key: content.code, content })
const areaEntry = (content: Area): Entry => ({ kind: 'area', key: content.code, content })
const codeEntry = (content: Code): Entry => ({ kind: 'code', key: `${content.codelist} ${content.code}`, content })
const rivalEntry = (content: RivalReason): Entry => ({
  kind: 'rival_reason',
  key: [content.indicator, content.refArea, ...content.sources].join(' '),
  content,
})
