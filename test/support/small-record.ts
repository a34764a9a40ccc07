import type { PublicReads } from '../../src/actions/cooperation/public-record.ts'
import type { CityRecord } from '../../src/actions/record.ts'
import type { Area, City, Figure, Indicator, Observation, Release, Series, SeriesKey } from '../../src/books/indicators/figure.ts'
import { figureInForce } from '../../src/books/indicators/figure-in-force.ts'
import { identifySeries } from '../../src/books/indicators/series-key.ts'
import { notice } from '../../src/books/notice.ts'
import type { ProgrammeVersion } from '../../src/books/programme/programme.ts'

/** A record of cooperation that holds nothing. */
export const noCooperation: PublicReads = {
  listCooperation: async () => [],
  findCooperation: async () => null,
  listEvidence: async () => [],
  listEvidenceIn: async () => [],
  listStatusEvents: async () => [],
  listDeadlines: async () => [],
}

/** A city with a handful of figures, in memory: an invented one, so that nothing is said of a real place. */
export const smallCity: City = {
  id: 'c0000000-0000-8000-8000-000000000001',
  slug: 'ulgiqala',
  name: { kk: 'Үлгіқала', ru: 'Улгикала', en: 'Ulgiqala' },
  refArea: 'UQ',
  timeZone: 'Asia/Almaty',
  invented: true,
  comparison: false,
}

export const smallRelease = (number: number, changes: Partial<Release> = {}): Release => ({
  id: `release-${number}`,
  number,
  kind: 'import',
  title: { kk: `${number}-жүктеу`, ru: `Загрузка ${number}`, en: `Import ${number}` },
  source: 'stat',
  madeBy: 'test',
  recordedAt: `2025-0${number}-01T00:00:00.000Z`,
  status: 'published',
  publishedAt: `2025-0${number}-01T00:00:00.000Z`,
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnReason: null,
  parameters: {},
  codeVersion: 'test',
  files: [{ path: 'air.csv', sha256: 'a'.repeat(64), bytes: 120 }],
  counts: { rows: 60, observations: 60 },
  noticeCounts: { conflicting_values: 60, blank_line: 1 },
  ...changes,
})

export const smallKey = (changes: Partial<SeriesKey> = {}): SeriesKey => ({
  indicator: '11.6.2',
  refArea: 'UQ',
  source: 'stat',
  method: '',
  boundary: '',
  unit: 'MG_CUB_METER',
  dimensions: {},
  ...changes,
})

const indicator = (code: string, name: Indicator['name'], changes: Partial<Indicator> = {}): Indicator => ({
  code,
  name,
  sdgGoal: Number(code.split('.')[0]),
  sdgTarget: code.split('.').slice(0, 2).join('.'),
  globalName: null,
  definition: {},
  computation: {},
  limitations: {},
  compiledBy: {},
  reportingStatus: null,
  links: [],
  ...changes,
})

const area = (code: string, kk: string): Area => ({ code, name: { kk }, kind: 'region', parent: 'KZ', validFrom: null, validTo: null })

/** One row of the record: series, period, value, release. */
export type SmallRow = readonly [key: SeriesKey, timePeriod: string, value: string | null, release: number]

const own = smallKey()
const rival = smallKey({ source: 'un', unit: 'UG_CUB_METER' })
const women = smallKey({ dimensions: { SEX: 'F' } })
const years = ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023']

export const smallRows: readonly SmallRow[] = [
  ...years.map((year, at): SmallRow => [
    own,
    year,
    ['0.060', '0.058', '0.055', '0.050', '0.048', '0.047', '0.044', '0.041', '0.040'][at] ?? null,
    1,
  ]),
  [own, '2019', '0.049', 2],
  [own, '2024', '0.039', 1],
  [own, '2024', '0.390', 1],
  [own, '2024-07', '0.021', 1],
  [own, '2024-08', '0.022', 1],
  [rival, '2023', '88', 1],
  [women, '2023', '0.041', 1],
  ...Array.from({ length: 11 }, (_, at) => at).flatMap((at) =>
    years.map((year): SmallRow => [smallKey({ refArea: `A${at}` }), year, (0.07 + at / 100).toFixed(3), 1]),
  ),
]

export const smallIndicators: readonly Indicator[] = [
  indicator(
    '11.6.2',
    { kk: 'Қала ауасындағы ұсақ бөлшектер', ru: 'Мелкие частицы в воздухе города' },
    { globalName: { en: 'Annual mean levels of fine particulate matter' }, definition: { ru: 'Среднее за год. Посты стоят у дорог.' } },
  ),
  indicator('11.10.1', { kk: 'Өлшенбейтін нәрсе', ru: 'То, что не измеряют', en: 'Not measured' }, { reportingStatus: 'notstarted' }),
]

