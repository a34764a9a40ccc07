import { isItemScheme, type Artefact, type ArtefactKind, type HierarchyArtefact } from '../artefact.ts'
import { kindIn } from '../kind-in.ts'
import type { Code, Header, Names } from '../model.ts'
import { urnOf } from '../urn.ts'
import { nameIn } from '../writable.ts'
import { jsonComponents, jsonMetadataAttributes } from './json-components.ts'
import { jsonCubeRegion } from './json-cube-region.ts'

export type JsonStructureVersion = '1.0' | '2.0' | '2.1'

const schemas: Readonly<Record<JsonStructureVersion, string>> = {
  '1.0': 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/1.0/sdmx-json-structure-schema.json',
  '2.0':
    'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json',
  '2.1': 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.1/sdmx-json-structure-schema.json',
}

const collections = {
  agencyscheme: 'agencySchemes',
  categorisation: 'categorisations',
  categoryscheme: 'categorySchemes',
  codelist: 'codelists',
  conceptscheme: 'conceptSchemes',
  contentconstraint: 'contentConstraints',
  dataconstraint: 'dataConstraints',
  dataconsumerscheme: 'dataConsumerSchemes',
  dataflow: 'dataflows',
  dataproviderscheme: 'dataProviderSchemes',
  datastructure: 'dataStructures',
  hierarchicalcodelist: 'hierarchicalCodelists',
  hierarchy: 'hierarchies',
  metadataflow: 'metadataflows',
  metadatastructure: 'metadataStructures',
  process: 'processes',
  provisionagreement: 'provisionAgreements',
  reportingtaxonomy: 'reportingTaxonomies',
  structuremap: 'structureMaps',
  structureset: 'structureSets',
} as const

/** What items are called, many and one. */
const items = {
  agencyscheme: ['agencies', 'agency'],
  dataconsumerscheme: ['dataConsumers', 'dataconsumer'],
  dataproviderscheme: ['dataProviders', 'dataprovider'],
  categoryscheme: ['categories', 'category'],
  reportingtaxonomy: ['reportingCategories', 'reportingcategory'],
  conceptscheme: ['concepts', 'concept'],
  codelist: ['codes', 'code'],
  process: ['processSteps', 'processstep'],
} as const

const kindOf = (kind: ArtefactKind, version: JsonStructureVersion) => kindIn(version === '1.0' ? 'old' : 'new', kind)

/** Structures as SDMX-JSON: each kind in a list of its own, artefacts named in every language. */
export function writeJsonStructure(
  message: { header: Header; artefacts: readonly Artefact[]; languages: readonly string[] },
  version: JsonStructureVersion,
): string {
  const { header, artefacts, languages } = message
  const data: Record<string, object[]> = {}
  for (const artefact of artefacts) {
    const collection = collections[kindOf(artefact.kind, version)]
    data[collection] = [...(data[collection] ?? []), describe(artefact, languages, version)]
  }
  const meta = {
    ...{ schema: schemas[version], id: header.id, test: header.isTest, prepared: header.prepared },
    [version === '1.0' ? 'content-languages' : 'contentLanguages']: languages,
    sender: { id: header.sender },
  }
  return JSON.stringify({ meta, data })
}

const named = (names: Names, languages: readonly string[], otherwise: string) => ({
  name: nameIn(names, languages, otherwise),
  names: Object.keys(names).length > 0 ? names : { en: otherwise },
})

function describe(artefact: Artefact, languages: readonly string[], version: JsonStructureVersion): object {
  const { id, agency, names, descriptions } = artefact
  const kind = kindOf(artefact.kind, version)
  const maintained = {
    ...{ id, version: artefact.version, agencyID: agency, isExternalReference: artefact.isStub },
    ...(version === '1.0' ? { isFinal: true } : {}),
    ...named(names, languages, id),
    ...(descriptions === undefined ? {} : { description: nameIn(descriptions, languages, ''), descriptions }),
    links: [{ rel: 'self', urn: urnOf(kind, artefact), type: kind }],
  }
  return artefact.isStub ? maintained : { ...maintained, ...contentOf(artefact, languages, version) }
}

function contentOf(artefact: Artefact, languages: readonly string[], version: JsonStructureVersion): object {
  if (isItemScheme(artefact)) {
    const [many, one] = items[artefact.kind]
    const list = artefact.items.map((item: Code) => ({
      ...{ id: item.id, ...named(item.names, languages, item.id) },
      ...(item.parent === null ? {} : { parent: item.parent }),
      links: [{ rel: 'self', urn: urnOf(one, artefact, item.id), type: one }],
    }))
    return artefact.kind === 'process' ? { [many]: list } : { isPartial: artefact.isPartial, [many]: list }
  }
  switch (artefact.kind) {
    case 'dataflow':
      return { structure: urnOf('datastructure', artefact.structure) }
    case 'datastructure':
      return { dataStructureComponents: jsonComponents(artefact, version) }
    case 'metadatastructure':
      return { metadataStructureComponents: jsonMetadataAttributes(artefact, version) }
    case 'metadataflow': {
      const structure = urnOf('metadatastructure', artefact.structure)
      return version === '1.0' ? { structure } : { structure, targets: [urnOf('code', artefact.about, '*')] }
    }
    case 'hierarchy': {
      const codes = codesBelow(artefact, null)
      if (version !== '1.0') return { hasFormalLevels: false, hierarchicalCodes: codes }
      const hierarchy = { id: artefact.id, ...named(artefact.names, languages, artefact.id), leveled: false, hierarchicalCodes: codes }
      return { includedCodelists: [{ codelist: urnOf('codelist', artefact.codelist), alias: 'LIST' }], hierarchies: [hierarchy] }
    }
    case 'categorisation':
      return { source: urnOf('dataflow', artefact.dataflow), target: urnOf('category', artefact.category.scheme, artefact.category.item) }
    case 'provisionagreement':
      return {
        [version === '1.0' ? 'structureUsage' : 'dataflow']: urnOf('dataflow', artefact.dataflow),
        dataProvider: urnOf('dataprovider', artefact.provider.scheme, artefact.provider.item),
      }
    case 'dataconstraint':
      return jsonCubeRegion(artefact, collections[artefact.attachedTo.kind], version)
    case 'structuremap': {
      const { id, names, source, target, components } = artefact
      const ends = { source: urnOf('datastructure', source), target: urnOf('datastructure', target) }
      if (version !== '1.0') return { ...ends, componentMaps: components.map(([from, to]) => ({ source: [from], target: [to] })) }
      const maps = components.map(([from, to]) => ({ source: from, target: to }))
      return { structureMaps: [{ id, ...named(names, languages, id), ...ends, componentMaps: maps }] }
    }
  }
}

/** The codes of a hierarchy below one of them, with those below these. */
function codesBelow(hierarchy: HierarchyArtefact, above: string | null): object[] {
  return hierarchy.codes
    .filter(({ parent }) => parent === above)
    .map(({ id }) => {
      const below = codesBelow(hierarchy, id)
      return { id, code: urnOf('code', hierarchy.codelist, id), ...(below.length === 0 ? {} : { hierarchicalCodes: below }) }
    })
}
