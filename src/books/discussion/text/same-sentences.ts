import type { ProgrammeVersion, Sentence } from '../../programme/programme.ts'
import { Matching } from './matching.ts'
import { pairJoined } from './pair-joined.ts'
import { pairReworded } from './pair-reworded.ts'
import { pairSameWords } from './pair-same-words.ts'
import { placesOf } from './places.ts'

/**
 * Which sentences of one version are which of another: only those surely recognised. A sentence that was split has two.
 *
 * Ids help, but prove nothing: a reader derives them from words, `carryIds` guesses, an author may reuse one.
 *
 * 1. The same words in all languages. Where they stand more than once, the place decides.
 * 2. Two neighbours that became one sentence, or one that became two.
 * 3. Other words. How alike they must be depends on what else speaks for the pair: the sentences around it that are
 *    already recognised, an id that the author wrote, the same numbers. A second sentence nearly as alike makes it
 *    unsure, and an old sentence that still stands unchanged keeps its new twin from being taken for another one.
 *
 * Cost     the pairs that are at least half alike.
 */
export function sameSentences(from: ProgrammeVersion, to: ProgrammeVersion): ReadonlyMap<string, readonly Sentence[]> {
  const matching = new Matching(placesOf(from), placesOf(to))
  pairSameWords(matching)
  pairJoined(matching)
  pairReworded(matching)
  return new Map(matching.pairs().map(([old, images]) => [old.sentence.id, images.map(({ sentence }) => sentence)]))
}
