import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProgrammeVersion, Sentence } from '../../programme/programme.ts'
import { sentenceId } from '../../programme/sections.ts'
import { anchorOf, plainSentence, type TextRange } from './anchor.ts'
import { findAnchor } from './find-anchor.ts'

const old = [
  'В 2023 году в городе жили 412 тысяч человек.',
  'В 2024 году в городе жили 418 тысяч человек.',
  'Больше трети жителей не могут дойти до остановки за десять минут.',
  'Мы сначала чиним улицы, которые есть, и лишь потом строим новые.',
  'К 2030 году 80 % жителей найдут остановку в 800 метрах от дома, а 80 % школ получат переходы.',
]

test.each([
  { case: 'nothing changed', quote: old[0], next: old, found: ['found', 0, old[0]] },
  {
    case: 'a number changed in its place',
    quote: old[2],
    next: change(2, (t) => t.replace('десять', 'пять')),
    found: ['changed', 2, 'Больше трети жителей не могут дойти до остановки за пять минут.'],
  },
  { case: 'struck out beside its twin', quote: old[0], next: old.slice(1), found: ['detached', null, old[0]] },
  { case: 'the twin struck out', quote: old[0], next: [old[0], ...old.slice(2)], found: ['found', 0, old[0]] },
  { case: 'twins swapped', quote: old[0], next: [old[1], old[0], ...old.slice(2)], found: ['found', 1, old[0]] },
  {
    case: 'both twins replaced by one',
    quote: old[0],
    next: ['В 2025 году в городе жили 425 тысяч человек.', ...old.slice(2)],
    found: ['detached', null, old[0]],
  },
  {
    case: 'quotation marks and dashes',
    quote: old[3],
    next: change(3, (t) => `«${t.replace(',', ' –')}»`),
    found: ['found', 3, '«Мы сначала чиним улицы – которые есть, и лишь потом строим новые.»'],
  },
  {
    case: 'a stretch whose sentence changed elsewhere',
    quote: 'чиним улицы',
    next: change(3, (t) => t.replace('новые', 'другие')),
    found: ['found', 3, 'чиним улицы'],
  },
  {
    case: 'a stretch that changed',
    quote: 'чиним улицы',
    next: change(3, (t) => t.replace('улицы', 'дороги')),
    found: ['changed', 3, 'Мы сначала чиним дороги, которые есть, и лишь потом строим новые.'],
  },
  {
    case: 'the first of two equal numbers changed',
    quote: '80 %',
    next: change(4, (t) => t.replace('80 %', '85 %')),
    found: ['changed', 4, old[4]?.replace('80 %', '85 %')],
  },
  {
    case: 'the first of two equal numbers kept',
    quote: '80 %',
    next: change(4, (t) => t.replace('800', '500')),
    found: ['found', 4, '80 %'],
  },
  {
    case: 'split in two',
    quote: 'строим новые',
    next: [...old.slice(0, 3), 'Мы сначала чиним улицы, которые есть.', 'И лишь потом строим новые.', old[4]],
    found: ['found', 4, 'строим новые'],
  },
  {
    case: 'merged',
    quote: old[2],
    next: [...old.slice(0, 2), `${old[2]?.slice(0, -1)}, и мы сначала чиним улицы, которые есть, и лишь потом строим новые.`, old[4]],
    found: ['found', 2, old[2]?.slice(0, -1)],
  },
  {
    case: 'made part of a longer sentence',
    quote: old[2],
    next: change(
      2,
      (t) =>
        `Исследование управления транспорта, проведённое весной по заказу акимата, показало: ${t.slice(0, -1)}, и это число за последние пять лет не уменьшилось ни в одном районе.`,
    ),
    found: ['found', 2, old[2]?.slice(0, -1)],
  },
])('$case', ({ quote = '', next, found: [state, at, words] }) => {
  const [from, to] = [versionOf(1, old), versionOf(2, next)]
  const sentence = from.passport[0]?.text.find(({ text }) => text.ru?.includes(quote))
  const start = sentence?.text.ru?.indexOf(quote) ?? 0
  const anchor = anchorOf(from, sentence?.id ?? '', 'ru', { start, end: start + quote.length })
  expect(anchor?.exact).toBe(quote)
  const found = anchor === null ? null : findAnchor(anchor, from, to)
  expect(found).toMatchObject({ state, sentence: at === null ? null : to.passport[0]?.text[at as number]?.id, quote: words })
})

