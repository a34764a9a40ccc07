import { expect, test } from 'vitest'
import { languages } from '../books/text.ts'
import { assessProgress, type ProgressQuestion } from '../books/indicators/progress/assess-progress.ts'
import { eurostatParameters, openSdgParameters } from '../books/indicators/progress/open-sdg.ts'
import { notAssessedReasons } from '../books/indicators/progress/trajectory.ts'
import { differences } from '../books/indicators/progress/why-they-differ.ts'
import { umfDomains, umfObjectives } from '../books/indicators/urban-monitoring-framework.ts'
import { catalogues } from './messages.ts'
import { sayAgreement, sayCaution, sayNumber, saySensitivity } from './progress-words.ts'
import { wordsOf } from './words.ts'

const categories = [openSdgParameters, eurostatParameters].flatMap(({ withTarget, withoutTarget }) => [
  ...withTarget.categories,
  ...withoutTarget.categories,
])
const needed = [
  ...notAssessedReasons.map((reason) => `progress.reason_${reason}`),
  ...differences.map((difference) => `progress.why_${difference}`),
  ...categories.map((category) => `progress.category_${category}`),
  ...[...umfDomains, ...umfObjectives].map((name) => `progress.umf_${name}`),
]

test.each(languages)('%s has words for every reason, difference, category and field', (language) => {
  expect(needed.filter((key) => !catalogues[language][key]?.trim())).toEqual([])
})

test('the three languages have the same keys and the same arguments', () => {
  const named = (message: string) =>
    [...new Set([...message.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]))].filter((name) => !/^\d/.test(name!)).toSorted()
  const keys = (language: (typeof languages)[number]) =>
    Object.keys(catalogues[language]).filter((key) => /^(progress|methods)\./.test(key))
  expect(keys('kk')).toEqual(keys('en'))
  expect(keys('ru')).toEqual(keys('en'))
  for (const key of keys('en')) {
    for (const language of ['kk', 'ru'] as const)
      expect([key, named(catalogues[language][key]!)]).toEqual([key, named(catalogues.en[key]!)])
  }
})

/** KazStat 3.6.1, Almaty. */
const roadDeaths: ProgressQuestion = {
  points: [14.48, 14.11, 14.02, 10.8, 11.94, 8.79, 9.03, 8.24, 10.01, 11.08].map((value, i) => ({ year: 2010 + i, value })),
  desired: 'decrease',
  baselineYear: 2015,
  target: { year: 2030, value: 4.395 },
  targetOrigin: 'global',
  scale: null,
  naturalLimit: null,
  pool: [],
  flags: [{ kind: 'outlier', timePeriod: '2019' }],
  asOfYear: 2024,
}

test('why methods differ, and what to read first', () => {
  const progress = assessProgress(roadDeaths)
  if (progress.kind !== 'under_way') throw new Error('the target year is ahead')
  expect(sayAgreement(wordsOf('kk'), progress)).toEqual([
    'ЭСКАТО сызығы базалық жылға дейінгі жылдарды да ескереді. Қалғандары базалық жылдан басталады.',
  ])
  expect(sayCaution(wordsOf('en'), progress.cautions[0]!)).toBe(
    '2019: the value stands far from its neighbours. It is the value that is judged.',
  )
})

test.each([
  { methods: 'all agree', desired: 'increase', said: 'Все 3 метода, которые дают оценку, согласны.' },
  { methods: 'none judges', desired: null, said: 'Ни один метод не может оценить этот ряд.' },
] as const)('$methods', ({ desired, said }) => {
  const progress = assessProgress({ ...roadDeaths, desired })
  if (progress.kind !== 'under_way') throw new Error('the target year is ahead')
  expect(sayAgreement(wordsOf('ru'), progress)).toEqual([said])
})

test('what hangs on one year is said with the year', () => {
  const line = saySensitivity(wordsOf('en'), { method: 'escap', year: 2023, from: 'on', to: 'reverse' })
  expect(line).toBe('Without 2023, ESCAP would say “Going backwards” instead of “On track”.')
})

test.each([
  { value: 0.0367, said: '0.0367' },
  { value: 81.91506, said: '81.92' },
  { value: 5_107_508.2, said: '5,107,508' },
  { value: 0, said: '0' },
  { value: -12.34567, said: '−12.35' },
])('$value is said as $said', ({ value, said }) => expect(sayNumber(wordsOf('en'), value)).toBe(said))
