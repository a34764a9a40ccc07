import type { ArtefactId, Code, DataStructure, Names } from './model.ts'

/** Kinds of artefacts by the names that addresses have for them in SDMX REST 2. */
export const artefactKinds = [
  'agencyscheme',
  'dataproviderscheme',
  'categoryscheme',
  'conceptscheme',
  'codelist',
  'datastructure',
  'dataflow',
  'categorisation',
  'provisionagreement',
  'dataconstraint',
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
  /** Only told of: what it holds is asked for elsewhere. */
  isStub: boolean
}

export interface ItemScheme extends Maintained {
  kind: 'agencyscheme' | 'dataproviderscheme' | 'categoryscheme' | 'conceptscheme' | 'codelist'
  items: readonly Code[]
  /** Not all of its items are here. */
  isPartial: boolean
}

export interface StructureArtefact extends Maintained {
  kind: 'datastructure'
  definition: DataStructure
}

export interface FlowArtefact extends Maintained {
  kind: 'dataflow'
  structure: ArtefactId
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

/** What data there are for a flow (or were for a question): codes by dimension, first and last period, how much. */
export interface DataConstraint extends Maintained {
  kind: 'dataconstraint'
  attachedTo: ArtefactRef
  values: ReadonlyMap<string, readonly string[]>
  time: readonly [first: string, last: string] | null
  counts: { series: number; observations: number } | null
}

export type Artefact = ItemScheme | StructureArtefact | FlowArtefact | Categorisation | ProvisionAgreement | DataConstraint

export const isItemScheme = (artefact: Artefact): artefact is ItemScheme => 'items' in artefact

/** The artefacts that one refers to, each once. */
export function referencesOf(artefact: Artefact): ArtefactRef[] {
  const refs = directReferences(artefact)
  return refs.filter((ref, at) => refs.findIndex((other) => isSame(ref, other)) === at)
}

function directReferences(artefact: Artefact): ArtefactRef[] {
  switch (artefact.kind) {
    case 'datastructure': {
      const { dimensions, timeDimension, measure, attributes } = artefact.definition
      return [...dimensions, timeDimension, measure, ...attributes].flatMap(({ scheme, codelist }): ArtefactRef[] => [
        { kind: 'conceptscheme', ...scheme },
        ...(codelist === null ? [] : [{ kind: 'codelist' as const, ...codelist }]),
      ])
    }
    case 'dataflow':
      return [{ kind: 'datastructure', ...artefact.structure }]
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
    case 'agencyscheme':
    case 'dataproviderscheme':
    case 'categoryscheme':
    case 'conceptscheme':
    case 'codelist':
      return []
  }
}

export const isSame = (a: ArtefactRef, b: ArtefactRef): boolean =>
  a.kind === b.kind && a.agency === b.agency && a.id === b.id && a.version === b.version
