import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stream } from '../../kernel/random.ts'
import { nextStatement, priorityOf, probabilitiesOf, type RoutedStatement } from './routing.ts'

const count = fc.integer({ min: 0, max: 5000 })
const tally = fc.record({ agree: count, disagree: count, pass: count, extremity: fc.float({ min: 0, max: 5, noNaN: true }) })
const ballot = fc
  .array(tally, { minLength: 1, maxLength: 40 })
  .map((list) => list.map((one, at): RoutedStatement => ({ statement: at + 1, ...one })))
const importanceOf = ({ agree, disagree, pass, extremity }: RoutedStatement) => {
  const seen = agree + disagree + pass
  return (1 - (pass + 1) / (seen + 2)) * (1 + extremity) * ((agree + 1) / (seen + 2))
}

describe('priority', () => {
  // For sixteen months every statement of Polis had one and the same priority, and nobody saw it.
  test('statements seen equally often differ in priority when they differ in importance, and in its order', () => {
    fc.assert(
      fc.property(tally, tally, (a, b) => {
        // The same number of votes: only importance is left to decide.
        const seen = a.agree + a.disagree + a.pass
        const agree = Math.min(b.agree, seen)
        const pass = Math.min(b.pass, seen - agree)
        const [one, other] = [
          { statement: 1, ...a },
          { statement: 2, ...b, agree, pass, disagree: seen - agree - pass },
        ]
        const difference = importanceOf(one) - importanceOf(other)
        if (Math.abs(difference) < 1e-9) return
        expect(Math.sign(priorityOf(one) - priorityOf(other))).toBe(Math.sign(difference))
      }),
    )
  })

  test.each([
    { case: 'agreement brings a statement sooner', more: { agree: 30, disagree: 10, pass: 5 }, less: { agree: 10, disagree: 30, pass: 5 } },
    { case: 'what people pass over comes later', more: { agree: 20, disagree: 20, pass: 5 }, less: { agree: 20, disagree: 5, pass: 20 } },
    { case: 'what nobody has seen comes first', more: { agree: 0, disagree: 0, pass: 0 }, less: { agree: 40, disagree: 0, pass: 0 } },
  ])('$case', ({ more, less }) => {
    const of = (votes: typeof more) => priorityOf({ statement: 1, ...votes, extremity: 0 })
    expect(of(more)).toBeGreaterThan(of(less))
  })

  test('what shows where people stand comes sooner', () => {
    const votes = { statement: 1, agree: 20, disagree: 20, pass: 5 }
    expect(priorityOf({ ...votes, extremity: 1 })).toBeCloseTo(4 * priorityOf({ ...votes, extremity: 0 }), 9)
  })
})

describe('the next statement', () => {
  test('probabilities are above 0 and add up to 1', () => {
    fc.assert(
      fc.property(ballot, (statements) => {
        const probabilities = probabilitiesOf(statements, new Set()).map(({ probability }) => probability)
        expect(Math.min(...probabilities)).toBeGreaterThan(0)
        expect(probabilities.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  test('is one that she has not voted on, with its probability; null when there is none', () => {
    fc.assert(
      fc.property(
        ballot,
        fc.array(fc.integer({ min: 1, max: 40 })),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (...given) => {
          const [statements, votedOn, draw] = given
          const voted = new Set(votedOn)
          const next = nextStatement(statements, voted, draw)
          const open = statements.filter(({ statement }) => !voted.has(statement))
          expect(next === null).toBe(open.length === 0)
          if (next !== null) expect(probabilitiesOf(open, new Set())).toContainEqual(next)
        },
      ),
    )
  })

  test('comes as often as its probability says', () => {
    const statements = [
      { statement: 1, agree: 90, disagree: 5, pass: 5, extremity: 0 },
      { statement: 2, agree: 5, disagree: 90, pass: 5, extremity: 0 },
      { statement: 3, agree: 40, disagree: 40, pass: 20, extremity: 1 },
    ]
    const draws = 20_000
    const drawn = Array.from({ length: draws }, (_, at) => nextStatement(statements, new Set(), stream(7, at).uniform())!)
    for (const { statement, probability } of probabilitiesOf(statements, new Set()))
      expect(drawn.filter((one) => one.statement === statement).length / draws).toBeCloseTo(probability, 1)
  })
})
