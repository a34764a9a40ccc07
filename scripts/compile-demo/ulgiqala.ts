/** Үлгіқала, a city invented for the demonstration: its figures, in the releases of its invented statistics office. */
import { join } from 'node:path'
import type { Area, Code, Reading, SeriesKey, Source } from '../../src/books/indicators/figure.ts'
import type { MultilingualText } from '../../src/books/text.ts'
import type { CityFolder, CityRelease, CitySet } from '../../src/formats/city-folder/city-folder.ts'
import { uuidOf } from '../../src/kernel/natural-key.ts'
import { openBytes } from '../../src/formats/byte-source.ts'
import { computedAccess, computedOpenSpace } from './computed-access.ts'
import { censusCodes, censusIndicator, censusReadings } from './ulgiqala-census.ts'
import { indicators as yearbookIndicators } from './ulgiqala-indicators.ts'
import { reasonsOf2025 } from './ulgiqala-reasons.ts'
import { finance, spendingCodes, spendingIndicator, spendingReadings } from './ulgiqala-spending.ts'
import { tourismCodes, tourismIndicator, tourismReadings } from './ulgiqala-tourism.ts'

const indicators = [...yearbookIndicators, censusIndicator, tourismIndicator, spendingIndicator]
const words = (kk: string, ru: string, en: string): MultilingualText => ({ kk, ru, en })
const city = 'ULGIQALA'

const statistics: Source = {
  id: 'ulgiqala-stat',
  name: words(
    'Үлгіқала статистика бөлімі (ойдан шығарылған)',
    'Отдел статистики Үлгіқалы (вымышленный)',
    'Statistics office of Ülgiqala (invented)',
  ),
  url: null,
  licence: 'CC0-1.0',
}
const transport: Source = {
  id: 'ulgiqala-transport',
  name: words(
    'Үлгіқала көлік басқармасы (ойдан шығарылған)',
    'Управление транспорта Үлгіқалы (вымышленное)',
    'Transport department of Ülgiqala (invented)',
  ),
  url: null,
  licence: 'CC0-1.0',
}

const area = (code: string, kind: Area['kind'], parent: string | null, name: MultilingualText): Area => ({
  code,
  name,
  kind,
  parent,
  validFrom: null,
  validTo: null,
})

const areas: readonly Area[] = [
  area(city, 'city', null, words('Үлгіқала', 'Үлгіқала', 'Ülgiqala')),
  area('ULGIQALA-1', 'district', city, words('Таулы ауданы', 'район Таулы', 'Tauly district')),
  area('ULGIQALA-2', 'district', city, words('Өзенді ауданы', 'район Өзенді', 'Özendi district')),
  area('ULGIQALA-3', 'district', city, words('Бақты ауданы', 'район Бақты', 'Baqty district')),
  area('ULGIQALA-4', 'district', city, words('Қақпа ауданы', 'район Қақпа', 'Qaqpa district')),
]

const code = (codelist: string, id: string, kk: string, ru: string, en: string): Code => ({ codelist, code: id, name: words(kk, ru, en) })

const codes: readonly Code[] = [
  code('UNIT_MEASURE', 'UNIT_MEASURE', 'Өлшем бірлігі', 'Единица измерения', 'Unit of measure'),
  code('UNIT_MEASURE', 'PT', 'пайыз', 'процент', 'per cent'),
  code('UNIT_MEASURE', 'KM_H', 'км/сағ', 'км/ч', 'km/h'),
  code('UNIT_MEASURE', 'PER_100000_POP', '100 мың тұрғынға', 'на 100 тысяч жителей', 'per 100,000 residents'),
  code('UNIT_MEASURE', 'PER_10000_POP', '10 мың тұрғынға', 'на 10 тысяч жителей', 'per 10,000 residents'),
  code('UNIT_MEASURE', 'PER_KM2', 'тұрғын/км²', 'жителей на км²', 'residents per km²'),
  code('UNIT_MEASURE', 'UG_CUB_METER', 'мкг/м³', 'мкг/м³', 'µg/m³'),
  code('SEX', 'SEX', 'Жынысы', 'Пол', 'Sex'),
  code('SEX', 'F', 'әйелдер', 'женщины', 'female'),
  code('SEX', 'M', 'ерлер', 'мужчины', 'male'),
  code('METHOD', 'straight_line', 'түзу сызықпен өлшенген', 'расстояние по прямой', 'straight-line distance'),
  ...censusCodes,
  ...tourismCodes,
  ...spendingCodes,
]

/** Values of the years from 2018 on; null where there is no reading at all. */
interface Line {
  indicator: string
  unit: string
  values: ReadonlyArray<string | null>
  refArea?: string
  sex?: 'F' | 'M'
}

