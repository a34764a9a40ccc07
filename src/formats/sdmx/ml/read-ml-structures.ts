import type { ByteSource } from '../../byte-source.ts'
import type { Structures } from '../model.ts'
import { parseReference, referenceText } from '../read-references.ts'
import { StructureBook, type DraftArtefact, type DraftComponent, type DraftItem } from '../import/read-structure-book.ts'
import { readXml, type XmlElement } from './read-xml.ts'

/**
 * The code lists, concept schemes, data structures and flows of an SDMX-ML structure message, 2.1 or 3.0. What else it holds is passed by.
 *
 * Source  SDMX 2.1 and 3.0, section 3A, part III "Structure".
 *
 * @throws {FormatError} those of `readXml`
 */
export function readMlStructures(source: ByteSource): Structures {
  const reader = new MlStructures()
  readXml(source, { open: (element) => reader.open(element), close: (name, text) => reader.close(name, text) })
  return reader.book.structures()
}

const artefactNames = new Set(['Codelist', 'ConceptScheme', 'DataStructure', 'Dataflow'])
const itemNames = new Set(['Code', 'Concept'])
const componentNames = new Set(['Dimension', 'MeasureDimension', 'TimeDimension', 'Attribute', 'PrimaryMeasure', 'Measure'])
/** Elements that refer to something, by a `Ref` inside (2.1) or as text (3.0). */
const referring = new Set(['ConceptIdentity', 'Enumeration', 'Structure', 'Parent', 'Dimension'])

class MlStructures {
  readonly book = new StructureBook()
  /** Names of the elements around. */
  readonly #path: string[] = []
  #artefact: DraftArtefact | null = null
  #item: DraftItem | null = null
  #component: DraftComponent | null = null
  #language = ''
  #annotationType = ''

  open({ name, attributes }: XmlElement): void {
    const parent = this.#path.at(-1) ?? ''
    this.#path.push(name)
    if (name === 'Name' || name === 'AnnotationText') this.#language = attributes['xml:lang'] ?? 'en'
    else if (name === 'Annotation') this.#annotationType = ''
    else if (name === 'Ref' || name === 'URN') this.#refer(parent, attributes)
    else if (this.#artefact === null) {
      const { id, agencyID: agency = '', version = '1.0' } = attributes
      if (artefactNames.has(name) && id !== undefined) this.#artefact = this.book.artefact(name, { agency, id, version })
    } else if (this.#component !== null) this.#relate(parent, name)
    else if (itemNames.has(name) && this.#item === null)
      this.#item = { id: attributes['id'] ?? '', names: {}, parent: null, annotations: {} }
    else if (componentNames.has(name) && parent.endsWith('List')) this.#component = this.book.component(name, attributes)
  }

  close(name: string, text: string): void {
    this.#path.pop()
    const parent = this.#path.at(-1) ?? ''
    if (name === 'Name') this.#name(parent, text)
    else if (name === 'AnnotationType') this.#annotationType = text.trim()
    else if (name === 'AnnotationText') this.#annotate(text)
    else if (name === 'URN') this.#referTo(parent, text)
    else if (referring.has(name) && text.trim() !== '') this.#referTo(name, text)
    else if (itemNames.has(name) && this.#item !== null) {
      this.#artefact?.items.push(this.#item)
      this.#item = null
    } else if (componentNames.has(name) && parent.endsWith('List')) this.#component = null
    else if (artefactNames.has(name) && /s$|^Concepts$/.test(parent)) this.#artefact = null
  }

  #name(parent: string, text: string): void {
    const holder = this.#item !== null && itemNames.has(parent) ? this.#item : artefactNames.has(parent) ? this.#artefact : null
    if (holder !== null && text.trim() !== '') holder.names[this.#language] = text
  }

  #annotate(text: string): void {
    if (this.#item !== null && this.#annotationType !== '') this.#item.annotations[this.#annotationType] ??= text.trim()
  }

  /** `<Ref agencyID=… maintainableParentID=… id=…/>` says what a URN says. */
  #refer(
    parent: string,
    { id = '', agencyID = '', version, maintainableParentID, maintainableParentVersion }: XmlElement['attributes'],
  ): void {
    if (id === '') return
    if (parent === 'Parent' || parent === 'Dimension') this.#referTo(parent, id)
    else if (maintainableParentID === undefined) this.#referTo(parent, referenceText({ agency: agencyID, id, version: version ?? '1.0' }))
    else {
      const scheme = { agency: agencyID, id: maintainableParentID, version: maintainableParentVersion ?? '1.0' }
      this.#referTo(parent, `${referenceText(scheme)}.${id}`)
    }
  }

  #referTo(parent: string, text: string): void {
    if (parent === 'Parent') {
      if (this.#item !== null) this.#item.parent = text.trim()
      return
    }
    if (parent === 'Dimension') {
      if (this.#component !== null && this.#path.includes('AttributeRelationship')) this.#component.relatedTo.push(text.trim())
      return
    }
    const reference = parseReference(text)
    if (reference === null) return
    const { agency, id, version, item } = reference
    if (parent === 'Structure' && this.#artefact?.kind === 'Dataflow') this.#artefact.structure = { agency, id, version }
    if (parent === 'Enumeration' && this.#component !== null) this.#component.codelist = { agency, id, version }
    if (parent === 'Enumeration' && this.#item !== null && this.#artefact !== null)
      this.book.setConceptCodelist(this.#artefact, this.#item.id, { agency, id, version })
    if (parent === 'ConceptIdentity' && this.#component !== null && item !== null) {
      this.#component.scheme = { agency, id, version }
      this.#component.concept = item
    }
  }

  /** `None` and `Dataflow` are the whole set of data, `PrimaryMeasure` and `Observation` each value, anything else a part of the key. */
  #relate(parent: string, name: string): void {
    if (parent !== 'AttributeRelationship' || this.#component === null) return
    if (name === 'None' || name === 'Dataflow') this.#component.attachedTo = 'dataset'
    else if (name === 'PrimaryMeasure' || name === 'Observation') this.#component.attachedTo = 'observation'
    else this.#component.attachedTo = 'series'
  }
}
