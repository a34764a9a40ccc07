import { splitSentences } from '../programme/split-sentences.ts'
import { promiseRules } from './promise-rules.ts'
import type { Strength } from './strength.ts'

/** A sentence that sounds like a promise. */
export interface ProposedSpan {
  start: number
  end: number
  exact: string
  /** Its verb, counted in the source. */
  marker: { start: number; end: number }
  strength: Strength
}

/**
 * Sentences with a verb of promising, each with the step of the ladder that the verb reaches. Only a proposal: a person reads it, cuts the
 * words and decides. A sentence with two such verbs is proposed twice; one that denies what it says ("не подписали") is not.
 *
 * Source  the verbs are our own collection (`promise-rules.ts`); how many they find and miss is in the test beside this.
 *
 * @param language  ISO 639 code; nothing is proposed in a language without rules
 * @example
 * proposeSpans('Тараптар келісті. Күн жылы болды.', 'kk') // => [{ start: 0, end: 17, exact: 'Тараптар келісті.', marker: { start: 9, end: 16 }, strength: 'agreed_to_do' }]
 */
export const proposeSpans = (text: string, language: string): ProposedSpan[] =>
  sentencesIn(text).flatMap(({ start, end }) => {
    if (end - start > longestSentence) return []
    const exact = text.slice(start, end)
    return verbsIn(exact, language).map(({ at, words, strength }) => ({
      ...{ start, end, exact, strength },
      marker: { start: start + at, end: start + at + words.length },
    }))
  })

/**
 * The steps that the marked verb of a promise reaches by the rules; none: they do not know it. What stands around it counts: «келісті» of
 * «қарастыруға келісті» is no agreement to act.
 *
 * @param marker  place of the verb within `exact`
 * @example
 * strengthsOfVerb('Тараптар қарастыруға келісті.', { start: 21, end: 28 }, 'kk') // => ['agreed_to_consider']
 */
export function strengthsOfVerb(exact: string, marker: { start: number; end: number }, language: string): Strength[] {
  // Somebody may have marked pages: a verb does not reach further than its sentence.
  const from = Math.max(0, marker.start - longestSentence / 2)
  return verbsIn(exact.slice(from, marker.end + longestSentence / 2), language)
    .filter(({ at, words }) => from + at < marker.end && from + at + words.length > marker.start)
    .map(({ strength }) => strength)
}

/** What is longer is a table or a mistake, and nobody would read it as one promise. */
const longestSentence = 2000

/** Places of the sentences: the splitter changes nothing but white space, so that letters can be counted off. */
function sentencesIn(text: string): Array<{ start: number; end: number }> {
  const solid = [...text.matchAll(/\S/g)].map(({ index }) => index)
  let at = 0
  return splitSentences(text).map((sentence) => {
    const start = solid[at] ?? 0
    at += sentence.replace(/\s/g, '').length
    return { start, end: (solid[at - 1] ?? 0) + 1 }
  })
}

interface FoundVerb {
  at: number
  words: string
  strength: Strength
}

/** The verbs of a sentence in their order; of two that share words the earlier rule counts. */
function verbsIn(sentence: string, language: string): FoundVerb[] {
  const found: FoundVerb[] = []
  for (const { strength, verbs } of promiseRules[language] ?? [])
    for (const match of sentence.matchAll(verbs)) {
      const [words] = match
      const isFree = found.every((other) => match.index >= other.at + other.words.length || match.index + words.length <= other.at)
      if (isFree) found.push({ at: match.index, words, strength })
    }
  return found.filter(({ at }) => !denials.test(sentence.slice(0, at))).sort((a, b) => a.at - b.at)
}

/** Stands right before a verb that is denied. */
const denials = /(?:^|[^\p{L}])(?:не|not|never)\s$/iu
