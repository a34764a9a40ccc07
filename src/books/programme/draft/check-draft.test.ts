import { expect, test } from 'vitest'
import { sentence, testIndicator, testMeasure, versionWithGoal } from '../programme.examples.ts'
import type { ProgrammeVersion } from '../programme.ts'
import { checkDraft } from './check-draft.ts'
import { putTogether, takeApart } from './put-together.ts'

const three = (kk: string) => ({ kk, ru: kk, en: kk })
const check = (version: ProgrammeVersion) => {
  const elements = takeApart(version)
  const draft = { id: 'x', programme: version.programme, number: 1, basedOn: null, begunAt: '' }
  return checkDraft(putTogether(draft, elements), elements)
    .filter(({ element }) => element.kind === 'indicator' || element.kind === 'measure' || element.kind === 'sentence')
    .map(({ priority, code, element, field }) => `${priority} ${code} ${element.id} ${field}`)
}

test.each([
  {
    case: 'an indicator with everything',
    goal: { indicators: [testIndicator({ name: three('Үлес') })] },
    found: [],
  },
  {
    case: 'no direction: to complete',
    goal: { indicators: [testIndicator({ name: three('Үлес'), desired: null })] },
    found: ['p2 desired_missing i-1 desired'],
  },
  {
    case: 'a target outside the period keeps it from being published',
    goal: { indicators: [testIndicator({ name: three('Үлес'), targets: [{ year: 2031, value: '90' }] })] },
    found: ['p1 target_outside_period i-1 target.2031'],
  },
  {
    case: 'what the data do not have comes last',
    goal: { indicators: [testIndicator({ actual: null })] },
    found: ['p2 language_missing i-1 name.ru', 'p3 actual_missing i-1 actual'],
  },
  {
    case: 'a measure without owner and money',
    goal: { measures: [testMeasure({ title: three('Жөндеу'), formOfCompletion: three('Акт'), owner: {}, budget: [] })] },
    found: ['p2 owner_missing m-1 owner.kk', 'p2 budget_missing m-1 budget.0.year'],
  },
  {
    case: 'a sentence in one language, citing what is not there',
    goal: { text: [{ ...sentence('s-1', 'Бір.'), sources: ['gone'] }] },
    found: ['p1 unknown_source s-1 sources', 'p2 language_missing s-1 text.ru'],
  },
])('$case', ({ goal, found }) => {
  expect(check(versionWithGoal(goal))).toEqual(found)
})
