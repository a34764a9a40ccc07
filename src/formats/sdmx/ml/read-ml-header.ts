import type { MessageStructure } from '../model.ts'
import { structureNamed } from '../read-references.ts'
import type { DataVisitor } from '../read-visitor.ts'

/** The header of an SDMX-ML data message, from which its sets of data know what they are about. */
export class MlHeader {
  /** What the observations are apart by; for a series over time the period. */
  dimensionAtObservation = 'TIME_PERIOD'
  /** For sets of data that say none themselves. */
  action: string | undefined
  isGeneric = false
  readonly #visitor: DataVisitor
  readonly #structures = new Map<string, MessageStructure>()
  readonly #texts = { ID: '', Prepared: '', Test: '' }
  #sender = ''
  #isInside = false
  /** Names of the elements around, inside the header. */
  readonly #path: string[] = []
  #structureId = ''

  constructor(visitor: DataVisitor) {
    this.#visitor = visitor
  }

  /** Whether the element belongs to the header or is the root. */
  open(name: string, attributes: Readonly<Record<string, string>>): boolean {
    if (name === 'GenericData' || name === 'GenericTimeSeriesData') this.isGeneric = true
    if (name === 'Header') this.#isInside = true
    if (!this.#isInside) return false
    this.#path.push(name)
    if (name === 'Sender') this.#sender = attributes['id'] ?? ''
    if (name === 'Structure' && attributes['structureID'] !== undefined) {
      this.#structureId = attributes['structureID']
      this.dimensionAtObservation = attributes['dimensionAtObservation'] ?? this.dimensionAtObservation
    }
    if (name === 'Ref') {
      const { agencyID = '', id = '', version = '1.0' } = attributes
      this.#named(`${agencyID}:${id}(${version})`)
    }
    return true
  }

  close(name: string, text: string): boolean {
    if (!this.#isInside) return false
    this.#path.pop()
    if (name === 'ID' || name === 'Prepared' || name === 'Test') {
      if (this.#path.length === 1) this.#texts[name] = text.trim()
    } else if (name === 'DataSetAction') this.action = text
    else if (name === 'URN' || (isStructureElement(name) && text.trim() !== '')) {
      if (name !== 'URN') this.#path.push(name)
      this.#named(text)
      if (name !== 'URN') this.#path.pop()
    } else if (name === 'Header') this.#end()
    return true
  }

  structureOf(structureId: string | undefined): MessageStructure | null {
    const [first] = this.#structures.values()
    return this.#structures.get(structureId ?? '') ?? first ?? null
  }

  /** `Structure` names a data structure, `StructureUsage` a flow; below both stands what they name. */
  #named(text: string): void {
    const element = this.#path.findLast(isStructureElement)
    const named = structureNamed(text, element === 'Structure' ? 'DataStructure' : 'Dataflow')
    if (named !== null && this.#structureId !== '') this.#structures.set(this.#structureId, named)
  }

  #end(): void {
    this.#isInside = false
    const { ID, Prepared, Test } = this.#texts
    this.#visitor.header({ id: ID, prepared: Prepared, sender: this.#sender, isTest: Test === 'true' || Test === '1' })
  }
}

const isStructureElement = (name: string): boolean => /^(?:Structure|StructureUsage|ProvisionAgreement|ProvisionAgrement)$/.test(name)
