import type { Language, MultilingualText } from '../text.ts'
import type { ReportKind } from './report.ts'

/** What is kept of a published report in each language; `json` is the report itself (`report.ts`), of which its page is made. */
export const publishedFormats = ['pdf', 'docx', 'html', 'json'] as const
export type PublishedFormat = (typeof publishedFormats)[number]

export const isPublishedFormat = (text: string): text is PublishedFormat => (publishedFormats as readonly string[]).includes(text)

/** A report as it was published: its bytes are kept for ever. It can be withdrawn, with a reason, and stays readable. */
export interface PublishedReport {
  /** In its city, from 1. */
  number: number
  kind: ReportKind
  /** Title with the city and the year or day that it is about. */
  title: MultilingualText
  /** The moment whose record it tells (ISO). */
  asOf: string
  publishedAt: string
  /** SHA-256 over the lines of `files` (`manifestOf`). */
  sha256: string
  files: readonly PublishedFile[]
  withdrawal: { at: string; reason: string } | null
}

export interface PublishedFile {
  language: Language
  format: PublishedFormat
  sha256: string
  size: number
}

/** A report that is being published. */
export interface NewReport extends Pick<PublishedReport, 'kind' | 'title' | 'asOf'> {
  files: ReadonlyArray<Pick<PublishedFile, 'language' | 'format'> & { content: Uint8Array }>
}

/**
 * The text whose SHA-256 is that of the whole report: one line for each file, as `sha256sum` prints them.
 *
 * @example
 * manifestOf([{ language: 'kk', format: 'pdf', sha256: 'ab12', size: 5 }]) // => 'ab12  kk.pdf\n'
 */
export const manifestOf = (files: readonly PublishedFile[]): string =>
  files.map(({ language, format, sha256 }) => `${sha256}  ${language}.${format}\n`).join('')

/** The report before this one of the same kind, of those given: what "last year's" is compared with. */
export const reportBefore = (report: Pick<PublishedReport, 'number' | 'kind'>, all: readonly PublishedReport[]): PublishedReport | null =>
  all
    .filter(({ kind, number, withdrawal }) => kind === report.kind && number < report.number && withdrawal === null)
    .toSorted((a, b) => b.number - a.number)[0] ?? null
