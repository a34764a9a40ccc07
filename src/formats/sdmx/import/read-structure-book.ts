import type { ArtefactId, AttributeComponent, Code, Component, Structures } from '../model.ts'
import { referenceText } from '../read-references.ts'

export interface DraftItem {
  id: string
  names: Record<string, string>
  parent: string | null
  annotations: Record<string, string>
}

export interface DraftArtefact extends ArtefactId {
  kind: string
  names: Record<string, string>
  items: DraftItem[]
  structure: ArtefactId | null
}

export interface DraftComponent {
  kind: string
  id: string
  position: number | null
  scheme: ArtefactId | null
  concept: string | null
  codelist: ArtefactId | null
  attachedTo: AttributeComponent['attachedTo']
  /** Dimensions that an attribute is said for. */
  relatedTo: string[]
  isRequired: boolean
}

/**
 * What a structure message says while it is being read, whatever its format; at the end the finished structures. A component
 * without a code list of its own has that of its concept, which may stand later in the message.
 */
export class StructureBook {
  readonly #artefacts: Array<{ draft: DraftArtefact; components: DraftComponent[] }> = []
  /** Concept, as its reference and id → code list. */
  readonly #conceptCodelists = new Map<string, ArtefactId>()

  artefact(kind: string, { agency, id, version }: ArtefactId): DraftArtefact {
    const draft: DraftArtefact = { kind, agency, id, version, names: {}, items: [], structure: null }
    this.#artefacts.push({ draft, components: [] })
    return draft
  }

  /** A component of the artefact that was begun last. */
  component(kind: string, { id = '', position, assignmentStatus, usage }: Readonly<Record<string, string | undefined>>): DraftComponent {
    const draft: DraftComponent = {
      kind,
      id,
      position: position === undefined ? null : Number(position),
      scheme: null,
      concept: null,
      codelist: null,
      attachedTo: 'observation',
      relatedTo: [],
      isRequired: /^mandatory$/i.test(usage ?? assignmentStatus ?? ''),
    }
    this.#artefacts.at(-1)?.components.push(draft)
    return draft
  }

  setConceptCodelist(scheme: ArtefactId, concept: string, codelist: ArtefactId): void {
    this.#conceptCodelists.set(`${referenceText(scheme)}.${concept}`, codelist)
  }

  structures(): Structures {
    const of = (kind: string) => this.#artefacts.filter((one) => one.draft.kind === kind)
    return {
      codelists: of('Codelist').map(({ draft }) => ({ ...idOf(draft), names: draft.names, codes: draft.items.map(codeOf) })),
      conceptSchemes: of('ConceptScheme').map(({ draft }) => ({
        ...idOf(draft),
        names: draft.names,
        concepts: draft.items.map(({ id, names }) => ({ id, names })),
      })),
      dataStructures: of('DataStructure')
        .filter(({ components }) => components.length > 0)
        .map(({ draft, components }) => ({ ...idOf(draft), names: draft.names, ...this.#componentsOf(draft, components) })),
      dataflows: of('Dataflow').flatMap(({ draft }) =>
        draft.structure === null ? [] : [{ ...idOf(draft), names: draft.names, structure: draft.structure }],
      ),
    }
  }

  #componentsOf(structure: DraftArtefact, components: readonly DraftComponent[]) {
    const finish = (draft: DraftComponent): Component => {
      const concept = draft.concept ?? draft.id
      const scheme = draft.scheme ?? idOf(structure)
      const codelist = draft.codelist ?? this.#conceptCodelists.get(`${referenceText(scheme)}.${concept}`) ?? null
      return { id: draft.id || concept, scheme, concept, codelist }
    }
    const usual = (id: string): Component => ({ id, scheme: idOf(structure), concept: id, codelist: null })
    const [time = usual('TIME_PERIOD')] = components.filter((one) => one.kind === 'TimeDimension').map(finish)
    const [measure = usual('OBS_VALUE')] = components.filter((one) => /Measure$/.test(one.kind)).map(finish)
    return {
      dimensions: components
        .filter((one) => one.kind === 'Dimension' || one.kind === 'MeasureDimension')
        .sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
        .map(finish),
      timeDimension: time,
      measure,
      attributes: components
        .filter((one) => one.kind === 'Attribute')
        .map((draft): AttributeComponent => {
          const attachedTo = draft.relatedTo.includes(time.id) ? 'observation' : draft.attachedTo
          return { ...finish(draft), attachedTo, isRequired: draft.isRequired }
        }),
    }
  }
}

const idOf = ({ agency, id, version }: ArtefactId): ArtefactId => ({ agency, id, version })

function codeOf({ id, names, parent, annotations }: DraftItem): Code {
  return Object.keys(annotations).length === 0 ? { id, names, parent } : { id, names, parent, annotations }
}
