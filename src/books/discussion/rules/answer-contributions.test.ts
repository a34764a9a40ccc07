import { describe, expect, test } from 'vitest'
import type { ProgrammeVersion } from '../../programme/programme.ts'
import type { Contribution } from '../contribution.ts'
import { changedSentences, chooseAnswered, chooseChange, readAnswer } from './answer-contributions.ts'

const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'done' : outcome.refusal?.code)
const one = (number: number, changes: Partial<Contribution> = {}) =>
  ({ number, kind: 'comment', state: 'shown', answer: null, ...changes }) as Contribution

describe('an answer', () => {
  test.each([
    ['has a decision and a reason', 'accepted', { kk: 'Иә' }, 'done'],
    ['has one of the four decisions', 'maybe', { kk: 'Иә' }, 'decision_missing'],
    ['has a reason in words', 'partly', { ru: ' ' }, 'reason_missing'],
    ['has room for a page, not for a book', 'accepted', { ru: 'ж'.repeat(4001) }, 'text_long'],
  ])('%s', (_, decision, reason, expected) => expect(codeOf(readAnswer({ decision, reason }))).toBe(expected))
})

describe('whom an answer is for', () => {
  test.each([
    ['several, each once', [2, 1, 2], [one(1), one(2)], 'done'],
    ['nobody', [], [], 'nobody_chosen'],
    ['somebody who is not there', [9], [one(1)], 'contribution_gone'],
    ['what is hidden', [1], [one(1, { state: 'hidden' })], 'contribution_gone'],
    ['a reply', [1], [one(1, { kind: 'reply' })], 'contribution_gone'],
    ['what a colleague has just answered', [1], [one(1, { answer: 3 })], 'answered_meanwhile'],
    ['more than a form holds', Array.from({ length: 501 }, (_, at) => at + 1), [], 'too_many_chosen'],
  ])('%s', (_, numbers, found, expected) => expect(codeOf(chooseAnswered(numbers, found))).toBe(expected))
})

const version = (number: number, texts: Record<string, string>, status: 'draft' | 'adopted' = 'draft') =>
  ({
    programme: 'p',
    number,
    status,
    passport: [],
    directions: [
      { id: 'd', number: '1', title: {}, goals: [], text: Object.entries(texts).map(([id, ru]) => ({ id, text: { ru }, sources: [] })) },
    ],
  }) as unknown as ProgrammeVersion

const discussed = version(2, { s1: 'Доля общественного транспорта 30 процентов', s2: 'Посадить сто деревьев', s3: 'Без изменений' })
const later = version(3, {
  s1: 'Доля общественного транспорта 45 процентов',
  s2: 'Посадить двести тополей',
  s3: 'Без изменений',
  s4: 'Новая фраза',
})

test('sentences that changed, those that suggestions went into first', () => {
  const suggestions = [
    { sentence: 's2', wording: 'Посадить двести тополей', language: 'ru' as const },
    { sentence: 's1', wording: 'Доля общественного транспорта 50 процентов', language: 'ru' as const },
  ]
  expect(changedSentences(discussed, later, suggestions).map(({ sentence, share }) => [sentence.id, share])).toEqual([
    ['s2', 1],
    ['s1', 0.5],
    ['s4', null],
  ])
})

describe('a link to a sentence', () => {
  const versions = [discussed, later, { ...version(4, { s1: 'x' }), programme: 'other' } as ProgrammeVersion]
  const consultation = { programme: 'p', version: 2 }
  test.each([
    ['of an accepted one', 'accepted', { version: 3, sentence: 's1' }, 'done'],
    ['of one accepted in part', 'partly', { version: 3, sentence: 's4' }, 'done'],
    ['of one that was not accepted', 'not_accepted', { version: 3, sentence: 's1' }, 'not_accepted'],
    ['to a sentence that stayed as it was', 'accepted', { version: 3, sentence: 's3' }, 'sentence_missing'],
    ['to the version that was discussed', 'accepted', { version: 2, sentence: 's1' }, 'later_version_missing'],
    ['to another programme', 'accepted', { version: 4, sentence: 's1' }, 'later_version_missing'],
  ] as const)('%s', (_, decision, change, expected) =>
    expect(codeOf(chooseChange({ decision }, consultation, change, versions))).toBe(expected),
  )
})
