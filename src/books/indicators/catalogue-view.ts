import type { MultilingualText } from '../text.ts'
import { assessSeries, directionOf, progressState, type ProgressState, yearPoints } from './assess-series.ts'
import { siblingKeyText } from './compare-areas.ts'
import type { Area, Figure, Indicator, Series } from './figure.ts'
import {
  cuts,
  labelSeries,
  latestFigure,
  pickHeadline,
  referTo,
  type FigureReference,
  type LabelledSeries,
  type Labels,
} from './labelled-series.ts'
import { isChosen, type ProgrammeTarget } from './programme-target.ts'
import { findMatches } from '../search-text.ts'
import { compareSiblings, poolOf, siblingSeries } from './sibling-series.ts'
import { findUmfPlaces, type UmfDomain, type UmfObjective } from './urban-monitoring-framework.ts'

/** What the reader of the catalogue asks for; null and '' ask for nothing. */
export interface CatalogueFilter {
  /** Words or a number. */
  text: string
  sdgGoal: number | null
  /** Id of a goal of the programme. */
  programmeGoal: string | null
  umfDomain: UmfDomain | null
  umfObjective: UmfObjective | null
  state: ProgressState | null
  /** Only indicators that have figures for the city. */
  withFigures: boolean
}

export interface CatalogueEntry {
  indicator: Pick<Indicator, 'code' | 'name' | 'sdgGoal' | 'sdgTarget' | 'globalName'>
  /** The series that stands for the indicator; null when the city has none. */
  headline: { labelled: LabelledSeries; latest: FigureReference | null; course: ReadonlyArray<number | null>; target: number | null } | null
  seriesCount: number
  state: ProgressState
  programmeGoals: readonly string[]
  /** Its places in the Urban Monitoring Framework. */
  umf: ReadonlyArray<{ domain: UmfDomain; objective: UmfObjective }>
}

export interface CatalogueView {
  filter: CatalogueFilter
  /** By SDG goal in order; indicators outside the SDGs last, under null. */
  chapters: ReadonlyArray<{ sdgGoal: number | null; entries: readonly CatalogueEntry[] }>
  counts: { all: number; withFigures: number; shown: number }
  /** What can be chosen, with the number of indicators behind it. */
  choices: {
    sdgGoals: ReadonlyArray<Choice<number>>
    programmeGoals: ReadonlyArray<Choice<string> & { number: string; title: MultilingualText }>
    umfDomains: ReadonlyArray<Choice<UmfDomain>>
    umfObjectives: ReadonlyArray<Choice<UmfObjective>>
    states: ReadonlyArray<Choice<ProgressState>>
  }
}

export interface Choice<Value> {
  value: Value
  count: number
}

export interface CatalogueInput {
  indicators: readonly Indicator[]
  refArea: string
  /** Series of all areas, and the figures of those that the entries need. */
  series: readonly Series[]
  figures: ReadonlyMap<string, readonly Figure[]>
  areas: readonly Area[]
  labels: Labels
  targets: readonly ProgrammeTarget[]
  asOfYear: number
}

/**
 * The series whose figures the catalogue reads: all of the city's own, and the same series of other areas for those
 * that can stand for an indicator. Cuts by age or sex of other areas are left alone.
 */
export function neededSeries(series: readonly Series[], refArea: string): Series[] {
  const own = new Set(series.filter((one) => one.refArea === refArea).map(siblingKeyText))
  return series.filter((one) => one.refArea === refArea || (cuts(one) === 0 && own.has(siblingKeyText(one))))
}

/** One entry for each indicator, in the order of their numbers. */
export function catalogueEntries(input: CatalogueInput): CatalogueEntry[] {
  const byIndicator = groupBy(input.series, (series) => series.indicator)
  return input.indicators
    .map((indicator) => makeEntry(indicator, byIndicator.get(indicator.code) ?? [], input))
    .sort((a, b) => compareCodes(a.indicator.code, b.indicator.code))
}

function makeEntry(indicator: Indicator, series: readonly Series[], input: CatalogueInput): CatalogueEntry {
  const { refArea, figures, labels, targets, areas, asOfYear } = input
  const own = series.filter((one) => one.refArea === refArea)
  const promises = targets.filter((target) => target.indicator.actual?.indicator === indicator.code)
  const promiseFor = (one: Series) => promises.find((target) => isChosen(one, target.indicator.actual)) ?? null
  const headline = pickHeadline(own, figures, (one) => {
    const place = promises.findIndex((target) => isChosen(one, target.indicator.actual))
    return place === -1 ? null : place
  })
  const { code, name, sdgGoal, sdgTarget, globalName } = indicator
  const entry = {
    indicator: { code, name, sdgGoal, sdgTarget, globalName },
    seriesCount: own.length,
    programmeGoals: [...new Set(promises.map((target) => target.goal.id))],
    umf: findUmfPlaces(code).map(({ domain, objective }) => ({ domain, objective })),
  }
  if (headline === null) return { ...entry, headline: null, state: 'none' }

  const said = figures.get(headline.id) ?? []
  const latest = latestFigure(said)
  const points = yearPoints(said)
  const promise = promiseFor(headline)
  const siblings = siblingSeries(headline, series, areas)
  const pool = poolOf(compareSiblings(headline, siblings, figures, areas, directionOf(headline, promise).desired))
  const { progress, target } = assessSeries({ series: headline, figures: said, programmeTarget: promise, pool, asOfYear })
  return {
    ...entry,
    headline: {
      labelled: labelSeries(headline, labels),
      latest: latest && referTo(headline, latest),
      course: yearCourse(points),
      target: target?.value ?? null,
    },
    state: progressState(progress),
  }
}

