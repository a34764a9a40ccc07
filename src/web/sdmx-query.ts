import { isAsOf } from '../books/as-of.ts'
import { readCondition, type Condition } from '../books/indicators/sdmx/condition.ts'
import { readKey1, readKeys2 } from '../books/indicators/sdmx/key-pattern.ts'
import type { ArtefactQuery, DataContext, DataQuery, ProviderRef, SdmxProblem } from '../actions/sdmx/data-query.ts'
import type { Language } from '../books/text.ts'
import type { SdmxApi } from './sdmx-format.ts'

/** An address taken apart: below `/sdmx/2`. */
export interface SdmxAddress {
  parts: readonly string[]
  /** Values as they were written, only percent signs undone: a plus is a plus. */
  parameters: ReadonlyMap<string, string>
  /** A parameter that stands there more than once: which of its values is meant, nobody can know. */
  repeated: string | null
}

/**
 * Path and parameters of an address.
 *
 * Missing  null where a percent sign is followed by what it cannot be.
 *
 * @example
 * readAddress('http://x/sdmx/2/data/?c%5BSEX%5D=F+M', 2)?.parameters.get('c[SEX]') // => 'F+M'
 */
export function readAddress(url: string, skip: number): SdmxAddress | null {
  const { pathname, search } = new URL(url)
  try {
    const parts = pathname
      .split('/')
      .slice(1 + skip)
      .map(decodeURIComponent)
    while (parts.at(-1) === '') parts.pop()
    const pairs = search
      .slice(1)
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const at = pair.indexOf('=')
        return [decodeURIComponent(at < 0 ? pair : pair.slice(0, at)), at < 0 ? '' : decodeURIComponent(pair.slice(at + 1))] as const
      })
    const names = pairs.map(([name]) => name)
    return { parts, parameters: new Map(pairs), repeated: names.find((name, at) => names.indexOf(name) !== at) ?? null }
  } catch {
    return null
  }
}

type Parsed<T> = { value: T } | { problem: SdmxProblem }
const wrong = (says: string): { problem: SdmxProblem } => ({ problem: { kind: 'syntax', says } })
const missing = (says: string): { problem: SdmxProblem } => ({ problem: { kind: 'not_implemented', says } })

/** A list of ids, `*` or `all`, for artefacts; null is any. */
export const listOf = (part: string | undefined): string[] | null =>
  part === undefined || part === '' || part === '*' || part === 'all' ? null : part.split(/[,+]/)

/** Versions. In version 2 of the interface a plus says "or later", in version 1 it stands between them. */
export const versionsOf = (api: SdmxApi, part: string | undefined): string[] | null =>
  part === undefined || part === '' || part === 'all' ? null : part.split(api === 1 ? '+' : ',')

const contexts = ['dataflow', 'datastructure', 'provisionagreement'] as const
const ofData2 = [
  'startPeriod',
  'endPeriod',
  'updatedAfter',
  'firstNObservations',
  'lastNObservations',
  'dimensionAtObservation',
  'attributes',
  'measures',
]
const alsoOfData2 = ['includeHistory', 'offset', 'limit', 'sort', 'asOf', 'reportingYearStartDay', 'format']

/** `/data/{context}/{agency}/{id}/{version}/{key}` of SDMX REST 2. */
export function readData2({ parts, parameters }: SdmxAddress, languages: readonly Language[]): Parsed<DataQuery> {
  const [context = '*', agency, id, version, key = '*', ...more] = parts
  if (more.length > 0) return wrong('The path of data ends with the key: /data/{context}/{agency}/{id}/{version}/{key}.')
  if (context !== '*' && !(contexts as readonly string[]).includes(context))
    return wrong(`"${context}" is no context. Write dataflow, datastructure, provisionagreement or *.`)
  const artefact: ArtefactQuery & { context: DataContext } = {
    // Data stand once in their flows: whoever does not mind the context gets them from there.
    context: context === '*' ? 'dataflow' : (context as DataContext),
    ...{ agencies: listOf(agency), ids: listOf(id), versions: versionsOf(2, version) },
  }
  const conditions: Condition[] = []
  for (const [name, value] of parameters) {
    const component = /^c\[([^\]]+)\]$/.exec(name)?.[1]
    if (component !== undefined) conditions.push(readCondition(component, value))
    else if (![...ofData2, ...alsoOfData2].includes(name)) return wrong(unknown(name, [...ofData2, ...alsoOfData2, 'c[…]']))
  }
  const measures = parameters.get('measures') ?? 'all'
  if (!['all', 'none', 'OBS_VALUE'].includes(measures)) return wrong(`measures is all, none or OBS_VALUE, not "${measures}".`)
  const attributes = attributesOf(parameters.get('attributes') ?? 'dsd')
  const shows = measures === 'none' ? (attributes === 'none' ? 'series' : 'no_values') : 'values'
  return common(parameters, {
    ...artefact,
    providers: null,
    conditions,
    attributes,
    shows,
    languages,
    readKeys: (dimensions) => readKeys2(key, dimensions),
  })
}

const ofData1 = [
  'startPeriod',
  'endPeriod',
  'updatedAfter',
  'firstNObservations',
  'lastNObservations',
  'dimensionAtObservation',
  'detail',
  'includeHistory',
]

