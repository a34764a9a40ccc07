import { expect, test } from 'vitest'
import { sentence, testGoal, testIndicator, testMeasure, testVersion } from '../programme.examples.ts'
import { nameText, type Draft, type DraftElement } from './draft.ts'
import { budgetRows, budgetText, fieldsOf } from './fields.ts'
import { isThere, putTogether, takeApart } from './put-together.ts'
import { readFields, type FieldContext } from './read-fields.ts'
import { addressOfChoice } from './fields.ts'

const version = testVersion({
  status: 'draft',
  date: null,
  passport: [{ label: { kk: 'Мақсат', ru: 'Цель' }, text: [sentence('s-1', 'Бір.'), sentence('s-2', 'Екі.')] }],
  directions: [
    {
      id: 'd-1',
      number: '1',
      title: { kk: 'Қала' },
      text: [sentence('s-3', 'Үш.')],
      goals: [
        testGoal({ text: [sentence('s-4', 'Төрт.')], indicators: [testIndicator()], measures: [testMeasure()] }),
        testGoal({ id: 'g-1.2', number: '1.2' }),
      ],
    },
    { id: 'd-2', number: '2', title: { kk: 'Ауа' }, text: [], goals: [] },
  ],
})
const draft: Draft = { id: 'x', programme: version.programme, number: version.number, basedOn: null, begunAt: '' }

test('a version taken apart is put together as it was', () => {
  expect(putTogether(draft, takeApart(version)).version).toEqual(version)
})

test('two fields of the passport that are called alike are two elements', () => {
  const label = { kk: 'Мақсат' }
  const alike = testVersion({
    status: 'draft',
    date: null,
    passport: [
      { label, text: [sentence('s-1', 'Бір.')] },
      { label: { ...label, ru: 'Цель' }, text: [sentence('s-2', 'Екі.')] },
      { label, text: [] },
    ],
  })
  const elements = takeApart(alike)
  expect(new Set(elements.map(nameText)).size).toBe(elements.length)
  expect(putTogether({ ...draft, programme: alike.programme, number: alike.number }, elements).version).toEqual(alike)
})

test('the order of the rows does not matter', () => {
  expect(putTogether(draft, takeApart(version).reverse()).version).toEqual(version)
})

test('with a removed goal goes all that stands under it, and comes back with it', () => {
  const elements = takeApart(version)
  const removed = elements.map((one): DraftElement => (one.id === 'g-1.1' ? { ...one, removed: true } : one))
  expect(putTogether(draft, removed).version.directions[0]?.goals.map(({ id }) => id)).toEqual(['g-1.2'])
  const indicator = removed.find(({ kind }) => kind === 'indicator')
  expect(indicator && isThere(removed, indicator)).toBe(false)
})

test('every element is found at its path', () => {
  const { places } = putTogether(draft, takeApart(version))
  expect(places.get('directions.0.goals.0.indicators.0')).toEqual({ kind: 'indicator', id: 'i-1' })
  expect(places.get('passport.0.text.1')).toEqual({ kind: 'sentence', id: 's-2' })
})

const context: FieldContext = {
  series: new Map([testIndicator().actual].flatMap((choice) => (choice === null ? [] : [[addressOfChoice(choice), choice]]))),
  sources: new Set(['act']),
}

test.each(takeApart(version))('the fields of a $kind are read back as what it says ($id)', (element) => {
  expect(readFields(element.kind, fieldsOf(element), context)).toEqual({ content: element.content, problems: [] })
})

test('money as text keeps every cell in its place', () => {
  const row = { year: '2025', amount: '100', currency: 'KZT', prices: 'nominal', kk: '', ru: 'Бюджет; город', en: '' }
  expect(budgetRows(budgetText([row, { ...row, kk: 'Қала', ru: '' }]))).toEqual([row, { ...row, kk: 'Қала', ru: '' }])
})
