import { changedWords, compareSentences, byId, type SentenceDifference } from './compare-sentences.ts'
import { firstWords, sectionsOf, type Section } from './sections.ts'
import { sumDecimals } from './sum-decimals.ts'
import { budgetLines } from './budget.ts'
import type { Language, MultilingualText } from '../text.ts'
import type { WordPart } from './compare-words.ts'
import type { BudgetLine, Goal, Measure, ProgrammeVersion, TargetIndicator, YearValue } from './programme.ts'

export type Kind = 'same' | 'added' | 'removed' | 'changed'

/** All that changed between two versions of one programme. What stayed the same is left out, except sentences beside a change. */
export interface VersionDifference {
  before: ProgrammeVersion
  after: ProgrammeVersion
  sections: readonly SectionDifference[]
  indicators: readonly IndicatorDifference[]
  measures: readonly MeasureDifference[]
  /** Budget of the whole programme by year, only what changed. */
  budget: readonly BudgetDifference[]
  /** How many sentences, target indicators and measures were added, removed, changed. */
  counts: { sentences: Counts; indicators: Counts; measures: Counts }
}

export type Counts = Readonly<Record<'added' | 'removed' | 'changed' | 'moved', number>>

export interface SectionDifference {
  kind: Kind
  section: Section
  /** The title word by word, in each language that changed. */
  title: Readonly<Partial<Record<Language, readonly WordPart[]>>>
  sentences: readonly SentenceDifference[]
}

export type ChangedField =
  | 'name'
  | 'unit'
  | 'desired'
  | 'baseline'
  | 'baselineYear'
  | 'target'
  | 'note'
  | 'number'
  | 'title'
  | 'owner'
  | 'deadline'
  | 'formOfCompletion'

/** Something that had one value and has another; null: it was not there. */
export interface Change {
  field: ChangedField
  /** The year that a target, or a line of budget, is for. */
  year: number | null
  before: string | MultilingualText | null
  after: string | MultilingualText | null
}

export interface IndicatorDifference {
  kind: Kind
  goal: Goal
  indicator: TargetIndicator
  changes: readonly Change[]
}

export interface MeasureDifference {
  kind: Kind
  goal: Goal
  measure: Measure
  changes: readonly Change[]
  budget: readonly BudgetDifference[]
}

/** Money of one year, one currency, one kind of prices; null: there was no line. */
export interface BudgetDifference {
  year: number
  currency: string
  prices: string
  before: string | null
  after: string | null
}

/** The difference between two versions, sentence by sentence, target by target, measure by measure. */
export function compareVersions(before: ProgrammeVersion, after: ProgrammeVersion): VersionDifference {
  const sections = compareSections(before, after)
  const indicators = pairUp(before, after, (goal) => goal.indicators).map(({ goal, old, now, kind }): IndicatorDifference => {
    const changes = kind === 'changed' && old && now ? indicatorChanges(old, now) : []
    return { kind: kind === 'changed' && changes.length === 0 ? 'same' : kind, goal, indicator: now ?? (old as TargetIndicator), changes }
  })
  const measures = pairUp(before, after, (goal) => goal.measures).map(({ goal, old, now, kind }): MeasureDifference => {
    const changes = kind === 'changed' && old && now ? measureChanges(old, now) : []
    const budget = compareBudgets(old?.budget ?? [], now?.budget ?? [])
    const same = kind === 'changed' && changes.length === 0 && budget.length === 0
    return { kind: same ? 'same' : kind, goal, measure: now ?? (old as Measure), changes, budget }
  })
  const sentences = sections.flatMap((section) => section.sentences)
  return {
    before,
    after,
    sections: sections.filter(({ kind }) => kind !== 'same'),
    indicators: indicators.filter(({ kind }) => kind !== 'same'),
    measures: measures.filter(({ kind }) => kind !== 'same'),
    budget: compareBudgets(budgetLines(before), budgetLines(after)),
    counts: { sentences: count(sentences), indicators: count(indicators), measures: count(measures) },
  }
}

/** Sections in the order of the new version; removed ones at the end. */
function compareSections(before: ProgrammeVersion, after: ProgrammeVersion): SectionDifference[] {
  const [old, now] = [sectionsOf(before), sectionsOf(after)]
  const earlier = byId(old.flatMap(({ sentences }) => sentences))
  const later = byId(now.flatMap(({ sentences }) => sentences))
  const oldById = byId(old)
  const nowIds = new Set(now.map(({ id }) => id))
  const compared = now.map((section): SectionDifference => {
    const from = oldById.get(section.id)
    const sentences = compareSentences(from?.sentences ?? [], section.sentences, earlier, later)
    const title = from === undefined ? {} : changedWords(from.title, section.title)
    const changed =
      Object.keys(title).length > 0 || from?.number !== section.number || sentences.some(({ kind, moved }) => kind !== 'same' || moved)
    return { kind: from === undefined ? 'added' : changed ? 'changed' : 'same', section, title, sentences }
  })
  const removed = old
    .filter(({ id }) => !nowIds.has(id))
    .map((section): SectionDifference => ({
      kind: 'removed',
      section,
      title: {},
      sentences: compareSentences(section.sentences, [], earlier, later),
    }))
  return [...compared, ...removed]
}

