import type { Language } from '../text.ts'
import type { Finding } from './finding.ts'

/** The reports that Bagdar makes. */
export const reportKinds = ['yearly', 'vlr', 'city', 'example', 'brief', 'press'] as const
export type ReportKind = (typeof reportKinds)[number]

/**
 * A report in one language as it stands on one day: plain words in blocks. HTML, PDF and DOCX are made from it and add nothing to it, so that
 * all three say the same, and the same record gives the same bytes.
 */
export interface Report {
  kind: ReportKind
  language: Language
  title: string
  /** City, and what the report is about: its year. */
  subtitle: string
  /** The day whose record it tells (ISO). */
  asOf: string
  /** At the foot of every page: who made it from what. */
  foot: string
  /** Where the report has many pages: its headings stand first. */
  hasContents: boolean
  blocks: readonly Block[]
  /** What it tells of single things, to be compared with another report of its kind. */
  findings: readonly Finding[]
}

export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: Line }
  /** What is missing, or is to be known before the figures are used. */
  | { kind: 'note'; text: Line }
  | { kind: 'list'; items: readonly Line[] }
  | TableBlock
  /** A new page begins, where there are pages. */
  | { kind: 'page' }
  | { kind: 'charts'; charts: readonly Chart[] }

export interface TableBlock {
  kind: 'table'
  caption: string
  columns: readonly Column[]
  rows: ReadonlyArray<readonly Line[]>
}

export interface Column {
  title: string
  /** Its share of the width, in any unit. */
  width: number
  /** Figures stand at the right. */
  numeric: boolean
}

export interface Chart {
  /** How much of the width it wants: two halves stand side by side where there is room. */
  size: 'whole' | 'half'
  /** Drawings of `charts/`, one after another: the wide one and the narrow one. */
  svg: string
  /** What it shows, for those who cannot see it. */
  label: string
  caption: Line
}

/** Words one after another; a bare text is plain. A line break is `\n`. */
export type Line = ReadonlyArray<string | Part>

export interface Part {
  text: string
  /** What it opens: a path of the site (a figure its own page), or an address elsewhere. */
  href?: string
  /** Of a figure: the day on which the release came out that brought it, in words. */
  released?: string
  strong?: true
  /** Less important: a unit, a source. */
  fine?: true
}
