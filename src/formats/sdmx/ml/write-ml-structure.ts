import { isItemScheme, type Artefact, type ArtefactKind, type ItemScheme } from '../artefact.ts'
import { kindIn } from '../kind-in.ts'
import type { Header, Names } from '../model.ts'
import { classOf, urnOf } from '../urn.ts'
import { escapeXml, xmlAttributes } from './escape-xml.ts'
import { writeMetadataAttributes, writeMlComponents } from './write-ml-components.ts'
import { writeCubeRegion, writeMetrics } from './write-ml-constraint.ts'
import { writeHierarchy } from './write-ml-hierarchy.ts'
import { writeItemReference, writeReference } from './write-ml-reference.ts'
import { writeStructureMap } from './write-ml-structure-map.ts'

export type MlStructureVersion = '2.1' | '3.0'

/** The lists of a message in the order of its schema, and which kinds are in each. */
const lists: Readonly<Record<MlStructureVersion, ReadonlyArray<readonly [tag: string, kinds: readonly ArtefactKind[]]>>> = {
  '2.1': [
    ['OrganisationSchemes', ['agencyscheme', 'dataconsumerscheme', 'dataproviderscheme']],
    ['Dataflows', ['dataflow']],
    ['Metadataflows', ['metadataflow']],
    ['CategorySchemes', ['categoryscheme']],
    ['Categorisations', ['categorisation']],
    ['Codelists', ['codelist']],
    ['HierarchicalCodelists', ['hierarchy']],
    ['Concepts', ['conceptscheme']],
    ['MetadataStructures', ['metadatastructure']],
    ['DataStructures', ['datastructure']],
    ['StructureSets', ['structuremap']],
    ['ReportingTaxonomies', ['reportingtaxonomy']],
    ['Processes', ['process']],
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
    ['DataConsumerSchemes', ['dataconsumerscheme']],
    ['Dataflows', ['dataflow']],
    ['DataProviderSchemes', ['dataproviderscheme']],
    ['DataStructures', ['datastructure']],
    ['Hierarchies', ['hierarchy']],
    ['Metadataflows', ['metadataflow']],
    ['MetadataStructures', ['metadatastructure']],
    ['Processes', ['process']],
    ['ProvisionAgreements', ['provisionagreement']],
    ['ReportingTaxonomies', ['reportingtaxonomy']],
    ['StructureMaps', ['structuremap']],
  ],
}

const itemTags = {
  agencyscheme: 'Agency',
  dataconsumerscheme: 'DataConsumer',
  dataproviderscheme: 'DataProvider',
  categoryscheme: 'Category',
  reportingtaxonomy: 'ReportingCategory',
  conceptscheme: 'Concept',
  codelist: 'Code',
  process: 'ProcessStep',
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
<message:ID>${escapeXml(header.id)}</message:ID>
<message:Test>${header.isTest}</message:Test>
<message:Prepared>${header.prepared}</message:Prepared>
<message:Sender id="${escapeXml(header.sender)}"/>
</message:Header>
<message:Structures>
${parts.join('')}</message:Structures>
</message:Structure>
`
}

const inLanguages = (tag: 'Name' | 'Description', words: Names): string =>
  Object.entries(words)
    .map(([language, text]) => `<common:${tag} xml:lang="${language}">${escapeXml(text)}</common:${tag}>`)
    .join('')
const named = (names: Names, otherwise: string): string => inLanguages('Name', Object.keys(names).length > 0 ? names : { en: otherwise })

function write(artefact: Artefact, addressOf: AddressOfArtefact, version: MlStructureVersion): string {
  const isConstraint = artefact.kind === 'dataconstraint'
  const kind = kindIn(version === '2.1' ? 'old' : 'new', artefact.kind)
  const tag = classOf(kind).split('.')[1]
  const attributes = xmlAttributes({
    ...{ id: artefact.id, urn: urnOf(kind, artefact) },
    ...{ agencyID: artefact.agency, version: artefact.version },
    isFinal: version === '2.1' ? 'true' : null,
    isExternalReference: String(artefact.isStub),
    structureURL: artefact.isStub ? addressOf(artefact) : null,
    isPartial: isItemScheme(artefact) && artefact.isPartial ? 'true' : null,
    type: version === '2.1' && isConstraint ? artefact.role : null,
    role: version === '3.0' && isConstraint ? artefact.role : null,
    hasFormalLevels: version === '3.0' && artefact.kind === 'hierarchy' && !artefact.isStub ? 'false' : null,
  })
  const words = `${named(artefact.names, artefact.id)}${inLanguages('Description', artefact.descriptions ?? {})}`
  const content = artefact.isStub ? '' : contentOf(artefact, version)
  return `<structure:${tag}${attributes}>${isConstraint ? writeMetrics(artefact) : ''}${words}${content}</structure:${tag}>\n`
}

function contentOf(artefact: Artefact, version: MlStructureVersion): string {
  if (isItemScheme(artefact)) return `\n${itemsOf(artefact, version)}`
  switch (artefact.kind) {
    case 'datastructure':
      return writeMlComponents(artefact, version)
    case 'dataflow':
      return writeReference('Structure', 'datastructure', artefact.structure, version)
    case 'metadatastructure':
      return writeMetadataAttributes(artefact, version)
    case 'metadataflow': {
      const about = version === '2.1' ? '' : `<structure:Target>${escapeXml(urnOf('code', artefact.about, '*'))}</structure:Target>`
      return `${writeReference('Structure', 'metadatastructure', artefact.structure, version)}${about}`
    }
    case 'hierarchy':
      return writeHierarchy(artefact, named(artefact.names, artefact.id), version)
    case 'categorisation':
      return `${writeReference('Source', 'dataflow', artefact.dataflow, version)}${writeItemReference('Target', 'category', artefact.category, version)}`
    case 'provisionagreement':
      return `${writeReference(version === '2.1' ? 'StructureUsage' : 'Dataflow', 'dataflow', artefact.dataflow, version)}${writeItemReference('DataProvider', 'dataprovider', artefact.provider, version)}`
    case 'dataconstraint':
      return writeCubeRegion(artefact, version)
    case 'structuremap':
      return writeStructureMap(artefact, named(artefact.names, artefact.id), version)
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
            : `<structure:Parent>${escapeXml(parent)}</structure:Parent>`
      return `<structure:${tag}${xmlAttributes({ id, urn: urnOf(tag.toLowerCase(), scheme, id) })}>${named(names, id)}${above}</structure:${tag}>\n`
    })
    .join('')
}