test('the next version lacks the language: the sentence is known by another one', () => {
  const both = { kk: 'Аялдамалардың тізімі ашық деректер ретінде жарияланады.', ru: 'Список остановок публикуется.' }
  const [from, to] = [versionWith(1, [both]), versionWith(2, [{ kk: both.kk }])]
  const anchor = anchorOf(from, from.passport[0]?.text[0]?.id ?? '', 'ru')
  expect(anchor && findAnchor(anchor, from, to)).toEqual({
    state: 'changed',
    sentence: to.passport[0]?.text[0]?.id,
    start: 0,
    end: 0,
    quote: both.ru,
  })
})

test('an anchor whose words are not in its version is detached, not guessed', () => {
  const version = versionOf(1, old)
  const anchor = anchorOf(version, version.passport[0]?.text[0]?.id ?? '', 'ru')
  expect(anchor && findAnchor({ ...anchor, exact: 'В 2024 году' }, version, version).state).toBe('detached')
})

const sentences = fc.array(
  fc
    .array(fc.constantFrom('қала', 'жол', 'саябақ', '12', '80', '%', 'және', 'жаңа', '«су»'), { minLength: 1, maxLength: 9 })
    .map((words) => words.join(' ')),
  { minLength: 1, maxLength: 6 },
)

test('whatever the two versions: what is found are the same words at their place, what is detached keeps the old quote', () => {
  fc.assert(
    fc.property(sentences, sentences, fc.nat(), fc.nat(), (before, after, which, cut) => {
      const [from, to] = [versionOf(1, before), versionOf(2, after)]
      const sentence = from.passport[0]?.text[which % before.length]
      const text = plainSentence(sentence, 'ru')
      const range: TextRange = { start: cut % text.length, end: text.length }
      const anchor = anchorOf(from, sentence?.id ?? '', 'ru', range)
      if (anchor === null) return
      const found = findAnchor(anchor, from, to)
      const there = to.passport[0]?.text.find(({ id }) => id === found.sentence)
      if (found.state === 'detached') expect(found).toEqual({ state: 'detached', sentence: null, start: 0, end: 0, quote: anchor.exact })
      else expect(plainSentence(there, 'ru').slice(found.start, found.end)).toBe(found.quote)
      if (found.state === 'found') expect(found.quote).toContain(anchor.exact.match(/[\p{L}\p{N}]+/u)?.[0] ?? '')
    }),
    { numRuns: 500 },
  )
})

function change(at: number, how: (text: string) => string): string[] {
  return old.map((text, place) => (place === at ? how(text) : text))
}

const versionOf = (number: number, texts: ReadonlyArray<string | undefined>): ProgrammeVersion =>
  versionWith(
    number,
    texts.map((ru) => ({ ru: ru ?? '' })),
  )

function versionWith(number: number, texts: ReadonlyArray<Sentence['text']>): ProgrammeVersion {
  const seen: string[] = []
  const text = texts.map((words): Sentence => {
    seen.push(JSON.stringify(words))
    return { id: sentenceId('p', words, seen.filter((one) => one === JSON.stringify(words)).length), text: words, sources: [] }
  })
  return {
    programme: 'p-2030',
    number,
    status: 'draft',
    date: null,
    act: {},
    title: { ru: 'П' },
    period: { from: 2024, to: 2030 },
    baselineYear: null,
    passport: [{ label: { ru: 'Цель' }, text }],
    directions: [],
    sources: [],
  }
}
