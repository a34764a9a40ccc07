import type { Notice } from '../../../books/notice.ts'
import type { Codelist, Component, DataStructure } from '../model.ts'
import { referenceText } from '../read-references.ts'
import type { Oddity, PlacedObservation, SeriesStart } from '../read-visitor.ts'

type Say = (code: string, severity: Notice['severity'], about: Oddity) => void

/** Series and observations against their structure: components, codes, what must be there. Without a structure nothing is checked. */
export class ComponentCheck {
  readonly #structure: DataStructure | null
  readonly #say: Say
  readonly #codes = new Map<string, { codelist: string; ids: ReadonlySet<string> }>()
  readonly #components: ReadonlySet<string>

  constructor(structure: DataStructure | null, codelists: readonly Codelist[], say: Say) {
    this.#structure = structure
    this.#say = say
    const components: readonly Component[] = structure === null ? [] : [...structure.dimensions, ...structure.attributes]
    this.#components = new Set([...components, ...(structure ? [structure.timeDimension, structure.measure] : [])].map((one) => one.id))
    for (const { id, codelist } of components) {
      const list = findCodelist(codelists, codelist)
      if (list !== null) this.#codes.set(id, { codelist: referenceText(list), ids: new Set(list.codes.map((code) => code.id)) })
    }
  }

  series({ key, attributes, line }: SeriesStart): void {
    if (this.#structure === null) return
    for (const { id } of this.#structure.dimensions)
      if ((key[id] ?? '') === '') this.#say('sdmx_dimension_missing', 'warning', { line, column: id })
    this.#values(key, line)
    this.#values(attributes, line)
  }

  observation({ attributes, line }: PlacedObservation, series: SeriesStart): void {
    if (this.#structure === null) return
    this.#values(attributes, line)
    for (const { id, isRequired, attachedTo } of this.#structure.attributes) {
      if (!isRequired || attachedTo === 'dataset' || attributes[id] !== undefined || series.attributes[id] !== undefined) continue
      this.#say('sdmx_attribute_missing', 'warning', { line, column: id })
    }
  }

  #values(values: Readonly<Record<string, string>>, line: number): void {
    for (const id in values) {
      const value = values[id] ?? ''
      if (!this.#components.has(id)) this.#say('sdmx_component_unknown', 'warning', { line, column: id })
      const codes = this.#codes.get(id)
      if (codes !== undefined && value !== '' && !codes.ids.has(value))
        this.#say('sdmx_code_unknown', 'warning', { line, column: id, value, details: { codelist: codes.codelist } })
    }
  }
}

/** The code list of a component: the version that is named, else another of the same name. */
export function findCodelist(codelists: readonly Codelist[], wanted: Component['codelist']): Codelist | null {
  if (wanted === null) return null
  const same = codelists.filter((one) => one.agency === wanted.agency && one.id === wanted.id)
  return same.find((one) => one.version === wanted.version) ?? same.at(-1) ?? null
}
