import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Measure, ProgrammeVersion, Sentence, TargetIndicator } from '../../books/programme/programme.ts'
import { readProgramme } from './read-programme.ts'
import { writeProgramme } from './write-programme.ts'

const line = fc
  .oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(
      '80 %-ға дейін: «жол», т.б.',
      '# not a comment',
      '- item',
      'null',
      '1.10',
      'yes',
      "it's",
      'a "quoted" word',
      '{',
      '2024-02-15',
    ),
  )
  .map((text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim())
  .filter((text) => text !== '' && text !== 'null' && text !== '~')
const words = fc.record({ kk: line, ru: line, en: line }, { requiredKeys: ['kk'] })
const id = fc.uuid()
const decimal = fc
  .tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom('', '.0', '.50', '.125'))
  .map(([whole, rest]) => `${whole}${rest}`)
const year = fc.integer({ min: 2024, max: 2030 })
const sentence: fc.Arbitrary<Sentence> = fc.record({ id, text: words, sources: fc.constantFrom([], ['act']) })
const targets = fc
  .uniqueArray(fc.record({ year, value: decimal }), { selector: (one) => one.year })
  .map((list) => list.sort((a, b) => a.year - b.year))

const indicator: fc.Arbitrary<TargetIndicator> = fc.record({
  id,
  name: words,
  unit: fc.constantFrom('', 'PT'),
  desired: fc.constantFrom(null, 'increase', 'decrease'),
  baseline: fc.option(fc.record({ year: fc.constant(2023), value: decimal })),
  targets,
  actual: fc.option(
    fc.record({
      indicator: fc.constant('11.2.1'),
      source: fc.constant('kazstat'),
      unit: fc.constantFrom('', 'PT'),
      refArea: fc.constant('KZALA'),
      dimensions: fc.constantFrom({}, { SERIES: '_L_KZ_1', SEX: 'F' }),
    }),
  ),
  note: fc.oneof(fc.constant({}), words),
  sources: fc.constantFrom([], ['act']),
})
const measure: fc.Arbitrary<Measure> = fc.record({
  id,
  number: line,
  title: words,
  owner: fc.oneof(fc.constant({}), words),
  deadline: fc.constantFrom(null, '2026', '2026-03', '2026-03-31'),
  formOfCompletion: fc.oneof(fc.constant({}), words),
  budget: fc.array(
    fc.record({ year, amount: decimal, currency: fc.constant('KZT'), prices: fc.constantFrom('nominal', 'constant 2023'), source: words }),
    { maxLength: 2 },
  ),
  sdgTargets: fc.constantFrom([], ['11.2', '11.a']),
})
const version: fc.Arbitrary<ProgrammeVersion> = fc.record({
  programme: fc.constant('ulgi-2030'),
  number: fc.integer({ min: 1, max: 99 }),
  status: fc.constantFrom('draft', 'adopted', 'amended'),
  date: fc.constantFrom(null, '2024-02-15', '2023-11'),
  act: fc.oneof(fc.constant({}), words),
  title: words,
  period: fc.constant({ from: 2024, to: 2030 }),
  baselineYear: fc.constantFrom(null, 2023),
  passport: fc.uniqueArray(fc.record({ label: words, text: fc.array(sentence, { maxLength: 2 }) }), {
    selector: (one) => one.label.kk,
    maxLength: 2,
  }),
  directions: fc.array(
    fc.record({
      id,
      number: line,
      title: words,
      text: fc.array(sentence, { maxLength: 2 }),
      goals: fc.uniqueArray(
        fc.record({
          id,
          number: fc.uuid(),
          title: words,
          text: fc.array(sentence, { maxLength: 2 }),
          sdgTargets: fc.constantFrom([], ['11.2']),
          indicators: fc.array(indicator, { maxLength: 2 }),
          measures: fc.array(measure, { maxLength: 2 }),
        }),
        { selector: (one) => one.number, maxLength: 2 },
      ),
    }),
    { maxLength: 2 },
  ),
  sources: fc.constant([{ id: 'act', title: { kk: 'Шешім' }, url: 'https://example.org/act' }]),
})

test('what is written is read back without loss', () => {
  fc.assert(
    fc.property(version, (before) => {
      const { version: after, problems } = readProgramme(writeProgramme(before), 'a.yaml')
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(after).toEqual(before)
    }),
  )
})

test('the file reads like one that a person wrote', () => {
  const text = writeProgramme({
    programme: 'ulgi-2030',
    number: 1,
    status: 'draft',
    date: '2023-11-01',
    act: {},
    title: { kk: 'Үлгі-2030' },
    period: { from: 2024, to: 2030 },
    baselineYear: 2023,
    passport: [],
    sources: [],
    directions: [
      { id: 'd-1', number: '1', title: { kk: 'Жайлы қала' }, text: [{ id: 's-1', text: { kk: 'Қала өседі.' }, sources: [] }], goals: [] },
    ],
  })
  expect(text).toBe(`format: bagdar-programme/1
programme: ulgi-2030
version: 1
status: draft
date: 2023-11-01
title:
  kk: Үлгі-2030
period:
  from: 2024
  to: 2030
baselineYear: 2023
directions:
  - id: d-1
    number: "1"
    title:
      kk: Жайлы қала
    text:
      - id: s-1
        kk: Қала өседі.
`)
})
