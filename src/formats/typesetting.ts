/**
 * A document for Typst. What people wrote is never part of its source: it comes as data, which the source shows as text, so that no word of
 * it can be taken for a command.
 */
export interface Typesetting {
  /** Reads its data by `json("/data.json")`. */
  source: string
  data: object
}
