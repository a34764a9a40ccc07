import type { ReleaseFile, Source } from '../../../books/indicators/figure.ts'
import type { ReadingSet } from '../../../books/indicators/reading-set.ts'
import { notice, type Notice } from '../../../books/notice.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import type { ByteSource } from '../../byte-source.ts'
import { Claims } from '../../claims.ts'
import { diagnoseReadings } from '../../diagnose-readings.ts'
import { FormatError } from '../../format-error.ts'
import { hashSource } from '../../hash-source.ts'
import type { Structures } from '../model.ts'
import { detectFormat, type SdmxFormat } from '../read-format.ts'
import { ImportNames } from './read-import-names.ts'
import { ImportVisitor, type ImportOptions } from './read-import-visitor.ts'
import { readData, readStructures } from '../read-message.ts'

/** What a file turned out to be. */
export interface FoundMessage {
  file: string
  format: string
  observations: number
}

export interface SdmxReading {
  set: ReadingSet
  found: FoundMessage[]
}

/**
 * Everything that SDMX files say: readings, names from their structures, and a notice for each thing that is odd.
 *
 * Structures are taken from wherever they stand among the files. A file that breaks off gives what stands before the break, with a notice.
 *
 * Refusals  those of the first file, when no file could be read; sdmx_no_data; sdmx_several_agencies
 *
 * @param source  who publishes the figures; null: the agency that the messages name
 */
export function readSdmx(
  files: readonly ByteSource[],
  options: Omit<ImportOptions, 'source'> & { source: string | null },
): Outcome<SdmxReading> {
  const notices: Notice[] = []
  const errors: Array<{ file: string; error: FormatError }> = []
  const attempt = <T>(file: ByteSource, read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof FormatError)) throw error
      errors.push({ file: file.name, error })
      const { code, position: line, details } = error
      notices.push(notice(code, 'error', { file: file.name, line, details }))
      return null
    }
  }
  const detected = files.flatMap((file) => {
    const format = attempt(file, () => detectFormat(file))
    return format === null ? [] : [{ file, format }]
  })
  const of = (holds: SdmxFormat['holds']) => detected.filter(({ format }) => format.holds === holds)
  const structures = joined(of('structures').flatMap(({ file }) => attempt(file, () => readStructures(file)) ?? []))

  const claims = new Claims(notices)
  const names = new ImportNames(structures)
  const visitor = new ImportVisitor(structures, claims, names, notices, { ...options, source: options.source ?? '' })
  const observations = new Map<ByteSource, number>()
  for (const { file } of of('data')) {
    const before = visitor.rows
    visitor.begin(file.name)
    attempt(file, () => readData(file, visitor))
    visitor.end()
    observations.set(file, visitor.rows - before)
  }
  const [first] = errors
  if (visitor.rows === 0 && first !== undefined) {
    const { code, details, position } = first.error
    return refuse(code, 'file', { ...details, file: first.file, ...(position === null ? {} : { line: position }) })
  }
  if (observations.size === 0) return refuse('sdmx_no_data', 'file', { name: detected[0]?.format.name ?? '' })
  const agencies = [...visitor.agencies].sort()
  if (options.source === null && agencies.length > 1) return refuse('sdmx_several_agencies', 'source', { agencies: agencies.join(', ') })

  const source = options.source ?? sourceIdOf(agencies[0] ?? '')
  for (const { key } of claims.series) key.source = source
  diagnoseReadings(claims, notices)
  return done({
    set: {
      ...names.entries(),
      title: { en: `SDMX: ${[...visitor.structureNames].sort().join(', ').slice(0, 200) || source}` },
      source: sourceOf(source, agencies[0] ?? source),
      readings: claims.readings,
      notices,
      files: files.map(releaseFileOf),
      rows: visitor.rows,
    },
    found: detected.map(({ file, format }) => ({ file: file.name, format: format.name, observations: observations.get(file) ?? 0 })),
  })
}

const joined = (all: readonly Structures[]): Structures => ({
  codelists: all.flatMap((one) => one.codelists),
  conceptSchemes: all.flatMap((one) => one.conceptSchemes),
  dataStructures: all.flatMap((one) => one.dataStructures),
  dataflows: all.flatMap((one) => one.dataflows),
})

/** `KG_NSC` → `kg-nsc`, as ids of sources are written. */
const sourceIdOf = (agency: string): string =>
  agency
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'sdmx'

const sourceOf = (id: string, name: string): Source => ({ id, name: { en: name }, url: null, licence: null })

const releaseFileOf = (file: ByteSource): ReleaseFile => ({ ...hashSource(file), path: file.name })
