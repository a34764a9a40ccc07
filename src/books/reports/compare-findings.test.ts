import { expect, test } from 'vitest'
import fc from 'fast-check'
import { compareFindings } from './compare-findings.ts'
import type { Finding } from './finding.ts'

const finding = (key: string, decimal: string, unit = 'PT'): Finding => ({
  ...{ key, name: key },
  values: [{ part: 'actual', said: `${decimal} ${unit}`, decimal, unit }],
})

test('what came, what went, and by how much what stayed has changed', () => {
  const compared = compareFindings(
    [finding('a', '0.30'), finding('b', '1'), finding('d', '5')],
    [finding('c', '2'), finding('a', '0.1'), finding('d', '5')],
  )
  expect(compared.map(({ key, change }) => [key, change])).toEqual([
    ['c', 'new'],
    ['a', 'changed'],
    ['d', 'same'],
    ['b', 'gone'],
  ])
  expect(compared[1]?.values[0]).toMatchObject({ before: '0.30 PT', now: '0.1 PT', isChanged: true, difference: '-0.20' })
})

test.each([
  ['another unit', finding('a', '1', 'KZT'), finding('a', '2', 'USD')],
  ['no number', finding('a', '1'), { ...finding('a', '1'), values: [{ part: 'actual', said: 'gap' }] } satisfies Finding],
])('%s is not subtracted', (_, before, now) => {
  expect(compareFindings([before], [now])[0]?.values[0]).toMatchObject({ isChanged: true, difference: null })
})

test('a report compared with itself says nothing new; every thing of both stands once', () => {
  const findings = fc
    .uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key })
    .map((all) => all.map(([key, value]) => finding(key, String(value))))
  fc.assert(
    fc.property(findings, findings, (a, b) => {
      expect(compareFindings(a, a).every(({ change }) => change === 'same')).toBe(true)
      const keys = compareFindings(a, b).map(({ key }) => key)
      expect(keys.toSorted()).toEqual([...new Set([...a, ...b].map(({ key }) => key))].toSorted())
    }),
  )
})
