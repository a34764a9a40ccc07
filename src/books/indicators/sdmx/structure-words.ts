import type { MultilingualText } from '../../text.ts'
import { words } from './words.ts'

/** Concepts of what is said about indicators and sources in words. */
export const metadataConcepts: Readonly<Record<string, MultilingualText>> = {
  DEFINITION: words('Анықтамасы', 'Определение', 'Definition'),
  COMPUTATION: words('Есептеу әдісі', 'Метод расчёта', 'Computation method'),
  LIMITATIONS: words('Шектеулері', 'Ограничения', 'Limitations'),
  COMPILED_BY: words('Кім құрастырады', 'Кто составляет', 'Compiled by'),
  LINKS: words('Сілтемелер', 'Ссылки', 'Links'),
  ADDRESS: words('Мекенжайы', 'Адрес', 'Address'),
  LICENCE: words('Лицензиясы', 'Лицензия', 'Licence'),
}

/** Attributes of the two structures of metadata. */
export const metadataAttributes = {
  INDICATOR_METADATA: ['DEFINITION', 'COMPUTATION', 'LIMITATIONS', 'COMPILED_BY', 'LINKS'],
  SOURCE_METADATA: ['ADDRESS', 'LICENCE'],
} as const

export const metadataKinds = ['INDICATOR_METADATA', 'SOURCE_METADATA'] as const satisfies ReadonlyArray<keyof typeof metadataAttributes>

