import type { IndexedIndicator } from '../../books/reports/indexed-indicator.ts'
import type { LeftBehind } from '../../books/reports/left-behind.ts'
import type { Line, TableBlock } from '../../books/reports/report.ts'
import { standingOf, standings, type ReviewedGoal, type ToldRivalry } from '../../books/reports/review.ts'
import { link } from '../frame.ts'
import { goalWords } from '../indicators/goal-words.ts'
import { codeWords, dimensionWords, sourceWords, unitWords } from '../indicators/series-words.ts'
import { sayNumber } from '../progress-words.ts'
import { figurePart, fine, type Telling } from './telling.ts'

/** T1: how many indicators of each goal stand how. */
export function standingTable({ words, ...telling }: Telling, goals: readonly ReviewedGoal[]): TableBlock {
  return {
    kind: 'table',
    caption: words.t('reports.t1'),
    columns: [
      { title: words.t('reports.goal'), width: 5, numeric: false },
      ...standings.map((standing) => ({ title: words.t(`reports.standing_${standing}`), width: 2.4, numeric: true })),
    ],
    rows: goals.map(({ sdgGoal, counts }) => [
      [{ text: goalWords(sdgGoal, words), href: link({ ...telling, words }, '/indicators', { goal: String(sdgGoal) }) }],
      ...standings.map((standing): Line => [String(counts[standing])]),
    ]),
  }
}

/** T2: each indicator with baseline, latest figure, target, category and source. */
export function indicatorTable(telling: Telling, caption: string, indicators: readonly IndexedIndicator[]): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption,
    columns: [
      { title: words.t('reports.indicator'), width: 6.4, numeric: false },
      { title: words.t('programme.baseline'), width: 2.4, numeric: true },
      { title: words.t('reports.latest'), width: 2.4, numeric: true },
      { title: words.t('reports.target'), width: 2.8, numeric: true },
      { title: words.t('reports.standing'), width: 3.2, numeric: false },
    ],
    rows: indicators.map((one): Line[] => {
      const { indicator, labelled, baseline, latest, target, cautions } = one
      const period = (timePeriod: string) => fine(words.period(timePeriod))
      return [
        [
          {
            text: `${indicator.code} ${words.pick(indicator.name)}`,
            href: link(telling, `/indicators/${indicator.code}`),
          },
          '\n',
          fine(`${unitWords(labelled, words)}. ${sourceWords(labelled, words)}`),
          ...(indicator.globalName === null ? [] : ['\n', fine(words.t('reports.isProxy'))]),
        ],
        baseline === null ? [fine('—')] : [period(baseline.timePeriod), '\n', figurePart(telling, baseline)],
        [period(latest.timePeriod), '\n', figurePart(telling, latest)],
        target === null
          ? [fine('—')]
          : [fine(String(target.year)), '\n', sayNumber(words, target.value), '\n', fine(words.t(`progress.origin_${target.origin}`))],
        [words.t(`reports.standing_${standingOf(one)}`), ...(cautions.length === 0 ? [] : ['\n', fine(words.t('reports.hasCaution'))])],
      ]
    }),
  }
}

/** T3: for whom each indicator is worst. */
export function leftBehindTable(telling: Telling, found: readonly LeftBehind[]): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption: words.t('reports.t3'),
    columns: [
      { title: words.t('reports.indicator'), width: 6, numeric: false },
      { title: words.t('reports.whoIsBehind'), width: 4, numeric: false },
      { title: words.t('reports.theirFigure'), width: 2.4, numeric: true },
      { title: words.t('reports.allFigure'), width: 2.4, numeric: true },
      { title: words.t('reports.timesWorse'), width: 2, numeric: true },
    ],
    rows: found.map(({ one, dimension, code, name, part, total, ratio }): Line[] => [
      [
        { text: `${one.indicator.code} ${words.pick(one.indicator.name)}`, href: link(telling, `/indicators/${one.indicator.code}`) },
        '\n',
        fine(`${unitWords(one.labelled, words)}, ${words.period(part.timePeriod)}`),
      ],
      [codeWords({ dimension, code, name }, words), '\n', fine(dimensionWords(dimension, words))],
      [figurePart(telling, part)],
      [figurePart(telling, total)],
      [words.number(ratio, 2)],
    ]),
  }
}

/** Figures that sources give differently, and what is known of the reason. */
export function rivalTable(telling: Telling, rivals: readonly ToldRivalry[]): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption: words.t('reports.rivalCaption'),
    columns: [
      { title: words.t('reports.indicator'), width: 4.4, numeric: false },
      { title: words.t('reports.whatSourcesSay'), width: 5, numeric: false },
      { title: words.t('reports.whyTheyDiffer'), width: 6, numeric: false },
    ],
    rows: rivals.map(({ indicator, name, claims, reason, ratio }): Line[] => [
      [
        { text: `${indicator} ${words.pick(name)}`, href: link(telling, `/indicators/${indicator}`) },
        ...(ratio === null ? [] : ['\n', fine(words.t('reports.apart', { ratio: words.number(ratio) }))]),
      ],
      claims.flatMap(({ series, told, sourceName, unitName }, at): Line => [
        ...(at === 0 ? [] : ['\n']),
        figurePart(telling, told),
        fine(` ${words.pick(unitName) || series.unit}, ${words.period(told.timePeriod)}: ${words.pick(sourceName) || series.source}`),
      ]),
      [words.pick(reason?.reason ?? {}) || words.pick(reason?.known ?? {}) || words.t('reports.reasonUnknown')],
    ]),
  }
}
