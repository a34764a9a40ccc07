import { describe, expect, test } from 'vitest'
import { proposeStatement, similarStatements } from './propose-statement.ts'
import type { Statement } from './statement.ts'
import { longestStatement } from './text/statement-rules.ts'

const statement = (number: number, ru: string, changes: Partial<Statement> = {}): Statement => ({
  number,
  text: { ru },
  language: null,
  participant: null,
  subject: null,
  state: 'shown',
  writtenAt: '2026-11-23T09:00:00.000Z',
  ...changes,
})
const given = { text: 'У школ нужны велодорожки.', language: 'ru', subject: null }
const around = { phase: 'open' as const, statements: [] as Statement[], participant: 7 }

describe('a statement of a resident', () => {
  test('is taken as it was meant', () => {
    expect(proposeStatement({ ...given, text: '  У школ \n нужны велодорожки. ' }, around)).toEqual({
      ok: true,
      value: { ...given, hints: [] },
    })
  })

  test.each([
    { case: 'nothing written', input: { text: ' \n ' }, code: 'statement_empty' },
    { case: 'too long', input: { text: 'а'.repeat(longestStatement.ru + 1) }, code: 'statement_too_long' },
    { case: 'no such language', input: { language: 'fr' }, code: 'language_unknown' },
    { case: 'the consultation is closed', around: { phase: 'closed' as const }, code: 'not_open' },
    { case: 'it is there', around: { statements: [statement(1, 'у школ нужны  велодорожки.')] }, code: 'statement_duplicate' },
    {
      case: 'five wait',
      around: { statements: Array.from({ length: 5 }, (_, at) => statement(at, `${at}`, { participant: 7, state: 'held' })) },
      code: 'too_many_waiting',
    },
  ])('is refused: $case', ({ input, around: other, code }) => {
    expect(proposeStatement({ ...given, ...input }, { ...around, ...other })).toMatchObject({ ok: false, refusal: { code } })
  })

  test('may be what was rejected for somebody else', () => {
    const rejected = statement(1, given.text, { state: 'rejected' })
    expect(proposeStatement(given, { ...around, statements: [rejected] }).ok).toBe(true)
  })
})

test('a question is let through, with a hint to its author', () => {
  const asked = proposeStatement({ ...given, text: 'Нужны ли у школ велодорожки?' }, around)
  expect(asked).toMatchObject({ ok: true, value: { hints: ['statement_question'] } })
})

test('similar ones are those that can be voted on, the most alike first', () => {
  const statements = [
    statement(1, 'У школ нужны тротуары и велодорожки.'),
    statement(2, 'Метро нужно продлить до Калкамана.'),
    statement(3, 'У школ нужны велодорожки'),
    statement(4, 'У школ нужны велодорожки!', { state: 'held' }),
  ]
  expect(similarStatements(given.text, statements).map(({ number }) => number)).toEqual([3, 1])
})
