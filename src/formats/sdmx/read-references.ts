import type { ArtefactId, MessageStructure } from './model.ts'

/** What a URN or a short reference names. `className` is '' where only `AGENCY:ID(VERSION)` stands. */
export interface Reference extends ArtefactId {
  className: string
  /** A code, concept or component inside the artefact. */
  item: string | null
}

/** A name of a name of a name is no longer than this; a pattern over a longer text could take long. */
const longest = 1000

/** SDMX 2.1 calls an artefact without a version 1.0. */
const usualVersion = '1.0'

/**
 * Reads `urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(2.0)` and the short `SDMX:CL_FREQ(2.0)`.
 *
 * Missing  null when the text is neither.
 *
 * @example
 * parseReference('urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=KG_NSC:SDG(1.7):ObsLevelDim:TIME_PERIOD') // => { className: 'DataStructure', agency: 'KG_NSC', id: 'SDG', version: '1.7', item: null }
 * @example
 * parseReference('ESTAT:NA_MAIN(1.6.0): National accounts')?.version // => '1.6.0'
 */
export function parseReference(text: string): Reference | null {
  if (text.length > longest) return null
  const found = /^(?:urn:sdmx:[\w.]*?(\w+)=)?([^:=()\s]+):([^:=()\s]+?)(?:\(([^()]*)\))?(?:\.([^:\s]+))?(?::.*)?$/s.exec(text.trim())
  if (found === null) return null
  const [, className = '', agency = '', id = '', version = usualVersion, item = null] = found
  return { className, agency, id, version, item }
}

/**
 * The structure or flow that a message names; a provision agreement stands for its flow.
 *
 * @param className what it is where the text does not say
 */
export function structureNamed(text: string, className = ''): MessageStructure | null {
  const reference = parseReference(text)
  if (reference === null) return null
  const kind = /^datastructure$/i.test(reference.className || className) ? 'datastructure' : 'dataflow'
  return { kind, agency: reference.agency, id: reference.id, version: reference.version }
}

/** `KG_NSC:SDG(1.7)`. */
export const referenceText = ({ agency, id, version }: ArtefactId): string => `${agency}:${id}(${version})`
