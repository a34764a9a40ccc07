/** The invented census of Үлгіқала: people by district, age, sex, language and ethnicity. Districts and sexes are those of its map of people. */
import type { Code, Indicator, Reading, Source } from '../../src/books/indicators/figure.ts'
import type { MultilingualText } from '../../src/books/text.ts'

const words = (kk: string, ru: string, en: string): MultilingualText => ({ kk, ru, en })
const code = (codelist: string, id: string, kk: string, ru: string, en: string): Code => ({ codelist, code: id, name: words(kk, ru, en) })

export const censusIndicator: Indicator = {
  code: 'U-10',
  name: words('Халық санағы бойынша тұрғындар саны', 'Численность населения по переписи', 'Population by the census'),
  sdgGoal: 11,
  sdgTarget: null,
  globalName: null,
  definition: words(
    'Санақ күні қалада тұрақты тұратын адамдар; тіл — үйде көбіне сөйлейтін тілі, ұлт — адамның өз айтуынша.',
    'Люди, постоянно жившие в городе в день переписи; язык — тот, на котором чаще говорят дома, национальность — со слов человека.',
    'People who lived in the city on the day of the census; language: mostly spoken at home; ethnicity: as people said themselves.',
  ),
  computation: {},
  limitations: {},
  compiledBy: words('Үлгіқала статистика бөлімі', 'Отдел статистики Үлгіқалы', 'Statistics office of Ülgiqala'),
  reportingStatus: 'complete',
  links: [],
}

export const censusCodes: readonly Code[] = [
  code('UNIT_MEASURE', 'PERSONS', 'адам', 'человек', 'persons'),
  code('AGE', 'AGE', 'Жас', 'Возраст', 'Age'),
  code('AGE', 'Y0T15', '15 жасқа дейін', 'до 15 лет', 'up to 15'),
  code('AGE', 'Y16T24', '16–24 жас', '16–24 года', '16 to 24'),
  code('AGE', 'Y25T34', '25–34 жас', '25–34 года', '25 to 34'),
  code('AGE', 'Y35T44', '35–44 жас', '35–44 года', '35 to 44'),
  code('AGE', 'Y45T54', '45–54 жас', '45–54 года', '45 to 54'),
  code('AGE', 'Y55T64', '55–64 жас', '55–64 года', '55 to 64'),
  code('AGE', 'Y_GE65', '65 жас және одан үлкен', '65 лет и старше', '65 and over'),
  code('LANGUAGE', 'LANGUAGE', 'Тіл', 'Язык', 'Language'),
  code('LANGUAGE', 'KK', 'қазақ тілі', 'казахский', 'Kazakh'),
  code('LANGUAGE', 'RU', 'орыс тілі', 'русский', 'Russian'),
  code('LANGUAGE', 'UZ', 'өзбек тілі', 'узбекский', 'Uzbek'),
  code('LANGUAGE', 'UG', 'ұйғыр тілі', 'уйгурский', 'Uyghur'),
  code('LANGUAGE', 'UK', 'украин тілі', 'украинский', 'Ukrainian'),
  code('LANGUAGE', 'OTHER', 'басқа тілдер', 'другие языки', 'other languages'),
  code('ETHNICITY', 'ETHNICITY', 'Ұлты', 'Национальность', 'Ethnicity'),
  code('ETHNICITY', 'KAZAKH', 'қазақтар', 'казахи', 'Kazakhs'),
  code('ETHNICITY', 'RUSSIAN', 'орыстар', 'русские', 'Russians'),
  code('ETHNICITY', 'UYGHUR', 'ұйғырлар', 'уйгуры', 'Uyghurs'),
  code('ETHNICITY', 'UZBEK', 'өзбектер', 'узбеки', 'Uzbeks'),
  code('ETHNICITY', 'KOREAN', 'корейлер', 'корейцы', 'Koreans'),
  code('ETHNICITY', 'TATAR', 'татарлар', 'татары', 'Tatars'),
  code('ETHNICITY', 'GERMAN', 'немістер', 'немцы', 'Germans'),
  code('ETHNICITY', 'UKRAINIAN', 'украиндар', 'украинцы', 'Ukrainians'),
  code('ETHNICITY', 'OTHER', 'басқа ұлттар', 'другие национальности', 'other ethnicities'),
]

const people: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  SEX: { F: 212_484, M: 200_124 },
  AGE: { Y0T15: 111_817, Y16T24: 54_464, Y25T34: 65_192, Y35T44: 63_129, Y45T54: 46_212, Y55T64: 40_023, Y_GE65: 31_771 },
  LANGUAGE: { KK: 252_516, RU: 124_195, UZ: 11_966, UG: 15_266, UK: 1238, OTHER: 7427 },
  ETHNICITY: {
    ...{ KAZAKH: 275_623, RUSSIAN: 73_444, UYGHUR: 23_931, UZBEK: 13_616, KOREAN: 8665 },
    ...{ TATAR: 4951, GERMAN: 3713, UKRAINIAN: 3301, OTHER: 5364 },
  },
}
const districts = { 'ULGIQALA-1': 77_328, 'ULGIQALA-2': 125_583, 'ULGIQALA-3': 158_264, 'ULGIQALA-4': 51_433 }
const all = 412_608

export function censusReadings(source: Source, city: string): Reading[] {
  const reading = (refArea: string, dimensions: Readonly<Record<string, string>>, value: number): Reading => ({
    series: { indicator: censusIndicator.code, refArea, source: source.id, method: '', boundary: '', unit: 'PERSONS', dimensions },
    timePeriod: '2025',
    value: String(value),
    obsStatus: null,
    note: null,
    origin: null,
  })
  return [
    reading(city, {}, all),
    ...Object.entries(districts).map(([district, value]) => reading(district, {}, value)),
    ...Object.entries(people).flatMap(([dimension, counts]) =>
      Object.entries(counts).map(([category, value]) => reading(city, { [dimension]: category }, value)),
    ),
  ]
}