/** `/data/{flow}/{key}/{provider}` of SDMX REST 1. */
export function readData1({ parts, parameters }: SdmxAddress, languages: readonly Language[]): Parsed<DataQuery> {
  const [flow = '', key = 'all', provider = 'all', ...more] = parts
  if (flow === '' || more.length > 0)
    return wrong('The path of data is /data/{flow}/{key}/{provider}, the flow as ID, AGENCY,ID or AGENCY,ID,VERSION.')
  for (const name of parameters.keys()) if (![...ofData1, 'asOf', 'format'].includes(name)) return wrong(unknown(name, ofData1))
  const reference = flow.split(',')
  const [agency, id, version] = reference.length === 1 ? [undefined, reference[0], undefined] : reference
  const details = {
    full: ['all', 'values'],
    dataonly: ['none', 'values'],
    serieskeysonly: ['none', 'series'],
    nodata: ['series', 'series'],
  } as const
  const detail = parameters.get('detail') ?? 'full'
  if (!(detail in details)) return wrong(`detail is one of ${Object.keys(details).join(', ')}, not "${detail}".`)
  const [attributes, shows] = details[detail as keyof typeof details]
  return common(parameters, {
    ...{ context: 'dataflow', agencies: listOf(agency), ids: listOf(id), versions: versionsOf(1, version), attributes, shows, languages },
    ...{ providers: provider === 'all' ? null : provider.split('+').map(readProvider), conditions: [] },
    readKeys: (dimensions) => readKey1(key, dimensions),
  })
}

/** A provider as `SOURCE` or `AGENCY,SOURCE`. */
function readProvider(text: string): ProviderRef {
  const [id = '', agency = null] = text.split(',').toReversed()
  return { agency, id }
}

const unknown = (name: string, known: readonly string[]): string => `There is no parameter "${name}". There are ${known.join(', ')}.`

const attributesOf = (text: string): DataQuery['attributes'] => {
  if (['dsd', 'all'].includes(text)) return 'all'
  if (['none', 'msd', 'dataset'].includes(text)) return 'none'
  if (text === 'series') return 'series'
  return text === 'obs' ? 'observation' : text.split(',')
}

type Own = 'context' | 'providers' | 'agencies' | 'ids' | 'versions' | 'conditions' | 'attributes' | 'shows' | 'languages' | 'readKeys'

/** What both versions share. */
function common(parameters: SdmxAddress['parameters'], own: Pick<DataQuery, Own>): Parsed<DataQuery> {
  const period = (name: string, operator: 'ge' | 'le'): Condition[] => {
    const value = parameters.get(name)
    return value === undefined ? [] : [{ component: 'TIME_PERIOD', anyOf: [[{ operator, value }]] }]
  }
  for (const name of ['updatedAfter', 'asOf']) {
    const text = parameters.get(name)
    if (text !== undefined && !isAsOf(momentText(text)))
      return wrong(`${name} is a moment such as 2026-11-22T12:00:00Z or a day such as 2026-11-22, not "${text}".`)
  }
  const numbers: Record<string, number | null> = {}
  for (const [name, least] of [
    ['firstNObservations', 1],
    ['lastNObservations', 1],
    ['limit', 1],
    ['offset', 0],
  ] as const) {
    const text = parameters.get(name)
    if (text !== undefined && !(/^\d{1,9}$/.test(text) && Number(text) >= least))
      return wrong(`${name} is a whole number from ${least}, not "${text}".`)
    numbers[name] = text === undefined ? null : Number(text)
  }
  const history = parameters.get('includeHistory') ?? 'false'
  if (!['true', 'false'].includes(history)) return wrong(`includeHistory is true or false, not "${history}".`)
  const atObservation = parameters.get('dimensionAtObservation') ?? 'TIME_PERIOD'
  if (!['TIME_PERIOD', 'AllDimensions'].includes(atObservation))
    return missing(`Data come as time series (dimensionAtObservation=TIME_PERIOD) or flat (AllDimensions), not by ${atObservation}.`)
  if (parameters.has('sort')) return missing('Data come in the order of indicator, area and series; sort is not served.')
  if (parameters.has('reportingYearStartDay')) return missing('Periods are those of the calendar; reportingYearStartDay is not served.')
  return {
    value: {
      ...own,
      conditions: [...own.conditions, ...period('startPeriod', 'ge'), ...period('endPeriod', 'le')],
      updatedAfter: textOf(parameters.get('updatedAfter')),
      asOf: textOf(parameters.get('asOf')),
      includeHistory: history === 'true',
      ...{ firstObservations: numbers['firstNObservations']!, lastObservations: numbers['lastNObservations']! },
      ...{ offset: numbers['offset'] ?? 0, limit: numbers['limit']! },
      isFlat: atObservation === 'AllDimensions',
    },
  }
}

/** A moment that names no offset is one of UTC; a plus that was not encoded may have become a space on its way. */
const momentText = (text: string): string => {
  const mended = text.replace(/ (\d{2}:\d{2})$/, '+$1')
  return /T[\d:.]+$/.test(mended) ? `${mended}Z` : mended
}
const textOf = (text: string | undefined): string | null => (text === undefined ? null : momentText(text))
