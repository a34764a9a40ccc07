/**
 * One line of the history of the desk: who changed what, when, from what to what. Lines are only ever added. Words of residents never
 * stand here, only their ids: a person can be forgotten, the history cannot.
 */
export interface Change {
  /** ISO moment. */
  at: string
  /** Pseudonym of the person; null for the command line and for jobs. */
  by: string | null
  /** What was done: `sentence.write`, `release.publish`, `membership.add` … */
  action: string
  /** What it was done to: `programme/almaty-2020/2/sentence/s12`, `series/…/2023`, `person/…` */
  subject: string
  /** Plain JSON; null where there was or is nothing. */
  before: unknown
  after: unknown
}

/** A change as it is kept: numbered within its city, and chained by hash to the one before. */
export interface KeptChange extends Change {
  number: number
  hash: string
}
