import type { ArtefactId, Code, Component, DataStructure, Names } from './model.ts'

/** Kinds of artefacts by the names that addresses have for them in SDMX REST 2. */
export const artefactKinds = [
  'agencyscheme',
  'dataconsumerscheme',
  'dataproviderscheme',
  'categoryscheme',
  'reportingtaxonomy',
  'conceptscheme',
  'codelist',
  'hierarchy',
  'datastructure',
  'dataflow',
  'metadatastructure',
  'metadataflow',
  'categorisation',
  'provisionagreement',
  'dataconstraint',
  'structuremap',
  'process',
] as const
export type ArtefactKind = (typeof artefactKinds)[number]

export interface ArtefactRef extends ArtefactId {
  kind: ArtefactKind
}

export interface ItemRef {
  scheme: ArtefactId
  item: string
}

interface Maintained extends ArtefactRef {
  names: Names
  /** What it is for; a plain stub has none. */
  descriptions?: Names
  /** Only told of: what it holds is asked for elsewhere. */
  isStub: boolean
}

export interface ItemScheme extends Maintained {
  kind:
    | 'agencyscheme'
    | 'dataconsumerscheme'
    | 'dataproviderscheme'
    | 'categoryscheme'
    | 'reportingtaxonomy'
    | 'conceptscheme'
    | 'codelist'
    | 'process'
  items: readonly Code[]
  /** Not all of its items are here. */
  isPartial: boolean
}

/** Codes of a list below each other. */
export interface HierarchyArtefact extends Maintained {
  kind: 'hierarchy'
  codelist: ArtefactId
  codes: ReadonlyArray<{ id: string; parent: string | null }>
}

export interface StructureArtefact extends Maintained {
  kind: 'datastructure'
  definition: DataStructure
}

export interface FlowArtefact extends Maintained {
  kind: 'dataflow'
  structure: ArtefactId
}

/** What can be said about a thing in words: attributes of metadata. */
export interface MetadataStructureArtefact extends Maintained {
  kind: 'metadatastructure'
  attributes: readonly Component[]
}

export interface MetadataFlowArtefact extends Maintained {
  kind: 'metadataflow'
  structure: ArtefactId
  /** The list whose codes the metadata are about. */
  about: ArtefactId
}

export interface Categorisation extends Maintained {
  kind: 'categorisation'
  dataflow: ArtefactId
  category: ItemRef
}

export interface ProvisionAgreement extends Maintained {
  kind: 'provisionagreement'
  dataflow: ArtefactId
  provider: ItemRef
}

/** What data there are for a flow (or were for a question), or may be: codes by dimension, first and last period, how much. */
export interface DataConstraint extends Maintained {
  kind: 'dataconstraint'
  role: 'Actual' | 'Allowed'
  attachedTo: ArtefactRef
  values: ReadonlyMap<string, readonly string[]>
  time: readonly [first: string, last: string] | null
  counts: { series: number; observations: number } | null
}

/** How data of one structure become data of another: component by component, with the same codes. */
export interface StructureMap extends Maintained {
  kind: 'structuremap'
  source: ArtefactId
  target: ArtefactId
  components: ReadonlyArray<readonly [source: string, target: string]>
}

export type Artefact =
  | ItemScheme
  | HierarchyArtefact
  | StructureArtefact
  | FlowArtefact
  | MetadataStructureArtefact
  | MetadataFlowArtefact
  | Categorisation
  | ProvisionAgreement
  | DataConstraint
  | StructureMap

export const isItemScheme = (artefact: Artefact): artefact is ItemScheme => 'items' in artefact

/** What one artefact is told from all others by: `codelist BAGDAR:CL_FREQ(1.0.0)`. */
export const nameOf = ({ kind, agency, id, version }: ArtefactRef): string => `${kind} ${agency}:${id}(${version})`

/** The artefacts that one refers to, each once. */
export function referencesOf(artefact: Artefact): ArtefactRef[] {
  return [...new Map(directReferences(artefact).map((ref) => [nameOf(ref), ref])).values()]
}

const ofComponents = (components: readonly Component[]): ArtefactRef[] =>
  components.flatMap(({ scheme, codelist }): ArtefactRef[] => [
    { kind: 'conceptscheme', ...scheme },
    ...(codelist === null ? [] : [{ kind: 'codelist' as const, ...codelist }]),
  ])

function directReferences(artefact: Artefact): ArtefactRef[] {
  switch (artefact.kind) {
    case 'datastructure': {
      const { dimensions, timeDimension, measure, attributes } = artefact.definition
      return ofComponents([...dimensions, timeDimension, measure, ...attributes])
    }
    case 'dataflow':
      return [{ kind: 'datastructure', ...artefact.structure }]
    case 'metadatastructure':
      return ofComponents(artefact.attributes)
    case 'metadataflow':
      return [{ kind: 'metadatastructure', ...artefact.structure }]
    case 'hierarchy':
      return [{ kind: 'codelist', ...artefact.codelist }]
    case 'categorisation':
      return [
        { kind: 'dataflow', ...artefact.dataflow },
        { kind: 'categoryscheme', ...artefact.category.scheme },
      ]
    case 'provisionagreement':
      return [
        { kind: 'dataflow', ...artefact.dataflow },
        { kind: 'dataproviderscheme', ...artefact.provider.scheme },
      ]
    case 'dataconstraint':
      return [artefact.attachedTo]
    case 'structuremap':
      return [
        { kind: 'datastructure', ...artefact.source },
        { kind: 'datastructure', ...artefact.target },
      ]
    case 'agencyscheme':
    case 'dataconsumerscheme':
    case 'dataproviderscheme':
    case 'categoryscheme':
    case 'reportingtaxonomy':
    case 'conceptscheme':
    case 'codelist':
    case 'process':
      return []
  }
}
