/** What the invented city spent on each measure of its programme. */
import type { Code, Indicator, Reading, Source } from '../../src/books/indicators/figure.ts'
import type { MultilingualText } from '../../src/books/text.ts'

const words = (kk: string, ru: string, en: string): MultilingualText => ({ kk, ru, en })

export const finance: Source = {
  id: 'ulgiqala-finance',
  name: words(
    'Үлгіқала қаржы басқармасы (ойдан шығарылған)',
    'Управление финансов Үлгіқалы (вымышленное)',
    'Finance office of Ülgiqala (invented)',
  ),
  url: null,
  licence: 'CC0-1.0',
}

export const spendingIndicator: Indicator = {
  code: 'U-12',
  name: words('Бағдарлама іс-шараларына жұмсалған қаражат', 'Расходы на мероприятия программы', 'Spent on the measures of the programme'),
  sdgGoal: null,
  sdgTarget: null,
  globalName: null,
  definition: words(
    'Бір жылда іс-шараға барлық көзден төленген қаражат, ағымдағы бағамен.',
    'Средства из всех источников, оплаченные по мероприятию за год, в текущих ценах.',
    'Money from all sources paid out for a measure in a year, in current prices.',
  ),
  computation: {},
  limitations: {},
  compiledBy: words('Үлгіқала қаржы басқармасы', 'Управление финансов Үлгіқалы', 'Finance office of Ülgiqala'),
  reportingStatus: 'complete',
  links: [],
}

/** In tenge, by number of the measure. What was not begun has no row. */
const spent: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  2024: {
    '1.1.1': '588000000',
    '1.2.1': '2149400000',
    '1.2.2': '86000000',
    '1.3.1': '17250000',
    '2.2.1': '1764300000',
    '3.1.1': '420000000',
    '4.3.1': '61900000',
  },
  2025: {
    '1.1.1': '742500000',
    '1.1.2': '118900000',
    '1.2.1': '2398700000',
    '1.2.2': '74500000',
    '2.1.1': '1240000000',
    '2.2.1': '1921600000.50',
    '2.3.1': '182400000',
    '3.1.1': '1585000000',
    '3.1.2': '264100000',
    '3.2.1': '380000000',
    '4.1.1': '537200000',
    '4.2.1': '210000000',
    '4.3.1': '22000000',
  },
}

const numbers = [...new Set(Object.values(spent).flatMap((year) => Object.keys(year)))].sort()

export const spendingCodes: readonly Code[] = [
  { codelist: 'UNIT_MEASURE', code: 'KZT', name: words('теңге', 'тенге', 'tenge') },
  { codelist: 'MEASURE', code: 'MEASURE', name: words('Бағдарламаның іс-шарасы', 'Мероприятие программы', 'Measure of the programme') },
  ...numbers.map((number) => ({
    codelist: 'MEASURE',
    code: number,
    name: words(`${number}-іс-шара`, `мероприятие ${number}`, `measure ${number}`),
  })),
]

export const spendingReadings = (refArea: string): Reading[] =>
  Object.entries(spent).flatMap(([year, measures]) =>
    Object.entries(measures).map(([measure, value]) => ({
      series: {
        indicator: spendingIndicator.code,
        refArea,
        source: finance.id,
        method: '',
        boundary: '',
        unit: 'KZT',
        dimensions: { MEASURE: measure },
      },
      timePeriod: year,
      value,
      obsStatus: null,
      note: null,
      origin: null,
    })),
  )
