import type { MultilingualText } from '../text.ts'
import type { ReportKind } from './report.ts'

/**
 * The places of each report where staff writes, in the order in which they stand. Each has its title in `locales/{language}/report-texts.json`.
 * Those of the Voluntary Local Review follow the outline of UN DESA's Global Guiding Elements (2020).
 */
export const textParts = {
  yearly: ['opening', 'results', 'conclusion'],
  brief: ['opening'],
  press: ['opening', 'contact'],
  vlr: [
    ...['opening', 'highlights', 'introduction', 'process', 'national', 'ownership', 'frameworks', 'nobody_behind'],
    ...['institutions', 'structural', 'progress', 'means', 'partnerships', 'conclusion', 'practices'],
  ],
  city: ['opening', 'context', 'policies', 'challenges', 'next'],
  example: ['opening', 'context', 'approach', 'lessons', 'contact'],
} as const satisfies Readonly<Record<ReportKind, readonly string[]>>

export type TextPart = (typeof textParts)[ReportKind][number]

/** A text of staff, as it stands now: what a report that is published next will say. */
export interface ReportText {
  part: TextPart
  text: MultilingualText
  /** How often it was written. */
  revision: number
}

/** One line of the history of a part. */
export interface TextChange {
  number: number
  /** ISO moment. */
  at: string
  /** Id of the person. */
  by: string | null
  before: Pick<ReportText, 'text' | 'revision'>
  after: Pick<ReportText, 'text' | 'revision'>
}

/** The part of this name, if the report has one. */
export const findTextPart = (kind: ReportKind, name: string): TextPart | null =>
  (textParts[kind] as readonly TextPart[]).find((one) => one === name) ?? null

/** Longest text of one part in one language. */
export const longestText = 12_000
