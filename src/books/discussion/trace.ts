import { compareSentences, type SentenceDifference } from '../programme/compare-sentences.ts'
import type { ProgrammeVersion, Sentence } from '../programme/programme.ts'
import { sectionsOf } from '../programme/sections.ts'
import type { ListedContribution } from './listed-contribution.ts'
import { findAnchor, type FoundAnchor } from './text/find-anchor.ts'

/** What became of a contribution, from what was said to what was adopted. */
export interface Trace {
  /** Others that the same answer is for: they said the same. */
  together: readonly number[]
  /** Sentences that it changed, each as a difference between the version before and the one that has it. */
  changed: ReadonlyArray<{ version: ProgrammeVersion; difference: SentenceDifference }>
  /** Where the words it is about stand in the newest version; null: there is no newer one, or it is about no sentence. */
  now: { version: ProgrammeVersion; found: FoundAnchor } | null
  /** The version that was adopted after the discussion; null: not yet. */
  adopted: ProgrammeVersion | null
}

/**
 * The way of one contribution.
 *
 * @param version  the version that it was written about
 * @param later    versions of the same programme that came after, oldest first
 */
export function traceOf(
  { contribution, answer, changes }: Pick<ListedContribution, 'contribution' | 'answer' | 'changes'>,
  version: ProgrammeVersion,
  later: readonly ProgrammeVersion[],
): Trace {
  const newest = later.at(-1)
  const { anchor } = contribution
  return {
    together: (answer?.contributions ?? []).filter((number) => number !== contribution.number),
    changed: changes.flatMap((change) => {
      const at = later.findIndex(({ number }) => number === change.version)
      const after = later[at]
      const before = later[at - 1] ?? version
      const difference = after && differenceOf(change.sentence, before, after)
      return after && difference ? [{ version: after, difference }] : []
    }),
    now: newest === undefined || anchor === null ? null : { version: newest, found: findAnchor(anchor, version, newest) },
    adopted: later.find(({ status }) => status !== 'draft') ?? null,
  }
}

function differenceOf(sentence: string, before: ProgrammeVersion, after: ProgrammeVersion): SentenceDifference | null {
  const one = (version: ProgrammeVersion): Sentence[] =>
    sectionsOf(version).flatMap(({ sentences }) => sentences.filter(({ id }) => id === sentence))
  return compareSentences(one(before), one(after))[0] ?? null
}