const firstYear = 2018
const lines: readonly Line[] = [
  { indicator: '11.2.1', unit: 'PT', values: ['52.0', '53.1', '53.4', '55.2', '58.7', '61.4', '63.9', '66.8'] },
  { indicator: '11.2.1', unit: 'PT', sex: 'F', values: ['52.6', '53.8', '54.0', '55.9', '59.3', '62.1', '64.5', '67.5'] },
  { indicator: '11.2.1', unit: 'PT', sex: 'M', values: ['51.3', '52.3', '52.7', '54.4', '58.0', '60.6', '63.2', '66.0'] },
  { indicator: '11.2.1', unit: 'PT', refArea: 'ULGIQALA-1', values: [null, null, null, null, '41.0', '43.2', '45.9', '49.3'] },
  { indicator: '11.2.1', unit: 'PT', refArea: 'ULGIQALA-2', values: [null, null, null, null, '66.5', '69.8', '72.6', '75.4'] },
  { indicator: '11.2.1', unit: 'PT', refArea: 'ULGIQALA-3', values: [null, null, null, null, '73.1', '75.0', '76.8', '79.0'] },
  { indicator: '11.2.1', unit: 'PT', refArea: 'ULGIQALA-4', values: [null, null, null, null, '50.2', '53.4', '56.7', '60.5'] },
  { indicator: 'U-1', unit: 'KM_H', values: ['18.1', '17.8', '19.0', '18.0', '17.5', '17.2', '17.6', '17.4'] },
  { indicator: 'U-2', unit: 'PT', values: ['49', '51', null, '53', '55', '58', '62', '67'] },
  { indicator: '3.6.1', unit: 'PER_100000_POP', values: ['12.4', '11.9', '9.7', '10.8', '10.1', '9.8', '9.9', '10.6'] },
  { indicator: 'U-9', unit: 'PER_KM2', values: ['4120', '4105', '4080', '4066', '4051', '4035', '4022', '4010'] },
  { indicator: '11.6.2', unit: 'UG_CUB_METER', values: ['41.0', '39.4', '33.8', '38.2', '35.6', '34.1', '31.9', '30.2'] },
  { indicator: 'U-5', unit: 'PT', values: ['4.0', '5.5', '6.1', '8.0', '10.2', '12.0', '13.1', '13.9'] },
  { indicator: '6.1.1', unit: 'PT', values: ['86.0', '87.2', '88.5', '89.3', '90.4', '91.2', '92.8', '94.1'] },
  { indicator: '6.1.1', unit: 'PT', refArea: 'ULGIQALA-1', values: [null, null, null, null, '78.3', '79.5', '82.9', '85.6'] },
  { indicator: '6.1.1', unit: 'PT', refArea: 'ULGIQALA-2', values: [null, null, null, null, '96.0', '96.4', '97.1', '97.7'] },
  { indicator: '6.1.1', unit: 'PT', refArea: 'ULGIQALA-3', values: [null, null, null, null, '98.2', '98.5', '98.8', '99.0'] },
  { indicator: '6.1.1', unit: 'PT', refArea: 'ULGIQALA-4', values: [null, null, null, null, '86.1', '87.4', '90.0', '92.2'] },
  { indicator: '6.3.1', unit: 'PT', values: ['70.2', '71.0', '71.4', '71.9', '72.3', '72.6', null, '78.4'] },
  { indicator: 'U-4', unit: 'PT', values: ['31.0', '30.2', '29.6', '28.9', '28.1', '27.5', '25.8', '24.7'] },
  { indicator: 'U-6', unit: 'PT', values: [null, null, '22', '31', '40', '48', '60', '73'] },
  { indicator: '7.1.1', unit: 'PT', values: ['100', '100', '100', '100', '100', '100', '100', '99.8'] },
  { indicator: 'U-7', unit: 'PER_10000_POP', values: ['118', '112', '96', '99', '95', '92', '86', '81'] },
  { indicator: 'U-3', unit: 'PT', values: ['25', '27', '29', '32', '35', '38', '44', '51'] },
  { indicator: '8.5.2', unit: 'PT', values: ['6.1', '5.9', '6.4', '6.2', '5.9', '5.6', '5.3', '5.1'] },
  { indicator: '8.5.2', unit: 'PT', sex: 'F', values: ['6.7', '6.5', '7.3', '7.0', '6.6', '6.2', '5.8', '5.6'] },
  { indicator: '8.5.2', unit: 'PT', sex: 'M', values: ['5.5', '5.3', '5.5', '5.4', '5.2', '5.0', '4.8', '4.6'] },
  { indicator: 'U-8', unit: 'PT', values: [null, null, null, null, null, '54', '68', null] },
]