/** The reading side of the record over these rows; what a test changes, it hands in. */
export function smallRecord({
  releases = [smallRelease(1), smallRelease(2)],
  rows = smallRows,
  versions = [],
}: { releases?: Release[]; rows?: readonly SmallRow[]; versions?: ProgrammeVersion[] } = {}): CityRecord {
  const series = new Map<string, Series>()
  const observations = rows.map(([key, timePeriod, value, number], at): Observation => {
    const one = identifySeries(key)
    series.set(one.id, one)
    const origin = { file: 'air.csv', line: at + 2, row: `${timePeriod},${value ?? ''}`, cell: ` ${value ?? ''} ` }
    const obsValue = value === null ? null : Number(value)
    return { seriesId: one.id, timePeriod, value, obsValue, obsStatus: null, note: null, releaseId: `release-${number}`, origin }
  })
  const visible = (asOf: Date) =>
    releases.filter(
      (release) => release.publishedAt !== null && Date.parse(release.publishedAt) <= asOf.getTime() && release.status !== 'withdrawn',
    )
  const inForce = (seriesId: string, asOf: Date): Figure[] => {
    const said = observations.filter((one) => one.seriesId === seriesId)
    return [...new Set(said.map((one) => one.timePeriod))].sort().flatMap((period) => {
      const release = visible(asOf).findLast(({ id }) => said.some((one) => one.timePeriod === period && one.releaseId === id))
      const claims = said.filter((one) => one.timePeriod === period && one.releaseId === release?.id)
      return claims.length === 0 ? [] : [figureInForce(claims)]
    })
  }
  return {
    listCities: async () => [smallCity],
    findCity: async (slug) => (slug === smallCity.slug ? smallCity : null),
    listIndicators: async () => [...smallIndicators],
    listAreas: async () => [area('UQ', 'Үлгіқала'), ...Array.from({ length: 11 }, (_, at) => area(`A${at}`, `${at}-өңір`))],
    listCodes: async () => [
      { codelist: 'UNIT_MEASURE', code: 'MG_CUB_METER', name: { kk: 'мг/м³', ru: 'мг/м³', en: 'mg/m³' } },
      { codelist: 'UNIT_MEASURE', code: 'UG_CUB_METER', name: { kk: 'мкг/м³', ru: 'мкг/м³', en: 'µg/m³' } },
      { codelist: 'SEX', code: 'F', name: { kk: 'Әйелдер', ru: 'Женщины', en: 'Women' } },
    ],
    listSources: async () => [
      { id: 'stat', name: { kk: 'Статистика', ru: 'Статистика', en: 'Statistics' }, url: 'https://stat.example/', licence: null },
      { id: 'un', name: { kk: 'БҰҰ', ru: 'ООН', en: 'UN' }, url: null, licence: 'CC BY 4.0' },
    ],
    listRivalReasons: async () => [],
    listSeries: async (_city, asOf, filter) =>
      [...series.values()].filter(
        (one) =>
          inForce(one.id, asOf).length > 0 &&
          (filter.indicator === undefined || one.indicator === filter.indicator) &&
          (filter.refArea === undefined || one.refArea === filter.refArea) &&
          (filter.addresses === undefined || filter.addresses.includes(one.address)),
      ),
    listFigures: async (_city, asOf, ids) => new Map(ids.map((id) => [id, inForce(id, asOf)])),
    listHistory: async (_city, seriesId, timePeriod) =>
      releases.flatMap((release) =>
        observations
          .filter((one) => one.seriesId === seriesId && one.timePeriod === timePeriod && one.releaseId === release.id)
          .map((observation) => ({ observation, release })),
      ),
    listReleases: async () => releases.filter((release) => release.status !== 'draft').toReversed(),
    findRelease: async (_city, number) => releases.find((release) => release.number === number) ?? null,
    listNotices: async (_city, _id, { code, offset, limit }) =>
      Array.from({ length: code === 'blank_line' ? 1 : 60 }, (_, at) =>
        notice(code ?? 'conflicting_values', code === 'blank_line' ? 'info' : 'error', { file: 'air.csv', line: at + 2, value: '0.39' }),
      ).slice(offset, offset + limit),
    listComputedFiles: async () => [],
    listComputedFilesOf: async () => [],
    readComputedFile: async () => new Uint8Array(),
    listProgrammeVersions: async () => versions,
  }
}

export const smallSeries = identifySeries(own)
