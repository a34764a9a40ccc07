/** Names for Almaty's demonstration that no file of the sources gives as a reader should see them. */
import type { Area, Code, Source } from '../../src/books/indicators/figure.ts'
import type { MultilingualText } from '../../src/books/text.ts'
import { kazakhstanAreas } from '../../src/formats/open-sdg/kazakhstan-areas.ts'

const words = (kk: string, ru: string, en: string): MultilingualText => ({ kk, ru, en })

/** The country, its 20 regions and cities of republican significance, and the region that was split in 2018. */
const areaCodes =
  'KZ KZALA KZNS KZSHY KZABY KZAKM KZAKT KZALM KZATY KZZAP KZZHA KZZHS KZKAR KZKUS KZKZY KZMAN KZPAV KZSEV KZYUZ KZULU KZVOS KZONT'

export const areas: readonly Area[] = areaCodes.split(' ').map((code) => {
  const facts = kazakhstanAreas[code]
  if (facts?.name === undefined) throw new RangeError(`No name for the area ${code}.`)
  return { code, ...facts, name: facts.name }
})

const list = (codelist: string, ...codes: Array<[code: string, kk: string, ru: string, en: string]>): Code[] =>
  codes.map(([code, kk, ru, en]) => ({ codelist, code, name: words(kk, ru, en) }))

