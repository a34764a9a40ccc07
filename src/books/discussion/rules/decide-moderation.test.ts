import { describe, expect, test } from 'vitest'
import type { ConsultationContent } from '../consultation.ts'
import { answerAppeal, decideModeration, mayAppeal, type ModeratedSubject } from './decide-moderation.ts'

const content: ConsultationContent = {
  title: {},
  question: {},
  asked: {},
  rules: { kk: 'Жасырылады:\n1. Балағаттау.\n2. Жарнама.', ru: '1. Оскорбления.' },
  promise: {},
}
const contribution = (state: 'shown' | 'held' | 'hidden' | 'withdrawn'): ModeratedSubject => ({ kind: 'contribution', state })
const codeOf = (outcome: ReturnType<typeof decideModeration>) => (outcome.ok ? outcome.value.action : outcome.refusal.code)
const because = { ru: 'Оскорбление' }

describe('a decision', () => {
  test.each([
    ['lets through without a word', contribution('held'), 'shown', '', {}, 'shown'],
    ['hides under a rule and with a reason', contribution('shown'), 'hidden', '1', because, 'hidden'],
    ['needs a rule to hide', contribution('shown'), 'hidden', '', because, 'rule_missing'],
    ['needs a rule that the policy has', contribution('shown'), 'hidden', '3', because, 'rule_missing'],
    ['needs a reason in words', contribution('held'), 'rejected', '2', { ru: '  ' }, 'reason_missing'],
    ['brings back what was hidden', contribution('hidden'), 'restored', '', {}, 'restored'],
    ['leaves alone what its author took back', contribution('withdrawn'), 'restored', '', {}, 'action_missing'],
    ['is not made twice', contribution('shown'), 'shown', '', {}, 'action_missing'],
    ['is one of those that there are', contribution('held'), 'deleted', '1', because, 'action_missing'],
    ['rejects a statement', { kind: 'statement', state: 'held' } as const, 'rejected', '2', because, 'rejected'],
    ['has a reason of a sensible length', contribution('shown'), 'hidden', '1', { en: 'x'.repeat(1001) }, 'text_long'],
  ])('%s', (_, subject, action, rule, reason, expected) =>
    expect(codeOf(decideModeration(subject, { action, rule, reason }, { content }))).toBe(expected),
  )

  test('what is let through names no rule, whatever was chosen', () => {
    expect(decideModeration(contribution('held'), { action: 'shown', rule: '1', reason: {} }, { content })).toEqual({
      ok: true,
      value: { action: 'shown', rule: null, reason: {} },
    })
  })
})

test.each([
  ['against what was hidden', { action: 'hidden' as const, appeal: null }, true],
  ['against what was rejected', { action: 'rejected' as const, appeal: null }, true],
  ['not against being shown', { action: 'shown' as const, appeal: null }, false],
  ['once', { action: 'hidden' as const, appeal: { appealedAt: '', outcome: null, answer: null, answeredAt: null } }, false],
])('one may appeal %s', (_, decision, may) => expect(mayAppeal(decision)).toBe(may))

describe('an appeal', () => {
  const form = { outcome: 'upheld', answer: { kk: 'Дұрыс айтасыз' } }
  test.each([
    ['is answered by another moderator', form, { decidedBy: 'a', by: 'b', otherModerators: 1 }, 'upheld'],
    ['is not answered by who decided', form, { decidedBy: 'a', by: 'a', otherModerators: 1 }, 'own_decision'],
    ['is answered by the only moderator there is', form, { decidedBy: 'a', by: 'a', otherModerators: 0 }, 'upheld'],
    ['is upheld or rejected', { ...form, outcome: '' }, { decidedBy: 'a', by: 'b', otherModerators: 1 }, 'outcome_missing'],
    ['has an answer in words', { ...form, answer: {} }, { decidedBy: 'a', by: 'b', otherModerators: 1 }, 'answer_missing'],
  ])('%s', (_, given, who, expected) => {
    const outcome = answerAppeal(given, who)
    expect(outcome.ok ? outcome.value.outcome : outcome.refusal.code).toBe(expected)
  })
})
