/** The invented tourism of Үлгіқала: people who stayed at least one night, by the country they live in. */
import type { Code, Indicator, Reading, Source } from '../../src/books/indicators/figure.ts'
import type { MultilingualText } from '../../src/books/text.ts'

const words = (kk: string, ru: string, en: string): MultilingualText => ({ kk, ru, en })
const code = (id: string, kk: string, ru: string, en: string): Code => ({ codelist: 'RESIDENCE', code: id, name: words(kk, ru, en) })

export const tourismIndicator: Indicator = {
  code: 'U-11',
  name: words('Түнеп шыққан келушілер саны', 'Число посетителей с ночёвкой', 'Overnight visitors'),
  sdgGoal: 8,
  sdgTarget: '8.9',
  globalName: null,
  definition: words(
    'Бір жылда қаланың қонақүйлері мен басқа орналастыру орындарында кемінде бір түн қонған адамдар, тұратын елі бойынша.',
    'Люди, которые за год провели хотя бы одну ночь в гостиницах и других местах размещения города, по стране проживания.',
    'People who spent at least one night of the year in hotels and other accommodation of the city, by country of residence.',
  ),
  computation: {},
  limitations: {},
  compiledBy: words('Үлгіқала статистика бөлімі', 'Отдел статистики Үлгіқалы', 'Statistics office of Ülgiqala'),
  reportingStatus: 'complete',
  links: [],
}

export const tourismCodes: readonly Code[] = [
  code('RESIDENCE', 'Тұратын елі', 'Страна проживания', 'Country of residence'),
  code('HOME', 'Қазақстан', 'Казахстан', 'Kazakhstan'),
  code('SEA', 'Теңіз елі (ойдан шығарылған)', 'Морская страна (вымышленная)', 'the Sea Country (invented)'),
  code('OTHER', 'басқа елдер', 'другие страны', 'other countries'),
]

const visitors: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  2021: { HOME: 61_200, SEA: 1150, OTHER: 5940 },
  2022: { HOME: 74_800, SEA: 1720, OTHER: 9310 },
  2023: { HOME: 82_400, SEA: 2380, OTHER: 12_650 },
  2024: { HOME: 86_900, SEA: 3140, OTHER: 14_020 },
  2025: { HOME: 91_300, SEA: 4260, OTHER: 15_470 },
}

export function tourismReadings(source: Source, refArea: string): Reading[] {
  const reading = (timePeriod: string, dimensions: Readonly<Record<string, string>>, value: number): Reading => ({
    series: { indicator: tourismIndicator.code, refArea, source: source.id, method: '', boundary: '', unit: 'PERSONS', dimensions },
    timePeriod,
    value: String(value),
    obsStatus: null,
    note: null,
    origin: null,
  })
  return Object.entries(visitors).flatMap(([year, counts]) => [
    reading(
      year,
      {},
      Object.values(counts).reduce((sum, count) => sum + count, 0),
    ),
    ...Object.entries(counts).map(([country, count]) => reading(year, { RESIDENCE: country }, count)),
  ])
}
