import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CensusCount } from './census.ts'
import { voicesView } from './voices-view.ts'
import { verdictFlips, weighStatements } from './weigh-statements.ts'
import { fewestDeclared, weighVoices } from './weigh-voices.ts'

const census = (people: Readonly<Record<string, number>>): CensusCount[] =>
  Object.entries(people).map(([category, count]) => ({ category, people: count, series: [] }))

/** Participants from 1 on: so many who say so. */
const crowd = (...parts: ReadonlyArray<readonly [count: number, said: Readonly<Record<string, string>>]>) =>
  new Map(parts.flatMap(([count, said]) => Array.from({ length: count }, () => said)).map((said, index) => [index + 1, said]))

describe('weights', () => {
  test('women who are three in four and should be half count two thirds, men double', () => {
    const { of, used, effective } = weighVoices(crowd([75, { sex: 'F' }], [25, { sex: 'M' }]), { sex: census({ F: 500, M: 500 }) })
    expect(used).toEqual(['sex'])
    expect([of.get(1), of.get(100)].map((weight) => weight!.toFixed(4))).toEqual(['0.6667', '2.0000'])
    expect(effective).toBeCloseTo(100 ** 2 / (75 * (2 / 3) ** 2 + 25 * 4), 6)
  })

  test.each([
    { case: 'no census', said: crowd([50, { sex: 'F' }]), people: {}, reason: 'no_census' },
    { case: 'a census of nobody', said: crowd([50, { sex: 'F' }]), people: { sex: census({ F: 0, M: 0 }) }, reason: 'no_census' },
    {
      case: 'too few who say anything',
      said: crowd([fewestDeclared - 1, { sex: 'F' }], [500, {}]),
      people: { sex: census({ F: 1, M: 1 }) },
      reason: 'too_few_declared',
    },
    {
      case: 'one category alone',
      said: crowd([200, { sex: 'F' }], [4, { sex: 'M' }]),
      people: { sex: census({ F: 1, M: 1 }) },
      reason: 'category_too_small',
    },
  ])('$case is no ground for weights, and the reason is said', ({ said, people, reason }) => {
    const { notUsed, used, lowest, highest } = weighVoices(said, people)
    expect([notUsed.sex, used, lowest, highest]).toEqual([reason, [], 1, 1])
  })

  test('small categories are weighed together, so that nobody of them stands out', () => {
    const said = crowd(
      [60, { ethnicity: 'KAZAKH' }],
      [30, { ethnicity: 'RUSSIAN' }],
      [7, { ethnicity: 'UYGHUR' }],
      [3, { ethnicity: 'KOREAN' }],
    )
    const { of } = weighVoices(said, { ethnicity: census({ KAZAKH: 600, RUSSIAN: 200, UYGHUR: 100, KOREAN: 100 }) })
    expect(of.get(95)).toBeCloseTo(of.get(100)!, 9)
    expect(of.get(95)).toBeCloseTo(2, 6)
  })

  test('who said nothing keeps one voice', () => {
    const { of } = weighVoices(crowd([60, { sex: 'F' }], [20, { sex: 'M' }], [20, {}]), { sex: census({ F: 1, M: 1 }) })
    expect(of.get(100)).toBeCloseTo(1, 9)
  })

  test('an answer that the census does not know stands aside', () => {
    const said = crowd([60, { language: 'kk' }], [30, { language: 'ru' }], [10, { language: 'uk' }])
    expect(weighVoices(said, { language: census({ kk: 1, ru: 1 }) }).of.get(100)).toBeCloseTo(1, 9)
  })

  test('the census itself as sample needs no weights', () => {
    const counts = fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(counts, (people) => {
        const codes = people.map((_, index) => ['kk', 'ru', 'uz', 'ug', 'uk', 'OTHER'][index]!)
        const said = crowd(...people.map((count, index) => [count, { language: codes[index]! }] as const))
        const { lowest, highest, effective } = weighVoices(said, {
          language: census(Object.fromEntries(people.map((count, index) => [codes[index]!, count * 1000]))),
        })
        expect(lowest).toBeCloseTo(1, 9)
        expect(highest).toBeCloseTo(1, 9)
        expect(effective).toBeCloseTo(said.size, 6)
      }),
    )
  })
})

