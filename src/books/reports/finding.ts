/** What a report may say of one thing. Each has its words in `locales/{language}/reports.json` under `finding_…`. */
export const findingParts = ['plan', 'actual', 'latest', 'target', 'result', 'planned', 'spent', 'current', 'anticipated'] as const
export type FindingPart = (typeof findingParts)[number]

/** One thing that a report tells of, apart from its words: so that two reports of a kind can be laid beside each other. */
export interface Finding {
  /** Names the thing in every report of the kind: `indicator i-1`, `measure 1.1.1`, `goal 11`. */
  key: string
  name: string
  values: readonly FoundValue[]
}

export interface FoundValue {
  part: FindingPart
  /** In the words of the report. */
  said: string
  /** As a decimal text, where it is a number; with its unit (or its currency), because only equal units are subtracted. */
  decimal?: string
  unit?: string
}
