import type { MeasureSpending } from '../../books/reports/measure-spending.ts'
import type { Block, Line, Report } from '../../books/reports/report.ts'
import type { YearlyGoal, YearlyReport } from '../../books/reports/yearly.ts'
import type { YearlyIndicator } from '../../books/reports/yearly-indicator.ts'
import { link } from '../frame.ts'
import { currencyWords, goalPath, ownerWords, pricesWords, unitOf, versionPath, versionWords } from '../programme/programme-words.ts'
import { sayCaution } from '../progress-words.ts'
import { targetChart } from './target-chart.tsx'
import { writtenBlocks } from './written-blocks.ts'
import { findingsOfYear } from './yearly-findings.ts'
import { cited, figurePart, fine, heading, listOf, note, paragraph, reportOf, signed, strong, type Telling } from './telling.ts'

/** The yearly report on the programme in words: plan, actual, deviation and reason; planned and spent; what is missing. */
export function tellYear(telling: Telling, report: YearlyReport): Report {
  const { words } = telling
  const { version, year, goals } = report
  const blocks: Block[] = [
    paragraph(
      { text: words.pick(version.title), href: link(telling, versionPath(version)), strong: true },
      `. ${versionWords(version, words)}`,
      '\n',
      `${words.t('reports.yearly_lede', { year: String(year) })} ${words.t('reports.figuresOpen')}`,
    ),
    ...writtenBlocks(telling, 'opening'),
    heading(1, words.t('reports.summary')),
    ...writtenBlocks(telling, 'results'),
    countTable(telling, report),
    ...moneyTable(telling, report),
    ...notReached(telling, report),
    ...version.directions
      .filter((direction) => direction.goals.length > 0)
      .flatMap((direction): Block[] => [
        heading(1, `${direction.number}. ${words.pick(direction.title)}`),
        ...goals.filter((one) => one.direction === direction).flatMap((goal) => goalBlocks(telling, goal, report)),
      ]),
    ...conclusion(telling),
    ...whatIsMissing(telling, report),
    ...sources(telling, report),
  ]
  return reportOf(telling, 'yearly', {
    about: words.t('reports.aboutYear', { year: String(year) }),
    blocks,
    findings: findingsOfYear(telling, report),
  })
}

function conclusion(telling: Telling): Block[] {
  const blocks = writtenBlocks(telling, 'conclusion')
  return blocks.length === 0 ? [] : [heading(1, telling.words.t('reportTexts.part_conclusion')), ...blocks]
}

function countTable({ words }: Telling, { counts, year }: YearlyReport): Block {
  const row = (name: string | Line, count: number): Line[] => [typeof name === 'string' ? [name] : name, [String(count)]]
  return {
    kind: 'table',
    caption: words.t('reports.countCaption', { year: String(year) }),
    columns: [
      { title: words.t('reports.result'), width: 5, numeric: false },
      { title: words.t('reports.indicatorCount'), width: 2, numeric: true },
    ],
    rows: [
      row(words.t('reports.result_reached'), counts.reached),
      row(words.t('reports.result_not_reached'), counts.notReached),
      ...counts.notJudged.map(({ reason, count }) =>
        row([`${words.t('reports.result_not_judged')}: `, words.t(`reports.why_${reason}`)], count),
      ),
    ],
  }
}

/** What all measures were to cost and did cost; nothing where no sum is known. */
function moneyTable(telling: Telling, { money, counts, year }: YearlyReport): Block[] {
  const { words } = telling
  if (money.planned.length === 0 && money.spent.length === 0) return []
  return [
    {
      kind: 'table',
      caption: words.t('reports.moneyCaption', { year: String(year) }),
      columns: [
        { title: words.t('reports.money'), width: 5, numeric: false },
        { title: words.t('reports.sum'), width: 3, numeric: true },
      ],
      rows: [
        ...money.planned.map(({ currency, prices, total }): Line[] => [
          [`${words.t('reports.planned')}, `, `${currencyWords(currency, words)}, ${pricesWords(prices, words)}`],
          [{ text: words.decimal(total), href: link(telling, '/programme/budget') }],
        ]),
        ...money.spent.map(({ currency, total }): Line[] => [
          [
            `${words.t('reports.spent')}, ${currencyWords(currency, words)} `,
            fine(words.t('reports.spentBy', { count: counts.withSpending, all: counts.measures })),
          ],
          [words.decimal(total)],
        ]),
      ],
    },
  ]
}

