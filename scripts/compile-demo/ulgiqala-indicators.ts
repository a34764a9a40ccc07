import type { Indicator } from '../../src/books/indicators/figure.ts'
import type { MultilingualText } from '../../src/books/text.ts'

type Words = readonly [kk: string, ru: string, en: string]

const words = ([kk, ru, en]: Words): MultilingualText => ({ kk, ru, en })

const indicator = (code: string, sdgTarget: string | null, name: Words, definition: Words): Indicator => ({
  code,
  name: words(name),
  sdgGoal: sdgTarget === null ? null : Number(sdgTarget.split('.')[0]),
  sdgTarget,
  globalName: null,
  definition: words(definition),
  computation: {},
  limitations: {},
  compiledBy: words(['Үлгіқала статистика бөлімі', 'Отдел статистики Үлгіқалы', 'Statistics office of Ülgiqala']),
  reportingStatus: 'complete',
  links: [],
})

/** Indicators of the invented city; numbers with `U-` are its own. */
export const indicators: readonly Indicator[] = [
  indicator(
    '3.6.1',
    '3.6',
    [
      'Жол апатынан қаза, 100 мың тұрғынға',
      'Погибшие в дорожных авариях на 100 тысяч жителей',
      'Deaths in road accidents per 100,000 residents',
    ],
    [
      'Жол апатынан кейін 30 күн ішінде қайтыс болғандар саны, 100 мың тұрғынға шаққанда.',
      'Умершие в течение 30 дней после дорожной аварии, на 100 тысяч жителей.',
      'People who died within 30 days of a road accident, per 100,000 residents.',
    ],
  ),
  indicator(
    '6.1.1',
    '6.1',
    [
      'Қауіпсіз ауыз сумен қамтылған тұрғындар',
      'Жители, обеспеченные безопасной питьевой водой',
      'Residents with safely managed drinking water',
    ],
    [
      'Үйінде тәулік бойы таза су бар тұрғындардың үлесі.',
      'Доля жителей, у которых чистая вода есть дома и круглые сутки.',
      'Share of residents who have clean water at home at any hour.',
    ],
  ),
  indicator(
    '6.3.1',
    '6.3',
    ['Қауіпсіз тазартылған ағынды су', 'Безопасно очищенные сточные воды', 'Wastewater safely treated'],
    [
      'Нормативке сай тазартылған ағынды судың үлесі.',
      'Доля сточных вод, очищенных до норматива.',
      'Share of wastewater that is treated to the standard.',
    ],
  ),
  indicator(
    '7.1.1',
    '7.1',
    ['Электрмен қамтылған тұрғындар', 'Жители, обеспеченные электроэнергией', 'Residents with electricity'],
    [
      'Үйіне электр тартылған тұрғындардың үлесі.',
      'Доля жителей, в чьих домах есть электричество.',
      'Share of residents whose homes have electricity.',
    ],
  ),
  indicator(
    '8.5.2',
    '8.5',
    ['Жұмыссыздық деңгейі', 'Уровень безработицы', 'Unemployment rate'],
    ['Жұмыс күшіндегі жұмыссыздардың үлесі.', 'Доля безработных в рабочей силе.', 'Share of the labour force that is unemployed.'],
  ),
  indicator(
    '11.2.1',
    '11.2',
    [
      'Қоғамдық көлікке ыңғайлы қолжетімділігі бар тұрғындар',
      'Жители с удобным доступом к общественному транспорту',
      'Residents with convenient access to public transport',
    ],
    [
      'Аялдамаға дейін көшемен 500 метрден аспайтын жерде тұратындардың үлесі.',
      'Доля жителей, от дома которых до остановки не больше 500 метров пешком по улицам.',
      'Share of residents who live within 500 metres of walking along streets from a stop.',
    ],
  ),
  indicator(
    '11.6.2',
    '11.6',
    ['Ауадағы PM2.5 жылдық орташасы', 'Среднегодовая концентрация PM2.5', 'Annual mean PM2.5 in the air'],
    [
      'Қала бекеттеріндегі PM2.5 тәуліктік мәндерінің жылдық орташасы.',
      'Среднее за год из суточных значений PM2.5 на станциях города.',
      'Mean over the year of the daily PM2.5 values at the city’s stations.',
    ],
  ),
  indicator(
    'U-1',
    '11.2',
    ['Қала автобустарының орташа жылдамдығы', 'Средняя скорость городских автобусов', 'Average speed of city buses'],
    [
      'Жұмыс күндері 7-ден 22-ге дейінгі орташа жылдамдық, аялдамалармен қоса.',
      'Средняя скорость в рабочие дни с 7 до 22 часов, с остановками.',
      'Average speed on working days from 7 to 22 hours, stops included.',
    ],
  ),
  indicator(
    'U-2',
    '9.1',
    ['Жақсы күйдегі көшелер', 'Улицы в хорошем состоянии', 'Streets in good condition'],
    [
      'Жыл сайынғы тексеруде «жақсы» деп бағаланған көшелердің ұзындық бойынша үлесі.',
      'Доля улиц по протяжённости, получивших при ежегодном обследовании оценку «хорошо».',
      'Share of streets, by length, rated “good” in the yearly survey.',
    ],
  ),
  indicator(
    'U-3',
    '11.7',
    ['Кедергісіз қоғамдық ғимараттар', 'Общественные здания без барьеров', 'Public buildings without barriers'],
    [
      'Мүгедектігі бар адам көмексіз кіре алатын қоғамдық ғимараттардың үлесі.',
      'Доля общественных зданий, куда человек с инвалидностью может войти без помощи.',
      'Share of public buildings that a person with a disability can enter unaided.',
    ],
  ),
  indicator(
    'U-4',
    '6.4',
    ['Желідегі су ысырабы', 'Потери воды в сети', 'Water lost in the network'],
    [
      'Желіге берілген, бірақ тұтынушыға жетпеген судың үлесі.',
      'Доля воды, поданной в сеть и не дошедшей до потребителя.',
      'Share of water fed into the network that does not reach a user.',
    ],
  ),
  indicator(
    'U-5',
    '12.5',
    ['Сұрыпталған тұрмыстық қалдықтар', 'Сортируемые бытовые отходы', 'Household waste sorted'],
    [
      'Бөлек жиналған тұрмыстық қалдықтың салмақ бойынша үлесі.',
      'Доля бытовых отходов, собранных раздельно, по массе.',
      'Share of household waste that is collected separately, by weight.',
    ],
  ),
  indicator(
    'U-6',
    '11.5',
    [
      'Жер сілкінісіне тексерілген мектептер мен ауруханалар',
      'Школы и больницы, проверенные на сейсмостойкость',
      'Schools and hospitals checked for earthquakes',
    ],
    [
      'Сейсмикалық төзімділігі бағаланған мектептер мен ауруханалардың үлесі.',
      'Доля школ и больниц, сейсмостойкость которых оценена.',
      'Share of schools and hospitals whose resistance to earthquakes was assessed.',
    ],
  ),
  indicator(
    'U-7',
    '16.1',
    ['Тіркелген қылмыс, 10 мың тұрғынға', 'Зарегистрированные преступления на 10 тысяч жителей', 'Recorded crimes per 10,000 residents'],
    [
      'Бір жылда тіркелген қылмыстар, 10 мың тұрғынға шаққанда.',
      'Преступления, зарегистрированные за год, на 10 тысяч жителей.',
      'Crimes recorded in a year, per 10,000 residents.',
    ],
  ),
  indicator(
    'U-8',
    '16.7',
    ['Мерзімінде жауап алған ұсыныстар', 'Предложения жителей, на которые ответили в срок', 'Residents’ proposals answered in time'],
    [
      '15 жұмыс күнінде жауап берілген ұсыныстардың үлесі.',
      'Доля предложений, на которые ответили за 15 рабочих дней.',
      'Share of proposals that were answered within 15 working days.',
    ],
  ),
  indicator(
    'U-9',
    '11.3',
    [
      'Құрылыс салынған жердің бір шаршы километріндегі тұрғындар саны',
      'Жителей на км² застроенной земли',
      'Residents per km² of built-up land',
    ],
    [
      'Тұрғындар санының құрылыс салынған жердің ауданына қатынасы.',
      'Отношение числа жителей к площади застроенной земли.',
      'Number of residents divided by the area of built-up land.',
    ],
  ),
]