/** One value a year from the first to the last, null where there is none: a gap stays a gap. */
function yearCourse(points: ReturnType<typeof yearPoints>): Array<number | null> {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return []
  const values = new Map(points.map((point) => [point.year, point.value]))
  return Array.from({ length: last.year - first.year + 1 }, (_, at) => values.get(first.year + at) ?? null)
}

/** The entries that the filter lets through, by SDG goal, and what could be chosen instead. */
export function assembleCatalogue(
  entries: readonly CatalogueEntry[],
  filter: CatalogueFilter,
  targets: readonly ProgrammeTarget[],
): CatalogueView {
  const found = findText(entries, filter.text)
  const shown = entries.filter((entry) => (found === null || found.has(entry.indicator.code)) && fits(entry, filter))
  const chapters = groupBy(shown, (entry) => entry.indicator.sdgGoal)
  const count = (test: (entry: CatalogueEntry) => boolean) => entries.filter(test).length
  const goals = new Map(targets.map(({ goal }) => [goal.id, goal]))
  return {
    filter,
    chapters: [...chapters].sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity)).map(([sdgGoal, among]) => ({ sdgGoal, entries: among })),
    counts: { all: entries.length, withFigures: count((entry) => entry.headline !== null), shown: shown.length },
    choices: {
      sdgGoals: tally(entries, (entry) => (entry.indicator.sdgGoal === null ? [] : [entry.indicator.sdgGoal])).sort(
        (a, b) => a.value - b.value,
      ),
      programmeGoals: [...goals.values()].map(({ id, number, title }) => ({
        value: id,
        number,
        title,
        count: count((entry) => entry.programmeGoals.includes(id)),
      })),
      umfDomains: tally(entries, (entry) => entry.umf.map(({ domain }) => domain)),
      umfObjectives: tally(entries, (entry) => entry.umf.map(({ objective }) => objective)),
      states: tally(entries, (entry) => [entry.state]),
    },
  }
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** Every value that occurs, and how many entries have it; in the order of first occurrence. */
function tally<Value>(entries: readonly CatalogueEntry[], valuesOf: (entry: CatalogueEntry) => readonly Value[]): Choice<Value>[] {
  const counts = new Map<Value, number>()
  for (const entry of entries) for (const value of new Set(valuesOf(entry))) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => ({ value, count }))
}

/** Codes of the indicators whose name or number has the words; null when nothing is asked. */
function findText(entries: readonly CatalogueEntry[], text: string): Set<string> | null {
  if (text.trim() === '') return null
  const documents = entries.map(({ indicator }) => ({ id: indicator.code, number: indicator.code, title: indicator.name }))
  return new Set(findMatches(text, documents).map((match) => match.id))
}

function fits(entry: CatalogueEntry, filter: CatalogueFilter): boolean {
  return (
    (filter.sdgGoal === null || entry.indicator.sdgGoal === filter.sdgGoal) &&
    (filter.programmeGoal === null || entry.programmeGoals.includes(filter.programmeGoal)) &&
    (filter.umfDomain === null || entry.umf.some(({ domain }) => domain === filter.umfDomain)) &&
    (filter.umfObjective === null || entry.umf.some(({ objective }) => objective === filter.umfObjective)) &&
    (filter.state === null || entry.state === filter.state) &&
    (!filter.withFigures || entry.headline !== null)
  )
}

/**
 * Numbers in the order of their parts: 2.1 before 11.1, 11.6 before 11.b.
 *
 * @example
 * ['11.b.2', '11.6.2', '2.2.1'].sort(compareCodes) // => ['2.2.1', '11.6.2', '11.b.2']
 */
export function compareCodes(a: string, b: string): number {
  const [mine, its] = [a.split('.'), b.split('.')]
  for (let at = 0; at < Math.max(mine.length, its.length); at++) {
    const [x = '', y = ''] = [mine[at], its[at]]
    if (x === y) continue
    const [numberX, numberY] = [Number(x || '0'), Number(y || '0')]
    if (Number.isNaN(numberX) !== Number.isNaN(numberY)) return Number.isNaN(numberX) ? 1 : -1
    return Number.isNaN(numberX) ? (x < y ? -1 : 1) : numberX - numberY
  }
  return 0
}
