import { writeRow } from '../../city-folder/table.ts'
import type { DataObservation, DataSeries } from '../model.ts'
import { nameIn, type WritableData, type WritableSet } from '../writable.ts'

export interface CsvChoice {
  version: 1 | 2
  /** Ids, ids and names in one cell, or (in 2) names in a column of their own. */
  labels: 'id' | 'name' | 'both'
  /** Columns with the whole key of series, of observations, or both (in 2). */
  keys: 'none' | 'obs' | 'series' | 'both'
}

/**
 * Data as SDMX-CSV 1.0 or 2.x (2.0 and 2.1 are written alike): one row per observation, values as they were published.
 *
 * Source  SDMX-CSV field guide. Sets of different structures have one table in 2.x: the columns of the first set, and those of others that it
 *         has not; 1.0 knows one flow only.
 */
export async function* writeCsv(data: WritableData, choice: CsvChoice): AsyncGenerator<string> {
  const [first] = data.sets
  if (first === undefined) return
  const columns = columnsOf(data)
  yield `${writeRow(headerOf(data, first, columns, choice))}\r\n`
  for (const set of data.sets) {
    const start = writeRow(startOf(data, set, choice))
    const rows = rowWriter(data, set, columns, choice)
    for await (const batch of set.series) yield batch.map((series) => rows(start, series)).join('')
  }
}

/** Ids of all sets: dimensions first, then the value, then attributes. What is a dimension in one set and an attribute in another stands once. */
function columnsOf(data: WritableData): string[] {
  const definitions = data.sets.map(({ definition }) => definition)
  return [
    ...new Set([
      ...definitions.flatMap(({ dimensions }) => dimensions.map(({ id }) => id)),
      ...(data.shows === 'series' ? [] : definitions.map(({ timeDimension }) => timeDimension.id)),
      ...(data.shows === 'values' ? definitions.map(({ measure }) => measure.id) : []),
      ...definitions.flatMap(({ attributes }) =>
        attributes.filter(({ attachedTo }) => data.shows !== 'series' || attachedTo === 'series').map(({ id }) => id),
      ),
    ]),
  ]
}

const hasKey = (choice: CsvChoice, which: 'series' | 'obs'): boolean =>
  choice.version === 2 && (choice.keys === which || choice.keys === 'both')

function headerOf(data: WritableData, set: WritableSet, columns: readonly string[], choice: CsvChoice): string[] {
  const first =
    choice.version === 1
      ? ['DATAFLOW']
      : [
          'STRUCTURE',
          'STRUCTURE_ID',
          ...(choice.labels === 'name' ? ['STRUCTURE_NAME'] : []),
          'ACTION',
          ...(hasKey(choice, 'series') ? ['SERIES_KEY'] : []),
          ...(hasKey(choice, 'obs') ? ['OBS_KEY'] : []),
        ]
  const names = columns.flatMap((id) => cellsOf(id, nameIn(data.componentNames(set, id), data.languages, ''), choice))
  return [...first, ...names]
}

/** The cells with which every row of a set begins. */
function startOf(data: WritableData, { structure, names, action }: WritableSet, choice: CsvChoice): string[] {
  const id = `${structure.agency}:${structure.id}(${structure.version})`
  const name = nameIn(names, data.languages, '')
  if (choice.version === 1) return [choice.labels === 'both' && name ? `${id}: ${name}` : id]
  return [structure.kind, ...cellsOf(id, name, choice), action]
}

/** An id with its name, as was chosen. */
const cellsOf = (id: string, name: string, { version, labels }: CsvChoice): string[] =>
  labels === 'both' ? [name && id ? `${id}: ${name}` : id] : labels === 'name' && version === 2 ? [id, name] : [id]

/** Writes the rows of a series. What is the same in all of them is made into text once. */
function rowWriter(
  data: WritableData,
  set: WritableSet,
  columns: readonly string[],
  choice: CsvChoice,
): (start: string, series: DataSeries) => string {
  const { dimensions, timeDimension, measure, attributes } = set.definition
  const varying = new Set([
    timeDimension.id,
    measure.id,
    ...attributes.filter(({ attachedTo }) => attachedTo === 'observation').map(({ id }) => id),
  ])
  const quoted = (value: string): string => (/[",\r\n]/.test(value) ? writeRow([value]) : value)
  const cell = (id: string, value: string): string =>
    choice.labels === 'id'
      ? quoted(value)
      : writeRow(cellsOf(value, value === '' ? '' : nameIn(data.codeNames(set, id, value), data.languages, ''), choice))
  // Neighbouring columns that do not vary are one text per series.
  const runs: Array<{ ids: string[]; valueOf: ((observation: DataObservation | null) => string) | null }> = []
  for (const id of columns) {
    const last = runs.at(-1)
    if (varying.has(id)) runs.push({ ids: [id], valueOf: valueOf(set, id) })
    else if (last === undefined || last.valueOf !== null) runs.push({ ids: [id], valueOf: null })
    else last.ids.push(id)
  }
  const seriesKeyOf = (series: DataSeries): string => dimensions.map(({ id }) => series.key[id] ?? '').join('.')
  const withSeriesKey = hasKey(choice, 'series')
  const withKey = hasKey(choice, 'obs')

  return (start, series) => {
    const parts = runs.map(({ ids, valueOf: varies }) =>
      varies === null
        ? `,${ids.map((id) => cell(id, series.key[id] ?? series.attributes[id] ?? '')).join(',')}`
        : (observation: DataObservation | null) => `,${cell(ids[0] ?? '', varies(observation))}`,
    )
    const seriesKey = withSeriesKey || withKey ? seriesKeyOf(series) : ''
    const beginning = withSeriesKey ? `${start},${seriesKey}` : start
    const observations: ReadonlyArray<DataObservation | null> = data.shows === 'series' ? [null] : series.observations
    let rows = ''
    for (const observation of observations) {
      rows += beginning
      if (withKey) rows += `,${observation === null ? seriesKey : `${seriesKey}.${observation.timePeriod}`}`
      for (const part of parts) rows += typeof part === 'string' ? part : part(observation)
      rows += '\r\n'
    }
    return rows
  }
}

/** What a column that varies says of an observation. */
function valueOf({ definition }: WritableSet, id: string): (observation: DataObservation | null) => string {
  if (id === definition.timeDimension.id) return (observation) => observation?.timePeriod ?? ''
  if (id === definition.measure.id) return (observation) => observation?.obsValue ?? ''
  return (observation) => observation?.attributes[id] ?? ''
}
