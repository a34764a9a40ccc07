import { kindDescriptions } from '../../books/indicators/sdmx/structure-words.ts'
import type { MultilingualText } from '../../books/text.ts'
import type { ItemScheme } from '../../formats/sdmx/artefact.ts'
import type { ArtefactId, Code } from '../../formats/sdmx/model.ts'

/** SDMX fixes the version of the schemes of organisations. */
export const schemeVersion = '1.0'

/** Names without the languages that have none. */
export const wordsOf = (text: MultilingualText): Code['names'] => Object.fromEntries(Object.entries(text).filter(([, words]) => words))

export const itemOf = (id: string, name: MultilingualText): Code => ({ id, names: wordsOf(name), parent: null })

/** Items of names by id, in their order. */
export const itemsOf = (words: Readonly<Record<string, MultilingualText>>): Code[] =>
  Object.entries(words).map(([id, name]) => itemOf(id, name))

/** A scheme with all its items. */
export const schemeOf = (
  kind: ItemScheme['kind'],
  { agency, id, version }: ArtefactId,
  names: MultilingualText,
  items: readonly Code[],
): ItemScheme => ({
  ...{ kind, agency, id, version, names: wordsOf(names), descriptions: kindDescriptions[kind], isStub: false },
  ...{ items, isPartial: false },
})

/** Who takes data: one scheme per agency. */
export const consumersOf = (agency: string): ArtefactId => ({ agency, id: 'DATA_CONSUMERS', version: schemeVersion })
