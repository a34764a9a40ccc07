import { done, refuse, type Outcome } from '../../outcome.ts'
import type { Language, MultilingualText } from '../../text.ts'
import type { Consultation } from '../consultation.ts'
import type { ContributionState } from '../contribution.ts'
import type { ModerationAction, ModerationDecision } from '../moderation.ts'
import type { StatementState } from '../statement.ts'
import { withoutEmpty } from './consultation-fields.ts'
import { policyRules } from './policy-rules.ts'

export const longestModerationReason = 1000

/** An appeal as the desk sees it. */
export interface OpenAppeal {
  decision: number
  appealedAt: string
  outcome: 'upheld' | 'rejected' | null
  answer: MultilingualText | null
  /** null: its author has removed the words, and herself. */
  text: string | null
}

/** What a moderator may do with something in this state. A contribution that is hidden can be restored; a withdrawn one is its author's. */
const actionsFrom: Readonly<Record<ContributionState | StatementState, readonly ModerationAction[]>> = {
  held: ['shown', 'rejected'],
  shown: ['hidden'],
  hidden: ['restored'],
  rejected: ['restored'],
  withdrawn: [],
}

/**
 * What can be decided about something that was written.
 *
 * @example
 * actionsOn({ kind: 'contribution', state: 'held' }) // => ['shown', 'rejected']
 */
export const actionsOn = (subject: ModeratedSubject): readonly ModerationAction[] => actionsFrom[subject.state]

export type ModeratedSubject = { kind: 'contribution'; state: ContributionState } | { kind: 'statement'; state: StatementState }

/** Something that a moderator looks at: a contribution or a statement, with words that others may not see. */
export interface Moderated {
  subject: ModerationDecision['subject']
  state: ModeratedSubject
  /** null: the city's own, or its author was forgotten. */
  participant: number | null
  language: Language | null
  text: MultilingualText | null
  wording: MultilingualText | null
  /** The words of the programme that it is about. */
  quote: string | null
  findings: readonly string[]
  writtenAt: string
}

export interface DecisionForm {
  action: string
  rule: string
  reason: MultilingualText
}

/**
 * A decision of a moderator. What is taken out is taken out under a rule of the published policy and with a reason in words; what is let
 * through needs neither.
 */
export function decideModeration(
  subject: ModeratedSubject,
  form: DecisionForm,
  { content }: Pick<Consultation, 'content'>,
): Outcome<{ action: ModerationAction; rule: string | null; reason: MultilingualText }> {
  const action = actionsOn(subject).find((one) => one === form.action)
  // Somebody else decided meanwhile, or nothing was chosen.
  if (action === undefined) return refuse('action_missing', 'action')
  const reason = withoutEmpty(form.reason)
  for (const [language, words] of Object.entries(reason))
    if (words.length > longestModerationReason)
      return refuse('text_long', `reason-${language}`, { limit: longestModerationReason, length: words.length })
  if (action === 'shown' || action === 'restored') return done({ action, rule: null, reason })
  const rule = policyRules(content.rules).find(({ number }) => number === form.rule)?.number
  if (rule === undefined) return refuse('rule_missing', 'rule')
  if (Object.keys(reason).length === 0) return refuse('reason_missing', 'reason-kk')
  return done({ action, rule, reason })
}

/** The state in which a contribution is after a decision; one that was never shown is hidden all the same. */
export const contributionStateAfter = (action: ModerationAction): ContributionState =>
  action === 'shown' || action === 'restored' ? 'shown' : 'hidden'

/** A statement that people have voted on is taken out as one that was never shown. */
export const statementStateAfter = (action: ModerationAction): StatementState =>
  action === 'shown' || action === 'restored' ? 'shown' : 'rejected'

export const longestAppeal = 2000

/** Whether somebody may appeal against a decision: only against one that took something of hers out, and once. */
export const mayAppeal = (decision: Pick<ModerationDecision, 'action' | 'appeal'>): boolean =>
  decision.appeal === null && (decision.action === 'hidden' || decision.action === 'rejected')

/**
 * The answer to an appeal. Who decided does not judge her own decision while there is somebody else who may.
 *
 * @param deciders  who decided, who answers, and how many other moderators there are
 */
export function answerAppeal(
  form: { outcome: string; answer: MultilingualText },
  { decidedBy, by, otherModerators }: { decidedBy: string | null; by: string; otherModerators: number },
): Outcome<{ outcome: 'upheld' | 'rejected'; answer: MultilingualText }> {
  if (decidedBy === by && otherModerators > 0) return refuse('own_decision')
  if (form.outcome !== 'upheld' && form.outcome !== 'rejected') return refuse('outcome_missing', 'outcome')
  const answer = withoutEmpty(form.answer)
  for (const [language, words] of Object.entries(answer))
    if (words.length > longestModerationReason)
      return refuse('text_long', `answer-${language}`, { limit: longestModerationReason, length: words.length })
  if (Object.keys(answer).length === 0) return refuse('answer_missing', 'answer-kk')
  return done({ outcome: form.outcome, answer })
}
