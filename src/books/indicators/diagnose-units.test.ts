import { expect, test } from 'vitest'
import { diagnoseUnits } from './diagnose-units.ts'
import type { SeriesKey } from './figure.ts'

const key = (unit: string, refArea = 'KZALA'): SeriesKey => ({
  indicator: '9.2.1',
  refArea,
  source: 'kazstat',
  method: '',
  boundary: '',
  unit,
  dimensions: {},
})

test.each([
  {
    case: 'one unit ends where the other begins',
    spans: [
      { key: key('TH_TNG'), timePeriods: ['2019', '2020'] },
      { key: key('M_TNG'), timePeriods: ['2021'] },
    ],
    changes: ['TH_TNG → M_TNG 2021'],
  },
  {
    case: 'a blank unit beside a named one',
    spans: [
      { key: key(''), timePeriods: ['2010', '2015'] },
      { key: key('PT'), timePeriods: ['2010', '2015'] },
    ],
    changes: [' → PT 2010'],
  },
  {
    case: 'two measures side by side are no change',
    spans: [
      { key: key('PT'), timePeriods: ['2019', '2020'] },
      { key: key('USD'), timePeriods: ['2019', '2020'] },
    ],
    changes: [],
  },
  {
    case: 'another area is another series',
    spans: [
      { key: key('PT'), timePeriods: ['2019'] },
      { key: key('USD', 'KZNS'), timePeriods: ['2020'] },
    ],
    changes: [],
  },
])('$case', ({ spans, changes }) => {
  expect(diagnoseUnits(spans).map(({ from, to, timePeriod }) => `${from.unit} → ${to.unit} ${timePeriod}`)).toEqual(changes)
  expect(diagnoseUnits([...spans].reverse())).toEqual(diagnoseUnits(spans))
})
