import type { ByteSource } from '../../byte-source.ts'
import type { MessageStructure } from '../model.ts'
import { Components } from '../read-components.ts'
import { Groups } from '../read-groups.ts'
import { readJsonComponents, valueText, type JsonComponent, type JsonComponents } from './read-json-components.ts'
import { asItems, asObject, asText, JsonList, JsonText, type Json, type JsonObject } from './read-json-text.ts'
import { structureNamed } from '../read-references.ts'
import { parseAction, type DataVisitor } from '../read-visitor.ts'

type Values = Record<string, string>

/**
 * SDMX-JSON data 1.0, 2.0 and 2.1, as series or flat. The file is held in memory.
 *
 * Source  SDMX-JSON data message 1.0 and 2.1, field guides of the SDMX technical working group.
 *
 * @throws {FormatError} those of `JsonText`
 */
export function readJsonData(source: ByteSource, visitor: DataVisitor): void {
  const json = new JsonText(source)
  const root = asObject(json.root)
  // Messages before 1.0 had no "data" around.
  const data = root.has('data') ? asObject(root.get('data')) : root
  const meta = asObject(root.get('meta') ?? root.get('header'))
  visitor.header({
    id: asText(meta.get('id')) ?? '',
    prepared: asText(meta.get('prepared')) ?? '',
    sender: asText(asObject(meta.get('sender')).get('id')) ?? '',
    isTest: meta.get('test') === true,
  })
  const one = data.get('structure') ?? root.get('structure')
  const structures = (one === undefined ? asItems(data.get('structures')) : [one]).map(asObject)
  for (const item of asItems(data.get('dataSets'))) {
    const dataSet = asObject(item)
    const structure = structures[Number(asText(dataSet.get('structure')) ?? 0)] ?? structures[0] ?? new Map()
    readDataSet(dataSet, structure, json, visitor)
  }
}

/** Which flow or structure the data are of: the first link that says one. */
function structureOf(structure: JsonObject): MessageStructure | null {
  for (const link of asItems(structure.get('links')).map(asObject)) {
    const urn = asText(link.get('urn')) ?? ''
    const className = asText(link.get('rel')) ?? ''
    if (/\.(?:Dataflow|DataStructure|ProvisionAgreement)=/.test(urn)) return structureNamed(urn, className)
  }
  return null
}

function readDataSet(dataSet: JsonObject, structure: JsonObject, json: JsonText, visitor: DataVisitor): void {
  const components = readJsonComponents(structure)
  const named = structureOf(structure)
  const kinds = new Components(visitor.structureOf(named))
  visitor.dataSet({
    structure: named,
    action: parseAction(asText(dataSet.get('action')) ?? undefined),
    attributes: valuesOf(components.attributes.dataSet, asItems(dataSet.get('attributes'))),
    line: 1,
  })
  const groups = readGroups(dataSet, components)
  const shared: Values = {}
  for (const { id, values } of components.dimensions.dataSet) shared[id] = values?.[0] ?? ''
  const reader: Reader = { components, kinds, groups, shared, json, visitor }

  const series = asObject(dataSet.get('series'))
  for (const [indexes, content] of series) {
    const one = asObject(content)
    const key = { ...shared, ...keyOf(indexes, components.dimensions.series) }
    const attributes = valuesOf(components.attributes.series, asItems(one.get('attributes')))
    readObservations(asObject(one.get('observations')), key, attributes, true, reader)
  }
  readObservations(asObject(dataSet.get('observations')), shared, {}, false, reader)
}

interface Reader {
  components: JsonComponents
  kinds: Components
  groups: Groups
  shared: Values
  json: JsonText
  visitor: DataVisitor
}

/** @param isSeries one series, told even without observations; otherwise a flat list, where each may have another key */
function readObservations(observations: JsonObject, shared: Values, attributes: Values, isSeries: boolean, reader: Reader): void {
  const { components, kinds, groups, json, visitor } = reader
  const { time } = kinds
  const isTimeOnly = components.dimensions.observation.every(({ id }) => id === time)
  const tell = (values: Values, more: Values, line: number) => {
    const { [time]: _period, ...key } = values
    visitor.series({ key, attributes: groups.attributesOf(key, { ...attributes, ...more }), line })
  }
  if (isSeries && observations.size === 0) tell(shared, {}, 1)
  let isTold = false
  for (const [indexes, content] of observations) {
    const list = content instanceof JsonList ? content : new JsonList([content], 0, 0)
    const line = json.lineAt(list.start)
    const values = { ...shared, ...keyOf(indexes, components.dimensions.observation) }
    const measures = components.measures.length
    const text = measures === 0 ? null : valueText(components.measures[0], list.items[0])
    const { ofSeries, own } = apart(valuesOf(components.attributes.observation, list.items.slice(measures)), isSeries, kinds)
    if (!isTold || !isTimeOnly) tell(values, ofSeries, line)
    isTold = true
    visitor.observation({
      timePeriod: values[time] ?? '',
      obsValue: text === '' || text === 'NaN' ? null : text,
      attributes: { ...valuesOf(components.measures.slice(1), list.items.slice(1, measures)), ...own },
      line,
      row: json.text.slice(list.start, list.end),
      cell: text ?? '',
    })
  }
}

/** In a flat list what belongs to a series stands at each of its observations. */
function apart(attributes: Values, isSeries: boolean, kinds: Components): { ofSeries: Values; own: Values } {
  if (isSeries) return { ofSeries: {}, own: attributes }
  const entries = Object.entries(attributes)
  const isOfSeries = ([id]: [string, string]) => kinds.attachedTo(id) === 'series'
  return {
    ofSeries: Object.fromEntries(entries.filter(isOfSeries)),
    own: Object.fromEntries(entries.filter((entry) => !isOfSeries(entry))),
  }
}

/** `0:0:4` → codes, in the order of the components. */
function keyOf(indexes: string, components: readonly JsonComponent[]): Values {
  const key: Values = {}
  for (const [at, index] of indexes.split(':').entries()) {
    const component = components[at]
    const value = index === '' ? undefined : component?.values?.[Number(index)]
    if (component !== undefined && value !== undefined) key[component.id] = value
  }
  return key
}

function valuesOf(components: readonly JsonComponent[], items: readonly Json[]): Values {
  const values: Values = {}
  for (const [at, component] of components.entries()) {
    const text = valueText(component, items[at])
    if (text !== null && text !== '') values[component.id] = text
  }
  return values
}

/** Attributes of parts of the key, whose names have a place for every dimension. */
function readGroups(dataSet: JsonObject, components: JsonComponents): Groups {
  const groups = new Groups()
  const { dataSet: shared, series, observation } = components.dimensions
  const inOrder = [...shared, ...series, ...observation].sort((a, b) => (a.position === b.position ? 0 : a.position - b.position))
  for (const [indexes, items] of asObject(dataSet.get('dimensionGroupAttributes')))
    groups.add(keyOf(indexes, inOrder), valuesOf(components.attributes.dimensionGroup, asItems(items)))
  return groups
}