const reading = (line: Omit<Line, 'values'>, year: number, value: string | null, more: Partial<Reading> = {}): Reading => {
  const series: SeriesKey = {
    indicator: line.indicator,
    refArea: line.refArea ?? city,
    source: statistics.id,
    method: '',
    boundary: '',
    unit: line.unit,
    dimensions: line.sex === undefined ? {} : { SEX: line.sex },
  }
  return { series, timePeriod: String(year), value, obsStatus: null, note: null, origin: null, ...more }
}

/** What the tables of values cannot say: a gap with its reason, a break, two values for one year. */
function remark(found: Reading): Reading {
  const { indicator } = found.series
  if (indicator === '11.6.2' && found.timePeriod === '2022')
    return {
      ...found,
      obsStatus: 'B',
      note: words(
        '2022 жылдан бастап үш бекеттің орнына тоғыз бекет өлшейді.',
        'С 2022 года измеряют девять станций вместо трёх.',
        'Since 2022 nine stations measure instead of three.',
      ),
    }
  if (indicator === '3.6.1' && found.timePeriod === '2025')
    return { ...found, obsStatus: 'P', note: words('Алдын ала деректер.', 'Предварительные данные.', 'Preliminary.') }
  const reason = found.timePeriod === '2025' ? reasonsOf2025[indicator] : undefined
  return reason === undefined ? found : { ...found, note: reason }
}

const surveyGap = reading({ indicator: 'U-2', unit: 'PT' }, 2020, null, {
  obsStatus: 'M',
  note: words(
    '2020 жылы көшелер тексерілген жоқ.',
    'В 2020 году обследование улиц не проводилось.',
    'The survey of streets was not made in 2020.',
  ),
})
const wastewater = { indicator: '6.3.1', unit: 'PT' }
const disputed = [reading(wastewater, 2024, '76.1'), reading(wastewater, 2024, '77.9')]
const noAnswersYet = reading({ indicator: 'U-8', unit: 'PT' }, 2025, null, {
  obsStatus: 'M',
  note: words('2025 жылдың қорытындысы әлі шықпаған.', 'Итоги 2025 года ещё не подведены.', 'The result for 2025 is not yet available.'),
})

const between = (from: number, to: number): Reading[] =>
  lines.flatMap((line) =>
    line.values.flatMap((value, at) =>
      value === null || firstYear + at < from || firstYear + at > to ? [] : [remark(reading(line, firstYear + at, value))],
    ),
  )

type ReleaseFacts = Partial<Omit<CityRelease, 'id' | 'source'>> & { title: MultilingualText }

function release(day: string, facts: ReleaseFacts, readings: readonly Reading[], source: Source = statistics): CitySet {
  const used = new Set(readings.map(({ series }) => series.indicator))
  return {
    release: {
      id: `${source.id}-${day}`,
      kind: 'entry',
      source: source.id,
      madeBy: 'Bagdar, compile-demo',
      publishedAt: `${day}T00:00:00.000Z`,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
      parameters: {},
      codeVersion: '',
      ...facts,
    },
    readings: {
      title: facts.title,
      source,
      indicators: indicators.filter((one) => used.has(one.code)),
      areas,
      codes,
      readings,
      notices: [],
      files: [],
      rows: readings.length,
    },
  }
}

const yearbook = (years: string): MultilingualText =>
  words(
    `Үлгіқаланың статистикалық жинағы, ${years}`,
    `Статистический сборник Үлгіқалы, ${years}`,
    `Statistical yearbook of Ülgiqala, ${years}`,
  )