/** Each target that was not reached, by how much, and what the record says about it. */
function notReached(telling: Telling, { goals }: YearlyReport): Block[] {
  const { words } = telling
  const missed = goals.flatMap(({ goal, indicators }) => indicators.filter(isMissed).map((one) => ({ goal, one })))
  if (missed.length === 0) return []
  return [
    heading(2, words.t('reports.notReachedTitle')),
    ...listOf(
      missed.map(({ goal, one }) => [
        { text: words.pick(one.view.indicator.name), href: link(telling, goalPath(goal, one.view.indicator.id)) },
        `: ${deviationWords(telling, one)}. ${reasonWords(telling, one)}`,
      ]),
    ),
  ]
}

const isMissed = ({ result }: YearlyIndicator): boolean => result.kind === 'not_reached'

/** What was written with the figure; nobody makes up another reason. */
function reasonWords({ words }: Telling, { actual }: YearlyIndicator): string {
  const said = words.pick(actual?.note ?? {})
  return said === '' ? words.t('reports.noReason') : words.t('reports.reason', { reason: said })
}

const deviationWords = ({ words }: Telling, { deviation, view }: YearlyIndicator): string =>
  deviation === null ? '' : words.t('reports.deviationOf', { deviation: signed(words, deviation), unit: unitOf(view, words) })

function goalBlocks(telling: Telling, { goal, indicators, measures }: YearlyGoal, { version, year, counts }: YearlyReport): Block[] {
  const { words } = telling
  const cautions = indicators.flatMap(({ view }) =>
    (view.actual?.assessment.progress.cautions ?? []).map((caution): Line => [
      `${words.pick(view.indicator.name)}: ${sayCaution(words, caution)}`,
    ]),
  )
  const charts = indicators.flatMap((one) => targetChart(telling, one))
  return [
    heading(2, words.t('programme.goalTitle', { number: goal.number, title: words.pick(goal.title) })),
    ...(indicators.length === 0 ? [note(words.t('programme.noIndicators'))] : [indicatorTable(telling, goal, indicators, version, year)]),
    ...listOf(cautions),
    ...(charts.length === 0 ? [] : [{ kind: 'charts', charts } as const]),
    ...(measures.length > 0 ? [measureTable(telling, goal, measures, year)] : []),
    // Where the whole programme has none, it is said once, at the end.
    ...(measures.length === 0 && counts.measures > 0 ? [note(words.t('programme.noMeasures'))] : []),
  ]
}

function indicatorTable(
  telling: Telling,
  goal: YearlyGoal['goal'],
  indicators: readonly YearlyIndicator[],
  version: YearlyReport['version'],
  year: number,
): Block {
  const { words } = telling
  const written = (id: string, value: string) => ({ text: words.decimal(value), href: link(telling, versionPath(version, id)) })
  return {
    kind: 'table',
    caption: words.t('reports.indicatorCaption', { goal: goal.number, year: String(year) }),
    columns: [
      { title: words.t('programme.targetIndicator'), width: 6, numeric: false },
      { title: words.t('programme.baseline'), width: 2.4, numeric: true },
      { title: words.t('reports.planIn', { year: String(year) }), width: 2.2, numeric: true },
      { title: words.t('reports.actualIn', { year: String(year) }), width: 2.8, numeric: true },
      { title: words.t('reports.deviation'), width: 2.4, numeric: true },
      { title: words.t('reports.result'), width: 3.6, numeric: false },
    ],
    rows: indicators.map((one) => {
      const { view, plan, actual, deviation } = one
      const { id, baseline, name } = view.indicator
      return [
        [{ text: words.pick(name), href: link(telling, goalPath(goal, id)) }, '\n', fine(unitOf(view, words))],
        baseline === null ? [fine('—')] : [written(id, baseline.value), '\n', fine(String(baseline.year))],
        plan === null ? [fine('—')] : [written(id, plan.value)],
        actual === null ? [fine('—')] : [figurePart(telling, actual)],
        deviation === null ? [fine('—')] : [signed(words, deviation)],
        resultLine(telling, one),
      ]
    }),
  }
}

