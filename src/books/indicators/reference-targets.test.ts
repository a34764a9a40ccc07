import { expect, test } from 'vitest'
import { findReferenceTarget, referenceTargets, targetFromRule } from './reference-targets.ts'

const points = [
  { year: 2014, value: 50 },
  { year: 2016, value: 40 },
  { year: 2017, value: 30 },
]

test.each([
  { case: 'a value stands as it is', rule: { kind: 'value', value: 25 }, value: 25 },
  { case: 'a multiple counts from the next year after a missing baseline', rule: { kind: 'times_baseline', factor: 1 / 2 }, value: 20 },
  { case: 'half of what is missing to 100', rule: { kind: 'halve_missing', whole: 100 }, value: 70 },
] as const)('$case', ({ rule, value }) => expect(targetFromRule(rule, 2030, points, 2015)).toEqual({ year: 2030, value }))

test('no rule, or no baseline: no target', () => {
  expect(targetFromRule({ kind: 'none' }, 2030, points, 2015)).toBeNull()
  expect(targetFromRule({ kind: 'times_baseline', factor: 2 }, 2030, points, 2020)).toBeNull()
})

test('births to girls of 10–14 have the target 0, to young women of 15–19 only a direction', () => {
  expect(findReferenceTarget({ indicator: '3.7.2', dimensions: { AGE: 'Y10T14' } })?.rule).toEqual({ kind: 'value', value: 0 })
  expect(findReferenceTarget({ indicator: '3.7.2', dimensions: { AGE: 'Y15T19' } })?.rule).toEqual({ kind: 'none' })
})

test('a national proxy is not judged by the direction of the global number', () => {
  // The global 11.3.1 should fall; KazStat files housing per person there.
  expect(findReferenceTarget({ indicator: '11.3.1', dimensions: {} })).toMatchObject({ desired: 'increase', origin: 'assumed' })
})

test('yearly growth rates have no direction here', () => {
  expect(findReferenceTarget({ indicator: '8.2.1', dimensions: {} })).toBeNull()
})

test('a row that holds for some dimension values stands before the one for the rest', () => {
  const seen = new Set<string>()
  for (const { indicator, only } of referenceTargets) {
    expect(seen.has(indicator), `${indicator} is hidden by an earlier row`).toBe(false)
    if (only === undefined) seen.add(indicator)
  }
})

test('a percentage has a target within its scale', () => {
  for (const { indicator, rule, scale } of referenceTargets) {
    if (rule.kind === 'value' && scale !== null) expect([indicator, rule.value >= 0 && rule.value <= scale]).toEqual([indicator, true])
  }
})
