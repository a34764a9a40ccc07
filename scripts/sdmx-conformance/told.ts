import { bytesInMemory } from '../../src/formats/byte-source.ts'
import { readXml, type XmlElement } from '../../src/formats/sdmx/ml/read-xml.ts'

/** What an artefact is told by in a message, or referred to. */
export interface Told {
  className: string
  agency: string
  id: string
  version: string
}

export interface ToldArtefact extends Told {
  /** Names of the elements directly inside. */
  inside: ReadonlySet<string>
  /** Ids of the elements directly inside that have one, by element. */
  items: ReadonlyMap<string, readonly string[]>
  references: readonly ToldReference[]
  isPartial: boolean
  /** `Allowed` or `Actual`, of a constraint. */
  type: string | null
}

export interface ToldReference extends Told {
  /** The item of a scheme that is meant. */
  item: string | null
}

export const keyOf = ({ className, agency, id, version }: Told): string => `${className}=${agency}:${id}(${version})`

/** Schemes by the class of their items. */
const schemes: Readonly<Record<string, string>> = {
  Agency: 'AgencyScheme',
  Category: 'CategoryScheme',
  Code: 'Codelist',
  Concept: 'ConceptScheme',
  DataConsumer: 'DataConsumerScheme',
  DataProvider: 'DataProviderScheme',
}

/** Where in a message artefacts stand: `Structure/Structures/Codelists/Codelist`. */
const depthOfArtefacts = 4

/** The artefacts of a message in SDMX-ML 2.1, whatever they are: nothing of the information model is needed to see what refers to what. */
export function readTold(text: string): ToldArtefact[] {
  const found: ToldArtefact[] = []
  const path: string[] = []
  let open: { inside: Set<string>; items: Map<string, string[]>; references: ToldReference[] } | null = null
  const enter = ({ name, attributes }: XmlElement): void => {
    path.push(name)
    if (path[1] !== 'Structures') return
    if (path.length === depthOfArtefacts) {
      open = { inside: new Set(), items: new Map(), references: [] }
      found.push({
        ...{ className: name, agency: attributes['agencyID'] ?? '', id: attributes['id'] ?? '', version: attributes['version'] ?? '1.0' },
        ...{ ...open, isPartial: attributes['isPartial'] === 'true', type: attributes['type'] ?? null },
      })
    } else if (path.length === depthOfArtefacts + 1 && open !== null) {
      open.inside.add(name)
      if (attributes['id'] !== undefined) open.items.set(name, [...(open.items.get(name) ?? []), attributes['id']])
    }
    if (name === 'Ref' && attributes['class'] !== undefined) open?.references.push(referenceOf(attributes))
  }
  readXml(bytesInMemory('answer', new TextEncoder().encode(text)), { open: enter, close: () => path.pop() })
  return found
}

function referenceOf(attributes: Readonly<Record<string, string>>): ToldReference {
  const { class: className = '', agencyID: agency = '', id = '', version = '1.0' } = attributes
  const parent = attributes['maintainableParentID']
  if (parent === undefined) return { className, agency, id, version, item: null }
  return {
    className: schemes[className] ?? className,
    agency,
    id: parent,
    version: attributes['maintainableParentVersion'] ?? '1.0',
    item: id,
  }
}
