import { plainWords } from './plain-words.ts'

/** How much of a suggested change the next version has. */
export interface SuggestionEntered {
  /** 0 to 1: of the words that the suggestion puts in or strikes out, how many were put in or struck out. */
  share: number
  /** Words that it wanted in and that came in; that it wanted out and that went. */
  entered: readonly string[]
  /** The others. */
  missing: readonly string[]
}

/**
 * How much of a suggested change is found in the next version of the sentence. It helps to link the two; a person decides.
 *
 * Only what changed counts: a suggestion of one number in a long sentence is not "95 % in" because the rest stands.
 *
 * Missing  share 0 when the suggestion changes no words; one that only puts them in another order is 1 when all is so, else 0.
 *
 * @example
 * didSuggestionEnter('үлес 85 % болады', 'үлес 80 % болады', 'қала үлесі 85 % болады').share // => 1
 * @example
 * didSuggestionEnter('үлес 85 % болады', 'үлес 80 % болады', 'үлес 82 % болады').share // => 0.5
 */
export function didSuggestionEnter(suggestion: string, beforeSentence: string, afterSentence: string): SuggestionEntered {
  const before = countOf(beforeSentence)
  const wanted = changeOf(before, countOf(suggestion))
  const made = changeOf(before, countOf(afterSentence))
  const entered: string[] = []
  const missing: string[] = []
  for (const [word, by] of wanted) {
    const got = made.get(word) ?? 0
    const found = Math.sign(got) === Math.sign(by) ? Math.min(Math.abs(got), Math.abs(by)) : 0
    for (let time = 0; time < Math.abs(by); time++) (time < found ? entered : missing).push(word)
  }
  const total = entered.length + missing.length
  // Words in another order: nothing comes in or goes, so only the whole wording can be recognised.
  const reordered = plainWords(suggestion).text
  const wholly = total === 0 && reordered === plainWords(afterSentence).text && reordered !== plainWords(beforeSentence).text
  return { share: total === 0 ? Number(wholly) : entered.length / total, entered, missing }
}

function countOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { word } of plainWords(text).words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** How many more (or, negative, fewer) of each word there are; words as often as before are left out. */
function changeOf(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Map<string, number> {
  const words = new Set([...before.keys(), ...after.keys()])
  return new Map(
    [...words].map((word): [string, number] => [word, (after.get(word) ?? 0) - (before.get(word) ?? 0)]).filter(([, by]) => by !== 0),
  )
}
