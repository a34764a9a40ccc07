import type { DataObservation, DataSeries } from '../model.ts'
import { urnOf } from '../urn.ts'
import type { WritableData, WritableSet } from '../writable.ts'
import { escapeXml, xmlAttributes } from './escape-xml.ts'

export type MlDataKind = 'generic-2.1' | 'generic-series-2.1' | 'specific-2.1' | 'specific-series-2.1' | 'specific-3.0'

const base = 'http://www.sdmx.org/resources/sdmxml/schemas'
const roots: Readonly<Record<MlDataKind, string>> = {
  'generic-2.1': 'GenericData',
  'generic-series-2.1': 'GenericTimeSeriesData',
  'specific-2.1': 'StructureSpecificData',
  'specific-series-2.1': 'StructureSpecificTimeSeriesData',
  'specific-3.0': 'StructureSpecificData',
}
const isGeneric = (kind: MlDataKind): boolean => kind.startsWith('generic')
const actions = { I: 'Information', A: 'Append', R: 'Replace', M: 'Merge', D: 'Delete' } as const

/**
 * Data as SDMX-ML: 2.1 generic, 2.1 structure-specific (each also as time series only) or 3.0 structure-specific, which 3.0 alone still knows.
 *
 * Source  SDMX 2.1 and 3.0, section 3, data. An observation without a value has no `OBS_VALUE` (structure-specific) or no `ObsValue` (generic).
 */
export async function* writeMlData(data: WritableData, kind: MlDataKind): AsyncGenerator<string> {
  const version = kind === 'specific-3.0' ? 'v3_0' : 'v2_1'
  const root = roots[kind]
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<message:${root} xmlns:message="${base}/${version}/message" xmlns:common="${base}/${version}/common" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"${
    isGeneric(kind) ? ` xmlns:generic="${base}/v2_1/data/generic"` : ` xmlns:ss="${base}/${version}/data/structurespecific"`
  }${isGeneric(kind) ? '' : namespacesOf(data)}>\n${headerOf(data, kind)}`
  for (const set of data.sets) {
    yield `<message:DataSet${setAttributes(data, set, kind)}>\n`
    for await (const batch of set.series)
      yield batch.map((series) => (isGeneric(kind) ? genericSeries(data, set, series) : specificSeries(data, set, series))).join('')
    yield '</message:DataSet>\n'
  }
  yield `</message:${root}>\n`
}

/** Each structure of the message once. */
const structuresOf = ({ sets }: WritableData): WritableSet[] => [...new Map(sets.map((set) => [idOf(set), set])).values()]
const idOf = ({ structure }: WritableSet): string => `${structure.agency}_${structure.id}_${structure.version}`.replaceAll('.', '_')
const atObservation = ({ isFlat }: WritableData): string => (isFlat ? 'AllDimensions' : 'TIME_PERIOD')
const namespaceOf = (data: WritableData, { structure }: WritableSet): string =>
  `${urnOf(structure.kind, structure)}:ObsLevelDim:${atObservation(data)}`
const namespacesOf = (data: WritableData): string =>
  structuresOf(data)
    .map((set, at) => ` xmlns:ns${at + 1}="${namespaceOf(data, set)}"`)
    .join('')

function headerOf(data: WritableData, kind: MlDataKind): string {
  const { header } = data
  const structures = structuresOf(data).map((set) => {
    const namespace = isGeneric(kind) ? null : namespaceOf(data, set)
    return `<message:Structure${xmlAttributes({ structureID: idOf(set), namespace, dimensionAtObservation: atObservation(data) })}>${referenceTo(set, kind)}</message:Structure>\n`
  })
  return `<message:Header>
