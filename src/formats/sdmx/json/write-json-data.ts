import type { DataObservation, DataSeries } from '../model.ts'
import { urnOf } from '../urn.ts'
import { nameIn, type WritableData, type WritableSet } from '../writable.ts'

export type JsonDataVersion = '1.0' | '2.0' | '2.1'

const schemas: Readonly<Record<JsonDataVersion, string>> = {
  '1.0': 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/1.0/sdmx-json-data-schema.json',
  '2.0': 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json',
  '2.1': 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.1/sdmx-json-data-schema.json',
}

const actions = { I: 'Information', A: 'Append', R: 'Replace', M: 'Append', D: 'Delete' } as const

/**
 * Data as SDMX-JSON. Values stand as indices into the lists of the structure, which is written after the data: it knows only then which codes
 * there were, and nothing but these has to be kept.
 *
 * A value is written with the digits with which it was published (`0.060`); what JSON does not take as a number (`+5`, `1,5`) goes out as
 * text, in 1.0, which has no text there, as the number it is.
 */
export async function* writeJsonData(data: WritableData, version: JsonDataVersion): AsyncGenerator<string> {
  yield `{"meta":${JSON.stringify(metaOf(data, version))},"data":{"dataSets":[`
  const structures: SetStructure[] = []
  let first = true
  for (const set of data.sets) {
    const lists = structureFor(structures, set)
    yield `${first ? '' : ','}{${beginningOf(set, lists, version)}"${data.isFlat ? 'observations' : 'series'}":{`
    first = false
    let isFirst = true
    for await (const batch of set.series) {
      const items = batch.flatMap((series) =>
        data.isFlat ? flatItems(data, lists, series, version) : [seriesItem(data, lists, series, version)],
      )
      if (items.length === 0) continue
      yield `${isFirst ? '' : ','}${items.join(',')}`
      isFirst = false
    }
    yield '}}'
  }
  const described = structures.map((one) => describe(data, one, version))
  yield version === '1.0' ? `],"structure":${JSON.stringify(described[0] ?? null)}}}` : `],"structures":${JSON.stringify(described)}}}`
}

function metaOf({ header, languages }: WritableData, version: JsonDataVersion): object {
  return {
    schema: schemas[version],
    id: header.id,
    prepared: header.prepared,
    test: header.isTest,
    [version === '1.0' ? 'content-languages' : 'contentLanguages']: languages,
    sender: { id: header.sender },
  }
}

/** Codes by component, each with the place that stands for it. */
interface SetStructure {
  set: WritableSet
  at: number
  places: Map<string, Map<string, number>>
}

/** Sets of one structure share their lists. */
function structureFor(structures: SetStructure[], set: WritableSet): SetStructure {
  const { agency, id, version } = set.structure
  const known = structures.find(
    (one) => one.set.structure.agency === agency && one.set.structure.id === id && one.set.structure.version === version,
  )
  if (known !== undefined) return known
  const made: SetStructure = { set, at: structures.length, places: new Map() }
  structures.push(made)
  return made
}

function placeOf({ places }: SetStructure, component: string, code: string): number {
  const known = places.get(component) ?? new Map<string, number>()
  places.set(component, known)
  const place = known.get(code) ?? known.size
  known.set(code, place)
  return place
}

function beginningOf(set: WritableSet, { at }: SetStructure, version: JsonDataVersion): string {
  const { structure, action, validFrom } = set
  const link = { rel: structure.kind, urn: urnOf(structure.kind, structure) }
  const parts = {
    ...(version === '1.0' ? {} : { structure: at }),
    action: actions[action],
    ...(validFrom === null ? {} : { validFrom }),
    ...(version === '1.0' ? {} : { links: [link] }),
  }
  return `${JSON.stringify(parts).slice(1, -1)},`
}

const keyOf = (lists: SetStructure, series: DataSeries): string =>
  lists.set.definition.dimensions.map(({ id }) => placeOf(lists, id, series.key[id] ?? '')).join(':')

function seriesItem(data: WritableData, lists: SetStructure, series: DataSeries, version: JsonDataVersion): string {
  const { definition } = lists.set
  const attributes = attributesOf(lists, series.attributes, 'series')
  const observations = series.observations.map(
    (observation) =>
      `"${placeOf(lists, definition.timeDimension.id, observation.timePeriod)}":[${cellsOf(data, lists, observation, version).join(',')}]`,
  )
  const parts = [
    ...(definition.attributes.some(({ attachedTo }) => attachedTo === 'series') ? [`"attributes":[${attributes.join(',')}]`] : []),
    ...(data.shows === 'series' ? [] : [`"observations":{${observations.join(',')}}`]),
  ]
  return `"${keyOf(lists, series)}":{${parts.join(',')}}`
}

