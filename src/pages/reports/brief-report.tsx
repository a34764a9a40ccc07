import type { BriefReport, GoalProgress } from '../../books/reports/brief.ts'
import { fewestIndicators } from '../../books/reports/brief.ts'
import { indexLimit, type IndexedIndicator } from '../../books/reports/indexed-indicator.ts'
import type { Block, Line, Report } from '../../books/reports/report.ts'
import { GoalSnapshot } from '../../charts/goal-snapshot.tsx'
import { link } from '../frame.ts'
import { goalWords } from '../indicators/goal-words.ts'
import { sourceWords, unitWords } from '../indicators/series-words.ts'
import { sayNumber } from '../progress-words.ts'
import { figurePart, fine, heading, listOf, paragraph, reportOf, type Telling } from './telling.ts'

/** The brief in words, on two pages: goals in a drawing and a table, what stands out, sources and method. */
export function tellBrief(telling: Telling, report: BriefReport): Report {
  const { words, day } = telling
  const blocks: Block[] = [
    paragraph(
      words.t('reports.brief_lede', { assessed: report.assessed, all: report.withFigures, date: words.date(day) }),
      ` ${words.t('reports.figuresOpen')}`,
    ),
    { kind: 'charts', charts: [snapshot(telling, report)] },
    ...standOut(telling, 'strongest', report.strongest),
    ...standOut(telling, 'weakest', report.weakest),
    { kind: 'page' },
    goalTable(telling, report),
    heading(1, words.t('reports.sources')),
    ...listOf([
      [words.t('reports.brief_method', { fewest: fewestIndicators, limit: indexLimit })],
      [words.t('reports.brief_targets')],
      [words.t('reports.brief_flags')],
    ]),
  ]
  return reportOf(telling, 'brief', { about: words.date(day), blocks })
}

function snapshot({ words, city, day }: Telling, { goals }: BriefReport) {
  const label = words.t('reports.snapshotLabel', { city: words.pick(city.name), date: words.date(day) })
  const chart = (
    <GoalSnapshot
      data={{
        label,
        current: words.t('reports.currentIndex'),
        anticipated: words.t('reports.anticipatedIndex'),
        rows: goals.map((goal) => ({
          name: goalWords(goal.sdgGoal, words),
          current: goal.current,
          anticipated: goal.anticipated,
          text: indicesOf({ words }, goal),
        })),
      }}
    />
  )
  return { size: 'whole' as const, svg: String(chart), label, caption: [words.t('reports.snapshotCaption')] }
}

const indicesOf = ({ words }: Pick<Telling, 'words'>, { current, anticipated }: GoalProgress): string =>
  current === null || anticipated === null ? words.t('reports.insufficient') : `${words.number(current)} → ${words.number(anticipated)}`

function goalTable(telling: Telling, { goals }: BriefReport): Block {
  const { words } = telling
  const index = (value: number | null, otherwise: string): Line => [value === null ? fine(otherwise) : words.number(value)]
  return {
    kind: 'table',
    caption: words.t('reports.goalCaption'),
    columns: [
      { title: words.t('reports.goal'), width: 6, numeric: false },
      { title: words.t('reports.withFigures'), width: 2.4, numeric: true },
      { title: words.t('reports.assessed'), width: 2.4, numeric: true },
      { title: words.t('reports.flagged'), width: 2.4, numeric: true },
      { title: words.t('reports.currentIndex'), width: 2.6, numeric: true },
      { title: words.t('reports.anticipatedIndex'), width: 2.6, numeric: true },
    ],
    rows: goals.map((goal) => [
      [{ text: goalWords(goal.sdgGoal, words), href: link(telling, '/indicators', { goal: String(goal.sdgGoal) }) }],
      [String(goal.withFigures)],
      [String(goal.assessed)],
      [String(goal.flagged)],
      index(goal.current, words.t('reports.insufficient')),
      index(goal.anticipated, '—'),
    ]),
  }
}

function standOut(telling: Telling, kind: 'strongest' | 'weakest', indicators: readonly IndexedIndicator[]): Block[] {
  const { words } = telling
  if (indicators.length === 0) return []
  return [heading(1, words.t(`reports.${kind}`)), ...listOf(indicators.map((one) => indicatorLine(telling, one)))]
}

/** "11.6.2 Fine particles: 20 (2023, mg/m³) → 12 (2025); target 5 by 2030 (of the Agenda); index 6.2, anticipated 8. Source." */
export function indicatorLine(
  telling: Telling,
  { indicator, labelled, baseline, latest, target, current, anticipated }: IndexedIndicator,
): Line {
  const { words } = telling
  return [
    {
      text: `${indicator.code} ${words.pick(indicator.name)}`,
      href: link(telling, `/indicators/${indicator.code}`, { series: labelled.series.address }),
    },
    ': ',
    ...(baseline === null || baseline.timePeriod === latest.timePeriod
      ? []
      : [figurePart(telling, baseline), ` ${words.t('reports.inPeriod', { period: words.period(baseline.timePeriod) })} → `]),
    figurePart(telling, latest),
    ` ${words.t('reports.inPeriod', { period: words.period(latest.timePeriod) })}, ${unitWords(labelled, words)}. `,
    ...(target === null
      ? []
      : [
          words.t('reports.targetBy', {
            value: sayNumber(words, target.value),
            year: String(target.year),
            origin: words.t(`progress.origin_${target.origin}`),
          }),
          ' ',
        ]),
    ...(current === null || anticipated === null
      ? []
      : [words.t('reports.indices', { current: words.number(current), anticipated: words.number(anticipated) }), ' ']),
    fine(sourceWords(labelled, words)),
  ]
}
