import { isItemScheme, type Artefact, type ArtefactKind, type DataConstraint, type ItemScheme, type StructureArtefact } from './artefact.ts'
import type { ArtefactId, Component, Header, Names } from './model.ts'
import { urnOf } from './writable.ts'
import { xmlAttributes, xmlText } from './xml-text.ts'

export type MlStructureVersion = '2.1' | '3.0'

/** The lists of a message in the order of its schema, and which kinds are in each. */
const lists: Readonly<Record<MlStructureVersion, ReadonlyArray<readonly [tag: string, kinds: readonly ArtefactKind[]]>>> = {
  '2.1': [
    ['OrganisationSchemes', ['agencyscheme', 'dataproviderscheme']],
    ['Dataflows', ['dataflow']],
    ['CategorySchemes', ['categoryscheme']],
    ['Categorisations', ['categorisation']],
    ['Codelists', ['codelist']],
    ['Concepts', ['conceptscheme']],
    ['DataStructures', ['datastructure']],
    ['Constraints', ['dataconstraint']],
    ['ProvisionAgreements', ['provisionagreement']],
  ],
  '3.0': [
    ['AgencySchemes', ['agencyscheme']],
    ['Categorisations', ['categorisation']],
    ['CategorySchemes', ['categoryscheme']],
    ['Codelists', ['codelist']],
    ['ConceptSchemes', ['conceptscheme']],
    ['DataConstraints', ['dataconstraint']],
    ['Dataflows', ['dataflow']],
    ['DataProviderSchemes', ['dataproviderscheme']],
    ['DataStructures', ['datastructure']],
    ['ProvisionAgreements', ['provisionagreement']],
  ],
}

const tags: Readonly<Record<ArtefactKind, string>> = {
  agencyscheme: 'AgencyScheme',
  categorisation: 'Categorisation',
  categoryscheme: 'CategoryScheme',
  codelist: 'Codelist',
  conceptscheme: 'ConceptScheme',
  dataconstraint: 'DataConstraint',
  dataflow: 'Dataflow',
  dataproviderscheme: 'DataProviderScheme',
  datastructure: 'DataStructure',
  provisionagreement: 'ProvisionAgreement',
}
const itemTags = {
  agencyscheme: 'Agency',
  dataproviderscheme: 'DataProvider',
  categoryscheme: 'Category',
  conceptscheme: 'Concept',
  codelist: 'Code',
} as const

/** Where an artefact stands whole; a message that only tells of it has to say that. */
export type AddressOfArtefact = (artefact: Artefact) => string

