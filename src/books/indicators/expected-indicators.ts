import type { MultilingualText } from '../text.ts'

/** The subjects on which a city is asked what it measures. */
export const gapThemes = ['cities', 'water', 'energy', 'disasters'] as const
export type GapTheme = (typeof gapThemes)[number]

/** An indicator of the global framework that a city can be expected to have. */
export interface ExpectedIndicator {
  code: string
  theme: GapTheme
  name: MultilingualText
}

const expect = (
  theme: GapTheme,
  ...rows: ReadonlyArray<readonly [code: string, kk: string, ru: string, en: string]>
): ExpectedIndicator[] => rows.map(([code, kk, ru, en]) => ({ code, theme, name: { kk, ru, en } }))

/**
 * What a city should know about itself: Goal 11, drinking water and wastewater, energy, disasters.
 *
 * Numbers are those of the UN's global indicator framework after the review of 2020 (target 11.c has no indicator since
 * then); the short names are ours. Indicators that only a state can report (aid, conventions) are left out.
 */
export const expectedIndicators: readonly ExpectedIndicator[] = [
  ...expect(
    'cities',
    ['11.1.1', 'Лайықсыз баспанада тұратын халық', 'Население в трущобах и неподходящем жилье', 'People in slums and inadequate housing'],
    [
      '11.2.1',
      'Қоғамдық көлікке ыңғайлы қолжетімділік',
      'Удобный доступ к общественному транспорту',
      'Convenient access to public transport',
    ],
    [
      '11.3.1',
      'Жер игерудің халық өсіміне қатынасы',
      'Освоение земли относительно роста населения',
      'Land consumption relative to population growth',
    ],
    ['11.3.2', 'Тұрғындардың қала жоспарлауға қатысуы', 'Участие жителей в планировании города', 'Participation of residents in planning'],
    [
      '11.4.1',
      'Мәдени және табиғи мұраны сақтау шығыны',
      'Расходы на сохранение культурного и природного наследия',
      'Spending on cultural and natural heritage',
    ],
    ['11.5.1', 'Апаттан зардап шеккендер', 'Пострадавшие от бедствий', 'People affected by disasters'],
    ['11.5.2', 'Апаттардың тікелей экономикалық шығыны', 'Прямые экономические потери от бедствий', 'Direct economic loss from disasters'],
    [
      '11.5.3',
      'Апаттан бүлінген маңызды нысандар мен қызметтер',
      'Ущерб важным объектам и перебои в услугах',
      'Damaged infrastructure and disrupted services',
    ],
    ['11.6.1', 'Қалдықты жинау және дұрыс басқару', 'Сбор отходов и обращение с ними', 'Waste collected and properly managed'],
    ['11.6.2', 'Ауадағы ұсақ бөлшектер', 'Мелкие частицы в воздухе', 'Fine particles in the air'],
    ['11.7.1', 'Барлығына ашық қоғамдық кеңістік', 'Открытые для всех общественные пространства', 'Open public space for all'],
    ['11.7.2', 'Қоғамдық орындардағы қысым көрсету', 'Домогательства в общественных местах', 'Harassment in public places'],
    [
      '11.a.1',
      'Ұлттық қала саясаты мен өңірлік жоспарлар',
      'Городская политика и планы развития регионов',
      'Urban policies and regional plans',
    ],
    [
      '11.b.1',
      'Апат қаупін азайтудың ұлттық стратегиясы',
      'Национальная стратегия снижения риска бедствий',
      'National disaster risk reduction strategy',
    ],
    [
      '11.b.2',
      'Апат қаупін азайтудың жергілікті стратегиялары',
      'Местные стратегии снижения риска бедствий',
      'Local disaster risk reduction strategies',
    ],
  ),
  ...expect(
    'water',
    ['6.1.1', 'Қауіпсіз ауыз су', 'Безопасная питьевая вода', 'Safely managed drinking water'],
    [
      '6.2.1',
      'Қауіпсіз санитария және қол жуатын орын',
      'Безопасная санитария и возможность мыть руки',
      'Safely managed sanitation and hand-washing',
    ],
    ['6.3.1', 'Қауіпсіз тазартылған ағынды су', 'Безопасно очищенные сточные воды', 'Wastewater safely treated'],
    ['6.3.2', 'Суы таза су айдындары', 'Водоёмы с хорошим качеством воды', 'Water bodies of good quality'],
    ['6.4.1', 'Суды пайдалану тиімділігі', 'Эффективность водопользования', 'Water-use efficiency'],
    ['6.4.2', 'Су тапшылығы деңгейі', 'Нехватка воды', 'Water stress'],
    ['6.b.1', 'Тұрғындардың су басқаруға қатысуы', 'Участие жителей в управлении водой', 'Local participation in water management'],
  ),
  ...expect(
    'energy',
    ['7.1.1', 'Электрмен қамтылған халық', 'Население с доступом к электроэнергии', 'People with electricity'],
    ['7.1.2', 'Негізінен таза отын пайдаланатын халық', 'Население, пользующееся чистым топливом', 'People relying on clean fuels'],
    ['7.2.1', 'Жаңартылатын энергияның үлесі', 'Доля возобновляемой энергии', 'Share of renewable energy'],
    ['7.3.1', 'Энергия сыйымдылығы', 'Энергоёмкость', 'Energy intensity'],
  ),
  ...expect(
    'disasters',
    ['1.5.1', 'Апаттан зардап шеккендер (1-мақсат)', 'Пострадавшие от бедствий (цель 1)', 'People affected by disasters (Goal 1)'],
    ['1.5.2', 'Апат шығынының экономикаға қатынасы', 'Потери от бедствий относительно экономики', 'Disaster loss relative to the economy'],
    [
      '1.5.3',
      'Апат қаупін азайтудың ұлттық стратегиясы (1-мақсат)',
      'Национальная стратегия снижения риска (цель 1)',
      'National risk reduction strategy (Goal 1)',
    ],
    [
      '1.5.4',
      'Апат қаупін азайтудың жергілікті стратегиялары (1-мақсат)',
      'Местные стратегии снижения риска (цель 1)',
      'Local risk reduction strategies (Goal 1)',
    ],
    ['13.1.1', 'Апаттан зардап шеккендер (13-мақсат)', 'Пострадавшие от бедствий (цель 13)', 'People affected by disasters (Goal 13)'],
    [
      '13.1.2',
      'Апат қаупін азайтудың ұлттық стратегиясы (13-мақсат)',
      'Национальная стратегия снижения риска (цель 13)',
      'National risk reduction strategy (Goal 13)',
    ],
    [
      '13.1.3',
      'Апат қаупін азайтудың жергілікті стратегиялары (13-мақсат)',
      'Местные стратегии снижения риска (цель 13)',
      'Local risk reduction strategies (Goal 13)',
    ],
  ),
]
