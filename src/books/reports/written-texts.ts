import type { Language } from '../text.ts'
import type { WrittenBlock } from './placeholder.ts'
import type { TextPart } from './report-text.ts'
import type { ReportedFigure } from './reported-figure.ts'

/** What staff wrote for a report, with figures of the record in the place of their placeholders; a language that is missing is not there. */
export type WrittenTexts = ReadonlyMap<TextPart, Readonly<Partial<Record<Language, ReadonlyArray<WrittenBlock<ReportedFigure>>>>>>

/** A placeholder that cannot be filled: where it stands, as it was written, and why. */
export interface BrokenPlaceholder {
  part: TextPart
  language: Language
  written: string
  why: 'unreadable' | 'no_series' | 'no_figure'
}
