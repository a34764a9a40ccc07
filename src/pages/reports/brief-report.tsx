import type { BriefReport, GoalProgress } from '../../books/reports/brief.ts'
import { fewestIndicators } from '../../books/reports/brief.ts'
import { indexLimit, type IndexedIndicator } from '../../books/reports/indexed-indicator.ts'
import type { Block, Line, Report } from '../../books/reports/report.ts'
import { link } from '../frame.ts'
import { goalWords } from '../indicators/goal-words.ts'
import { sourceWords, unitWords } from '../indicators/series-words.ts'
import { sayNumber } from '../progress-words.ts'
import { goalFinding } from './goal-finding.ts'
import { goalSnapshotChart } from './goal-snapshot-chart.tsx'
import { figurePart, fine, heading, listOf, paragraph, reportOf, type Telling } from './telling.ts'
import { writtenBlocks } from './written-blocks.ts'

/** The brief in words, on two pages: goals in a drawing and a table, what stands out, sources and method. */
export function tellBrief(telling: Telling, report: BriefReport): Report {
  const { words, day } = telling
  const blocks: Block[] = [
    paragraph(
      words.t('reports.brief_lede', { assessed: report.assessed, all: report.withFigures, date: words.date(day) }),
      ` ${words.t('reports.figuresOpen')}`,
    ),
    ...writtenBlocks(telling, 'opening'),
    { kind: 'charts', charts: [goalSnapshotChart(telling, report.goals)] },
    ...standOut(telling, 'strongest', report.strongest),
    ...standOut(telling, 'weakest', report.weakest),
    { kind: 'page' },
    goalTable(telling, report.goals),
    heading(1, words.t('reports.sources')),
    ...listOf([
      [words.t('reports.brief_method', { fewest: fewestIndicators, limit: indexLimit })],
      [words.t('reports.brief_targets')],
      [words.t('reports.brief_flags')],
    ]),
  ]
  return reportOf(telling, 'brief', { about: words.date(day), blocks, findings: report.goals.map((goal) => goalFinding(goal, words)) })
}

export function goalTable(telling: Telling, goals: readonly GoalProgress[]): Block {
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
