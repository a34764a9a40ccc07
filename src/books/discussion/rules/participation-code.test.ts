import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { codeInGroups, participationCode, readCode } from './participation-code.ts'

test('every code that is printed can be read again, however it is typed', () => {
  for (let index = 0; index < 500; index++) {
    const code = participationCode(randomBytes(32).toString('base64url'))
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{10}$/)
    expect(readCode(codeInGroups(code).toLowerCase())).toBe(code)
  }
})

test('every symbol comes up about as often as the others', () => {
  const counts = new Map<string, number>()
  for (let index = 0; index < 3100; index++)
    for (const one of participationCode(randomBytes(32).toString('base64url'))) counts.set(one, (counts.get(one) ?? 0) + 1)
  expect(counts.size).toBe(31)
  // 1,000 expected of each; 6 standard deviations are about 190.
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(190)
})

test.each([
  ['letters of a Kazakh keyboard', 'АВСЕН-КМРТХ', 'ABCEHKMPTX'],
  ['blanks', ' abcde 23456 ', 'ABCDE23456'],
  ['too short', 'ABCDE', null],
  ['a symbol that no code has', 'ABCDE0I111', null],
  ['nothing', '', null],
])('%s', (_, typed, code) => expect(readCode(typed)).toBe(code))
