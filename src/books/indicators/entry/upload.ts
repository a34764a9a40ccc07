import type { Refusal } from '../../outcome.ts'
import type { Notice } from '../../notice.ts'

export type UploadTask = 'explain' | 'compare' | 'draft'
export type UploadState = 'waiting' | 'reading' | 'comparing' | 'storing' | 'done' | 'failed'

/** A table that somebody has brought to the desk. */
export interface Upload {
  id: string
  /** Pseudonym of whoever brought it. */
  personId: string
  sha256: string
  /** What its owner calls it: shown, and never used in a path. */
  name: string
  bytes: number
  format: 'csv' | 'xlsx'
  uploadedAt: string
  /** What is to be done with it, and how far that is. */
  task: UploadTask
  state: UploadState
  /** Until then somebody works at it; passed while it is not done, the process has died. */
  leaseUntil: string | null
  /** How its columns are read, as in docs/import-tables.md; null before anybody has said so. */
  mapping: string | null
  explanation: UploadExplanation | null
  report: UploadReport | null
  /** Why the last task failed. */
  refusal: Refusal | null
  releaseId: string | null
  releaseNumber: number | null
}

/** The table as the reader saw it, and how it would be read. */
export interface UploadExplanation {
  rows: number
  columns: readonly UploadColumn[]
  missingColumns: readonly string[]
  /** A mapping to begin with, as YAML. */
  proposal: string | null
}

export interface UploadColumn {
  name: string
  role: string
  dimension: string | null
  firstValues: readonly string[]
  /** Its different words, where they are few. */
  words: readonly string[]
  distinctValues: number
  emptyCells: number
  problems: ReadonlyArray<{ code: string; line: number; value: string }>
}

/** What the table says against what stands. */
export interface UploadReport {
  rows: number
  observations: number
  series: number
  entries: number
  added: number
  changed: number
  removed: number
  noticeCounts: Readonly<Record<string, number>>
  /** The first few of each code. */
  notices: readonly Notice[]
  /** The first differences: what stands, and what the table says. */
  differences: readonly UploadDifference[]
  /** Numbers of all indicators that it speaks of. */
  indicators: readonly string[]
}

export interface UploadDifference {
  indicator: string
  refArea: string
  /** Address of the series. */
  series: string
  timePeriod: string
  before: string | null
  after: string | null
  kind: 'added' | 'changed'
}

/** How long an upload that nobody published is kept. */
export const uploadDays = 30

/** Seconds for which a process takes an upload; it says again and again that it is alive. */
export const leaseSeconds = 90

/** Whether something is being done with it, or will be. */
export const isAtWork = ({ state }: Pick<Upload, 'state'>): boolean => state !== 'done' && state !== 'failed'

/** Whether the process that had it has died: the task can be tried once more. */
export const isStranded = ({ state, leaseUntil }: Pick<Upload, 'state' | 'leaseUntil'>, now: Date): boolean =>
  isAtWork({ state }) && state !== 'waiting' && (leaseUntil === null || new Date(leaseUntil) < now)
