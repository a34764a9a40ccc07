import { expect, test } from 'vitest'
import { smallCity, smallRecord, smallRelease } from '../../test/support/small-record.ts'
import { showRelease, showReleases } from './show-releases.ts'

const asOf = new Date('2026-11-22T00:00:00Z')
const input = { city: smallCity, number: 1, code: null, page: 1, drafts: false, asOf }

test('lists the newest release first, with the name of its source', async () => {
  const listed = await showReleases({ city: smallCity, asOf }, smallRecord())
  expect(listed.map(({ release, sourceName }) => [release.number, sourceName.en])).toEqual([
    [2, 'Statistics'],
    [1, 'Statistics'],
  ])
})

test('groups notices by code, errors first, with a few examples each', async () => {
  const outcome = await showRelease(input, smallRecord())
  const groups = outcome.ok
    ? outcome.value.groups.map(({ code, severity, count, examples }) => [code, severity, count, examples.length])
    : []
  expect(groups).toEqual([
    ['conflicting_values', 'error', 60, 3],
    ['blank_line', 'info', 1, 1],
  ])
})

test('opens one code page by page, and a page beyond the last is the last', async () => {
  const outcome = await showRelease({ ...input, code: 'conflicting_values', page: 9 }, smallRecord())
  expect(outcome).toMatchObject({ ok: true, value: { opened: { page: 2, pages: 2, count: 60 } } })
  expect(outcome.ok && outcome.value.opened?.notices.length).toBe(10)
})

const draft = smallRecord({ releases: [smallRelease(1, { status: 'draft', publishedAt: null })] })

test.each([
  { case: 'a release that is not there', changes: { number: 7 }, record: smallRecord(), code: 'release_not_found' },
  { case: 'a draft, to whoever may not see drafts', changes: {}, record: draft, code: 'release_not_found' },
  { case: 'a code that the release does not have', changes: { code: 'x' }, record: smallRecord(), code: 'notice_code_not_found' },
])('$case is refused', async ({ changes, record, code }) => {
  expect(await showRelease({ ...input, ...changes }, record)).toEqual({ ok: false, refusal: { code } })
})

test('a draft is shown to whoever may see drafts', async () => {
  expect((await showRelease({ ...input, drafts: true }, draft)).ok).toBe(true)
})
