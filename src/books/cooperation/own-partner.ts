import { languages, type MultilingualText } from '../text.ts'
import type { CooperationRecord } from './records.ts'

/**
 * The city itself among the partners: its own administration promises and signs too, but is nobody's partner. It is the first one of kind
 * city whose name holds the name of the city as a word: «Алматы әкімдігі».
 *
 * Missing  null: the city's own administration is not written down.
 */
export function findOwnPartner(
  city: MultilingualText,
  partners: ReadonlyArray<CooperationRecord<'partner'>>,
): CooperationRecord<'partner'> | null {
  return (
    partners.find(
      ({ content }) => content.kind === 'city' && languages.some((one) => holdsWord(content.name[one] ?? '', city[one] ?? '')),
    ) ?? null
  )
}

const holdsWord = (text: string, words: string): boolean => {
  if (words.trim() === '') return false
  const [inside, wanted] = [wordsIn(text), wordsIn(words)]
  return inside.some((_, at) => wanted.every((word, next) => inside[at + next] === word))
}
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
