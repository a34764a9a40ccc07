import type { EconomyOutline } from '../economy-content.ts'
import type { TableOrigin, TwinNote } from './note.ts'

/** A table as it was loaded. */
export interface LoadedTable {
  number: number
  outline: EconomyOutline
  source: TableOrigin
  noticeCounts: Readonly<Record<string, number>>
  /** ISO moment. */
  loadedAt: string
}

/** A note as it was computed. */
export interface KeptNote {
  note: TwinNote
  /** ISO moment. */
  computedAt: string
  codeVersion: string
}

/** A note, and the statements that asked for it, each with the event in which it was made. */
export interface NoteView extends KeptNote {
  asked: readonly { number: number; event: number; text: string; language: string }[]
}
