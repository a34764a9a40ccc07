import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import type { DataMessage, DataObservation, DataSeries, DataStructure, Header, MessageStructure, Structures } from './model.ts'
import { readCsvData } from './csv/read-csv-data.ts'
import { detectFormat } from './read-format.ts'
import { readJsonData } from './json/read-json-data.ts'
import { readJsonStructures } from './json/read-json-structures.ts'
import { readMlData } from './ml/read-ml-data.ts'
import { readMlStructures } from './ml/read-ml-structures.ts'
import { referenceText } from './read-references.ts'
import type { DataVisitor } from './read-visitor.ts'

const dataReaders = { ml: readMlData, json: readJsonData, csv: readCsvData }

/**
 * Tells a visitor what a data message says, whatever its format.
 *
 * @throws {FormatError} sdmx_unknown_format when it is none, and those of the readers
 */
export function readData(source: ByteSource, visitor: DataVisitor): void {
  const { encoding, holds, name } = detectFormat(source)
  if (holds !== 'data') throw new FormatError('sdmx_no_data', `${source.name} holds no data: it is ${name}.`, null, { name })
  dataReaders[encoding](source, visitor)
}

/**
 * The structures of a structure message, whatever its format.
 *
 * @throws {FormatError} sdmx_unknown_format when it is none, and those of the readers
 */
export function readStructures(source: ByteSource): Structures {
  const { encoding, holds, name } = detectFormat(source)
  if (holds !== 'structures')
    throw new FormatError('sdmx_no_structures', `${source.name} holds no structures: it is ${name}.`, null, { name })
  return encoding === 'json' ? readJsonStructures(source) : readMlStructures(source)
}

/**
 * The data structure that a message names, by itself or through its flow; where there is none of that name, null.
 *
 * Of several versions the one that is named, else the last one given.
 */
export function findStructure(structures: Structures, named: MessageStructure | null): DataStructure | null {
  if (named === null) return null
  const pick = <T extends { agency: string; id: string; version: string }>(list: readonly T[], wanted: Omit<MessageStructure, 'kind'>) =>
    list.find((one) => referenceText(one) === referenceText(wanted)) ??
    list.findLast((one) => one.agency === wanted.agency && one.id === wanted.id) ??
    null
  if (named.kind === 'datastructure') return pick(structures.dataStructures, named)
  const flow = pick(structures.dataflows, named)
  return flow === null ? null : pick(structures.dataStructures, flow.structure)
}

/** The structure by which a message is read: the one that it names, or the only one that there is. */
export function structureFor(structures: Structures, named: MessageStructure | null): DataStructure | null {
  const { dataStructures } = structures
  return findStructure(structures, named) ?? (dataStructures.length === 1 ? (dataStructures[0] ?? null) : null)
}

/** A data message as a whole, in memory: for small ones. Series of the same key are one. */
export function readDataMessage(source: ByteSource, structures: Structures): DataMessage {
  let header: Header = { id: '', prepared: '', sender: '', isTest: false }
  const dataSets: Array<Omit<DataMessage['dataSets'][number], 'series'> & { series: OpenSeries[] }> = []
  let byKey = new Map<string, OpenSeries>()
  let current: OpenSeries | undefined
  readData(source, {
    header: (read) => (header = read),
    structureOf: (named) => structureFor(structures, named),
    dataSet({ structure, action, attributes }) {
      byKey = new Map()
      const unnamed: MessageStructure = { kind: 'datastructure', agency: '', id: '', version: '' }
      dataSets.push({ structure: structure ?? unnamed, action, attributes, series: [] })
    },
    series({ key, attributes }) {
      const text = JSON.stringify(Object.entries(key).sort())
      current = byKey.get(text)
      if (current === undefined) {
        current = { key, attributes, observations: [] }
        byKey.set(text, current)
        dataSets.at(-1)?.series.push(current)
      } else current.attributes = { ...current.attributes, ...attributes }
    },
    observation: ({ timePeriod, obsValue, attributes }) => current?.observations.push({ timePeriod, obsValue, attributes }),
    oddity: () => {},
  })
  return { header, dataSets }
}

type OpenSeries = Omit<DataSeries, 'observations' | 'attributes'> & {
  attributes: DataSeries['attributes']
  observations: DataObservation[]
}