/** Indicators or measures of both versions by id. */
function pairUp<T extends { id: string }>(before: ProgrammeVersion, after: ProgrammeVersion, of: (goal: Goal) => readonly T[]) {
  const listed = (version: ProgrammeVersion) =>
    version.directions.flatMap((direction) => direction.goals.flatMap((goal) => of(goal).map((thing) => ({ id: thing.id, goal, thing }))))
  const old = byId(listed(before))
  const now = byId(listed(after))
  return [
    ...[...now.values()].map(({ id, goal, thing }) => {
      const from = old.get(id)?.thing
      return { goal, old: from, now: thing as T | undefined, kind: (from === undefined ? 'added' : 'changed') as Kind }
    }),
    ...[...old.values()]
      .filter(({ id }) => !now.has(id))
      .map(({ goal, thing }) => ({ goal, old: thing as T | undefined, now: undefined, kind: 'removed' as Kind })),
  ]
}

function indicatorChanges(old: TargetIndicator, now: TargetIndicator): Change[] {
  const years = [...new Set([...old.targets, ...now.targets].map(({ year }) => year))].sort((a, b) => a - b)
  const valueOf = (targets: readonly YearValue[], year: number) => targets.find((target) => target.year === year)?.value ?? null
  return [
    ...textChange('name', old.name, now.name),
    ...plainChange('unit', null, old.unit, now.unit),
    ...plainChange('desired', null, old.desired, now.desired),
    ...plainChange('baseline', now.baseline?.year ?? old.baseline?.year ?? null, old.baseline?.value ?? null, now.baseline?.value ?? null),
    ...(old.baseline && now.baseline ? plainChange('baselineYear', null, String(old.baseline.year), String(now.baseline.year)) : []),
    ...years.flatMap((year) => plainChange('target', year, valueOf(old.targets, year), valueOf(now.targets, year))),
    ...textChange('note', old.note, now.note),
  ]
}

function measureChanges(old: Measure, now: Measure): Change[] {
  return [
    ...plainChange('number', null, old.number, now.number),
    ...textChange('title', old.title, now.title),
    ...textChange('owner', old.owner, now.owner),
    ...plainChange('deadline', null, old.deadline, now.deadline),
    ...textChange('formOfCompletion', old.formOfCompletion, now.formOfCompletion),
  ]
}

const plainChange = (field: ChangedField, year: number | null, before: string | null, after: string | null): Change[] =>
  before === after ? [] : [{ field, year, before, after }]

const textChange = (field: ChangedField, before: MultilingualText, after: MultilingualText): Change[] =>
  Object.keys(changedWords(before, after)).length === 0
    ? []
    : [{ field, year: null, before: firstWords(before) === '' ? null : before, after: firstWords(after) === '' ? null : after }]

/** Sums by year, currency and kind of prices, where they differ. */
function compareBudgets(before: readonly BudgetLine[], after: readonly BudgetLine[]): BudgetDifference[] {
  const keyOf = ({ year, currency, prices }: BudgetLine) => `${year} ${currency} ${prices}`
  const lines = new Map([...before, ...after].map((line) => [keyOf(line), line]))
  const sum = (all: readonly BudgetLine[], key: string) => {
    const amounts = all.filter((line) => keyOf(line) === key).map((line) => line.amount)
    return amounts.length === 0 ? null : sumDecimals(amounts)
  }
  return [...lines]
    .map(([key, { year, currency, prices }]): BudgetDifference => ({
      year,
      currency,
      prices,
      before: sum(before, key),
      after: sum(after, key),
    }))
    .filter((line) => line.before !== line.after)
    .sort((a, b) => a.prices.localeCompare(b.prices, 'en') || a.year - b.year)
}

function count(differences: ReadonlyArray<{ kind: Kind; moved?: boolean }>): Counts {
  const of = (kind: Kind) => differences.filter((one) => one.kind === kind).length
  return {
    added: of('added'),
    removed: of('removed'),
    changed: of('changed'),
    moved: differences.filter((one) => one.moved === true).length,
  }
}
