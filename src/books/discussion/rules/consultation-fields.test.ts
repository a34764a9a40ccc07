import { describe, expect, test } from 'vitest'
import type { ConsultationContent } from '../consultation.ts'
import { problemsOfPublishing, readConsultationForm, textsWithout, type ConsultationForm } from './consultation-fields.ts'

const inAll = (text: string) => ({ kk: text, ru: text, en: text })
const content: ConsultationContent = {
  title: inAll('Discussion'),
  question: inAll('What is missing?'),
  asked: inAll('Everybody'),
  rules: inAll('1. No insults.'),
  promise: inAll('We answer.'),
}
const form: ConsultationForm = { of: 'p/2', content, level: 'mail', opensOn: '2026-11-23', closesOn: '2026-12-23' }
const known = { today: '2026-11-23', versions: ['p/1', 'p/2'] }
const codesOf = (changes: Partial<ConsultationForm>) =>
  readConsultationForm({ ...form, ...changes }, known).problems.map(({ code, field }) => `${code} ${field}`)

test('a form that is filled in becomes a consultation, without blanks and empty languages', () => {
  const { fields, problems } = readConsultationForm({ ...form, content: { ...content, title: { kk: ' Талқылау ', en: ' ' } } }, known)
  expect(problems).toEqual([])
  expect(fields).toMatchObject({ programme: 'p', version: 2, level: 'mail', content: { title: { kk: 'Талқылау' } } })
})

describe('what is refused, each beside its field', () => {
  test.each<[string, Partial<ConsultationForm>, string]>([
    ['a version that is not published', { of: 'p/3' }, 'version_missing of'],
    ['a level that does not exist', { level: 'nobody' }, 'level_missing level'],
    ['a day that is none', { opensOn: '2026-02-30' }, 'day_unreadable opensOn'],
    ['a last day that is none', { closesOn: '' }, 'day_unreadable closesOn'],
    ['a first day that is past', { opensOn: '2026-11-22' }, 'opens_in_past opensOn'],
    ['an end before the beginning', { opensOn: '2026-12-24' }, 'period_reversed closesOn'],
    ['a slip of the hand in the year', { closesOn: '2062-12-23' }, 'period_long closesOn'],
    ['no words at all', { content: { ...content, question: { kk: ' ' } } }, 'text_missing question-kk'],
    ['a title as long as a text', { content: { ...content, title: { ru: 'ж'.repeat(201) } } }, 'text_long title-ru'],
  ])('%s', (_, changes, expected) => expect(codesOf(changes)).toEqual([expected]))

  test('all at once, not one after the other', () => {
    expect(codesOf({ of: '', level: '', opensOn: '' })).toHaveLength(3)
  })
})

describe('publishing', () => {
  test('a complete draft may be published', () => expect(problemsOfPublishing(form, '2026-11-23')).toEqual([]))

  test('Kazakh and Russian are required, English is only missed', () => {
    const half = { ...content, title: { en: 'Discussion' }, promise: { kk: 'Жауап береміз', ru: 'Ответим' } }
    expect(problemsOfPublishing({ ...form, content: half }, '2026-11-23').map(({ field }) => field)).toEqual(['title-kk', 'title-ru'])
    expect(textsWithout('en', half)).toEqual(['promise'])
  })

  test('a policy without a numbered rule, and a day that has passed since the draft was written', () => {
    const codes = problemsOfPublishing({ ...form, content: { ...content, rules: inAll('Be nice') } }, '2026-11-24').map(({ code }) => code)
    expect(codes).toEqual(['rules_unnumbered', 'opens_in_past'])
  })
})