/** Who takes figures: of all cities, and of each city. */
export const dataConsumers = {
  international: {
    ESCAP: words('БҰҰ ЭСКАТО', 'ЭСКАТО ООН', 'UN ESCAP'),
    UN_HABITAT: words('БҰҰ-Хабитат', 'ООН-Хабитат', 'UN-Habitat'),
    UNSD: words('БҰҰ Статистика бөлімі', 'Статистический отдел ООН', 'UN Statistics Division'),
  },
  local: {
    COUNCIL: words('Мәслихат', 'Маслихат', 'City council'),
    RESIDENTS: words('Тұрғындар', 'Жители', 'Residents'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, MultilingualText>>>>

/** Reports that are made of the figures, and the tables of a Voluntary Local Review. */
export const reportingCategories = {
  REPORTS: {
    VLR: words('Ерікті жергілікті шолу', 'Добровольный местный обзор', 'Voluntary Local Review'),
    YEARLY: words('Бағдарлама бойынша жылдық есеп', 'Годовой отчёт о программе', 'Yearly report on the programme'),
    BRIEF: words('Қысқаша шолу', 'Краткий обзор', 'Brief'),
    PRESS: words('Баспасөзге хабарлама', 'Сообщение для прессы', 'Press note'),
  },
  VLR_TABLES: {
    T1: words('Мақсаттар және олардың жай-күйі', 'Цели и их состояние', 'Goals and their status'),
    T2: words('Көрсеткіштер', 'Показатели', 'Indicators'),
    T3: words('Қималар бойынша деректер', 'Данные по разрезам', 'Disaggregation'),
    T4: words('Бағдарлама және ТДМ міндеттері', 'Программа и задачи ЦУР', 'Programme and SDG targets'),
    T5: words('Мақсаттар бойынша бюджет', 'Бюджет по целям', 'Budget by goal'),
    T6: words('Мүдделі тараптармен кеңесу', 'Консультации с заинтересованными сторонами', 'Consultations of stakeholders'),
    T7: words('Жетіспейтін деректер', 'Недостающие данные', 'Data gaps'),
    T8: words('Іске асыру құралдары', 'Средства осуществления', 'Means of implementation'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, MultilingualText>>>>

/** How figures get into the record, and how a programme is discussed. */
export const processSteps = {
  RELEASE: {
    IMPORT: words('Дереккөзді оқу', 'Чтение источника', 'The source is read'),
    CHECK: words('Тексеру және ескертпелер', 'Проверка и замечания', 'Checks and notices'),
    PUBLISH: words('Шығарылымды жариялау', 'Публикация выпуска', 'The release is published'),
    WITHDRAW: words('Қате шығарылымды кері қайтару', 'Отзыв ошибочного выпуска', 'A wrong release is withdrawn'),
  },
  CONSULTATION: {
    DRAFT: words('Бағдарлама жобасы', 'Проект программы', 'Draft of the programme'),
    COMMENTS: words('Тұрғындардың пікірлері', 'Замечания жителей', 'Comments of residents'),
    ANSWERS: words('Ресми жауаптар', 'Официальные ответы', 'Official answers'),
    ADOPTION: words('Бағдарламаны қабылдау', 'Принятие программы', 'Adoption'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, MultilingualText>>>>

/** What these artefacts are called. */
export const structureNames = {
  consumers: words('Деректерді тұтынушылар', 'Потребители данных', 'Data consumers'),
  metadataConcepts: words('Метадеректер ұғымдары', 'Понятия метаданных', 'Concepts of metadata'),
  INDICATOR_METADATA: words('Көрсеткіштердің сипаттамасы', 'Описание показателей', 'Description of indicators'),
  SOURCE_METADATA: words('Дереккөздердің сипаттамасы', 'Описание источников', 'Description of sources'),
  REPORTS: words('Есептер', 'Отчёты', 'Reports'),
  VLR_TABLES: words('Ерікті жергілікті шолудың кестелері', 'Таблицы добровольного местного обзора', 'Tables of a Voluntary Local Review'),
  RELEASE: words('Шығарылым қалай жасалады', 'Как делается выпуск', 'How a release is made'),
  CONSULTATION: words('Бағдарлама қалай талқыланады', 'Как обсуждается программа', 'How a programme is discussed'),
  areas: words('Аумақтар', 'Территории', 'Areas'),
  toSdg: words('Барлық көрсеткіштерден ТДМ құрылымына', 'Из всех показателей в структуру ЦУР', 'From all figures to the SDG structure'),
  allowed: words('Ағымда болуы мүмкін кодтар', 'Коды, которые могут быть в потоке', 'Codes that may be in the flow'),
} as const

/** What artefacts of a kind are for. */
export const kindDescriptions = {
  agencyscheme: words('Құрылымдарды кім жүргізеді.', 'Кто ведёт структуры.', 'Who maintains structures.'),
  dataconsumerscheme: words('Деректерді кім алады.', 'Кто получает данные.', 'Who takes data.'),
  dataproviderscheme: words('Деректер қай дереккөзден алынған.', 'Из каких источников данные.', 'Which sources the data come from.'),
  categoryscheme: words('Деректер қандай тақырыптарға бөлінген.', 'По каким темам разложены данные.', 'Subjects by which data are found.'),
  reportingtaxonomy: words('Деректерден не жасалады.', 'Что составляется из данных.', 'What is made of the data.'),
  conceptscheme: words(
    'Құрылымдарда қолданылатын ұғымдар.',
    'Понятия, которые используются в структурах.',
    'Concepts that structures use.',
  ),
  codelist: words(
    'Деректердегі кодтар. Жаңа шығарылыммен тізім толығады, нұсқасы өзгермейді.',
    'Коды в данных. С новыми выпусками список пополняется, версия остаётся прежней.',
    'Codes of the data. The list grows with new releases and keeps its version.',
  ),
  hierarchy: words('Аумақтар бір-біріне қалай кіреді.', 'Как территории входят друг в друга.', 'Which area lies in which.'),
  datastructure: words('Деректердің өлшемдері мен атрибуттары.', 'Измерения и атрибуты данных.', 'Dimensions and attributes of the data.'),
  dataflow: words('Осы мекенжай бойынша берілетін деректер.', 'Данные, которые отдаются по этому адресу.', 'Data that are served here.'),
  metadatastructure: words('Сөзбен не айтылады.', 'Что говорится словами.', 'What is said in words.'),
  metadataflow: words(
    'Сипаттамалар көрсеткіштердің беттерінде тұр.',
    'Описания стоят на страницах показателей.',
    'The descriptions stand on the pages of the indicators.',
  ),
  categorisation: words('Ағымның тақырыбы.', 'Тема потока.', 'Subject of a flow.'),
  provisionagreement: words('Бір дереккөздің деректері.', 'Данные одного источника.', 'Data of one source.'),
  dataconstraint: words(
    'Ағымда қандай кодтар бар немесе болуы мүмкін.',
    'Какие коды есть в потоке или могут в нём быть.',
    'Codes that are in a flow, or may be in it.',
  ),
  structuremap: words(
    'Бір құрылымның өлшемі екіншісінде қайсысы болады.',
    'Какое измерение одной структуры чем становится в другой.',
    'Which component of one structure becomes which of the other.',
  ),
  process: words('Жұмыстың реті.', 'Порядок работы.', 'Order of the work.'),
} as const
