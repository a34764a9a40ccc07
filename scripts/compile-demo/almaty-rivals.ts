import type { Area, Indicator, Reading, SeriesKey, Source } from '../../src/books/indicators/figure.ts'
import type { RivalReason } from '../../src/books/indicators/rivals.ts'
import type { MultilingualText } from '../../src/books/text.ts'
import type { CitySet } from '../../src/formats/city-folder/city-folder.ts'
import { areas, codes, sources } from './almaty-words.ts'

const words = (kk: string, ru: string, en: string): MultilingualText => ({ kk, ru, en })

export const publicTransport: Indicator = {
  code: '11.2.1',
  name: words(
    'Қоғамдық көлікке ыңғайлы қолжетімділігі бар халықтың үлесі',
    'Доля населения, имеющего удобный доступ к общественному транспорту',
    'Proportion of population that has convenient access to public transport',
  ),
  sdgGoal: 11,
  sdgTarget: '11.2',
  globalName: null,
  definition: {},
  computation: {},
  limitations: {},
  compiledBy: {},
  reportingStatus: null,
  links: ['https://unstats.un.org/sdgs/metadata/files/Metadata-11-02-01.pdf'],
}

/** The day on which the demonstration took figures in whose day of publication the sources do not tell. */
export const takenIn = '2026-11-22'
export const dayNotKnown = words(
  'Дереккөз бұл санды қай күні жариялағанын айтпайды; ол тіркелімге 2026 жылғы 22 қарашада алынды.',
  'День публикации этого числа источник не называет; в учёт оно принято 22 ноября 2026 года.',
  'The source does not tell the day of publication; the figure was taken into the record on 22 November 2026.',
)
const join = (...texts: readonly MultilingualText[]): MultilingualText =>
  words(...(['kk', 'ru', 'en'].map((language) => texts.map((text) => text[language as 'kk']).join(' ')) as [string, string, string]))

interface Figure {
  key: Partial<SeriesKey> & Pick<SeriesKey, 'indicator' | 'unit'>
  timePeriod: string
  value: string
  note: MultilingualText
}

/** Figures that other sources give for what KazStat measures too, each source a release of its own. */
export function compileRivals(indicators: readonly Indicator[]): CitySet[] {
  const all = [...indicators, publicTransport]
  const pm = (series: string) => ({ indicator: '11.6.2', unit: 'UG_CUB_METER', dimensions: { SERIES: series } })
  const unHabitat = entry(
    'un-habitat-11.2.1',
    sources.unHabitat,
    takenIn,
    { repository: '360-info/report-transport-under1.5c', file: 'data/pt-access.csv', series: 'SP_TRN_PUBL' },
    [{ key: { indicator: '11.2.1', unit: 'PT' }, timePeriod: '2020', value: '39.05337', note: dayNotKnown }],
    all,
  )
  const unece = entry(
    'unece-itu-11.2.1',
    sources.unece,
    takenIn,
    {},
    [
      {
        key: { indicator: '11.2.1', unit: 'PT', method: 'within_half_km' },
        timePeriod: '2021',
        value: '86',
        note: join(
          words(
            'Аялдамадан 0,5 км-ден аспайтын жерде тұратындар. Хабарламада бұл санның жылы аталмаған; ондағы қала ауданы мен халық саны 2021 жылға берілген.',
            'Живущие не дальше 0,5 км от остановки. Года этого числа сообщение не называет; площадь и население города в нём за 2021 год.',
            'People living within 0.5 km of a stop. The press release names no year for this figure; its area and population of the city are of 2021.',
          ),
          dayNotKnown,
        ),
      },
    ],
    all,
  )
  const undp = entry(
    'undp-air-quality',
    sources.undp,
    takenIn,
    { commit: 'c11b9ab4905e39de9fef5310679ba547383c1014' },
    [
      { key: pm('_L_KZ_110602_1B'), timePeriod: '2018', value: '53', note: dayNotKnown },
      { key: pm('_L_KZ_110602_1A'), timePeriod: '2019', value: '74', note: dayNotKnown },
    ],
    all,
  )
  const programme = entry(
    'almaty-2020-baseline',
    sources.programme,
    '2015-12-10',
    { page: 'http://dereksiz.org/mazmni-bafdarlamani-toljati/', section: '3.1.1' },
    [
      {
        key: { indicator: '11.2.1.1', unit: 'PT' },
        timePeriod: '2014',
        value: '65',
        note: words(
          'Бағдарламадағы базалық мән (3.1.1-бөлім).',
          'Базовое значение в программе (раздел 3.1.1).',
          'Baseline of the programme (section 3.1.1).',
        ),
      },
    ],
    all,
  )
  return [programme, unHabitat, unece, undp]
}

