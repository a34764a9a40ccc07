import type { ByteSource } from '../../byte-source.ts'
import type { MessageStructure } from '../model.ts'
import { Components } from '../read-components.ts'
import { Groups } from '../read-groups.ts'
import { MlHeader } from './read-ml-header.ts'
import { parseAction, type DataVisitor } from '../read-visitor.ts'
import { readXml, type XmlElement } from './read-xml.ts'

type Values = Record<string, string>

/**
 * SDMX-ML data: structure-specific (2.1, 3.0) and generic (2.1), as series or flat, with groups. Memory does not grow with the file.
 *
 * Source  SDMX 2.1 and 3.0, section 3A, part IV "Data".
 *
 * @throws {FormatError} those of `readXml`; what was read before has been told already
 */
export function readMlData(source: ByteSource, visitor: DataVisitor): void {
  const reader = new MlData(visitor)
  readXml(source, { open: (element) => reader.open(element), close: (name, text, kept) => reader.close(name, text, kept) })
}

/** Where values go that come as elements of their own: `<Value id=… value=…/>` and `<Comp id=…><Value>…</Value></Comp>`. */
type Place = 'key' | 'attributes' | 'component' | null

class MlData {
  readonly #visitor: DataVisitor
  readonly #header: MlHeader
  #components = new Components(null)
  #groups = new Groups()
  /** What stands before the first series. A set of data is told with its attributes, so it waits for them. */
  #groupsBefore: Values[] = []
  #dataSet: { structure: MessageStructure | null; action: string | undefined; attributes: Values; line: number } | null = null
  #group: Values | null = null
  /** Everything said of the series; which of it is the key, its structure knows. */
  #series: { values: Values; key: Values; attributes: Values; line: number; told: boolean } | null = null
  #observation: { values: Values; attributes: Values; line: number } | null = null
  #place: Place = null
  #component: { id: string; texts: string[] } | null = null

  constructor(visitor: DataVisitor) {
    this.#visitor = visitor
    this.#header = new MlHeader(visitor)
  }

