import type { MultilingualText } from '../../text.ts'

export const words = (kk: string, ru: string, en: string): MultilingualText => ({ kk, ru, en })

/** Concepts of the SDG structure, by id. */
export const sdgConcepts: Readonly<Record<string, MultilingualText>> = {
  FREQ: words('Жиілігі', 'Периодичность', 'Frequency of observation'),
  REPORTING_TYPE: words('Есептілік түрі', 'Вид отчётности', 'Reporting type'),
  SERIES: words('Не өлшенеді', 'Что измеряется', 'Series'),
  REF_AREA: words('Аумақ', 'Территория', 'Reference area'),
  SEX: words('Жынысы', 'Пол', 'Sex'),
  AGE: words('Жасы', 'Возраст', 'Age'),
  URBANISATION: words('Қала немесе ауыл', 'Город или село', 'Urbanisation'),
  INCOME_WEALTH_QUANTILE: words('Табыс немесе әл-ауқат тобы', 'Группа по доходу или достатку', 'Income or wealth quantile'),
  EDUCATION_LEV: words('Білім деңгейі', 'Уровень образования', 'Education level'),
  OCCUPATION: words('Кәсібі', 'Занятие', 'Occupation'),
  CUST_BREAKDOWN: words('Өз қимасы', 'Собственный разрез', 'Custom breakdown'),
  COMPOSITE_BREAKDOWN: words('Құрама қима', 'Составной разрез', 'Composite breakdown'),
  DISABILITY_STATUS: words('Мүгедектік мәртебесі', 'Статус инвалидности', 'Disability status'),
  ACTIVITY: words('Қызмет түрі', 'Вид деятельности', 'Activity'),
  PRODUCT: words('Өнім', 'Продукт', 'Product'),
  TIME_PERIOD: words('Кезең', 'Период', 'Time period'),
  OBS_VALUE: words('Мәні', 'Значение', 'Observation value'),
  OBS_STATUS: words('Мәннің мәртебесі', 'Статус значения', 'Observation status'),
  UNIT_MULT: words('Бірлік көбейткіші', 'Множитель единицы', 'Unit multiplier'),
  UNIT_MEASURE: words('Өлшем бірлігі', 'Единица измерения', 'Unit of measure'),
  BASE_PER: words('Базистік кезең', 'Базисный период', 'Base period'),
  NATURE: words('Деректердің сипаты', 'Характер данных', 'Nature of data points'),
  TIME_DETAIL: words('Кезеңнің нақтылануы', 'Уточнение периода', 'Time period details'),
  COMMENT_OBS: words('Мәнге ескертпе', 'Примечание к значению', 'Comment on the observation'),
  TIME_COVERAGE: words('Қамтылған уақыт', 'Охват по времени', 'Time coverage'),
  UPPER_BOUND: words('Жоғарғы шек', 'Верхняя граница', 'Upper bound'),
  LOWER_BOUND: words('Төменгі шек', 'Нижняя граница', 'Lower bound'),
  SOURCE_DETAIL: words('Дереккөзі', 'Источник', 'Source details'),
  COMMENT_TS: words('Қатарға ескертпе', 'Примечание к ряду', 'Comment on the time series'),
  GEO_INFO_URL: words('Географиялық деректердің мекенжайы', 'Адрес географических данных', 'Address of geographical information'),
  GEO_INFO_TYPE: words('Географиялық деректердің түрі', 'Вид географических данных', 'Type of geographical information'),
  CUST_BREAKDOWN_LB: words('Өз қимасының атауы', 'Название собственного разреза', 'Label of the custom breakdown'),
  DATA_LAST_UPDATE: words('Соңғы жаңартылуы', 'Последнее обновление', 'Last update of the data'),
}

/** Concepts that our figures have besides. */
export const ownConcepts: Readonly<Record<string, MultilingualText>> = {
  INDICATOR: words('Көрсеткіш', 'Показатель', 'Indicator'),
  SOURCE: words('Дереккөз', 'Источник', 'Source'),
  METHOD: words('Әдіс', 'Метод', 'Method'),
  BOUNDARY: words('Шекара', 'Граница', 'Boundary'),
  RELEASE: words('Шығарылым нөмірі', 'Номер выпуска', 'Release number'),
  FIGURE_URL: words('Қатардың мекенжайы', 'Адрес ряда', 'Address of the series'),
}

