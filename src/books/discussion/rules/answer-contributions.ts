import { done, refuse, type Outcome } from '../../outcome.ts'
import type { ProgrammeVersion, Sentence } from '../../programme/programme.ts'
import { sectionsOf } from '../../programme/sections.ts'
import { languages, type MultilingualText } from '../../text.ts'
import type { Consultation } from '../consultation.ts'
import type { Contribution } from '../contribution.ts'
import { decisions, type Decision, type OfficialAnswer } from '../official-answer.ts'
import { didSuggestionEnter } from '../text/suggestion.ts'
import { withoutEmpty } from './consultation-fields.ts'

export const longestAnswer = 4000
/** How many contributions one answer may be for: what fits into one form. */
export const mostAnsweredAtOnce = 500

export interface AnswerForm {
  decision: string
  reason: MultilingualText
}

export interface ReadAnswer {
  decision: Decision
  reason: MultilingualText
}

/** What the city says: a decision and its reason, in at least one language. */
export function readAnswer(form: AnswerForm): Outcome<ReadAnswer> {
  const decision = decisions.find((one) => one === form.decision)
  if (decision === undefined) return refuse('decision_missing', 'decision')
  const reason = withoutEmpty(form.reason)
  for (const [language, words] of Object.entries(reason))
    if (words.length > longestAnswer) return refuse('text_long', `reason-${language}`, { limit: longestAnswer, length: words.length })
  if (Object.keys(reason).length === 0) return refuse('reason_missing', 'reason-kk')
  return done({ decision, reason })
}

/**
 * Whom one answer may be for: contributions that everybody sees and that have no answer yet.
 *
 * @param numbers  those that were chosen
 * @param found    what there is of them
 */
export function chooseAnswered(
  numbers: readonly number[],
  found: readonly Pick<Contribution, 'number' | 'kind' | 'state' | 'answer'>[],
): Outcome<readonly number[]> {
  const chosen = [...new Set(numbers)].sort((a, b) => a - b)
  if (chosen.length === 0) return refuse('nobody_chosen', 'of')
  if (chosen.length > mostAnsweredAtOnce) return refuse('too_many_chosen', 'of', { limit: mostAnsweredAtOnce })
  for (const number of chosen) {
    const one = found.find((contribution) => contribution.number === number)
    if (one === undefined || one.state !== 'shown' || one.kind === 'reply') return refuse('contribution_gone', 'of', { number })
    if (one.answer !== null) return refuse('answered_meanwhile', 'of', { number })
  }
  return done(chosen)
}

/** A sentence of a later version that differs from what was discussed. */
export interface ChangedSentence {
  sentence: Sentence
  /** How much of the suggested wording stands in it now, from 0 to 1; null: nothing was suggested for it. */
  share: number | null
}

/**
 * The sentences of a later version that are new or have other words than in the version that was discussed: those that suggestions went
 * into first. A person chooses.
 *
 * @param suggestions  what people suggested, each for a sentence of the version that was discussed
 */
export function changedSentences(
  discussed: ProgrammeVersion,
  later: ProgrammeVersion,
  suggestions: ReadonlyArray<Pick<Contribution, 'sentence' | 'wording' | 'language'>>,
): ChangedSentence[] {
  const before = new Map(sentencesOf(discussed).map((sentence) => [sentence.id, sentence]))
  return sentencesOf(later)
    .filter(({ id, text }) => languages.some((language) => (text[language] ?? '') !== (before.get(id)?.text[language] ?? '')))
    .map((sentence) => ({ sentence, share: shareOf(sentence, before.get(sentence.id), suggestions) }))
    .sort((a, b) => (b.share ?? -1) - (a.share ?? -1))
}

function shareOf(
  after: Sentence,
  before: Sentence | undefined,
  suggestions: ReadonlyArray<Pick<Contribution, 'sentence' | 'wording' | 'language'>>,
): number | null {
  const shares = suggestions
    .filter(({ sentence, wording }) => sentence === after.id && wording !== null)
    .map(({ wording, language }) => didSuggestionEnter(wording ?? '', before?.text[language] ?? '', after.text[language] ?? '').share)
  return shares.length === 0 ? null : Math.max(...shares)
}

const sentencesOf = (version: ProgrammeVersion): Sentence[] => sectionsOf(version).flatMap(({ sentences }) => [...sentences])

/** Whether what was answered so may be said to have changed a sentence of a version. */
export function chooseChange(
  answer: Pick<OfficialAnswer, 'decision'>,
  { programme, version }: Pick<Consultation, 'programme' | 'version'>,
  change: { version: number; sentence: string },
  versions: readonly ProgrammeVersion[],
): Outcome<{ version: number; sentence: string }> {
  if (answer.decision !== 'accepted' && answer.decision !== 'partly') return refuse('not_accepted')
  const own = versions.filter((one) => one.programme === programme)
  const [discussed, later] = [own.find(({ number }) => number === version), own.find(({ number }) => number === change.version)]
  if (discussed === undefined || later === undefined || later.number <= version) return refuse('later_version_missing', 'sentence')
  if (!changedSentences(discussed, later, []).some(({ sentence }) => sentence.id === change.sentence))
    return refuse('sentence_missing', 'sentence')
  return done(change)
}
