import { expect, test } from 'vitest'
import { smallCity, smallRecord } from '../../test/support/small-record.ts'
import { showGaps } from './show-gaps.ts'

test('tells a proxy from what is missing', async () => {
  const gaps = await showGaps({ city: smallCity, asOf: new Date('2026-11-22T00:00:00Z') }, smallRecord())
  const kind = (code: string) => gaps.find((gap) => gap.expected.code === code)?.coverage.kind
  expect([kind('11.6.2'), kind('11.2.1')]).toEqual(['proxy', 'missing'])
})
