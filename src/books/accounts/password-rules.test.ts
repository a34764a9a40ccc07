import { describe, expect, test } from 'vitest'
import { commonPasswords } from './common-passwords.ts'
import { checkNewPassword } from './password-rules.ts'

const about = ['Aigul Saparova', 'aigul.saparova@almaty.example', 'almaty', 'Алматы', 'Үлгіқала']
const codeOf = (password: string): string | null => {
  const outcome = checkNewPassword(password, about)
  return outcome.ok ? null : outcome.refusal.code
}

describe('V6.2.1 V6.2.9 length', () => {
  test.each([
    [7, 'password_short'],
    [11, 'password_short'],
    [12, null],
    [15, null],
    [64, null],
    [128, null],
    [200, null],
    [201, 'password_long'],
  ])('%i characters: %s', (length, code) => {
    expect(codeOf('wmz73kqfhbxr29 tvyj5d'.repeat(10).slice(0, length))).toBe(code)
  })

  test('is counted in characters as people see them, not in bytes', () => {
    expect(codeOf('қтнжгбвмшлрд')).toBe(null)
    expect(codeOf('🖊📒🌲🏔🌊🚲')).toBe('password_short')
  })
})

test.each([
  'correct horse battery',
  'tree house river 7',
  'қалада жаңбыр жауды',
  'зимний сад у реки',
  'kX9-vq2!mT7#pL',
  'nnnw ee lllk pqr z',
])('V6.2.5 any composition is good: %s', (password) => {
  expect(codeOf(password)).toBeNull()
})

test.each([
  'password1234',
  'Password2024!',
  'P@ssw0rd12345',
  'qwertyuiop12',
  'qwerty123456',
  '1qaz2wsx3edc',
  '123456789012',
  '987654321098',
  'aaaaaaaaaaaa',
  'abcabcabcabcabc',
  'abcdefghijkl',
  'iloveyouiloveyou',
  'йцукенгшщзхъ',
  'пароль123456',
  'құпиясөз2025',
  'monkey dragon football',
  'ПарольПароль1',
  'gfhjkmgfhjkm',
])('V6.2.4 V6.2.12 is chosen by many, and refused: %s', (password) => {
  expect(codeOf(password)).toBe('password_common')
})

test.each(['Bagdar2026!!', 'aigul.saparova', 'Saparova-1990-kz', 'aigul.saparova@almaty.example', 'үлгіқала2030ж', 'бағдар-бағдар'])(
  'V6.1.2 V6.2.11 holds what anybody would try for her, and is refused: %s',
  (password) => {
    expect(codeOf(password)).toMatch(/^password_(about|common)$/)
  },
)

test('V6.2.4 V6.2.12 the list holds at least three thousand, all of them long enough to matter', () => {
  const list = [...commonPasswords()]
  expect(list.length).toBeGreaterThan(3000)
  expect(list.every((password) => [...password].length >= 12)).toBe(true)
  const taken = list.filter((password) => checkNewPassword(password, []).ok)
  expect(taken).toEqual([])
})