/** Codes of the dimensions and units; a code list's own name stands under its own id. */
export const codes: readonly Code[] = [
  ...list(
    'UNIT_MEASURE',
    ['UNIT_MEASURE', 'Өлшем бірлігі', 'Единица измерения', 'Unit of measure'],
    ['MG_CUB_METER', 'мг/м³', 'мг/м³', 'mg/m³'],
    ['UG_CUB_METER', 'мкг/м³', 'мкг/м³', 'µg/m³'],
    ['KM_H', 'км/сағ', 'км/ч', 'km/h'],
    ['MW', 'МВт', 'МВт', 'MW'],
    ['M_T', 'миллион тонна', 'млн тонн', 'million tonnes'],
    ['M_USD', 'миллион АҚШ доллары', 'млн долларов США', 'million US dollars'],
    ['PERSONS', 'адам', 'человек', 'persons'],
    ['PER_1000000_POP', 'миллион адам', 'млн человек', 'million people'],
    ['PER_100000_POP', '100 мың тұрғынға', 'на 100 тысяч населения', 'per 100,000 population'],
    ['PER_1000_LIVE_BIRTHS', 'тірі туған 1000 балаға', 'на 1000 родившихся живыми', 'per 1,000 live births'],
    ['PT', 'пайыз', 'процент', 'per cent'],
    ['PT_BY_2005', '2005 жылға пайызбен', 'в процентах к 2005 году', 'per cent of 2005'],
    ['PT_IN_2010_PRICE', 'пайыз, 2010 жылғы бағамен', 'процент, в ценах 2010 года', 'per cent, in 2010 prices'],
    ['PT_PREV_Y', 'алдыңғы жылға пайызбен', 'в процентах к предыдущему году', 'per cent of the previous year'],
    ['SQ_METER', 'м²', 'м²', 'm²'],
    ['T', 'тонна', 'тонн', 'tonnes'],
    ['TH_HA', 'мың гектар', 'тысяч гектаров', 'thousand hectares'],
    ['TH_PEOPLE', 'мың адам', 'тысяч человек', 'thousand people'],
    ['TH_TNG', 'мың теңге', 'тысяч тенге', 'thousand tenge'],
    ['TH_UNITS', 'мың бірлік', 'тысяч единиц', 'thousand units'],
    // Units that KazStat writes out in words, where its files have no unit column.
    ['на 100 тыс.родившихся живыми', 'тірі туған 100 мың балаға', 'на 100 тысяч родившихся живыми', 'per 100,000 live births'],
    [
      'на 1 000 женщин в данной возрастной группе',
      'осы жастағы 1000 әйелге',
      'на 1000 женщин этого возраста',
      'per 1,000 women of that age',
    ],
    [
      'тнэ на тыс.долл. США в ценах 2010 года',
      'мың АҚШ долларына шаққанда мұнай баламасының тоннасы, 2010 жылғы бағамен',
      'тонн нефтяного эквивалента на тысячу долларов США, в ценах 2010 года',
      'tonnes of oil equivalent per thousand US dollars, in 2010 prices',
    ],
    ['человек', 'адам', 'человек', 'persons'],
    ['USD_IN_2010_PRICE', 'АҚШ доллары, 2010 жылғы бағамен', 'долларов США, в ценах 2010 года', 'US dollars, in 2010 prices'],
  ),
  ...list(
    'SEX',
    ['SEX', 'Жынысы', 'Пол', 'Sex'],
    ['F', 'әйелдер', 'женщины', 'female'],
    ['M', 'ерлер', 'мужчины', 'male'],
    ['_T', 'барлығы', 'всего', 'total'],
  ),
  ...list(
    'URBANISATION',
    ['URBANISATION', 'Қала немесе ауыл', 'Город или село', 'Urban or rural'],
    ['U', 'қалалық жер', 'городская местность', 'urban'],
  ),
  ...list(
    'AGE',
    ['AGE', 'Жасы', 'Возраст', 'Age'],
    ['M25T28', '25–28', '25–28', '25–28'],
    ['M29T34', '29–34', '29–34', '29–34'],
    ['Y10T14', '10–14 жас', '10–14 лет', '10–14 years'],
    ['Y15T19', '15–19 жас', '15–19 лет', '15–19 years'],
    ['Y15T24', '15–24 жас', '15–24 года', '15–24 years'],
    ['Y16T24', '16–24 жас', '16–24 года', '16–24 years'],
    ['Y35T44', '35–44 жас', '35–44 года', '35–44 years'],
    ['Y45T54', '45–54 жас', '45–54 года', '45–54 years'],
    ['Y55T64', '55–64 жас', '55–64 года', '55–64 years'],
    ['Y_GE15', '15 жас және одан үлкен', '15 лет и старше', '15 years and over'],
    ['Y_GE65', '65 жас және одан үлкен', '65 лет и старше', '65 years and over'],
  ),
  ...list(
    'EDUCATION_LEV',
    ['EDUCATION_LEV', 'Білім деңгейі', 'Уровень образования', 'Education level'],
    ['ISCED11_0', 'мектепке дейінгі білім', 'дошкольное образование', 'pre-primary education'],
    ['ISCED11_1', 'бастауыш білім', 'начальное образование', 'primary education'],
    ['ISCED11_2', 'негізгі орта білім', 'основное среднее образование', 'lower secondary education'],
    ['ISCED11_3', 'орта білім', 'среднее образование', 'upper secondary education'],
  ),
  ...list(
    'ACTIVITY',
    ['ACTIVITY', 'Қызмет түрі', 'Вид деятельности', 'Activity'],
    ['_L_ACT_ILWPP', 'ірі ГЭС-ті қоса есептегенде', 'с учётом крупных ГЭС', 'including large hydropower'],
  ),
  ...list(
    'COMPOSITE_BREAKDOWN',
    ['COMPOSITE_BREAKDOWN', 'Дағды', 'Навык', 'Skill'],
    ['SKILL_ICTATCH', 'файл тіркелген хат жіберу', 'отправка письма с вложением', 'sending an e-mail with an attachment'],
    [
      'SKILL_ICTCDV',
      'жаңа құрылғыны қосу және орнату',
      'подключение и установка нового устройства',
      'connecting and installing a new device',
    ],
    ['SKILL_ICTCMFL', 'файлды немесе папканы көшіру', 'копирование файла или папки', 'copying a file or folder'],
    ['SKILL_ICTCPT', 'құжат ішінде көшіріп қою', 'копирование и вставка в документе', 'copy and paste within a document'],
    [
      'SKILL_ICTPRGM',
      'бағдарламалау тілінде бағдарлама жазу',
      'написание программы на языке программирования',
      'writing a program in a programming language',
    ],
    ['SKILL_ICTPST', 'графикалық редакторда жұмыс істеу', 'работа в графическом редакторе', 'working in a graphics editor'],
    [
      'SKILL_ICTSFWR',
      'бағдарламаны табу, жүктеу және орнату',
      'поиск, загрузка и установка программы',
      'finding, downloading and installing software',
    ],
    ['SKILL_ICTSSHT', 'электрондық кестедегі формулалар', 'формулы в электронной таблице', 'formulas in a spreadsheet'],
    ['SKILL_ICTTRFF', 'құрылғылар арасында файл жіберу', 'передача файлов между устройствами', 'transferring files between devices'],
  ),
  ...list(
    'SERIES',
    ['SERIES', 'Не өлшенеді', 'Что измеряется', 'What is measured'],
    ['SE_ACS_INTNT', 'оқуға арналған интернет', 'интернет для учебных целей', 'internet for teaching'],
    ['SE_ACS_SANIT', 'ұлдар мен қыздарға бөлек дәретханалар', 'раздельные туалеты для мальчиков и девочек', 'single-sex toilets'],
    [
      'SE_TOT_PRFL',
      'ең төменгі деңгейге жеткен балалар мен жастар',
      'дети и молодёжь, достигшие минимального уровня',
      'children and young people at the minimum level or above',
    ],
    ['SKILL_MATH', 'есептеу дағдысы', 'навыки счёта', 'numeracy'],
    [
      'SN_STA_OVWGTN',
      'артық салмақ: орташа және қатты ауытқу',
      'избыточный вес: умеренное и сильное отклонение',
      'overweight: moderate and severe',
    ],
    ['_L_KZ_010101_1B', 'күніне 3,2 АҚШ долларынан кем (САҚП)', 'менее 3,2 доллара США в день (ППС)', 'below 3.2 US dollars a day (PPP)'],
    ['_L_KZ_010101_1C', 'күніне 5,5 АҚШ долларынан кем (САҚП)', 'менее 5,5 доллара США в день (ППС)', 'below 5.5 US dollars a day (PPP)'],
    ['_L_KZ_010502_1A', 'табиғи сипаттағы', 'природного характера', 'of natural origin'],
    ['_L_KZ_010502_1B', 'техногендік сипаттағы', 'техногенного характера', 'of technological origin'],
    ['_L_KZ_040101_1A', 'оқу сауаттылығы', 'читательская грамотность', 'reading'],
    ['_L_KZ_040a01_1A', 'жылы дәретханасы да, ауладағы дәретханасы да бар', 'тёплые и надворные туалеты', 'indoor and outdoor toilets'],
    ['_L_KZ_040a01_1B', 'тек ауладағы дәретханасы бар', 'только надворные туалеты', 'outdoor toilets only'],
    ['_L_KZ_040a01_1C', 'тек жылы дәретханасы бар', 'только тёплые туалеты', 'indoor toilets only'],
    [
      '_L_KZ_090102_1J',
      'жүк: автомобиль және қалалық электр көлігі',
      'грузы: автомобильный и городской электрический транспорт',
      'freight: road and urban electric transport',
    ],
    ['_L_KZ_090102_1K', 'жүк: әуе көлігі', 'грузы: воздушный транспорт', 'freight: air transport'],
    ['_L_KZ_090102_1M', 'жолаушылар: әуе көлігі', 'пассажиры: воздушный транспорт', 'passengers: air transport'],
    ['_L_KZ_090102_1N', 'жолаушылар: көліктің барлық түрі', 'пассажиры: все виды транспорта', 'passengers: all means of transport'],
    ['_L_KZ_090102_1P', 'құбыр көлігі', 'трубопроводный транспорт', 'pipeline transport'],
    ['_L_KZ_110602_1A', 'PM10', 'PM10', 'PM10'],
    ['_L_KZ_110602_1B', 'PM2.5', 'PM2.5', 'PM2.5'],
    ['_L_KZ_170602_1A', '10 Мбит/с және одан жоғары', '10 Мбит/с и выше', '10 Mbit/s or more'],
    ['_L_KZ_170602_1B', '2 Мбит/с-тан 10 Мбит/с-қа дейін', 'от 2 до 10 Мбит/с', '2 to 10 Mbit/s'],
    ['_L_KZ_170602_1C', '256 кбит/с-тан 2 Мбит/с-қа дейін', 'от 256 кбит/с до 2 Мбит/с', '256 kbit/s to 2 Mbit/s'],
    ['_L_KZ_DD_MSD', 'орташа және қатты ауытқу', 'умеренное и сильное отклонение', 'moderate and severe deviation'],
    ['_L_KZ_DD_SDD', 'қатты ауытқу', 'сильное отклонение', 'severe deviation'],
  ),
  ...list(
    'FREQ',
    ['FREQ', 'Жиілігі', 'Периодичность', 'Frequency'],
    ['M', 'айлық орташа', 'средние за месяц', 'monthly means'],
    ['D', 'тәуліктік орташа', 'средние за сутки', 'daily means'],
  ),
  ...list(
    'METHOD',
    ['one_station', 'бір бекеттің өлшемдері', 'измерения одной станции', 'measured at one station'],
    ['within_half_km', 'аялдамаға дейін 0,5 км', 'до остановки 0,5 км', 'within 0.5 km of a stop'],
  ),
]

