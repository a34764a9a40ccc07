import { done, refuse, type Outcome } from '../outcome.ts'
import { isLanguage, type Language } from '../text.ts'

/** Characters of a name, as somebody wants to be called. */
export const longestName = 100

/** How somebody wants to be called, and in which language she is written to. A name may be left out. */
export function writeDetails(input: { name: string; language: string }): Outcome<{ name: string; language: Language }> {
  const name = input.name.replaceAll(/\s+/g, ' ').trim()
  if (name.length > longestName) return refuse('account_name_long', 'name', { limit: longestName })
  return isLanguage(input.language) ? done({ name, language: input.language }) : refuse('account_language_unknown', 'language')
}