/** Structures as SDMX-ML 2.1 or 3.0. */
export function writeMlStructure(
  message: { header: Header; artefacts: readonly Artefact[]; addressOf: AddressOfArtefact },
  version: MlStructureVersion,
): string {
  const { header, artefacts } = message
  const base = `http://www.sdmx.org/resources/sdmxml/schemas/${version === '2.1' ? 'v2_1' : 'v3_0'}`
  const parts = lists[version].map(([tag, kinds]) => {
    const ofKinds = kinds.flatMap((kind) => artefacts.filter((one) => one.kind === kind))
    if (ofKinds.length === 0) return ''
    return `<structure:${tag}>\n${ofKinds.map((one) => write(one, message.addressOf, version)).join('')}</structure:${tag}>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<message:Structure xmlns:message="${base}/message" xmlns:structure="${base}/structure" xmlns:common="${base}/common" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<message:Header>
<message:ID>${xmlText(header.id)}</message:ID>
<message:Test>${header.isTest}</message:Test>
<message:Prepared>${header.prepared}</message:Prepared>
<message:Sender id="${xmlText(header.sender)}"/>
</message:Header>
<message:Structures>
${parts.join('')}</message:Structures>
</message:Structure>
`
}

const named = (names: Names, otherwise: string): string => {
  const list = Object.entries(names)
  return (list.length > 0 ? list : [['en', otherwise]])
    .map(([language, name]) => `<common:Name xml:lang="${language}">${xmlText(name ?? '')}</common:Name>`)
    .join('')
}

function write(artefact: Artefact, addressOf: AddressOfArtefact, version: MlStructureVersion): string {
  const isOldConstraint = version === '2.1' && artefact.kind === 'dataconstraint'
  const tag = isOldConstraint ? 'ContentConstraint' : tags[artefact.kind]
  const attributes = xmlAttributes({
    ...{ id: artefact.id, urn: urnOf(isOldConstraint ? 'contentconstraint' : artefact.kind, artefact) },
    ...{ agencyID: artefact.agency, version: artefact.version },
    isFinal: version === '2.1' ? 'true' : null,
    isExternalReference: String(artefact.isStub),
    structureURL: artefact.isStub ? addressOf(artefact) : null,
    isPartial: isItemScheme(artefact) && artefact.isPartial ? 'true' : null,
    type: isOldConstraint ? 'Actual' : null,
    role: version === '3.0' && artefact.kind === 'dataconstraint' ? 'Actual' : null,
  })
  const content = artefact.isStub ? '' : contentOf(artefact, version)
  return `<structure:${tag}${attributes}>${artefact.kind === 'dataconstraint' ? metricsOf(artefact) : ''}${named(artefact.names, artefact.id)}${content}</structure:${tag}>\n`
}

function contentOf(artefact: Artefact, version: MlStructureVersion): string {
  switch (artefact.kind) {
    case 'datastructure':
      return componentsOf(artefact, version)
    case 'dataflow':
      return reference('Structure', 'datastructure', artefact.structure, version)
    case 'categorisation':
      return `${reference('Source', 'dataflow', artefact.dataflow, version)}${itemReference('Target', 'category', artefact.category.scheme, artefact.category.item, version)}`
    case 'provisionagreement':
      return `${reference(version === '2.1' ? 'StructureUsage' : 'Dataflow', 'dataflow', artefact.dataflow, version)}${itemReference('DataProvider', 'dataprovider', artefact.provider.scheme, artefact.provider.item, version)}`
    case 'dataconstraint':
      return regionOf(artefact, version)
    case 'agencyscheme':
    case 'dataproviderscheme':
    case 'categoryscheme':
    case 'conceptscheme':
    case 'codelist':
      return `\n${itemsOf(artefact, version)}`
  }
}

function itemsOf(scheme: ItemScheme, version: MlStructureVersion): string {
  const tag = itemTags[scheme.kind]
  return scheme.items
    .map(({ id, names, parent }) => {
      const above =
        parent === null
          ? ''
          : version === '2.1'
            ? `<structure:Parent><Ref${xmlAttributes({ id: parent })}/></structure:Parent>`
            : `<structure:Parent>${xmlText(parent)}</structure:Parent>`
      return `<structure:${tag}${xmlAttributes({ id, urn: urnOf(tag.toLowerCase(), scheme, id) })}>${named(names, id)}${above}</structure:${tag}>\n`
    })
    .join('')
}

/** As `Ref` in 2.1, where it needs the package and class; as URN in 3.0. */
function reference(tag: string, kind: string, target: ArtefactId, version: MlStructureVersion): string {
  const urn = urnOf(kind, target)
  if (version === '3.0') return `<structure:${tag}>${xmlText(urn)}</structure:${tag}>`
  const [place, type] = classOf(urn)
  return `<structure:${tag}><Ref${xmlAttributes({ agencyID: target.agency, id: target.id, version: target.version, package: place, class: type })}/></structure:${tag}>`
}

function itemReference(tag: string, kind: string, scheme: ArtefactId, item: string, version: MlStructureVersion): string {
  const urn = urnOf(kind, scheme, item)
  if (version === '3.0') return `<structure:${tag}>${xmlText(urn)}</structure:${tag}>`
  const [place, type] = classOf(urn)
  const of = { maintainableParentID: scheme.id, maintainableParentVersion: scheme.version, agencyID: scheme.agency, id: item }
  return `<structure:${tag}><Ref${xmlAttributes({ ...of, package: place, class: type })}/></structure:${tag}>`
}

const classOf = (urn: string): string[] => urn.slice('urn:sdmx:org.sdmx.infomodel.'.length, urn.indexOf('=')).split('.')

function componentsOf({ definition, agency, id, version: of }: StructureArtefact, version: MlStructureVersion): string {
  const isOld = version === '2.1'
  const urn = (type: string, item: string) => `urn:sdmx:org.sdmx.infomodel.datastructure.${type}=${agency}:${id}(${of}).${item}`
  const inner = (one: Component, type: string): string => {
    const values =
      one.codelist === null ? `<structure:TextFormat textType="${type}"/>` : reference('Enumeration', 'codelist', one.codelist, version)
    return `${itemReference('ConceptIdentity', 'concept', one.scheme, one.concept, version)}<structure:LocalRepresentation>${values}</structure:LocalRepresentation>`
  }
  const own = (one: Component, type: string, extra: Readonly<Record<string, string | null>> = {}): string =>
    xmlAttributes({ id: one.id, urn: urn(type, one.id), ...extra })
  const { dimensions, timeDimension, measure, attributes } = definition
  const inDimension = (name: string): string =>
    isOld ? `<structure:Dimension><Ref id="${name}"/></structure:Dimension>` : `<structure:Dimension>${name}</structure:Dimension>`
  const ofObservation = isOld
    ? `<structure:PrimaryMeasure><Ref id="${measure.id}"/></structure:PrimaryMeasure>`
    : '<structure:Observation/>'
  const dimensionList = `<structure:DimensionList id="DimensionDescriptor" urn="${urn('DimensionDescriptor', 'DimensionDescriptor')}">
${dimensions.map((one, at) => `<structure:Dimension${own(one, 'Dimension', { position: String(at + 1) })}>${inner(one, 'String')}</structure:Dimension>\n`).join('')}<structure:TimeDimension${own(timeDimension, 'TimeDimension', { position: isOld ? String(dimensions.length + 1) : null })}>${inner(timeDimension, 'ObservationalTimePeriod')}</structure:TimeDimension>
</structure:DimensionList>
`
  const attributeList = `<structure:AttributeList id="AttributeDescriptor" urn="${urn('AttributeDescriptor', 'AttributeDescriptor')}">
${attributes
  .map((one) => {
    const status = isOld
      ? { assignmentStatus: one.isRequired ? 'Mandatory' : 'Conditional' }
      : { usage: one.isRequired ? 'mandatory' : 'optional' }
    const relation = one.attachedTo === 'series' ? dimensions.map((dimension) => inDimension(dimension.id)).join('') : ofObservation
    return `<structure:Attribute${own(one, 'DataAttribute', status)}>${inner(one, 'String')}<structure:AttributeRelationship>${relation}</structure:AttributeRelationship></structure:Attribute>\n`
  })
  .join('')}</structure:AttributeList>
`
  const measureTag = isOld ? 'PrimaryMeasure' : 'Measure'
  const measureList = `<structure:MeasureList id="MeasureDescriptor" urn="${urn('MeasureDescriptor', 'MeasureDescriptor')}"><structure:${measureTag}${own(measure, measureTag)}>${inner(measure, 'Double')}</structure:${measureTag}></structure:MeasureList>
`
  return `\n<structure:DataStructureComponents>\n${dimensionList}${isOld ? attributeList + measureList : measureList + attributeList}</structure:DataStructureComponents>\n`
}

/** How much there is, as others say it too: annotations of the type `sdmx_metrics`. */
const metricsOf = ({ counts }: DataConstraint): string =>
  counts === null
    ? ''
    : `<common:Annotations>${[
        ['obs_count', counts.observations],
        ['series_count', counts.series],
      ]
        .map(
          ([id, count]) =>
            `<common:Annotation id="${id}"><common:AnnotationTitle>${count}</common:AnnotationTitle><common:AnnotationType>sdmx_metrics</common:AnnotationType></common:Annotation>`,
        )
        .join('')}</common:Annotations>`

function regionOf({ attachedTo, values, time }: DataConstraint, version: MlStructureVersion): string {
  const prefix = version === '2.1' ? 'common' : 'structure'
  const attachment = reference(tags[attachedTo.kind], attachedTo.kind, attachedTo, version)
  const keys = [...values].map(
    ([id, codes]) =>
      `<${prefix}:KeyValue id="${id}">${codes.map((code) => `<${prefix}:Value>${xmlText(code)}</${prefix}:Value>`).join('')}</${prefix}:KeyValue>\n`,
  )
  const range =
    time === null
      ? ''
      : `<${prefix}:KeyValue id="TIME_PERIOD"><${prefix}:TimeRange><${prefix}:StartPeriod isInclusive="true">${time[0]}</${prefix}:StartPeriod><${prefix}:EndPeriod isInclusive="true">${time[1]}</${prefix}:EndPeriod></${prefix}:TimeRange></${prefix}:KeyValue>\n`
  return `<structure:ConstraintAttachment>${attachment}</structure:ConstraintAttachment>\n<structure:CubeRegion include="true">\n${keys.join('')}${range}</structure:CubeRegion>\n`
}
