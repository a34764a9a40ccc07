import { asItems, asObject, asText, JsonList, type Json, type JsonObject } from './read-json-text.ts'

/** A dimension, measure or attribute as an SDMX-JSON message lists it. */
export interface JsonComponent {
  id: string
  /** Where it stands in the key; beyond all others where that is not said. */
  position: number
  /** What its values are, which the data name by index; null: the data have the values themselves. */
  values: readonly string[] | null
  /** For what has no value in the data. */
  default: string | null
}

type Levels = Record<'dataSet' | 'dimensionGroup' | 'series' | 'observation', JsonComponent[]>

export interface JsonComponents {
  dimensions: Levels
  attributes: Levels
  measures: JsonComponent[]
}

/** What the data of a message are made of. */
export function readJsonComponents(structure: JsonObject): JsonComponents {
  const measures = structure.get('measures')
  return {
    dimensions: levelsOf(structure.get('dimensions')),
    attributes: levelsOf(structure.get('attributes')),
    // A message that lists no measures has the one that SDMX 2.1 knows.
    measures: measures === undefined ? [{ id: 'OBS_VALUE', position: 0, values: null, default: null }] : levelsOf(measures).observation,
  }
}

function levelsOf(value: Json | undefined): Levels {
  const levels = asObject(value)
  const at = (level: string) => asItems(levels.get(level)).map(componentOf)
  return { dataSet: at('dataSet'), dimensionGroup: at('dimensionGroup'), series: at('series'), observation: at('observation') }
}

function componentOf(value: Json): JsonComponent {
  const component = asObject(value)
  const values = component.get('values')
  const position = Number(asText(component.get('keyPosition')) ?? NaN)
  return {
    id: asText(component.get('id')) ?? '',
    position: Number.isFinite(position) ? position : Infinity,
    values: values instanceof JsonList ? values.items.map(textOfValue) : null,
    default: asText(component.get('default')),
  }
}

/** A value that is listed: a code by its id, a text by itself. */
function textOfValue(value: Json): string {
  if (!(value instanceof Map)) return asText(value) ?? ''
  const one = asObject(value)
  const [text] = ['id', 'value', 'values', 'ids', 'name'].map((name) => one.get(name)).filter((found) => found !== undefined)
  return textOf(text) ?? ''
}

/** Several values become one text, and of one in several languages the first. */
function textOf(value: Json | undefined): string | null {
  if (value instanceof JsonList) return value.items.map((item) => textOf(item) ?? '').join('; ')
  if (value instanceof Map) return textOf([...asObject(value).values()][0])
  return asText(value)
}

/** What the data say of a component: by index where its values are listed. */
export function valueText(component: JsonComponent | undefined, item: Json | undefined): string | null {
  if (component === undefined) return null
  if (item === undefined || item === null) return component.default
  if (component.values === null) return textOf(item)
  if (item instanceof JsonList) return item.items.map((one) => valueText(component, one) ?? '').join('; ')
  return component.values[Number(asText(item) ?? NaN)] ?? null
}