export const sources = {
  kazstat: {
    id: 'kazstat',
    name: words(
      'Ұлттық статистика бюросы (ТДМ деректері)',
      'Бюро национальной статистики (данные ЦУР)',
      'Bureau of National Statistics of Kazakhstan (SDG data)',
    ),
    url: 'https://kazstat.github.io/sdg-site-kazstat/',
    licence: 'MIT (github.com/kazstat/sdg-data-kazstat)',
  },
  openaq: {
    id: 'openaq',
    name: words('OpenAQ, 25903-датчик', 'OpenAQ, датчик 25903', 'OpenAQ, sensor 25903'),
    url: 'https://openaq.org',
    licence: 'MIT',
  },
  unHabitat: {
    id: 'un-habitat',
    name: words('БҰҰ-Хабитат', 'ООН-Хабитат', 'UN-Habitat'),
    url: 'https://unstats.un.org/sdgs/dataportal',
    licence: null,
  },
  unece: {
    id: 'unece-itu',
    name: words(
      'БҰҰ ЕЭК және ХЭБ, «ақылды орнықты қала» бейіні',
      'ЕЭК ООН и МСЭ, профиль «умного устойчивого города»',
      'UNECE and ITU, Smart Sustainable City Profile',
    ),
    url: 'https://unece.org/media/press/383800',
    licence: null,
  },
  undp: {
    id: 'undp',
    name: words('БҰҰДБ, Accelerator Labs', 'ПРООН, Accelerator Labs', 'UNDP, Accelerator Labs'),
    url: 'https://github.com/UNDP-Accelerator-Labs/sdg-innovation-commons/blob/main/pages/air_quality_data_platform_in_almaty__kazakhstan_.md',
    licence: null,
  },
  programme: {
    id: 'almaty-2020',
    name: words('«Алматы-2020» бағдарламасы', 'Программа «Алматы-2020»', 'Programme "Almaty-2020"'),
    url: 'https://studylib.ru/doc/6214336/adp-2020',
    licence: null,
  },
} as const satisfies Record<string, Source>

export const about = words(
  'Бұл бетті «Бағдар» жобасы ашық дереккөздерден құрастырды. Бұл — Алматы әкімдігінің сайты емес. Әр санның дереккөзі көрсетілген; дереккөздерде жоқ нәрсе жазылмайды.',
  'Страницу составил проект «Бағдар» по открытым источникам. Это не сайт акимата Алматы. У каждого числа указан источник; чего нет в источниках, того нет и здесь.',
  'Compiled by the Bagdar project from open sources. This is not a site of the city administration of Almaty. Every figure names its source; what no source says is not written here.',
)
