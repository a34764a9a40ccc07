import type { Notice } from '../../books/notice.ts'
import type { DataAction, DataObservation, DataSet, DataStructure, Header, MessageStructure } from './model.ts'

/** A set of data begins: all that is known of it before its series. */
export interface DataSetStart {
  /** null: the message does not say. */
  structure: MessageStructure | null
  action: DataAction
  attributes: DataSet['attributes']
  line: number
}

export interface SeriesStart {
  key: Readonly<Record<string, string>>
  attributes: Readonly<Record<string, string>>
  line: number
}

/** A value with its place in the file. */
export interface PlacedObservation extends DataObservation {
  line: number
  /** The element, row or array as it stands in the file. */
  row: string
  /** The value as it stands there. */
  cell: string
}

/** Something odd that a reader met; the file is known to whoever asked for the reading. */
export type Oddity = Partial<Pick<Notice, 'line' | 'column' | 'value' | 'details'>>

/** Who is told what a data message says, in the order of the file. Nothing is kept by the reader. */
export interface DataVisitor {
  header(header: Header): void
  /** The structure that tells dimensions and attributes apart; null where none is known. Asked right before the set of data is told. */
  structureOf(named: MessageStructure | null): DataStructure | null
  dataSet(start: DataSetStart): void
  /** The observations that follow belong to this series. The same key may come again. */
  series(start: SeriesStart): void
  observation(observation: PlacedObservation): void
  oddity(code: string, severity: Notice['severity'], about: Oddity): void
}

/** The first letter of an action says which it is, in every format and language version: `Append`, `R`, `merge`. */
export function parseAction(text: string | undefined): DataAction {
  const letter = (text ?? '').trim().charAt(0).toUpperCase()
  return letter === 'A' || letter === 'R' || letter === 'M' || letter === 'D' ? letter : 'I'
}
