import { isLanguage, languages, type Language } from '../books/text.ts'
import type { CsvChoice } from '../formats/sdmx/csv/write-csv.ts'
import type { JsonDataVersion } from '../formats/sdmx/json/write-json-data.ts'
import type { MlDataKind } from '../formats/sdmx/ml/write-ml-data.ts'
import type { MlStructureVersion } from '../formats/sdmx/ml/write-ml-structure.ts'
import { readAccepted, type Accepted } from './accepted.ts'

export type SdmxApi = 1 | 2
export type SdmxKind = 'data' | 'structure'

/** A format that can be sent; `id` names its writer. */
export interface SdmxFormat {
  id: `csv-${string}` | `json-${JsonDataVersion}` | `ml-${MlStructureVersion}` | MlDataKind
  /** As the content type says it, without its parameters. */
  type: string
  version: string
  /** Of CSV: how rows are labelled. */
  csv: CsvChoice
}

const ids: CsvChoice = { version: 2, labels: 'id', keys: 'none' }

const formatOf = (id: SdmxFormat['id'], type: string, version: string): SdmxFormat => ({
  ...{ id, type: `application/vnd.sdmx.${type}`, version },
  csv: { ...ids, version: version.startsWith('1') ? 1 : 2 },
})

const json = (kind: SdmxKind): SdmxFormat[] => [
  formatOf('json-2.1', `${kind}+json`, '2.1.0'),
  formatOf('json-2.0', `${kind}+json`, '2.0.0'),
  formatOf('json-1.0', `${kind}+json`, '1.0.0'),
]
const csv = [formatOf('csv-2.1', 'data+csv', '2.1.0'), formatOf('csv-2.0', 'data+csv', '2.0.0'), formatOf('csv-1.0', 'data+csv', '1.0.0')]
const dataMl = [
  formatOf('specific-3.0', 'data+xml', '3.0.0'),
  formatOf('generic-2.1', 'genericdata+xml', '2.1'),
  formatOf('specific-2.1', 'structurespecificdata+xml', '2.1'),
  formatOf('generic-series-2.1', 'generictimeseriesdata+xml', '2.1'),
  formatOf('specific-series-2.1', 'structurespecifictimeseriesdata+xml', '2.1'),
]
const structureMl = [formatOf('ml-3.0', 'structure+xml', '3.0.0'), formatOf('ml-2.1', 'structure+xml', '2.1')]

/** Those that belong to version 1 of the interface before the others. */
const oldFirst = (list: readonly SdmxFormat[]): SdmxFormat[] => {
  const isOld = ({ id }: SdmxFormat): boolean => /-(1\.0|2\.1)$/.test(id) && !/^(json|csv)-2/.test(id)
  return [...list.filter(isOld), ...list.filter((one) => !isOld(one))]
}

/** The first of a list is sent when nobody says what is wanted, as the standard has it. */
const formats: Readonly<Record<SdmxKind, Readonly<Record<SdmxApi, readonly SdmxFormat[]>>>> = {
  data: { 2: [...json('data'), ...csv, ...dataMl], 1: oldFirst([...dataMl, ...json('data'), ...csv]) },
  structure: { 2: [...json('structure'), ...structureMl], 1: oldFirst([...structureMl, ...json('structure')]) },
}

/** What can be sent, for whoever asked for something else. */
export const offered = (kind: SdmxKind, api: SdmxApi): string =>
  formats[kind][api].map(({ type, version }) => `${type};version=${version}`).join(', ')

/** Names for the formats that have no version of their own, in the header or as `format`. */
const nicknames: Readonly<Record<string, RegExp>> = {
  'text/csv': /\+csv$/,
  'application/json': /\+json$/,
  'application/xml': /\+xml$/,
  'text/xml': /\+xml$/,
  'application/*': /./,
  '*/*': /./,
  csv: /\+csv$/,
  csvfile: /\+csv$/,
  csvfilewithlabels: /\+csv$/,
  json: /\+json$/,
  jsondata: /\+json$/,
  jsonstructure: /\+json$/,
  'sdmx-json': /\+json$/,
  'sdmx-csv': /\+csv$/,
  xml: /\+xml$/,
  structure: /structure\+xml$/,
  genericdata: /genericdata\+xml$/,
  structurespecificdata: /structurespecificdata\+xml$/,
}

/**
 * The format in which an answer goes: by `format` if the address has it, else by the header. `format` is a short name (`csv`,
 * `jsondata`, `genericdata`, …) or a whole media type.
 *
 * Missing  null where nothing that is wanted can be sent.
 */
export function chooseFormat(kind: SdmxKind, api: SdmxApi, asked: string | null, accept: string | undefined): SdmxFormat | null {
  const wanted = readAccepted(asked ?? accept)
  if (wanted.length === 0) return formats[kind][api][0] ?? null
  for (const one of wanted) {
    const found = formats[kind][api].find((format) => isMeant(format, one))
    if (found !== undefined) return { ...found, csv: labelled(found.csv, one) }
  }
  return null
}

function isMeant({ type, version }: SdmxFormat, { value, parameters }: Accepted): boolean {
  const named = nicknames[value]?.test(type) ?? type === value
  return named && (parameters['version'] === undefined || isVersion(version, parameters['version']))
}

/**
 * Whether a version is one that is wanted: `2.0.0`, `2.0`, `2`, or with `+` after a part, which takes any later one from there on.
 *
 * @example
 * isVersion('2.1.0', '2.0+.0') // => true
 * isVersion('2.1.0', '2.0') // => false
 */
export function isVersion(version: string, wanted: string): boolean {
  const [parts, asked] = [version.split('.'), wanted.split('.')]
  for (const [at, part] of asked.entries()) {
    const [own, least] = [Number(parts[at] ?? 0), Number(part.replace('+', '') || 0)]
    if (part.endsWith('+') || part.endsWith(' ')) return own >= least
    if (own !== least) return false
  }
  return true
}

function labelled(csv: CsvChoice, { value, parameters }: Accepted): CsvChoice {
  const { labels, keys } = parameters
  const asked = value === 'csvfilewithlabels' ? 'both' : labels
  return {
    ...csv,
    labels: asked === 'both' || (asked === 'name' && csv.version === 2) ? asked : 'id',
    keys: keys === 'obs' || keys === 'series' || keys === 'both' ? keys : 'none',
  }
}

/** The content type of an answer in a format. */
export function contentTypeOf({ type, version, csv }: SdmxFormat): string {
  const isCsv = type.endsWith('+csv')
  const parts = [
    type,
    `version=${version}`,
    ...(isCsv ? [`labels=${csv.labels}`] : []),
    ...(isCsv && csv.keys !== 'none' ? [`keys=${csv.keys}`] : []),
  ]
  return [...parts, 'charset=utf-8'].join('; ')
}

/** Our languages in the order in which the reader wants them; English first when she wants none of them. */
export function languagesOf(acceptLanguage: string | undefined): Language[] {
  const asked = readAccepted(acceptLanguage).map(({ value }) => value.slice(0, 2))
  return [...new Set([...asked.filter(isLanguage), 'en' as const, ...languages.toReversed()])]
}
