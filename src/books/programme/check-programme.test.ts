import { expect, test } from 'vitest'
import { checkProgramme } from './check-programme.ts'
import { sentence, testGoal, testIndicator, testMeasure, testVersion, versionWithGoal } from './programme.examples.ts'

test.each([
  {
    case: 'a version that breaks no rule',
    version: versionWithGoal({ indicators: [testIndicator()], measures: [testMeasure()] }),
    found: [],
  },
  {
    case: 'a period that ends before it begins',
    version: testVersion({ period: { from: 2030, to: 2024 } }),
    found: ['error period_reversed period'],
  },
  {
    case: 'a target after the last year',
    version: versionWithGoal({ indicators: [testIndicator({ targets: [{ year: 2031, value: '90' }] })] }),
    found: ['error target_outside_period directions.0.goals.0.indicators.0.targets.2031'],
  },
  {
    case: 'two targets for one year',
    version: versionWithGoal({ indicators: [testIndicator({ targets: [1, 2].map((value) => ({ year: 2030, value: `8${value}` })) })] }),
    found: ['error target_year_twice directions.0.goals.0.indicators.0.targets'],
  },
  {
    case: 'no target in the sources is worth knowing, not wrong',
    version: versionWithGoal({ indicators: [testIndicator({ targets: [] })] }),
    found: ['info targets_missing directions.0.goals.0.indicators.0'],
  },
  {
    case: 'a direction that nobody has said is worth knowing, not wrong',
    version: versionWithGoal({ indicators: [testIndicator({ desired: null })] }),
    found: ['info desired_missing directions.0.goals.0.indicators.0'],
  },
  {
    case: 'a target below the baseline although an increase is desired',
    version: versionWithGoal({ indicators: [testIndicator({ targets: [{ year: 2030, value: '40' }] })] }),
    found: ['warning target_against_direction directions.0.goals.0.indicators.0.targets'],
  },
  {
    case: 'a target equal to the baseline is to be held',
    version: versionWithGoal({ indicators: [testIndicator({ targets: [{ year: 2030, value: '58' }] })] }),
    found: [],
  },
  {
    case: 'a baseline that lies after a target',
    version: versionWithGoal({ indicators: [testIndicator({ baseline: { year: 2026, value: '58' } })] }),
    found: ['warning baseline_not_before_targets directions.0.goals.0.indicators.0.baseline'],
  },
  {
    case: 'a target without baseline and without series',
    version: versionWithGoal({ indicators: [testIndicator({ baseline: null, actual: null })] }),
    found: ['warning baseline_missing directions.0.goals.0.indicators.0', 'info actual_missing directions.0.goals.0.indicators.0'],
  },
  {
    case: 'a measure without owner and deadline',
    version: versionWithGoal({ measures: [testMeasure({ owner: {}, deadline: null })] }),
    found: ['warning owner_missing directions.0.goals.0.measures.0', 'warning deadline_missing directions.0.goals.0.measures.0'],
  },
  {
    case: 'a deadline and money outside the period',
    version: versionWithGoal({
      measures: [testMeasure({ deadline: '2031', budget: [{ year: 2023, amount: '1', currency: 'KZT', prices: 'nominal', source: {} }] })],
    }),
    found: [
      'warning deadline_outside_period directions.0.goals.0.measures.0.deadline',
      'warning budget_outside_period directions.0.goals.0.measures.0.budget.0',
    ],
  },
  {
    case: 'an SDG target that does not exist',
    version: versionWithGoal({ sdgTargets: ['11.2', '11.8'] }),
    found: ['error unknown_sdg_target directions.0.goals.0.sdgTargets.1'],
  },
  {
    case: 'the same id twice, and the same number twice',
    version: testVersion({ directions: [{ id: 'd-1', number: '1', title: { kk: 'Қала' }, text: [], goals: [testGoal(), testGoal()] }] }),
    found: ['error duplicate_id directions.0.goals.1', 'error duplicate_number directions.0.goals.1.number'],
  },
  {
    case: 'the same sentence id in two places',
    version: versionWithGoal({ text: [sentence('s-1', 'Бір.'), sentence('s-1', 'Екі.')] }),
    found: ['error duplicate_id directions.0.goals.0.text.1'],
  },
  {
    case: 'a source that is not in the list',
    version: versionWithGoal({ indicators: [testIndicator({ sources: ['act', 'book'] })] }),
    found: ['error unknown_source directions.0.goals.0.indicators.0.sources'],
  },
  {
    case: 'a language that the title has and a text has not',
    version: versionWithGoal({ text: [{ id: 's-1', text: { ru: 'Один.' }, sources: [] }] }),
    found: ['warning language_missing directions.0.goals.0.text.0'],
  },
])('$case', ({ version, found }) => {
  expect(checkProgramme(version).map(({ severity, code, path }) => `${severity} ${code} ${path.join('.')}`)).toEqual(found)
})