const sets: readonly CitySet[] = [
  release('2024-03-15', { title: yearbook('2018–2023') }, [...between(2018, 2023), surveyGap]),
  release('2025-02-20', { title: yearbook('2024') }, [...between(2024, 2024), ...disputed]),
  release(
    '2025-04-10',
    { title: words('Аялдамаларға қолжетімділік, 2024', 'Доступность остановок, 2024', 'Access to stops, 2024') },
    [
      {
        ...reading({ indicator: '11.2.1', unit: 'PT' }, 2024, '71.5'),
        series: { ...reading({ indicator: '11.2.1', unit: 'PT' }, 2024, null).series, source: transport.id, method: 'straight_line' },
      },
    ],
    transport,
  ),
  release(
    '2025-06-20',
    {
      title: words(
        'Түзету: желідегі су ысырабы, 2023',
        'Исправление: потери воды в сети, 2023',
        'Correction: water lost in the network, 2023',
      ),
    },
    [
      reading({ indicator: 'U-4', unit: 'PT' }, 2023, '26.9', {
        note: words(
          'Бір сорғы стансасының есептегіші екі рет саналған; бұрынғы мән 27,5.',
          'Счётчик одной насосной станции был учтён дважды; прежнее значение 27,5.',
          'The meter of one pumping station had been counted twice; the value before was 27.5.',
        ),
      }),
    ],
  ),
  release(
    '2025-10-01',
    {
      title: words('PM2.5, 2025 жылдың алғашқы айлары', 'PM2.5, первые месяцы 2025 года', 'PM2.5, first months of 2025'),
      withdrawnAt: '2025-10-08T00:00:00.000Z',
      withdrawnBy: 'Үлгіқала статистика бөлімі',
      withdrawnReason:
        'Жылдық орташа деп бес айдың ғана орташасы жарияланған, оған жылыту маусымы кірмейді. / Как среднегодовое опубликовано среднее за пять месяцев, без отопительного сезона. / Published as an annual mean, but covers five months without the heating season.',
    },
    [reading({ indicator: '11.6.2', unit: 'UG_CUB_METER' }, 2025, '21.3')],
  ),
  release('2026-02-26', { title: yearbook('2025') }, [...between(2025, 2025), noAnswersYet]),
]

const census = release(
  '2026-03-20',
  { title: words('Халық санағы, 2025', 'Перепись населения, 2025', 'Population census, 2025') },
  censusReadings(statistics, city),
)

const tourism = release(
  '2026-03-27',
  { title: words('Түнеп шыққан келушілер, 2021–2025', 'Посетители с ночёвкой, 2021–2025', 'Overnight visitors, 2021–2025') },
  tourismReadings(statistics, city),
)

const spending = release(
  '2026-03-30',
  { title: words('Бағдарламаның орындалуы, 2024–2025', 'Исполнение программы, 2024–2025', 'Execution of the programme, 2024–2025') },
  spendingReadings(city),
  finance,
)

export const compileUlgiqala = async (openData: string): Promise<Omit<CityFolder, 'programmeFiles'>> => ({
  city: {
    id: uuidOf('city', 'ulgiqala'),
    slug: 'ulgiqala',
    name: words('Үлгіқала', 'Үлгіқала', 'Ülgiqala'),
    refArea: city,
    timeZone: 'Asia/Almaty',
    invented: true,
    comparison: false,
  },
  about: words(
    'Үлгіқала — «Бағдар» мүмкіндіктерін көрсету үшін ойдан шығарылған қала. Мұндағы сандардың, мекемелердің және шешімдердің бірде-бірі шын емес.',
    'Үлгіқала придумана, чтобы показать возможности «Бағдара». Ни одно число, учреждение или решение здесь не настоящее.',
    'Ülgiqala was invented to show what Bagdar can do. No figure, office or decision here is real.',
  ),
  sets: [...sets, await computed(openData, computedAccess), await computed(openData, computedOpenSpace), census, tourism, spending],
  rivalReasons: [
    {
      indicator: '11.2.1',
      refArea: city,
      sources: [statistics.id, transport.id],
      reason: words(
        'Статистика бөлімі 500 метрді көше бойымен, ал көлік басқармасы түзу сызықпен өлшейді, сондықтан басқарманың саны үлкенірек.',
        'Отдел статистики считает 500 метров пешком по улицам, управление транспорта — по прямой, поэтому его число больше.',
        'The statistics office counts 500 metres of walking along streets, the transport department a straight line: so its figure is higher.',
      ),
      known: {},
      citations: [{ title: transport.name, url: null }],
    },
  ],
})

/** What is computed from the city's own open data, a week after the yearbook. */
const computed = (openData: string, compute: typeof computedAccess): Promise<CitySet> => {
  const file = (name: string) => openBytes(join(openData, name), name)
  return compute({
    files: {
      osm: file('streets.osm.pbf'),
      gtfs: [file('timetable.gtfs.zip')],
      population: file('people.csv'),
      populationGroups: ['SEX=F', 'SEX=M'],
      districts: file('districts.geojson'),
    },
    refArea: city,
    timePeriod: '2025',
    publishedAt: '2026-03-05',
    attribution: 'Үлгіқала, invented',
    withMap: true,
    parameters: { streetsLicence: 'CC0 1.0', timetableLicence: 'CC0 1.0', populationLicence: 'CC0 1.0', boundaryLicence: 'CC0 1.0' },
    known: new Set(indicators.map(({ code: known }) => known)),
  })
}
