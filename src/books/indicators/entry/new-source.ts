import { shortHash } from '../../../kernel/natural-key.ts'
import type { MultilingualText } from '../../text.ts'
import type { Source } from '../figure.ts'

/**
 * A source that the record does not have yet, by its names. Its id follows from them: the same office is not added twice.
 *
 * Missing  null when it has no name in any language.
 */
export function newSourceOf(names: MultilingualText): Source | null {
  const name = Object.fromEntries(
    Object.entries(names).flatMap(([language, words]) => (words.trim() === '' ? [] : [[language, words.trim().slice(0, 300)]])),
  )
  if (Object.keys(name).length === 0) return null
  return { id: `office-${shortHash(8, ...Object.entries(name).flat())}`, name, url: null, licence: null }
}
