import { basename } from 'node:path'
import { readFileSync, statSync } from 'node:fs'
import type { Source } from '../books/indicators/figure.ts'
import type { ReadingSet } from '../books/indicators/reading-set.ts'
import type { Notice } from '../books/notice.ts'
import { countNotices } from '../books/notice.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import type { CityFolder } from './city-folder/city-folder.ts'
import { readCityFolder } from './city-folder/read-city-folder.ts'
import { readFolder } from './city-folder/read-folder.ts'
import { packReadEconomy, type PackedEconomy } from './input-output/pack-read-economy.ts'
import { reportInputOutput, type TableReport } from './input-output/report-input-output.ts'
import type { SaidOfTable } from './input-output/read-result.ts'
import { openFolder, type OpenSdgFile } from './open-sdg/open-folder.ts'
import { readOpenSdgFolder } from './open-sdg/read-open-sdg.ts'
import type { FoundMessage } from './sdmx/import/read-import.ts'
import type { SdmxInput } from './sdmx/import/read-inputs.ts'
import { explainTable, type TableExplanation } from './table/explain-table.ts'
import { readMapping } from './table/mapping.ts'
import { tableLimits, type FileMapping } from './table/open-table.ts'
import { readTable } from './table/read-table.ts'
import { writeSpool, type Spooled } from './table/spool-readings.ts'

/** What an import asks to be read; plain data, so that it can cross to another process. */
export type ReadRequest =
  | { kind: 'open-sdg'; folder: string; source: Source; area?: string; country?: string; known?: Readonly<Record<string, string>> }
  | { kind: 'city'; folder: string }
  | { kind: 'sdmx'; inputs: readonly SdmxInput[]; source: string | null; indicator: string | null }
  | { kind: 'table'; file: string; mapping: string; spool?: { path: string; name: string } }
  | { kind: 'input-output'; place: string; said: SaidOfTable; flows: string | null }
  | { kind: 'economy'; place: string; said: SaidOfTable; packed: string }
  | { kind: 'explain'; file: string; mapping: string | null; options?: FileMapping }

export interface ReadAnswer {
  set?: ReadingSet
  explanation?: TableExplanation
  /** What SDMX files turned out to be. */
  found?: readonly FoundMessage[]
  /** Where the readings went to a spool: how many, with all notices counted; `set` has the first of each code and no readings. */
  spooled?: Spooled & { noticeCounts: Record<string, number> }
  /** A city's own folder, and what in it could not be understood. */
  folder?: CityFolder | null
  problems?: readonly Notice[]
  /** An input-output table, without its cells. */
  inputOutput?: TableReport
  /** A table or margins that stand packed in the file that was named. */
  economy?: PackedEconomy
  /** Milliseconds by stage. */
  milliseconds: Record<string, number>
}

/** Thirty years of days are eleven thousand: a series beyond that has lost the column that tells its rows apart. */
const mostReadingsOfASeries = 20_000

/** Opens and reads what the request names. Files that cannot be opened are refused, not thrown. */
export async function answerReadRequest(request: ReadRequest, clock: () => number): Promise<Outcome<ReadAnswer>> {
  const start = clock()
  try {
    if (request.kind === 'open-sdg') {
      const files = openFolder(request.folder)
      const opened = clock()
      const only = changedData(files, request.known ?? {})
      const set = readOpenSdgFolder(files, only === null ? request : { ...request, only })
      return done({ set, milliseconds: { open: opened - start, read: clock() - opened } })
    }
    if (request.kind === 'city') {
      const files = readFolder(request.folder)
      const opened = clock()
      const { folder, problems } = readCityFolder(files)
      return done({ folder, problems, milliseconds: { open: opened - start, read: clock() - opened } })
    }
    if (request.kind === 'input-output') {
      const report = await reportInputOutput(request.place, request.said, request.flows)
      return report.ok ? done({ inputOutput: report.value, milliseconds: { read: clock() - start } }) : report
    }
    if (request.kind === 'economy') {
      const packed = await packReadEconomy(request.place, request.said, request.packed)
      return packed.ok ? done({ economy: packed.value, milliseconds: { read: clock() - start } }) : packed
    }
    if (request.kind === 'sdmx') {
      const { readSdmxInputs } = await import('./sdmx/import/read-inputs.ts')
      const read = readSdmxInputs(request)
      return read.ok ? done({ ...read.value, milliseconds: { read: clock() - start } }) : read
    }
    if (statSync(request.file).size > tableLimits.bytes) return refuse('table_too_large', 'bytes', { limit: tableLimits.bytes })
    const bytes = readFileSync(request.file)
    const mapping = request.mapping === null ? null : readMapping(request.mapping)
    if (mapping !== null && !mapping.ok) return mapping
    const opened = clock()
    const timed = () => ({ open: opened - start, read: clock() - opened })
    if (request.kind === 'explain') {
      const explained = await explainTable(bytes, mapping?.value ?? null, tableLimits, request.options)
      return explained.ok ? done({ explanation: explained.value, milliseconds: timed() }) : explained
    }
    if (mapping === null) return refuse('mapping_missing_key', 'mapping', { key: 'mapping' })
    const read = await readTable({ path: request.spool?.name ?? basename(request.file), bytes }, mapping.value)
    if (!read.ok) return read
    if (request.spool === undefined) return done({ set: read.value, milliseconds: timed() })
    const spooled = writeSpool(request.spool.path, read.value.readings)
    if (spooled.longestSeries > mostReadingsOfASeries) return refuse('series_too_long', undefined, { limit: mostReadingsOfASeries })
    const { counts, kept } = countNotices(read.value.notices)
    return done({
      set: { ...read.value, readings: [], notices: kept },
      spooled: { ...spooled, noticeCounts: counts },
      milliseconds: timed(),
    })
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR')
      return refuse('file_not_found', 'file', { reason: code })
    if (fault instanceof RangeError) return refuse('folder_not_readable', 'folder', { reason: fault.message.slice(0, 300) })
    throw fault
  }
}

/**
 * The data files to read when nothing but data files has changed since `known`; null when everything is to be read:
 * metadata is different, a file has gone, or nothing has changed and the whole report is asked for once more.
 */
function changedData(files: readonly OpenSdgFile[], known: Readonly<Record<string, string>>): string[] | null {
  const changed = files.filter((file) => known[file.path] !== file.sha256).map((file) => file.path)
  const present = new Set(files.map((file) => file.path))
  const allThere = Object.keys(known).every((path) => present.has(path))
  return Object.keys(known).length > 0 && allThere && changed.length > 0 && changed.every((path) => path.startsWith('data/'))
    ? changed
    : null
}
