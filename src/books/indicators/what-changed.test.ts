import { expect, test } from 'vitest'
import type { Reading, SeriesKey } from './figure.ts'
import { identifySeries } from './series-key.ts'
import { whatChanged, type Standing } from './what-changed.ts'

const key: SeriesKey = { indicator: '11.6.2', refArea: 'KZALA', source: 'kazstat', method: '', boundary: '', unit: 'PT', dimensions: {} }
const reading = (timePeriod: string, value: string | null): Reading => ({
  series: { ...key },
  timePeriod,
  value,
  obsStatus: null,
  note: null,
  origin: null,
})
const standing = (timePeriod: string, ...values: Array<string | null>): Standing => ({
  series: identifySeries(key),
  timePeriod,
  claims: values.map((value) => ({ value, obsStatus: value === null ? 'M' : null, note: null })),
})
const everything = () => true
const nothing = () => false

test.each([
  {
    case: 'a first import adds all',
    now: [reading('2020', '1'), reading('2021', '2')],
    before: [],
    covers: everything,
    counts: { added: 2, changed: 0, removed: 0 },
  },
  {
    case: 'the same import again brings nothing',
    now: [reading('2020', '1')],
    before: [standing('2020', '1')],
    covers: everything,
    counts: { added: 0, changed: 0, removed: 0 },
  },
  {
    case: 'other digits of the same number are a change: decimals are published text',
    now: [reading('2020', '1.0')],
    before: [standing('2020', '1')],
    covers: everything,
    counts: { added: 0, changed: 1, removed: 0 },
  },
  {
    case: 'a value that is gone becomes a gap',
    now: [reading('2020', '1')],
    before: [standing('2020', '1'), standing('2021', '2')],
    covers: everything,
    counts: { added: 0, changed: 0, removed: 1 },
  },
  {
    case: 'a partial import removes nothing',
    now: [],
    before: [standing('2021', '2')],
    covers: nothing,
    counts: { added: 0, changed: 0, removed: 0 },
  },
  {
    case: 'a gap is not removed twice',
    now: [],
    before: [standing('2021', null)],
    covers: everything,
    counts: { added: 0, changed: 0, removed: 0 },
  },
  {
    case: 'a dispute that was settled is a change',
    now: [reading('2020', '1')],
    before: [standing('2020', '1', '2')],
    covers: everything,
    counts: { added: 0, changed: 1, removed: 0 },
  },
  {
    case: 'a dispute that stands brings nothing',
    now: [reading('2020', '1'), reading('2020', '2')],
    before: [standing('2020', '1', '2')],
    covers: everything,
    counts: { added: 0, changed: 0, removed: 0 },
  },
])('$case', ({ now, before, covers, counts }) => {
  const change = whatChanged(now, before, covers)
  expect(change.counts).toEqual(counts)
  expect(change.observations).toHaveLength(counts.added + counts.changed + counts.removed)
})

test('a gap keeps the series and says that the value is missing', () => {
  const [gap] = whatChanged([], [standing('2021', '2')], everything).observations
  expect(gap).toMatchObject({ seriesId: identifySeries(key).id, timePeriod: '2021', value: null, obsValue: null, obsStatus: 'M' })
})