  open(element: XmlElement): void {
    const { name, attributes } = element
    if (this.#header.open(name, attributes)) return
    switch (name) {
      case 'DataSet':
        this.#dataSet = {
          structure: this.#header.structureOf(attributes['ss:structureRef'] ?? ownAttribute(attributes, 'structureRef')),
          action: ownAttribute(attributes, 'action') ?? this.#header.action,
          attributes: this.#header.isGeneric ? {} : componentsOf(attributes),
          line: element.line,
        }
        this.#groups = new Groups()
        return
      case 'Group':
      case 'Atts':
        this.#group = componentsOf(attributes)
        if (this.#header.isGeneric) delete this.#group['type']
        return
      case 'Series':
        this.#tellDataSet()
        this.#series = { values: componentsOf(attributes), key: {}, attributes: {}, line: element.line, told: false }
        return
      case 'Obs':
        this.#tellDataSet()
        this.#observation = { values: componentsOf(attributes), attributes: {}, line: element.line }
        element.keep()
        return
      case 'SeriesKey':
      case 'ObsKey':
      case 'GroupKey':
        this.#place = 'key'
        return
      case 'Attributes':
        this.#place = 'attributes'
        return
      case 'ObsDimension':
        this.#set(attributes['id'] ?? this.#header.dimensionAtObservation, attributes['value'])
        return
      case 'ObsValue':
        this.#set(this.#components.measure, attributes['value'])
        return
      case 'Comp':
        this.#component = { id: attributes['id'] ?? '', texts: [] }
        return
      case 'Value':
        if (this.#component === null) this.#setGeneric(attributes['id'], attributes['value'])
    }
  }

  close(name: string, text: string, kept: () => string): void {
    if (this.#header.close(name, text)) return
    switch (name) {
      case 'Value':
        this.#component?.texts.push(text.trim())
        return
      case 'Comp':
        this.#setComponent()
        return
      case 'SeriesKey':
      case 'ObsKey':
      case 'GroupKey':
      case 'Attributes':
        this.#place = null
        return
      case 'Group':
      case 'Atts':
        this.#endGroup()
        return
      case 'Obs':
        this.#tellObservation(kept())
        return
      case 'Series':
        if (this.#series?.told === false) this.#tellSeries({}, {})
        this.#series = null
        return
      case 'DataSet':
        this.#tellDataSet()
    }
  }

  #set(id: string | undefined, value: string | undefined): void {
    const values = this.#observation?.values ?? this.#series?.values ?? this.#group
    if (id !== undefined && value !== undefined && values) values[id] = value
  }

  /** Generic data say themselves what is key and what is attribute. */
  #setGeneric(id: string | undefined, value: string | undefined): void {
    if (id === undefined || value === undefined) return
    if (this.#place === 'key') this.#set(id, value)
    if (this.#place !== 'attributes') return
    const holder = this.#observation ?? this.#series ?? this.#dataSet
    if (this.#group !== null) this.#group[id] = value
    else if (holder !== null) holder.attributes[id] = value
  }

  #setComponent(): void {
    if (this.#component === null) return
    const { id, texts } = this.#component
    this.#component = null
    if (id !== '') this.#set(id, texts.join('; '))
  }

  #tellDataSet(): void {
    if (this.#dataSet === null) return
    const { structure, action, attributes, line } = this.#dataSet
    const groups = this.#groupsBefore.splice(0)
    this.#dataSet = null
    this.#components = new Components(this.#visitor.structureOf(structure))
    for (const group of groups) this.#keepGroup(group, attributes)
    this.#visitor.dataSet({ structure, action: parseAction(action), attributes, line })
  }

  #endGroup(): void {
    const group = this.#group
    this.#group = null
    if (group === null) return
    if (this.#dataSet === null) this.#keepGroup(group, {})
    else this.#groupsBefore.push(group)
  }

  /** Only a structure tells the key of a group from its attributes; a group without a key speaks of the whole set of data. */
  #keepGroup(group: Values, ofDataSet: Values): void {
    const key: Values = {}
    const attributes: Values = {}
    for (const [id, value] of Object.entries(group)) (this.#components.isDimensionOfSeries(id) ? key : attributes)[id] = value
    if (Object.keys(key).length === 0) Object.assign(ofDataSet, attributes)
    else this.#groups.add(key, attributes)
  }

  /**
   * @param ofObservation  dimensions that stand at the observation, where that is not time alone
   * @param more           what stands at the observation and belongs to its series
   */
  #tellSeries(ofObservation: Values, more: Values): void {
    const series = this.#series
    const key: Values = {}
    const attributes: Values = {}
    for (const [id, value] of Object.entries(series?.values ?? {})) {
      if (id === this.#components.time) continue
      if (this.#header.isGeneric || this.#components.isDimensionOfSeries(id)) key[id] = value
      else attributes[id] = value
    }
    Object.assign(key, ofObservation)
    this.#visitor.series({
      key,
      attributes: this.#groups.attributesOf(key, { ...attributes, ...series?.attributes, ...more }),
      line: series?.line ?? this.#observation?.line ?? 1,
    })
    if (series !== null) series.told = true
  }

  #tellObservation(row: string): void {
    const observation = this.#observation
    this.#observation = null
    if (observation === null) return
    const { time, measure } = this.#components
    const series = this.#series
    const key: Values = {}
    const attributes: Values = {}
    for (const [id, value] of Object.entries(observation.values)) {
      if (id === time || id === measure) continue
      // An observation without a series around it has its whole key at itself.
      const isKey =
        this.#header.isGeneric ||
        this.#components.isDimensionOfObservation(id) ||
        (series === null && this.#components.isDimensionOfSeries(id))
      if (isKey) key[id] = value
      else attributes[id] = value
    }
    Object.assign(attributes, observation.attributes)
    const ofSeries: Values = {}
    for (const id of series === null ? Object.keys(attributes) : []) {
      if (this.#components.attachedTo(id) !== 'series') continue
      ofSeries[id] = attributes[id] ?? ''
      delete attributes[id]
    }
    if (series?.told !== true || Object.keys(key).length > 0) this.#tellSeries(key, ofSeries)
    const obsValue = observation.values[measure] ?? ''
    this.#visitor.observation({
      timePeriod: observation.values[time] ?? series?.values[time] ?? '',
      obsValue: obsValue === '' || obsValue === 'NaN' ? null : obsValue,
      attributes,
      line: observation.line,
      row,
      cell: obsValue,
    })
  }
}

/** Components stand as attributes without prefix; `ss:…`, `xsi:…` and namespaces are the message's own. */
function componentsOf(attributes: Readonly<Record<string, string>>): Values {
  const components: Values = {}
  for (const id of Object.keys(attributes)) {
    if (!id.includes(':') && id !== 'xmlns') components[id] = attributes[id] ?? ''
  }
  return components
}

/** An attribute of the message itself, whatever its prefix. */
const ownAttribute = (attributes: Readonly<Record<string, string>>, name: string): string | undefined =>
  attributes[Object.keys(attributes).find((id) => id === name || id.endsWith(`:${name}`)) ?? name]
