import { describe, expect, test } from 'vitest'
import type { ConsultationEvent } from '../consultation.ts'
import { closeEarly, declareAnswered, extendConsultation } from './change-period.ts'

const reason = { kk: 'Сұрақ көп', ru: 'Много вопросов' }
const open = { publishedAt: '2026-11-01T00:00:00Z', opensOn: '2026-11-02', closesOn: '2026-12-01', events: [] as ConsultationEvent[] }
const at = new Date('2026-11-23T06:00:00Z')
const now = { at, today: '2026-11-23' }
const codeOf = (outcome: ReturnType<typeof declareAnswered>) => (outcome.ok ? 'done' : outcome.refusal.code)

test('an extension keeps the old day and says why', () => {
  expect(extendConsultation(open, { closesOn: '2026-12-20', reason }, now)).toEqual({
    ok: true,
    value: { kind: 'extended', at: '2026-11-23T06:00:00.000Z', closesOn: { before: '2026-12-01', after: '2026-12-20' }, reason },
  })
})

describe('an extension', () => {
  test.each([
    ['to the same day', open, '2026-12-01', reason, 'not_later'],
    ['to an earlier day', open, '2026-11-30', reason, 'not_later'],
    ['to no day', open, '2026-13-01', reason, 'day_unreadable'],
    ['without a reason in Russian', open, '2026-12-20', { kk: 'Сұрақ көп' }, 'needs_ru'],
    ['of a draft', { ...open, publishedAt: null }, '2026-12-20', reason, 'not_running'],
    ['of one that is over', { ...open, closesOn: '2026-11-22' }, '2026-12-20', reason, 'not_running'],
  ])('%s is refused', (_, consultation, closesOn, why, code) =>
    expect(codeOf(extendConsultation(consultation, { closesOn, reason: why }, now))).toBe(code),
  )
})

describe('an earlier end', () => {
  test.each([
    ['today at the earliest', open, '2026-11-23', 'done'],
    ['not yesterday', open, '2026-11-22', 'last_day_past'],
    ['not the day that it is anyway', open, '2026-12-01', 'not_earlier'],
    ['not before it opens', { ...open, opensOn: '2026-11-28' }, '2026-11-25', 'closes_before_opening'],
  ])('%s', (_, consultation, closesOn, code) => expect(codeOf(closeEarly(consultation, { closesOn, reason }, now))).toBe(code))
})

describe('answered', () => {
  const closed = { ...open, closesOn: '2026-11-22' }
  test.each([
    ['with an answer to everybody', closed, 0, 'done'],
    ['not while somebody waits', closed, 3, 'answers_missing'],
    ['not while people still write', open, 0, 'not_closed'],
    ['only once', { ...closed, events: [{ kind: 'answered' as const, at: '' }] }, 0, 'not_closed'],
  ])('%s', (_, consultation, waiting, code) => expect(codeOf(declareAnswered(consultation, waiting, now))).toBe(code))
})