<message:ID>${escapeXml(header.id)}</message:ID>
<message:Test>${header.isTest}</message:Test>
<message:Prepared>${header.prepared}</message:Prepared>
<message:Sender id="${escapeXml(header.sender)}"/>
${structures.join('')}</message:Header>
`
}

function referenceTo({ structure }: WritableSet, kind: MlDataKind): string {
  const { agency, id, version } = structure
  const tag = {
    dataflow: 'StructureUsage',
    datastructure: 'Structure',
    provisionagreement: kind === 'specific-3.0' ? 'ProvisionAgreement' : 'ProvisionAgrement',
  }[structure.kind]
  const content = kind === 'specific-3.0' ? urnOf(structure.kind, structure) : `<Ref${xmlAttributes({ agencyID: agency, id, version })}/>`
  return `<common:${tag}>${content}</common:${tag}>`
}

function setAttributes(data: WritableData, set: WritableSet, kind: MlDataKind): string {
  const action = kind === 'specific-3.0' || set.action !== 'M' ? actions[set.action] : 'Append'
  if (isGeneric(kind)) return xmlAttributes({ structureRef: idOf(set), action, validFromDate: set.validFrom })
  const at = structuresOf(data).findIndex((one) => idOf(one) === idOf(set)) + 1
  return xmlAttributes({
    'xsi:type': `ns${at}:DataSetType`,
    'ss:structureRef': idOf(set),
    'ss:dataScope':
      set.structure.kind === 'datastructure' ? 'DataStructure' : set.structure.kind === 'dataflow' ? 'Dataflow' : 'ProvisionAgreement',
    'ss:action': action,
    'ss:validFromDate': set.validFrom,
  })
}

const wanted = ({ definition }: WritableSet, values: Readonly<Record<string, string>>, attachedTo: string): Record<string, string> =>
  Object.fromEntries(
    definition.attributes.filter((one) => one.attachedTo === attachedTo && values[one.id]).map(({ id }) => [id, values[id] ?? '']),
  )

function specificSeries(data: WritableData, set: WritableSet, series: DataSeries): string {
  const ofSeries = { ...series.key, ...wanted(set, series.attributes, 'series') }
  const observation = ({ timePeriod, obsValue, attributes }: DataObservation): string =>
    `<Obs${xmlAttributes({
      ...(data.isFlat ? ofSeries : {}),
      TIME_PERIOD: timePeriod,
      OBS_VALUE: data.shows === 'values' ? obsValue : null,
      ...wanted(set, attributes, 'observation'),
    })}/>\n`
  if (data.isFlat) return series.observations.map(observation).join('')
  if (data.shows === 'series') return `<Series${xmlAttributes(ofSeries)}/>\n`
  return `<Series${xmlAttributes(ofSeries)}>\n${series.observations.map(observation).join('')}</Series>\n`
}

const values = (list: Readonly<Record<string, string>>): string =>
  Object.entries(list)
    .map(([id, value]) => `<generic:Value${xmlAttributes({ id })} value="${escapeXml(value)}"/>`)
    .join('')
const attributesIn = (list: Readonly<Record<string, string>>): string =>
  Object.keys(list).length === 0 ? '' : `<generic:Attributes>${values(list)}</generic:Attributes>`

function genericSeries(data: WritableData, set: WritableSet, series: DataSeries): string {
  const ofSeries = wanted(set, series.attributes, 'series')
  const value = ({ obsValue }: DataObservation): string =>
    data.shows === 'values' && obsValue !== null ? `<generic:ObsValue${xmlAttributes({ value: obsValue })}/>` : ''
  if (data.isFlat)
    return series.observations
      .map(
        (one) =>
          `<generic:Obs><generic:ObsKey>${values({ ...series.key, TIME_PERIOD: one.timePeriod })}</generic:ObsKey>${value(one)}${attributesIn({ ...ofSeries, ...wanted(set, one.attributes, 'observation') })}</generic:Obs>\n`,
      )
      .join('')
  const observations =
    data.shows === 'series'
      ? []
      : series.observations.map(
          (one) =>
            `<generic:Obs><generic:ObsDimension value="${escapeXml(one.timePeriod)}"/>${value(one)}${attributesIn(wanted(set, one.attributes, 'observation'))}</generic:Obs>\n`,
        )
  return `<generic:Series><generic:SeriesKey>${values(series.key)}</generic:SeriesKey>${attributesIn(ofSeries)}\n${observations.join('')}</generic:Series>\n`
}