function flatItems(data: WritableData, lists: SetStructure, series: DataSeries, version: JsonDataVersion): string[] {
  const key = keyOf(lists, series)
  const ofSeries = attributesOf(lists, series.attributes, 'series')
  return series.observations.map((observation) => {
    const [time, cells] = [
      placeOf(lists, lists.set.definition.timeDimension.id, observation.timePeriod),
      cellsOf(data, lists, observation, version),
    ]
    const values = data.shows === 'values' ? 1 : 0
    return `"${key}:${time}":[${[...cells.slice(0, values), ...ofSeries, ...cells.slice(values)].join(',')}]`
  })
}

function cellsOf(data: WritableData, lists: SetStructure, observation: DataObservation, version: JsonDataVersion): string[] {
  const attributes = attributesOf(lists, observation.attributes, 'observation')
  return data.shows === 'values' ? [writeValue(observation.obsValue, version), ...attributes] : attributes
}

/** Places of the values; null where an attribute has none. */
const attributesOf = (lists: SetStructure, values: Readonly<Record<string, string>>, attachedTo: string): string[] =>
  lists.set.definition.attributes
    .filter((attribute) => attribute.attachedTo === attachedTo)
    .map(({ id }) => (values[id] ? String(placeOf(lists, id, values[id])) : 'null'))

function writeValue(value: string | null, version: JsonDataVersion): string {
  if (value === null || value === '') return 'null'
  if (/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return value
  if (version !== '1.0') return JSON.stringify(value)
  const number = Number(value)
  return Number.isFinite(number) ? String(number) : 'null'
}

/** The structure as the message tells of it: names, and the values that its indices point to. */
function describe(data: WritableData, lists: SetStructure, version: JsonDataVersion): object {
  const { set } = lists
  const { definition, structure } = set
  const named = (names: Readonly<Record<string, string>>, otherwise: string) => ({
    name: nameIn(names, data.languages, otherwise),
    ...(version === '1.0' ? {} : { names: Object.keys(names).length > 0 ? names : { [data.languages[0] ?? 'en']: otherwise } }),
  })
  const codesOf = (component: string) => [...(lists.places.get(component)?.keys() ?? [])]
  const coded = (component: string) => codesOf(component).map((id) => ({ id, ...named(data.codeNames(set, component, id), id) }))
  const dimensions = definition.dimensions.map(({ id }, keyPosition) => ({
    ...{ id, ...named(data.componentNames(set, id), id), keyPosition },
    values: coded(id),
  }))
  const { id: time } = definition.timeDimension
  const timeDimension = {
    ...{ id: time, ...named(data.componentNames(set, time), time), keyPosition: dimensions.length },
    ...(version === '1.0' ? { role: 'time' } : { roles: ['TIME_PERIOD'] }),
    values: codesOf(time).map((id) => ({ id, name: id, ...(version === '1.0' ? {} : { names: { en: id } }) })),
  }
  const attributes = (attachedTo: 'series' | 'observation') =>
    definition.attributes
      .filter((one) => one.attachedTo === attachedTo)
      .map(({ id, isRequired, codelist }) => ({
        ...{ id, ...named(data.componentNames(set, id), id) },
        ...(version === '1.0' ? {} : { isMandatory: isRequired, relationship: relationOf(attachedTo, definition) }),
        values: withoutNone(codelist === null ? codesOf(id).map((text) => textValue(text, version)) : coded(id), version),
      }))
  const measure = { id: definition.measure.id, ...named(data.componentNames(set, definition.measure.id), definition.measure.id) }
  const [ofSeries, ofObservation] = [attributes('series'), attributes('observation')]
  const withTime = data.shows === 'series' ? [] : [timeDimension]
  return {
    ...named(set.names, structure.id),
    ...(version === '1.0' ? {} : { links: [{ rel: structure.kind, urn: urnOf(structure.kind, structure) }] }),
    dimensions: data.isFlat
      ? { dataSet: [], series: [], observation: [...dimensions, ...withTime] }
      : { dataSet: [], series: dimensions, observation: withTime },
    ...(version === '1.0' ? {} : { measures: { observation: data.shows === 'values' ? [measure] : [] } }),
    attributes: data.isFlat
      ? { dataSet: [], series: [], observation: [...ofSeries, ...ofObservation] }
      : { dataSet: [], series: ofSeries, observation: ofObservation },
  }
}

/** An attribute that no value was given for has an empty list in 1.0; 2.x allows none that is empty. */
const withoutNone = (values: object[], version: JsonDataVersion): Array<object | null> =>
  values.length === 0 && version !== '1.0' ? [null] : values

const textValue = (text: string, version: JsonDataVersion): object => (version === '1.0' ? { name: text } : { value: text })

const relationOf = (attachedTo: 'series' | 'observation', { dimensions }: WritableSet['definition']): object =>
  attachedTo === 'observation' ? { observation: {} } : { dimensions: dimensions.map(({ id }) => id) }