const resultLine = ({ words }: Telling, { result }: YearlyIndicator): Line =>
  result.kind === 'not_judged'
    ? [words.t('reports.result_not_judged'), '\n', fine(words.t(`reports.why_${result.reason}`))]
    : [strong(words.t(`reports.result_${result.kind}`))]

function measureTable(telling: Telling, goal: YearlyGoal['goal'], measures: readonly MeasureSpending[], year: number): Block {
  const { words } = telling
  const money = (currency: string, prices: string | null) =>
    fine([currencyWords(currency, words), ...(prices === null || prices === 'nominal' ? [] : [pricesWords(prices, words)])].join(', '))
  return {
    kind: 'table',
    caption: words.t('reports.measureCaption', { goal: goal.number, year: String(year) }),
    columns: [
      { title: words.t('programme.measure'), width: 7, numeric: false },
      { title: words.t('reports.planned'), width: 3.2, numeric: true },
      { title: words.t('reports.spent'), width: 3.2, numeric: true },
      { title: words.t('reports.deviation'), width: 3, numeric: true },
    ],
    rows: measures.map(({ measure, planned, spent, deviation }) => [
      [
        { text: `${measure.number}. ${words.pick(measure.title)}`, href: link(telling, goalPath(goal, measure.id)) },
        '\n',
        fine(ownerWords(measure, words)),
      ],
      planned.length === 0
        ? [fine(words.t('reports.noPlan'))]
        : planned.flatMap(({ total, currency, prices }, at) => [
            ...(at === 0 ? [] : ['\n']),
            { text: words.decimal(total), href: link(telling, goalPath(goal, measure.id)) },
            '\n',
            money(currency, prices),
          ]),
      spent.length === 0
        ? [fine(words.t('reports.noSpending'))]
        : spent.flatMap(({ figure }, at) => [...(at === 0 ? [] : ['\n']), figurePart(telling, figure)]),
      deviation === null ? [fine('—')] : [signed(words, deviation)],
    ]),
  }
}

/** What the record does not hold, each once. */
function whatIsMissing({ words }: Telling, { version, goals, counts, year }: YearlyReport): Block[] {
  const without = goals.filter(({ indicators }) => indicators.length === 0).map(({ goal }) => goal.number)
  const noGoals = version.directions.filter((direction) => direction.goals.length === 0).length
  const items = [
    ...(noGoals > 0 ? [words.t('programme.noGoals', { count: noGoals })] : []),
    ...(without.length > 0 ? [words.t('reports.missing_indicators', { goals: without.join(', ') })] : []),
    ...(counts.measures === 0
      ? [words.t('reports.missing_measures')]
      : [
          ...(counts.withPlan === 0 ? [words.t('reports.missing_plan', { year: String(year) })] : []),
          ...(counts.withSpending < counts.measures
            ? [
                words.t('reports.missing_spending', {
                  year: String(year),
                  count: counts.measures - counts.withSpending,
                  all: counts.measures,
                }),
              ]
            : []),
        ]),
  ]
  return items.length === 0 ? [] : [heading(1, words.t('reports.missing')), ...listOf(items.map((item) => [item]))]
}

function sources(telling: Telling, { version, goals }: YearlyReport): Block[] {
  const { words } = telling
  const names = goals.flatMap(({ indicators, measures }) => [
    ...indicators.flatMap(({ view, actual }) => (actual === null || view.actual === null ? [] : [view.actual.labelled.sourceName])),
    ...measures.flatMap(({ spent }) => spent.map(({ sourceName }) => sourceName)),
  ])
  return [
    heading(1, words.t('reports.sources')),
    ...listOf([
      [words.t('reports.yearly_method')],
      ...(names.length === 0
        ? []
        : [[words.t('reports.figureSources', { names: [...new Set(names.map((name) => words.pick(name)))].join('; ') })]]),
      ...version.sources.map((source): Line => [cited(words.pick(source.title), source.url)]),
    ]),
  ]
}
