import { languages, type MultilingualText } from '../../books/text.ts'

/** A thing of a linked-data description, with what is said about it; without `id` it has no name of its own. */
export interface Node {
  id?: string
  /** Classes, as `dcat:Dataset`. */
  type: string
  says: ReadonlyArray<readonly [property: string, value: Value]>
}

/** Another thing, the address of one, or a text or value; texts may be in a language. */
export type Value = Node | { iri: string } | { text: string; language?: string } | { text: string; type: string }

/** Prefixes of all names that are used. */
export const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** The property once for each language that has words. */
export const inLanguages = (property: string, text: MultilingualText): Array<readonly [string, Value]> =>
  languages.flatMap((language) => {
    const words = text[language]?.trim()
    return words ? [[property, { text: words, language }] as const] : []
  })

export const isNode = (value: Value): value is Node => 'says' in value
