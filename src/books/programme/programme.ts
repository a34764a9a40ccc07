/**
 * A development programme as a document: passport, directions, goals, target indicators, measures, text in sentences.
 * One version is one whole document; the difference between versions is computed, not stored.
 */
import type { MultilingualText } from '../text.ts'

export type VersionStatus = 'draft' | 'adopted' | 'amended'

export interface ProgrammeVersion {
  /** The programme in addresses: `almaty-2020`. The same for all its versions. */
  programme: string
  /** 1, 2, 3 … in the order of publication. */
  number: number
  status: VersionStatus
  /** Day of the draft, the decision or the amendment (ISO); null where the sources do not say. */
  date: string | null
  /** The decision or other act, in words. */
  act: MultilingualText
  title: MultilingualText
  /** First and last year. The programme is judged in its last year. */
  period: { from: number; to: number }
  /** Baseline year of the whole programme; a target indicator may name its own. */
  baselineYear: number | null
  passport: readonly PassportField[]
  directions: readonly Direction[]
  sources: readonly Citation[]
}

/** Where a statement is written. */
export interface Citation {
  id: string
  title: MultilingualText
  url: string | null
}

export interface PassportField {
  label: MultilingualText
  text: readonly Sentence[]
}

/** A priority of the programme: "Comfortable city". */
export interface Direction {
  id: string
  number: string
  title: MultilingualText
  text: readonly Sentence[]
  goals: readonly Goal[]
}

export interface Goal {
  id: string
  /** As the programme numbers it: `3.1.1.1`. */
  number: string
  title: MultilingualText
  text: readonly Sentence[]
  /** Links to SDG targets: `11.2`. */
  sdgTargets: readonly string[]
  indicators: readonly TargetIndicator[]
  measures: readonly Measure[]
}

/** A sentence with an id that stays the same from version to version, so that a comment on it finds it again. */
export interface Sentence {
  id: string
  text: MultilingualText
  /** Ids of citations. */
  sources: readonly string[]
}

export interface TargetIndicator {
  id: string
  name: MultilingualText
  unit: string
  /** Never assumed: null means that the programme does not say and nobody has decided. */
  desired: 'increase' | 'decrease' | null
  baseline: YearValue | null
  /** Empty where the sources name none: shown as "target not found in the sources". */
  targets: readonly YearValue[]
  /** Which series tells what happened; null where none is chosen. */
  actual: SeriesChoice | null
  note: MultilingualText
  sources: readonly string[]
}

/** A value for a year, the value as published decimal text. */
export interface YearValue {
  year: number
  value: string
}

/** Picks one series: all that is not given is the total or the usual. */
export interface SeriesChoice {
  indicator: string
  source: string
  unit: string
  refArea: string
  dimensions: Readonly<Record<string, string>>
}

/** What the city does ("mechanism"), with owner, deadline and money. */
export interface Measure {
  id: string
  number: string
  title: MultilingualText
  /** An office, never a person. */
  owner: MultilingualText
  /** ISO date, month or year. */
  deadline: string | null
  /** What proves that it is done: a report, a decision, an opened object. */
  formOfCompletion: MultilingualText
  budget: readonly BudgetLine[]
  sdgTargets: readonly string[]
}

export interface BudgetLine {
  year: number
  /** Decimal text in the currency. */
  amount: string
  currency: string
  /** `nominal`, or `constant 2020`: prices of that year. */
  prices: string
  /** Funding source: city budget, republic's budget, private … */
  source: MultilingualText
}