/** Figures that somebody published on a page, as a release. */
export function entry(
  id: string,
  source: Source,
  day: string,
  parameters: Record<string, string>,
  figures: readonly Figure[],
  all: readonly Indicator[],
  place: { refArea: string; areas: readonly Area[] } = { refArea: 'KZALA', areas },
): CitySet {
  const readings = figures.map(({ key, timePeriod, value, note }): Reading => ({
    series: { refArea: place.refArea, source: source.id, method: '', boundary: '', dimensions: {}, ...key },
    timePeriod,
    value,
    obsStatus: null,
    note,
    origin: null,
  }))
  const used = new Set(readings.map(({ series }) => series.indicator))
  return {
    release: {
      id,
      kind: 'entry',
      title: source.name,
      source: source.id,
      madeBy: 'Bagdar, compile-demo',
      publishedAt: `${day}T00:00:00.000Z`,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
      parameters: { url: source.url, ...parameters },
      codeVersion: '',
    },
    readings: {
      title: source.name,
      source,
      indicators: all.filter(({ code }) => used.has(code)),
      areas: place.areas,
      codes,
      readings,
      notices: [],
      files: [],
      rows: readings.length,
    },
  }
}

const metadata = {
  title: words(
    'БҰҰ-ның 11.2.1 көрсеткішіне арналған метадеректері',
    'Метаданные ООН к показателю 11.2.1',
    'UN metadata of indicator 11.2.1',
  ),
  url: 'https://unstats.un.org/sdgs/metadata/files/Metadata-11-02-01.pdf',
}
const cite = (source: Source) => ({ title: source.name, url: source.url })

/** Nobody has published why these figures differ. What the sources let one see is said, and no more. */
export const rivalReasons: readonly RivalReason[] = [
  {
    indicator: '11.2.1',
    refArea: 'KZALA',
    sources: [sources.unHabitat.id, sources.unece.id],
    reason: null,
    known: words(
      'БҰҰ-Хабитат көше бойымен жаяу жүретін жолды өлшейді: автобус аялдамасына дейін 500 м, метро мен пойызға дейін 1 км. БҰҰ ЕЭК хабарламасында тек 0,5 км аталған; көше бойымен бе, түзу сызықпен бе — айтылмаған. Жылдары да әртүрлі: 2020 және 2021.',
      'ООН-Хабитат считает путь пешком по улицам: 500 м до автобуса, 1 км до метро и поезда. В сообщении ЕЭК ООН названо только 0,5 км; по улицам или по прямой — не сказано. Годы разные: 2020 и 2021.',
      'UN-Habitat measures the walk along streets: 500 m to a bus, 1 km to metro or rail. The UNECE release says only 0.5 km, not whether along streets or in a straight line. The years differ: 2020 and 2021.',
    ),
    citations: [metadata, cite(sources.unece)],
  },
  {
    indicator: '11.6.2',
    refArea: 'KZALA',
    sources: [sources.kazstat.id, sources.undp.id],
    reason: null,
    known: words(
      'Ұлттық статистика деректерін Қазгидромет береді. БҰҰДБ беті өз санының қай бекеттерден алынғанын көрсетпейді; 53 мкг/м³ — ДДСҰ-ның сол кездегі шегінен 5,3 есе көп. Дәл осындай қатынас Алматы ауасын 2013–2018 жылдары зерттеген еңбекте де бар; екеуі бір сан ба — айтылмаған.',
      'Данные национальной статистики даёт Казгидромет. Страница ПРООН не говорит, с каких станций взято её число; 53 мкг/м³ в 5,3 раза больше тогдашнего предела ВОЗ. То же отношение стоит в исследовании воздуха Алматы за 2013–2018 годы; одно ли это число — не сказано.',
      'The national figures come from Kazhydromet. The UNDP page does not say at which stations its figure was measured; 53 µg/m³ is 5.3 times the WHO level of the time. The same ratio stands in a study of the air of Almaty in 2013–2018; whether it is the same figure is not said.',
    ),
    citations: [
      cite(sources.kazstat),
      cite(sources.undp),
      {
        title: {
          en: 'Spatiotemporal Variations and Contributing Factors of Air Pollutants in Almaty, Kazakhstan. Aerosol and Air Quality Research 20 (2020)',
        },
        url: 'https://doi.org/10.4209/aaqr.2019.09.0464',
      },
    ],
  },
  {
    indicator: '11.6.2',
    refArea: 'KZALA',
    sources: [sources.kazstat.id, sources.openaq.id],
    reason: null,
    known: words(
      'Ұлттық статистика деректерін Қазгидромет береді; олар мг/м³ бірлігімен, көбі үтірден кейін екі таңбамен берілген. OpenAQ — бір бекет, күн сайынғы өлшем.',
      'Данные национальной статистики даёт Казгидромет, в мг/м³, большей частью с двумя знаками после запятой. OpenAQ — это одна станция и измерения каждый день.',
      'The national figures come from Kazhydromet, in mg/m³, most of them to two decimals. OpenAQ is one station, measured every day.',
    ),
    citations: [cite(sources.kazstat), cite(sources.openaq)],
  },
  {
    indicator: '11.2.1.1',
    refArea: 'KZALA',
    sources: [sources.kazstat.id, sources.programme.id],
    reason: null,
    known: words(
      'Бағдарламада 2014 жылға 65 % деп жазылған. Ұлттық статистикада 65 % — 2015 жылғы мән, ал 2014 жылы — 43 %.',
      'Программа называет 65 % за 2014 год. В национальной статистике 65 % — это значение за 2015 год, а за 2014 год там 43 %.',
      'The programme names 65 % for 2014. In the national statistics 65 % is the value of 2015; for 2014 they have 43 %.',
    ),
    citations: [cite(sources.programme), cite(sources.kazstat)],
  },
]