describe('statements', () => {
  const votes = (statement: number, agree: number, disagree: number) =>
    Array.from({ length: agree + disagree }, (_, index) => ({ participant: index + 1, statement, choice: index < agree ? 1 : -1 }) as const)

  test('equal weights change nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 10, max: 60 }), (agree, disagree) => {
        const [one] = weighStatements(votes(1, agree, disagree), new Map(), [])
        expect(one!.weighted).toBe(one!.agree)
        expect(verdictFlips(one!)).toBe(false)
      }),
    )
  })

  test('the slow way: everybody as often as she weighs', () => {
    const weights = new Map(Array.from({ length: 40 }, (_, index) => [index + 1, 1 + (index % 4)]))
    const all = votes(3, 17, 23)
    const copies = all.flatMap((vote) => Array.from({ length: weights.get(vote.participant)! }, () => vote))
    const [found] = weighStatements(all, weights, [])
    expect(found!.weighted).toBe(Math.round((100 * copies.filter(({ choice }) => choice === 1).length) / copies.length))
  })

  test('passes stand aside, and nine votes are too few', () => {
    const passes = Array.from({ length: 50 }, (_, index) => ({ participant: 100 + index, statement: 1, choice: 0 }) as const)
    expect(weighStatements([...votes(1, 5, 4), ...passes], new Map(), [])).toEqual([])
    expect(weighStatements([...votes(1, 5, 5), ...passes], new Map(), [])).toMatchObject([{ votes: 10, agree: 50 }])
  })

  test('a share stays until ten more have voted', () => {
    const before = weighStatements(votes(1, 10, 10), new Map(), [])
    expect(weighStatements(votes(1, 19, 10), new Map(), before)).toEqual(before)
    expect(weighStatements(votes(1, 20, 10), new Map(), before)).toMatchObject([{ votes: 30, agree: 67 }])
  })
})

describe('the page', () => {
  const batch = (people: number | null) => ({
    number: 1,
    madeAt: '2026-11-23T00:00:00.000Z',
    result: {
      participants: 120,
      declared: 100,
      fields: [
        {
          field: 'sex',
          declared: 98,
          categories: [
            { category: 'F', people, writers: null, census: { category: 'F', people: 50, series: ['u-10-f'] } },
            { category: 'M', people: 40, writers: 12, census: { category: 'M', people: 50, series: ['u-10-m'] } },
          ],
        },
      ],
      weights: { used: [], notUsed: {}, lowest: 1, highest: 1, effective: 0, voters: 0, largestGap: 0 },
      statements: [
        { statement: 1, votes: 40, agree: 55, weighted: 45 },
        { statement: 2, votes: 40, agree: 55, weighted: 60 },
      ],
      census: {},
    } as const,
  })

  test('reckons share, interval and ratio from the published numbers alone, even where noise makes a part larger than the whole', () => {
    const [sex] = voicesView(batch(99), []).fields
    const [women, men] = sex!.rows
    expect([women!.share!.value, women!.ratio]).toEqual([1, 2])
    expect(men!.share!.low).toBeLessThan(40 / 98)
    expect(men!.ratio).toBeCloseTo(40 / 98 / 0.5, 12)
  })

  test('says nothing of the whole where a part is silent', () => {
    const [sex] = voicesView(batch(null), []).fields
    expect([sex!.dissimilarity, sex!.rows[0]!.share, sex!.rows[0]!.ratio]).toEqual([null, null, null])
  })

  test('leaves out a statement that was taken down, and marks the one that flips', () => {
    const { statements } = voicesView(batch(58), [{ number: 1, text: { en: 'More buses' } }])
    expect(statements.map(({ statement, flips }) => [statement, flips])).toEqual([[1, true]])
  })
})
