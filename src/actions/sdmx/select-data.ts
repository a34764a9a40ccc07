import type { Figure, Release, Series } from '../../books/indicators/figure.ts'
import { changesOf } from '../../books/indicators/sdmx/changes.ts'
import { writeCodeId } from '../../books/indicators/sdmx/code-id.ts'
import { meets, type Condition } from '../../books/indicators/sdmx/condition.ts'
import { dimensionsOf } from '../../books/indicators/sdmx/dimensions.ts'
import { figureAttributes, tellNationalMeasure } from '../../books/indicators/sdmx/figure-attributes.ts'
import { isInFlow } from '../../books/indicators/sdmx/flow.ts'
import { matchesKey, type KeyPattern } from '../../books/indicators/sdmx/key-pattern.ts'
import { sdmxKey } from '../../books/indicators/sdmx/sdmx-key.ts'
import { selectSeries, type SeriesSelection } from '../../books/indicators/sdmx/select-series.ts'
import { frequencyOf, type Frequency } from '../../books/indicators/sdmx/time-period.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { DataObservation, DataSeries } from '../../formats/sdmx/model.ts'
import { breakdownLabel, keyContextOf } from './city-cube.ts'
import type { DataQuery } from './data-query.ts'
import type { FoundFlow } from './find-flows.ts'
import type { SdmxRecord } from './sdmx-record.ts'

/** Which part of the record a set says: what stands at a moment, or what changed until then. */
export interface Part {
  at: Date
  /** null: all that stands at the moment. */
  since: Date | null
  /** Of changes: what stands now, or what stands no more. */
  of: 'written' | 'removed'
  /** Of changes: releases that can have made them. */
  releases: readonly string[] | null
}

/** What has to be known to read one flow. */
export interface Reading {
  found: FoundFlow
  query: DataQuery
  keys: readonly KeyPattern[]
  releases: ReadonlyMap<string, Release>
  inWords(text: MultilingualText): string | null
  /** The address of a series; its pages are below it. */
  addressOf(series: Series): string
}

/** Series are read this many at a time, so that memory does not grow with the answer. */
const seriesAtOnce = 500

/** The series of a flow that were asked for, with their observations, batch by batch. */
export async function* selectData(reading: Reading, part: Part, record: SdmxRecord): AsyncGenerator<DataSeries[]> {
  const { found, query, keys } = reading
  const { city } = found.cube
  const selection: SeriesSelection = {
    ...selectSeries(found.flow.structure, keys, query.conditions),
    ...(part.releases === null ? {} : { broughtBy: part.releases }),
  }
  const chosen = withinFlow(found, selection)
  if (chosen === null) return
  for (let after: Series | null = null; ;) {
    const page: Series[] = await record.listChosenSeries(city, chosen, after, seriesAtOnce)
    const wanted = page.filter((series) => isInFlow(found.flow, series, (code) => found.cube.indicators.get(code)?.sdgGoal ?? null))
    const ids = wanted.map(({ id }) => id)
    const standing = await record.listFigures(city, part.at, ids)
    const before = part.since === null ? null : await record.listFigures(city, part.since, ids)
    const batch = wanted.flatMap((series) =>
      dataOf(reading, series, figuresOf(part, before?.get(series.id) ?? [], standing.get(series.id) ?? [])),
    )
    if (batch.length > 0) yield batch
    after = page.at(-1) ?? null
    if (page.length < seriesAtOnce) return
  }
}

/** What a flow leaves out, the database need not give. */
function withinFlow({ flow, cube }: FoundFlow, selection: SeriesSelection): SeriesSelection | null {
  const both = (asked: readonly string[] | undefined, within: readonly string[]): readonly string[] =>
    asked === undefined ? within : asked.filter((one) => within.includes(one))
  const ofGoal =
    flow.goal === null ? null : [...cube.indicators.values()].filter(({ sdgGoal }) => sdgGoal === flow.goal).map(({ code }) => code)
  return {
    ...selection,
    ...(flow.source === null ? {} : { sources: both(selection.sources, [flow.source]) }),
    ...(flow.isOfficial ? { methods: both(selection.methods, ['']), boundaries: both(selection.boundaries, ['']) } : {}),
    ...(ofGoal === null ? {} : { indicators: both(selection.indicators, ofGoal) }),
  }
}

