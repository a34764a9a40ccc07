import { isItemScheme, type Artefact, type ArtefactKind, type DataConstraint, type StructureArtefact } from './artefact.ts'
import type { Code, Component, Header, Names } from './model.ts'
import { nameIn, urnOf } from './writable.ts'

export type JsonStructureVersion = '1.0' | '2.0' | '2.1'

const schemas: Readonly<Record<JsonStructureVersion, string>> = {
  '1.0': 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/1.0/sdmx-json-structure-schema.json',
  '2.0':
    'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json',
  '2.1': 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.1/sdmx-json-structure-schema.json',
}

const collections: Readonly<Record<ArtefactKind, string>> = {
  agencyscheme: 'agencySchemes',
  categorisation: 'categorisations',
  categoryscheme: 'categorySchemes',
  codelist: 'codelists',
  conceptscheme: 'conceptSchemes',
  dataconstraint: 'dataConstraints',
  dataflow: 'dataflows',
  dataproviderscheme: 'dataProviderSchemes',
  datastructure: 'dataStructures',
  provisionagreement: 'provisionAgreements',
}

const items = {
  agencyscheme: 'agencies',
  dataproviderscheme: 'dataProviders',
  categoryscheme: 'categories',
  conceptscheme: 'concepts',
  codelist: 'codes',
} as const
const itemKinds = {
  agencyscheme: 'agency',
  dataproviderscheme: 'dataprovider',
  categoryscheme: 'category',
  conceptscheme: 'concept',
  codelist: 'code',
} as const

/** Structures as SDMX-JSON: each kind in a list of its own, artefacts named in every language. */
export function writeJsonStructure(
  message: { header: Header; artefacts: readonly Artefact[]; languages: readonly string[] },
  version: JsonStructureVersion,
): string {
  const { header, artefacts, languages } = message
  const data: Record<string, object[]> = {}
  for (const artefact of artefacts) {
    const collection = version === '1.0' && artefact.kind === 'dataconstraint' ? 'contentConstraints' : collections[artefact.kind]
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
  const { id, agency, names, kind } = artefact
  const maintained = {
    ...{ id, version: artefact.version, agencyID: agency, isExternalReference: artefact.isStub },
    ...(version === '1.0' ? { isFinal: true } : {}),
    ...named(names, languages, id),
    links: [{ rel: 'self', urn: urnOf(version === '1.0' && kind === 'dataconstraint' ? 'contentconstraint' : kind, artefact), type: kind }],
  }
  return artefact.isStub ? maintained : { ...maintained, ...contentOf(artefact, languages, version) }
}

function contentOf(artefact: Artefact, languages: readonly string[], version: JsonStructureVersion): object {
  if (isItemScheme(artefact)) {
    const kind = itemKinds[artefact.kind]
    const list = artefact.items.map((item: Code) => ({
      ...{ id: item.id, ...named(item.names, languages, item.id) },
      ...(item.parent === null ? {} : { parent: item.parent }),
      links: [{ rel: 'self', urn: urnOf(kind, artefact, item.id), type: kind }],
    }))
    return { isPartial: artefact.isPartial, [items[artefact.kind]]: list }
  }
  switch (artefact.kind) {
    case 'dataflow':
      return { structure: urnOf('datastructure', artefact.structure) }
    case 'datastructure':
      return { dataStructureComponents: componentsOf(artefact, version) }
    case 'categorisation':
      return { source: urnOf('dataflow', artefact.dataflow), target: urnOf('category', artefact.category.scheme, artefact.category.item) }
    case 'provisionagreement':
      return {
        [version === '1.0' ? 'structureUsage' : 'dataflow']: urnOf('dataflow', artefact.dataflow),
        dataProvider: urnOf('dataprovider', artefact.provider.scheme, artefact.provider.item),
      }
    case 'dataconstraint':
      return regionOf(artefact, version)
  }
}

function componentsOf({ definition }: StructureArtefact, version: JsonStructureVersion): object {
  const { dimensions, timeDimension, measure, attributes } = definition
  const isOld = version === '1.0'
  const component = (one: Component, type: string) => ({
    id: one.id,
    conceptIdentity: urnOf('concept', one.scheme, one.concept),
    localRepresentation:
      one.codelist === null
        ? isOld
          ? { textFormat: { textType: type } }
          : { format: { dataType: type } }
        : { enumeration: urnOf('codelist', one.codelist) },
  })
  const time = component(timeDimension, 'ObservationalTimePeriod')
  const value = component(measure, 'Double')
  return {
    dimensionList: {
      id: 'DimensionDescriptor',
      dimensions: dimensions.map((one, at) => ({ ...component(one, 'String'), position: at, ...(isOld ? { type: 'Dimension' } : {}) })),
      ...(isOld ? { timeDimensions: [{ ...time, position: dimensions.length, type: 'TimeDimension' }] } : { timeDimension: time }),
    },
    measureList: { id: 'MeasureDescriptor', ...(isOld ? { primaryMeasure: value } : { measures: [{ ...value, usage: 'optional' }] }) },
    attributeList: {
      id: 'AttributeDescriptor',
      attributes: attributes.map((one) => ({
        ...component(one, 'String'),
        ...(isOld
          ? { assignmentStatus: one.isRequired ? 'Mandatory' : 'Conditional' }
          : { usage: one.isRequired ? 'mandatory' : 'optional' }),
        attributeRelationship:
          one.attachedTo === 'series'
            ? { dimensions: dimensions.map(({ id }) => id) }
            : isOld
              ? { primaryMeasure: measure.id }
              : { observation: {} },
      })),
    },
  }
}

function regionOf({ attachedTo, values, time, counts }: DataConstraint, version: JsonStructureVersion): object {
  const list = (codes: readonly string[]) => (version === '1.0' ? codes : codes.map((value) => ({ value })))
  const annotations =
    counts === null
      ? {}
      : {
          annotations: [
            { id: 'obs_count', title: String(counts.observations), type: 'sdmx_metrics' },
            { id: 'series_count', title: String(counts.series), type: 'sdmx_metrics' },
          ],
        }
  const range = time && { startPeriod: { period: time[0], isInclusive: true }, endPeriod: { period: time[1], isInclusive: true } }
  return {
    ...annotations,
    ...(version === '1.0' ? { type: 'Actual' } : { role: 'Actual' }),
    constraintAttachment: { [collections[attachedTo.kind]]: [urnOf(attachedTo.kind, attachedTo)] },
    cubeRegions: [
      {
        ...(version === '1.0' ? { isIncluded: true } : { include: true }),
        keyValues: [
          ...[...values].map(([id, codes]) => ({ id, ...(version === '1.0' ? {} : { include: true }), values: list(codes) })),
          ...(range === null ? [] : [{ id: 'TIME_PERIOD', ...(version === '1.0' ? {} : { include: true }), timeRange: range }]),
        ],
      },
    ],
  }
}
