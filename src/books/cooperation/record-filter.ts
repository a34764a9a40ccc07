/** What narrows a list of records. */
export interface RecordFilter {
  /** Only what is published. */
  published?: boolean
  /** Only what is not published. */
  drafts?: boolean
  /** Only those whose content has these fields; a list holds at least the given members: `{ by: [7] }`. */
  having?: Readonly<Record<string, unknown>>
  /** Only those that have one of these at least. */
  havingOne?: ReadonlyArray<Readonly<Record<string, unknown>>>
  numbers?: readonly number[]
  /** Only those with a greater number. */
  after?: number
  offset?: number
  limit?: number
}
