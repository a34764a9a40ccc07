/** A table that people see, as a file has it. */
export interface TableOfFile {
  columns: readonly string[]
  /** A number is plain decimal text, as it was published. */
  rows: ReadonlyArray<ReadonlyArray<{ text: string; isNumber: boolean }>>
}
