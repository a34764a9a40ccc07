import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assessProgress, type ProgressQuestion } from './assess-progress.ts'
import { foldStatuses, methods } from './fold-status.ts'
import { judge, type Question } from './judge.ts'
import { notAssessedReasons } from './trajectory.ts'

/** Everything that statistics can throw at us: zeros, negatives, repeated years, huge and tiny values, nonsense. */
const value = fc.oneof(
  fc.constantFrom(0, -0, 1, 100, -1, 1e-300, 1e300, -1e300, Number.MAX_VALUE, Number.MIN_VALUE, NaN, Infinity, -Infinity),
  fc.integer({ min: -5, max: 105 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
)
const year = fc.integer({ min: 2005, max: 2035 })
const wild: fc.Arbitrary<ProgressQuestion> = fc.record({
  points: fc.array(fc.record({ year, value }), { maxLength: 12 }),
  desired: fc.constantFrom('increase', 'decrease', null),
  baselineYear: year,
  target: fc.option(fc.record({ year, value: value.filter(Number.isFinite) })),
  targetOrigin: fc.constantFrom('programme', 'global', null),
  scale: fc.constantFrom(null, 1, 100),
  naturalLimit: fc.constantFrom(null, 0, 100),
  pool: fc.array(fc.record({ area: fc.string(), value }), { maxLength: 24 }),
  flags: fc.array(fc.record({ kind: fc.constantFrom('break', 'outlier', 'unit_change'), timePeriod: year.map(String) }), { maxLength: 3 }),
  asOfYear: year,
})

/** Every number in a judgement, however deep. */
function numbersIn(thing: unknown): number[] {
  if (typeof thing === 'number') return [thing]
  return thing !== null && typeof thing === 'object' ? Object.values(thing).flatMap(numbersIn) : []
}

test('no method crashes, and no judgement holds a number that is none', () => {
  fc.assert(
    fc.property(wild, (question) => {
      for (const judgement of Object.values(judge(question))) {
        expect(numbersIn(judgement).filter((one) => !Number.isFinite(one))).toEqual([])
        if (judgement.kind === 'not_assessed') expect(notAssessedReasons).toContain(judgement.reason)
      }
    }),
    { numRuns: 3000 },
  )
})

test('the whole assessment holds, too, and says why whenever methods differ', () => {
  fc.assert(
    fc.property(wild, (question) => {
      const progress = assessProgress(question)
      expect(numbersIn(progress).filter((one) => !Number.isFinite(one))).toEqual([])
      if (progress.kind === 'under_way') expect(progress.whyTheyDiffer.length > 0).toBe(progress.status === null)
    }),
    { numRuns: 1000 },
  )
})

test('the order of the points and a value told twice change nothing', () => {
  fc.assert(
    fc.property(wild, (question) => {
      const shuffled = { ...question, points: [...question.points, ...question.points].toReversed() }
      expect(judge(shuffled)).toEqual(judge(question))
    }),
  )
})

test('without a direction nothing is judged', () => {
  fc.assert(
    fc.property(wild, (question) => {
      expect(Object.values(foldStatuses(judge({ ...question, desired: null })))).toEqual(methods.map(() => 'none'))
    }),
  )
})

test('a change of unit changes no judgement', () => {
  const plain = fc.record({
    points: fc.uniqueArray(fc.record({ year: fc.integer({ min: 2015, max: 2023 }), value: fc.integer({ min: 1, max: 90 }) }), {
      selector: (one) => one.year,
    }),
    desired: fc.constantFrom('increase' as const, 'decrease' as const),
    target: fc.option(fc.integer({ min: 1, max: 90 }).map((one) => ({ year: 2030, value: one }))),
  })
  const question = (given: Pick<Question, 'points' | 'desired' | 'target'>): Question => ({
    ...given,
    baselineYear: 2015,
    scale: null,
    naturalLimit: null,
    pool: [],
  })
  fc.assert(
    fc.property(plain, ({ points, desired, target }) => {
      const times = <T extends { value: number }>(one: T): T => ({ ...one, value: one.value * 1024 })
      const scaled = judge(question({ points: points.map(times), desired, target: target && times(target) }))
      expect(foldStatuses(scaled)).toEqual(foldStatuses(judge(question({ points, desired, target }))))
    }),
  )
})
