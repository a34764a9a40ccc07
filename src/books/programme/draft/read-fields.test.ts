import { expect, test } from 'vitest'
import { readFields } from './read-fields.ts'

const context = { series: new Map(), sources: new Set(['act']) }
const indicator = { 'name.kk': 'Үлес', unit: 'PT' }
const measure = { 'title.kk': 'Жөндеу', number: '1.1' }

test.each([
  { case: 'no words in any language', kind: 'sentence', fields: { 'text.kk': '  ' }, found: ['text.kk words_missing'] },
  { case: 'one language is enough for a draft', kind: 'sentence', fields: { 'text.ru': 'Да.' }, found: [] },
  {
    case: 'a citation that is not there',
    kind: 'sentence',
    fields: { 'text.kk': 'Бар.', sources: 'act, law' },
    found: ['sources unknown_source'],
  },
  {
    case: 'a number that is none',
    kind: 'indicator',
    fields: { ...indicator, 'target.2030': 'көп' },
    found: ['target.2030 not_a_decimal'],
  },
  {
    case: 'a baseline without its year',
    kind: 'indicator',
    fields: { ...indicator, 'baseline.value': '5' },
    found: ['baseline.year baseline_year_missing'],
  },
  {
    case: 'a baseline without its value',
    kind: 'indicator',
    fields: { ...indicator, 'baseline.year': '2020' },
    found: ['baseline.value baseline_value_missing'],
  },
  {
    case: 'a year of three digits',
    kind: 'indicator',
    fields: { ...indicator, 'baseline.year': '202', 'baseline.value': '5' },
    found: ['baseline.year not_a_year'],
  },
  { case: 'a series that nobody has', kind: 'indicator', fields: { ...indicator, actual: 'x-1' }, found: ['actual unknown_series'] },
  {
    case: 'an SDG target that does not exist',
    kind: 'goal',
    fields: { 'title.kk': 'А', number: '1', sdgTargets: '11.2; 11.99' },
    found: ['sdgTargets unknown_sdg_target'],
  },
  { case: 'a day that does not exist', kind: 'measure', fields: { ...measure, deadline: '2026-02-30' }, found: ['deadline not_a_date'] },
  {
    case: 'a period that ends before it begins',
    kind: 'head',
    fields: { 'title.kk': 'А', 'period.from': '2030', 'period.to': '2024' },
    found: ['period.to period_reversed'],
  },
  {
    case: 'an address that runs a script',
    kind: 'source',
    fields: { 'title.kk': 'А', url: 'javascript:alert(1)' },
    found: ['url not_a_url'],
  },
  { case: 'a text without end', kind: 'sentence', fields: { 'text.kk': 'а'.repeat(5001) }, found: ['text.kk too_long'] },
] as const)('$case', ({ kind, fields, found }) => {
  expect(readFields(kind, fields, context).problems.map(({ field, code }) => `${field} ${code}`)).toEqual(found)
})

test('numbers are taken as people write them, with all their digits', () => {
  const { content } = readFields('indicator', { ...indicator, 'target.2030': '1 234 567,50', 'target.2025': '−3.10' }, context)
  expect(content.targets).toEqual([
    { year: 2025, value: '-3.10' },
    { year: 2030, value: '1234567.50' },
  ])
})
