import { inOne, oparlLists, typeOf, type OparlObject, type OparlPlace, type Times } from './object.ts'
import type { MultilingualText } from '../../../books/text.ts'

/** Where a program begins (chapter 3.3). */
export const writeSystem = (address: string, site: string, { created, modified }: Times): OparlObject => ({
  ...{ id: address, type: typeOf('System'), oparlVersion: 'https://schema.oparl.org/1.1/', otherOparlVersions: [] },
  ...{ body: `${address}/body`, name: 'Bagdar', website: site, web: site, created, modified },
})

/** A city (chapter 3.4) with the addresses of its lists. The six lists that version 1.1 added have the names that it gives them. */
export function writeBody(system: string, name: MultilingualText, { created, modified }: Times, place: OparlPlace): OparlObject {
  const names: Readonly<Record<string, string>> = { legislativeTerm: 'legislativeTermList', location: 'locationList' }
  return {
    ...{ id: place.body, type: typeOf('Body'), system, name: inOne(name) ?? '', website: place.pageOf('') },
    // Nobody here has written down who governed when.
    legislativeTerm: [],
    ...Object.fromEntries(oparlLists.map((list) => [names[list] ?? list, `${place.body}/${list}`])),
    ...{ web: place.pageOf('/cooperation'), 'bagdar:name': name, created, modified },
  }
}
