import { expect, test } from 'vitest'
import { checkStatement, longestStatement } from './statement-rules.ts'

const existing = [
  { id: 'a', text: 'Автобус жолақтарын 2027 жылға дейін барлық негізгі көшелерде бөлу керек.' },
  { id: 'b', text: 'На набережной нужно запретить строительство.' },
]

test.each([
  { text: 'Мектеп жанындағы көшелерде жылдамдық 30 км/сағ болуы тиіс.', language: 'kk' as const },
  { text: 'Велодорожки важнее новых парковок.', language: 'ru' as const },
  { text: 'Скамейки и урны нужны в каждом дворе.', language: 'ru' as const },
  { text: 'The night bus should run until 2 a.m.', language: 'en' as const },
])('a good statement: $text', ({ text, language }) => {
  expect(checkStatement(text, language, existing)).toEqual([])
})

test.each([
  { case: 'empty', text: ' … ', language: 'ru' as const, codes: ['statement_empty'] },
  { case: 'too long', text: `${'жол '.repeat(longestStatement.kk / 4)}салынсын`, language: 'kk' as const, codes: ['statement_too_long'] },
  { case: 'a question', text: 'Когда сделают дорогу?', language: 'ru' as const, codes: ['statement_question'] },
  { case: 'a question without its mark', text: 'Почему у нас нет воды', language: 'ru' as const, codes: ['statement_question'] },
  { case: 'a Kazakh question without its mark', text: 'Бізге жаңа көпір керек пе', language: 'kk' as const, codes: ['statement_question'] },
  {
    case: 'two sentences',
    text: 'Метро дороже трамвая. Трамвай надо вернуть.',
    language: 'ru' as const,
    codes: ['statement_several_claims'],
  },
  { case: 'two claims in one', text: 'Саябақтар көп, бірақ жарық аз.', language: 'kk' as const, codes: ['statement_several_claims'] },
  { case: 'one word', text: 'Метро!', language: 'ru' as const, codes: ['statement_too_short'] },
  { case: 'Latin letters in Kazakh', text: 'Қaлаға жаңа саябақ керек.', language: 'kk' as const, codes: ['statement_characters'] },
  {
    case: 'it stands already, without a Kazakh keyboard',
    text: 'автобус жолактарын 2027 жылга дейин барлык негизги кошелерде болу керек',
    language: 'kk' as const,
    codes: ['statement_duplicate'],
  },
  {
    case: 'it stands already but for a letter',
    text: 'Автобус жолақтарын 2027 жылға дейін барлық негізгі көшелерде бөлу керек-ті.',
    language: 'kk' as const,
    codes: ['statement_duplicate'],
  },
  {
    case: 'the opposite is like it, and no duplicate',
    text: 'На набережной не нужно запретить строительство.',
    language: 'ru' as const,
    codes: ['statement_like_another'],
  },
  {
    case: 'another year is like it, and no duplicate',
    text: 'Автобус жолақтарын 2029 жылға дейін барлық негізгі көшелерде бөлу керек.',
    language: 'kk' as const,
    codes: ['statement_like_another'],
  },
])('$case', ({ text, language, codes }) => {
  expect(checkStatement(text, language, existing).map(({ code }) => code)).toEqual(codes)
})

test('a duplicate names the statement that stands', () => {
  expect(checkStatement('на набережной нужно запретить строительство', 'ru', existing)).toEqual([
    { code: 'statement_duplicate', severity: 'refuse', other: 'b' },
  ])
})
