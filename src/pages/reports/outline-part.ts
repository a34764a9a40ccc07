import type { Block } from '../../books/reports/report.ts'
import type { TextPart } from '../../books/reports/report-text.ts'
import { note, type Telling } from './telling.ts'
import { writtenBlocks } from './written-blocks.ts'

/** A part of an outline that is the city's to write: its words, or that they are missing; a report of figures alone says who writes them. */
export function outlinePart(telling: Telling, part: TextPart): Block[] {
  const blocks = writtenBlocks(telling, part)
  if (blocks.length > 0) return blocks
  return [note(telling.words.t(telling.written === null ? 'reports.cityWrites' : 'reports.notWritten'))]
}
