import type { InputOutputTable } from '../../books/economy/input-output-table.ts'
import type { Notice } from '../../books/notice.ts'

/** What a reader made of a file. */
export interface ReadTable {
  /** Null where an error stands among the notices that leaves no table: labels that do not match, two currencies, no data. */
  table: InputOutputTable | null
  notices: Notice[]
}

/** What the person says of the file, where the file itself does not say it. */
export interface SaidOfTable {
  year?: number
  unit?: string
}
