import { expect, test } from 'vitest'
import { smallCity, smallRelease } from '../../test/support/small-record.ts'
import type { Source } from '../books/indicators/figure.ts'
import { writeCityFolder } from '../formats/city-folder/write-city-folder.ts'
import { exportCity } from './export-city.ts'

const personId = '7b7ef1b0-0000-4000-8000-000000000000'
const source: Source = { id: 'stat', name: { en: 'Statistics office' }, url: null, licence: null } as never

test('who of the staff made or withdrew a release is told nobody outside', async () => {
  const withdrawn = {
    status: 'withdrawn',
    withdrawnAt: '2025-03-01T00:00:00.000Z',
    withdrawnBy: `staff:${personId}`,
    withdrawnReason: 'Wrong column',
  } as const
  const releases = [smallRelease(3, { madeBy: 'operator' }), smallRelease(2, { madeBy: `staff:${personId}`, ...withdrawn })]
  const folder = await exportCity(smallCity, {
    now: () => new Date('2025-06-01'),
    listReleases: async () => releases,
    listSources: async () => [source],
    listReadings: async () => [],
    listEntriesOf: async () => [],
    listNotices: async () => [],
    listComputedFilesOf: async () => [],
    readComputedFile: async () => new Uint8Array(),
    listRivalReasons: async () => [],
    listProgrammeVersions: async () => [],
  })
  expect(folder.sets.map(({ release }) => [release.madeBy, release.withdrawnBy])).toEqual([
    ['staff', 'staff'],
    ['operator', null],
  ])
  const files = [...writeCityFolder(folder)].map(([name, bytes]) => `${name} ${new TextDecoder().decode(bytes)}`)
  expect(files.filter((one) => one.includes(personId))).toEqual([])
})
