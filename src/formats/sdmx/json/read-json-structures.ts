import type { ByteSource } from '../../byte-source.ts'
import type { Structures } from '../model.ts'
import { asItems, asObject, asText, JsonText, type Json, type JsonObject } from './read-json-text.ts'
import { parseReference } from '../read-references.ts'
import { StructureBook, type DraftArtefact, type DraftComponent } from '../import/read-structure-book.ts'

/**
 * The code lists, concept schemes, data structures and flows of an SDMX-JSON structure message, 1.0, 2.0 or 2.1.
 *
 * Source  SDMX-JSON structure message, field guides of the SDMX technical working group.
 *
 * @throws {FormatError} those of `JsonText`
 */
export function readJsonStructures(source: ByteSource): Structures {
  const root = asObject(new JsonText(source).root)
  const data = root.has('data') ? asObject(root.get('data')) : root
  const book = new StructureBook()
  for (const one of objects(data.get('codelists'))) readItems(artefactOf(book, 'Codelist', one), one.get('codes'))
  for (const one of objects(data.get('conceptSchemes'))) {
    const scheme = artefactOf(book, 'ConceptScheme', one)
    readItems(scheme, one.get('concepts'))
    for (const concept of objects(one.get('concepts'))) {
      const codelist = parseReference(asText(asObject(concept.get('coreRepresentation')).get('enumeration')) ?? '')
      if (codelist !== null) book.setConceptCodelist(scheme, asText(concept.get('id')) ?? '', idOf(codelist))
    }
  }
  for (const one of objects(data.get('dataStructures'))) {
    artefactOf(book, 'DataStructure', one)
    readComponents(book, asObject(one.get('dataStructureComponents')))
  }
  for (const one of objects(data.get('dataflows'))) {
    const structure = parseReference(asText(one.get('structure')) ?? '')
    artefactOf(book, 'Dataflow', one).structure = structure === null ? null : idOf(structure)
  }
  return book.structures()
}

const objects = (value: Json | undefined): JsonObject[] => asItems(value).map(asObject)
const idOf = ({ agency, id, version }: { agency: string; id: string; version: string }) => ({ agency, id, version })

function artefactOf(book: StructureBook, kind: string, one: JsonObject): DraftArtefact {
  const text = (name: string) => asText(one.get(name))
  const draft = book.artefact(kind, { agency: text('agencyID') ?? '', id: text('id') ?? '', version: text('version') ?? '1.0' })
  Object.assign(draft.names, namesOf(one))
  return draft
}

function namesOf(one: JsonObject): Record<string, string> {
  const names: Record<string, string> = {}
  for (const [language, words] of asObject(one.get('names'))) names[language] = asText(words) ?? ''
  const name = asText(one.get('name'))
  if (Object.keys(names).length === 0 && name !== null) names['en'] = name
  return names
}

function readItems(artefact: DraftArtefact, items: Json | undefined): void {
  for (const one of objects(items)) {
    const annotations: Record<string, string> = {}
    for (const annotation of objects(one.get('annotations'))) {
      const type = asText(annotation.get('type'))
      const text = asText(annotation.get('text')) ?? asText([...asObject(annotation.get('texts')).values()][0])
      if (type !== null && text !== null) annotations[type] ??= text
    }
    artefact.items.push({ id: asText(one.get('id')) ?? '', names: namesOf(one), parent: asText(one.get('parent')), annotations })
  }
}

function readComponents(book: StructureBook, components: JsonObject): void {
  const dimensions = asObject(components.get('dimensionList'))
  const measures = asObject(components.get('measureList'))
  const time = dimensions.get('timeDimension') ?? asItems(dimensions.get('timeDimensions'))[0]
  const measure = measures.get('primaryMeasure') ?? asItems(measures.get('measures'))[0]
  for (const one of objects(dimensions.get('dimensions'))) componentOf(book, 'Dimension', one)
  for (const one of objects(dimensions.get('measureDimensions'))) componentOf(book, 'MeasureDimension', one)
  if (time !== undefined) componentOf(book, 'TimeDimension', asObject(time))
  if (measure !== undefined) componentOf(book, 'PrimaryMeasure', asObject(measure))
  for (const one of objects(asObject(components.get('attributeList')).get('attributes')))
    relate(componentOf(book, 'Attribute', one), asObject(one.get('attributeRelationship')))
}

function componentOf(book: StructureBook, kind: string, one: JsonObject): DraftComponent {
  const text = (name: string) => asText(one.get(name)) ?? undefined
  const draft = book.component(kind, {
    id: text('id'),
    position: text('position'),
    assignmentStatus: text('assignmentStatus'),
    usage: text('usage'),
  })
  const concept = parseReference(text('conceptIdentity') ?? '')
  if (concept !== null) {
    draft.scheme = idOf(concept)
    draft.concept = concept.item
  }
  const codelist = parseReference(asText(asObject(one.get('localRepresentation')).get('enumeration')) ?? '')
  if (codelist !== null) draft.codelist = idOf(codelist)
  return draft
}

/** `none` and `dataflow` are the whole set of data, `primaryMeasure` and `observation` each value, anything else a part of the key. */
function relate(draft: DraftComponent, relationship: JsonObject): void {
  if (relationship.has('none') || relationship.has('dataflow')) draft.attachedTo = 'dataset'
  else if (!relationship.has('primaryMeasure') && !relationship.has('observation')) draft.attachedTo = 'series'
  draft.relatedTo.push(...asItems(relationship.get('dimensions')).map((id) => asText(id) ?? ''))
}