const figuresOf = ({ since, of }: Part, before: readonly Figure[], after: readonly Figure[]): readonly Figure[] => {
  if (since === null) return after
  const { written, removed } = changesOf(before, after)
  return of === 'written' ? written : before.filter(({ timePeriod }) => removed.includes(timePeriod))
}

/** A series of ours as one or more of SDMX's: years and months are two. */
function dataOf(reading: Reading, series: Series, figures: readonly Figure[]): DataSeries[] {
  const { found, query, keys } = reading
  const context = keyContextOf(found.cube, found.flow)
  const dimensions = dimensionsOf(found.flow.structure)
  return byFrequency(figures).flatMap(([frequency, ofFrequency]) => {
    const codes = sdmxKey(series, frequency, context)
    if (!matchesKey(keys, codes)) return []
    const key = Object.fromEntries(dimensions.map((dimension, at) => [dimension, codes[at] ?? '']))
    if (!query.conditions.every((one) => key[one.component] === undefined || meets(one, key[one.component]!))) return []
    const attributes = seriesAttributes(reading, series)
    const rest = query.conditions.filter(({ component }) => key[component] === undefined)
    const observations = ofFrequency.map((figure) => observationOf(reading, figure)).filter((one) => isAsked(rest, one, attributes))
    return observations.length === 0 ? [] : [{ key, attributes, observations: firstAndLast(observations, query) }]
  })
}

function byFrequency(figures: readonly Figure[]): Array<[Frequency, Figure[]]> {
  const groups = new Map<Frequency, Figure[]>()
  for (const figure of figures) {
    const frequency = frequencyOf(figure.timePeriod)
    const group = groups.get(frequency)
    if (group === undefined) groups.set(frequency, [figure])
    else group.push(figure)
  }
  return [...groups]
}

function isAsked(conditions: readonly Condition[], observation: DataObservation, ofSeries: Readonly<Record<string, string>>): boolean {
  return conditions.every((one) => {
    if (one.component === 'TIME_PERIOD') return meets(one, observation.timePeriod)
    if (one.component === 'OBS_VALUE') return meets(one, observation.obsValue)
    return meets(one, observation.attributes[one.component] || ofSeries[one.component] || null)
  })
}

function firstAndLast(observations: DataObservation[], { firstObservations, lastObservations }: DataQuery): DataObservation[] {
  if (firstObservations === null && lastObservations === null) return observations
  const [first, last] = [firstObservations ?? 0, observations.length - (lastObservations ?? 0)]
  return observations.filter((_, at) => at < first || at >= last)
}

function seriesAttributes(reading: Reading, series: Series): Record<string, string> {
  const { found, inWords, addressOf } = reading
  const { cube, flow } = found
  const source = cube.sources.get(series.source)
  const globalName = cube.indicators.get(series.indicator)?.globalName ?? null
  return {
    UNIT_MULT: '0',
    UNIT_MEASURE: writeCodeId(series.unit),
    SOURCE_DETAIL: [inWords(source?.name ?? {}) ?? series.source, source?.url].filter((text) => text).join(', '),
    COMMENT_TS: globalName === null ? '' : (inWords(tellNationalMeasure(series.indicator, globalName)) ?? ''),
    CUST_BREAKDOWN_LB: breakdownLabel(cube, flow, series, inWords),
    FIGURE_URL: addressOf(series),
  }
}

function observationOf({ releases, inWords }: Reading, figure: Figure): DataObservation {
  const { OBS_STATUS, COMMENT_OBS, RELEASE, DATA_LAST_UPDATE } = figureAttributes(figure, releases.get(figure.releaseId))
  const comment = COMMENT_OBS === null ? '' : (inWords(COMMENT_OBS) ?? '')
  return {
    timePeriod: figure.timePeriod,
    obsValue: figure.value,
    attributes: { OBS_STATUS, COMMENT_OBS: comment, RELEASE, DATA_LAST_UPDATE },
  }
}
