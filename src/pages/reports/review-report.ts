import type { Block, Report } from '../../books/reports/report.ts'
import type { Review, ReviewedGoal } from '../../books/reports/review.ts'
import type { Surroundings } from '../../books/reports/surroundings.ts'
import type { TextPart } from '../../books/reports/report-text.ts'
import { fewestIndicators } from '../../books/reports/brief.ts'
import { indexLimit } from '../../books/reports/indexed-indicator.ts'
import { goalWords } from '../indicators/goal-words.ts'
import { versionPath, versionWords } from '../programme/programme-words.ts'
import { link } from '../frame.ts'
import { goalFinding } from './goal-finding.ts'
import { goalSnapshotChart } from './goal-snapshot-chart.tsx'
import { indexedChart } from './indexed-chart.tsx'
import { indexedFinding } from './indexed-finding.ts'
import { indicatorTable, leftBehindTable, rivalTable, standingTable } from './indicator-tables.ts'
import { outlinePart } from './outline-part.ts'
import { agreementTable, consultationTable, gapTable, linkTable, moneyByGoalTable } from './programme-tables.ts'
import { cited, heading, listOf, note, paragraph, reportOf, strong, type Telling } from './telling.ts'

/** At most so many rows of who is left behind: the furthest. */
const mostLeftBehind = 20

/** The Voluntary Local Review in words: DESA's outline, the city's own texts, and tables T1–T8 of the record. */
export function tellReview(telling: Telling, review: Review, surroundings: Surroundings): Report {
  const { words, day } = telling
  const { goals } = review
  const blocks: Block[] = [
    paragraph(words.t('reports.vlr_lede', { date: words.date(day) }), ` ${words.t('reports.figuresOpen')}`),
    ...chapter(telling, 1, 'opening'),
    ...chapter(telling, 2, 'highlights'),
    standingTable(telling, goals),
    ...chapter(telling, 3, 'introduction'),
    ...earlierBlocks(telling, review),
    ...chapter(telling, 4, 'process'),
    ...consultationBlocks(telling, surroundings),
    ...methodBlocks(telling),
    heading(2, words.t('reports.vlr_gaps')),
    gapTable(telling, review.gaps),
    heading(1, `5. ${words.t('reports.vlr_policy')}`),
    ...policyBlocks(telling, review),
    ...chapter(telling, 6, 'progress'),
    { kind: 'charts', charts: [goalSnapshotChart(telling, goals)] },
    ...goals.filter(({ indicators }) => indicators.length > 0).flatMap((goal) => goalBlocks(telling, goal)),
    ...withoutFigures(telling, goals),
    ...chapter(telling, 7, 'means'),
    ...(review.money.length === 0 ? [note(words.t('reports.noMoney'))] : [moneyByGoalTable(telling, review.money)]),
    heading(2, words.t('reportTexts.part_partnerships')),
    ...outlinePart(telling, 'partnerships'),
    ...(surroundings.agreements.length === 0
      ? [note(words.t('reports.noAgreements'))]
      : [agreementTable(telling, surroundings.agreements)]),
    ...chapter(telling, 8, 'conclusion'),
    ...annexes(telling, review),
  ]
  return reportOf(telling, 'vlr', {
    about: words.date(day),
    hasContents: true,
    blocks,
    findings: goals.flatMap((goal) => [goalFinding(goal, words), ...goal.indicators.map((one) => indexedFinding(telling, one))]),
  })
}

const chapter = (telling: Telling, number: number, part: TextPart): Block[] => [
  heading(1, `${number}. ${telling.words.t(`reportTexts.part_${part}`)}`),
  ...outlinePart(telling, part),
]

/** What was published before, and what a source says of it. */
const earlierBlocks = ({ words }: Telling, { earlier }: Pick<Review, 'earlier'>): Block[] =>
  earlier.flatMap(({ year, says, source }) => [
    paragraph(
      strong(words.t('reports.earlierReview', { year: String(year) })),
      ` ${words.pick(says)} `,
      cited(words.pick(source.title), source.url),
    ),
    note(words.t('reports.earlierCompared')),
  ])

function consultationBlocks(telling: Telling, { consultations }: Surroundings): Block[] {
  const { words } = telling
  if (consultations.length === 0) return [note(words.t('reports.noConsultations'))]
  return [consultationTable(telling, consultations)]
}

const methodBlocks = ({ words }: Telling): Block[] => [
  heading(2, words.t('reports.sources')),
  ...listOf([
    [words.t('reports.brief_method', { fewest: fewestIndicators, limit: indexLimit })],
    [words.t('reports.brief_targets')],
    [words.t('reports.vlr_standings')],
    [words.t('reports.vlr_outline')],
  ]),
]

function policyBlocks(telling: Telling, { version, linked, leftBehind }: Review): Block[] {
  const { words } = telling
  const part = (name: TextPart): Block[] => [heading(2, words.t(`reportTexts.part_${name}`)), ...outlinePart(telling, name)]
  return [
    ...part('national'),
    ...part('ownership'),
    ...part('frameworks'),
    ...(version === null
      ? [note(words.t('reports.programme_not_found'))]
      : [
          paragraph(
            { text: words.pick(version.title), href: link(telling, versionPath(version)), strong: true },
            `. ${versionWords(version, words)}`,
          ),
          ...(linked.length === 0 ? [note(words.t('reports.noLinks'))] : [linkTable(telling, linked)]),
        ]),
    ...part('nobody_behind'),
    ...(leftBehind.length === 0
      ? [note(words.t('reports.noBreakdowns'))]
      : [leftBehindTable(telling, leftBehind.slice(0, mostLeftBehind)), paragraph(words.t('reports.leftBehindMethod'))]),
    ...part('institutions'),
    ...part('structural'),
  ]
}

function goalBlocks(telling: Telling, goal: ReviewedGoal): Block[] {
  const { words } = telling
  const name = goalWords(goal.sdgGoal, words)
  const charts = goal.indicators.flatMap((one) => indexedChart(telling, one))
  return [
    heading(2, name),
    indicatorTable(telling, words.t('reports.t2', { goal: name }), goal.indicators),
    ...(charts.length === 0 ? [] : [{ kind: 'charts', charts } as const]),
  ]
}

/** Goals of which the record knows nothing, said once. */
function withoutFigures({ words }: Telling, goals: readonly ReviewedGoal[]): Block[] {
  const silent = goals.filter(({ indicators }) => indicators.length === 0).map(({ sdgGoal }) => goalWords(sdgGoal, words))
  return silent.length === 0 ? [] : [note(words.t('reports.goalsWithout', { goals: silent.join('; ') }))]
}

function annexes(telling: Telling, { rivals }: Review): Block[] {
  const { words } = telling
  return [
    heading(1, words.t('reports.vlr_annexRivals')),
    ...(rivals.length === 0 ? [note(words.t('reports.noRivals'))] : [rivalTable(telling, rivals)]),
    heading(1, words.t('reportTexts.part_practices')),
    ...outlinePart(telling, 'practices'),
  ]
}
