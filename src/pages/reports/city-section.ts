import { fewestIndicators } from '../../books/reports/brief.ts'
import { indexLimit } from '../../books/reports/indexed-indicator.ts'
import type { Block, Report } from '../../books/reports/report.ts'
import type { TextPart } from '../../books/reports/report-text.ts'
import type { Review } from '../../books/reports/review.ts'
import type { Surroundings } from '../../books/reports/surroundings.ts'
import { goalTable } from './brief-report.tsx'
import { goalFinding } from './goal-finding.ts'
import { goalSnapshotChart } from './goal-snapshot-chart.tsx'
import { indexedChart } from './indexed-chart.tsx'
import { indexedFinding } from './indexed-finding.ts'
import { indicatorTable, rivalTable } from './indicator-tables.ts'
import { outlinePart } from './outline-part.ts'
import { agreementTable, linkTable } from './programme-tables.ts'
import { heading, listOf, note, paragraph, reportOf, type Telling } from './telling.ts'

/** What a report on cities asks a city about: clean water, energy, cities, climate. */
const cityGoals = [6, 7, 11, 13]

/** The section on one city in ESCAP's report on cities: its words, its goals, its indicators, what it promised and with whom it works. */
export function tellCitySection(telling: Telling, review: Review, { agreements }: Surroundings): Report {
  const { words, day } = telling
  const own = review.goals.filter(({ sdgGoal }) => cityGoals.includes(sdgGoal)).flatMap(({ indicators }) => indicators)
  const charts = own.flatMap((one) => indexedChart(telling, one)).slice(0, 4)
  const part = (name: TextPart): Block[] => [heading(1, words.t(`reportTexts.part_${name}`)), ...outlinePart(telling, name)]
  const rivals = review.rivals.filter(({ indicator }) => own.some((one) => one.indicator.code === indicator))
  const blocks: Block[] = [
    paragraph(words.t('reports.city_lede', { date: words.date(day) }), ` ${words.t('reports.figuresOpen')}`),
    ...part('opening'),
    ...part('context'),
    heading(1, words.t('reports.city_progress')),
    { kind: 'charts', charts: [goalSnapshotChart(telling, review.goals)] },
    goalTable(telling, review.goals),
    heading(1, words.t('reports.city_indicators')),
    ...(own.length === 0
      ? [note(words.t('reports.report_without_figures'))]
      : [indicatorTable(telling, words.t('reports.city_table'), own)]),
    ...(charts.length === 0 ? [] : [{ kind: 'charts', charts } as const]),
    ...(rivals.length === 0 ? [] : [rivalTable(telling, rivals)]),
    ...part('policies'),
    ...(review.linked.length === 0 ? [] : [linkTable(telling, review.linked)]),
    ...(agreements.length === 0 ? [] : [agreementTable(telling, agreements)]),
    ...part('challenges'),
    ...part('next'),
    heading(1, words.t('reports.sources')),
    ...listOf([[words.t('reports.brief_method', { fewest: fewestIndicators, limit: indexLimit })], [words.t('reports.brief_targets')]]),
  ]
  return reportOf(telling, 'city', {
    about: words.date(day),
    blocks,
    findings: [...review.goals.map((goal) => goalFinding(goal, words)), ...own.map((one) => indexedFinding(telling, one))],
  })
}