/** The code `_T` of a dimension where it is not simply the total. */
const totals: Readonly<Record<string, MultilingualText>> = {
  REPORTING_TYPE: words('Көрсетілмеген', 'Не указан', 'Not stated'),
  METHOD: words('Дереккөздің әдеттегі әдісі', 'Обычный метод источника', 'Usual method of the source'),
  BOUNDARY: words('Сол уақыттағы ресми шекара', 'Официальная граница того времени', 'Official boundary of the time'),
  UNIT_MEASURE: words('Дереккөз көрсетпеген', 'Источник не указывает', 'Not stated by the source'),
}

export const totalOf = (dimension: string): MultilingualText => totals[dimension] ?? words('Барлығы', 'Всего', 'Total')

/** Code lists of the standard, as far as figures here can need them. */
export const standardCodes: Readonly<Record<string, Readonly<Record<string, MultilingualText>>>> = {
  FREQ: {
    A: words('Жыл сайын', 'Ежегодно', 'Annual'),
    S: words('Жарты жыл сайын', 'Раз в полгода', 'Half-yearly'),
    Q: words('Тоқсан сайын', 'Ежеквартально', 'Quarterly'),
    M: words('Ай сайын', 'Ежемесячно', 'Monthly'),
    W: words('Апта сайын', 'Еженедельно', 'Weekly'),
    D: words('Күн сайын', 'Ежедневно', 'Daily'),
    _O: words('Басқа', 'Иная', 'Other'),
  },
  REPORTING_TYPE: {
    N: words('Ұлттық', 'Национальная', 'National'),
    G: words('Жаһандық', 'Глобальная', 'Global'),
    _T: words('Көрсетілмеген', 'Не указан', 'Not stated'),
  },
  UNIT_MULT: { '0': words('Бірліктер', 'Единицы', 'Units') },
  OBS_STATUS: {
    A: words('Қалыпты', 'Обычное', 'Normal'),
    B: words('Қатардағы үзіліс', 'Разрыв ряда', 'Time series break'),
    D: words('Анықтамасы өзгеше', 'Иное определение', 'Definition differs'),
    E: words('Бағаланған', 'Оценка', 'Estimated'),
    F: words('Болжам', 'Прогноз', 'Forecast'),
    I: words('Есептеп толықтырылған', 'Досчитано', 'Imputed'),
    L: words('Бар, бірақ жиналмаған', 'Есть, но не собирается', 'Exists but was not collected'),
    M: words('Болуы мүмкін емес', 'Не может быть', 'Cannot exist'),
    N: words('Мәні елеусіз', 'Незначимо', 'Not significant'),
    O: words('Жоқ', 'Нет значения', 'Missing value'),
    P: words('Алдын ала', 'Предварительное', 'Provisional'),
    Q: words('Жарияланбаған', 'Не раскрывается', 'Suppressed'),
    U: words('Сенімділігі төмен', 'Низкая надёжность', 'Low reliability'),
    V: words('Тексерілмеген', 'Не проверено', 'Unvalidated'),
  },
}

/** What the artefacts are called. */
export const artefactWords = {
  agency: words('Bagdar', 'Bagdar', 'Bagdar'),
  agencies: words('Ұйымдар', 'Организации', 'Agencies'),
  sdgConcepts: words('ТДМ ұғымдары', 'Понятия ЦУР', 'Concepts of the SDG structure'),
  ownConcepts: words('Қала көрсеткіштерінің ұғымдары', 'Понятия показателей города', 'Concepts of a city’s figures'),
  figures: words('Барлық көрсеткіштер', 'Все показатели', 'All figures'),
  official: words('ТДМ құрылымындағы ресми деректер', 'Официальные данные в структуре ЦУР', 'Official figures in the SDG structure'),
  goals: words('Тұрақты даму мақсаттары', 'Цели устойчивого развития', 'Sustainable Development Goals'),
  providers: words('Деректерді жеткізушілер', 'Поставщики данных', 'Data providers'),
  available: words('Қандай деректер бар', 'Какие данные есть', 'Data that there are'),
} as const

export const goalName = (goal: number): MultilingualText => words(`${goal}-мақсат`, `Цель ${goal}`, `Goal ${goal}`)
