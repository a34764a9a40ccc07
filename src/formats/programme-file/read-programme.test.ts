import { describe, expect, test } from 'vitest'
import { readProgramme } from './read-programme.ts'

const head = `format: bagdar-programme/1
programme: ulgi
version: 1
status: draft
title: { kk: Үлгі, ru: Образец, en: Model }
period: { from: 2024, to: 2030 }
`

const goal = (indicator: string) => `${head}directions:
  - number: 1
    title: { kk: Қала, ru: Город, en: City }
    goals:
      - number: '1.1'
        title: { kk: Көше, ru: Улица, en: Street }
        indicators:
          - name: { kk: Үлес, ru: Доля, en: Share }
${indicator}`

describe('every problem is named with its line and column, all at once', () => {
  test.each([
    { case: 'broken YAML', text: 'title: [', found: ['not_yaml 1:9'] },
    { case: 'not an object', text: '- a', found: ['object_expected 1:1'] },
    { case: 'a misspelt key', text: `${head}pasport: []`, found: ['misspelt_key 7:1'] },
    { case: 'a key like none', text: `${head}colour: red`, found: ['unknown_key 7:1'] },
    { case: 'a word that is no status', text: head.replace('draft', 'final'), found: ['not_a_choice 4:1'] },
    { case: 'a text without language', text: head.replace(/title: .*/, 'title: Үлгі'), found: ['language_not_said 5:1'] },
    { case: 'a year of three digits', text: head.replace('2030', '203'), found: ['not_a_year 6:23'] },
    { case: 'a value that is no number', text: goal('            targets: { 2025: 64, 2026: many }'), found: ['not_a_decimal 15:34'] },
    { case: 'a target as a list', text: goal('            targets: [64]'), found: ['targets_expected 15:13'] },
    {
      case: 'two mistakes in one file',
      text: goal('            desird: up\n            baseline: { year: 23, value: 1 }'),
      found: ['misspelt_key 15:13', 'not_a_year 16:25'],
    },
    {
      case: 'a target after the period, found by the rules',
      text: goal("            targets: { 2031: '64' }"),
      found: ['target_outside_period 15:24'],
    },
    {
      case: 'languages that do not have the same sentences',
      text: `${head}passport:\n  - label: { kk: Мақсат, ru: Цель, en: Aim }\n    text: { kk: Бір. Екі., ru: Один. }`,
      found: ['sentences_do_not_match 9:5'],
    },
    { case: 'an id that cannot stand in an address', text: goal('            id: a b'), found: ['not_an_id 15:13'] },
    { case: 'a repeated key', text: `${head}title: {}`, found: ['not_yaml 7:1'] },
  ])('$case', ({ text, found }) => {
    const { version, problems } = readProgramme(text, 'a.yaml')
    const errors = problems.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual(found)
    expect(version).toBeNull()
  })

  test('the nearest known key is suggested', () => {
    const { problems } = readProgramme(`${head}pasport: []`, 'a.yaml')
    expect(problems[0]?.details).toEqual({ key: 'pasport', nearest: 'passport' })
  })
})

test('numbers keep the decimals that were written', () => {
  const { version } = readProgramme(
    goal('            baseline: { year: 2023, value: 61.40 }\n            targets: { 2025: 64.0 }'),
    'a.yaml',
  )
  const indicator = version?.directions[0]?.goals[0]?.indicators[0]
  expect(indicator?.baseline).toEqual({ year: 2023, value: '61.40' })
  expect(indicator?.targets).toEqual([{ year: 2025, value: '64.0' }])
})

test('an unknown target is not an error but is said', () => {
  const { version, problems } = readProgramme(goal('            note: null'), 'a.yaml')
  expect(version).not.toBeNull()
  expect(problems.map(({ code }) => code)).toEqual(['targets_missing', 'desired_missing', 'actual_missing'])
})

test('JSON is read too, and gives the same sentence ids', () => {
  const text = { kk: 'Бір. Екі.', ru: 'Один. Два.', en: 'One. Two.' }
  const passport = [{ label: { kk: 'Мақсат', ru: 'Цель', en: 'Aim' }, text }]
  const json = {
    format: 'bagdar-programme/1',
    programme: 'ulgi',
    version: 1,
    status: 'draft',
    title: { en: 'Model' },
    period: { from: 2024, to: 2030 },
    passport,
  }
  const yaml = `${head.replace(/title: .*/, 'title: { en: Model }')}passport:\n  - label: { kk: Мақсат, ru: Цель, en: Aim }\n    text:\n      kk: |\n        Бір.\n        Екі.\n      ru: Один. Два.\n      en: One. Two.\n`
  expect(readProgramme(JSON.stringify(json), 'a.json').version?.passport).toEqual(readProgramme(yaml, 'a.yaml').version?.passport)
})

test.each([
  { case: 'nested too deeply', text: '['.repeat(200_000) },
  {
    case: 'an alias bomb',
    text: `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(',')}]`).join('\n')}`,
  },
  { case: 'larger than any programme', text: 'x'.repeat(5_000_001) },
  { case: 'a null byte', text: '\u0000' },
  { case: 'empty', text: '' },
  { case: '__proto__ as a key', text: `${head}__proto__: { polluted: yes }` },
])('a hostile or damaged file only gives problems: $case', ({ text }) => {
  const { version, problems } = readProgramme(text, 'a.yaml')
  expect(version).toBeNull()
  expect(problems.length).toBeGreaterThan(0)
  expect('polluted' in {}).toBe(false)
})
