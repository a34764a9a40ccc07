import type { Gap } from '../../books/indicators/gaps.ts'
import type { GoalMoney } from '../../books/reports/goal-money.ts'
import type { Line, TableBlock } from '../../books/reports/report.ts'
import type { Review } from '../../books/reports/review.ts'
import type { Surroundings } from '../../books/reports/surroundings.ts'
import { gapWords } from '../about/gap-words.ts'
import { dayWords } from '../cooperation/cooperation-words.ts'
import { link } from '../frame.ts'
import { goalWords } from '../indicators/goal-words.ts'
import { currencyWords, goalPath, pricesWords } from '../programme/programme-words.ts'
import { fine, type Telling } from './telling.ts'

/** T4: goals of the programme and the SDG targets that they and their measures name. */
export function linkTable(telling: Telling, linked: Review['linked']): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption: words.t('reports.t4'),
    columns: [
      { title: words.t('reports.programmeGoal'), width: 7, numeric: false },
      { title: words.t('reports.sdgTargets'), width: 4, numeric: false },
      { title: words.t('reports.indicatorCount'), width: 2.2, numeric: true },
      { title: words.t('reports.measureCount'), width: 2.2, numeric: true },
    ],
    rows: linked.map(({ goal, sdgTargets }): Line[] => [
      [{ text: `${goal.number}. ${words.pick(goal.title)}`, href: link(telling, goalPath(goal)) }],
      [sdgTargets.join(', ')],
      [String(goal.indicators.length)],
      [String(goal.measures.length)],
    ]),
  }
}

/** T5: planned and spent money by goal of the 2030 Agenda. */
export function moneyByGoalTable(telling: Telling, money: readonly GoalMoney[]): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption: words.t('reports.t5'),
    columns: [
      { title: words.t('reports.goal'), width: 5, numeric: false },
      { title: words.t('reports.measureCount'), width: 2, numeric: true },
      { title: words.t('reports.planned'), width: 4, numeric: true },
      { title: words.t('reports.spent'), width: 4, numeric: true },
    ],
    rows: money.map(({ sdgGoal, measures, planned, spent }): Line[] => [
      [sdgGoal === null ? words.t('reports.withoutSdg') : goalWords(sdgGoal, words)],
      [String(measures)],
      planned.length === 0
        ? [fine('—')]
        : planned.flatMap(({ total, currency, prices }, at): Line => [
            ...(at === 0 ? [] : ['\n']),
            { text: words.decimal(total), href: link(telling, '/programme/budget') },
            '\n',
            fine(`${currencyWords(currency, words)}, ${pricesWords(prices, words)}`),
          ]),
      spent.length === 0
        ? [fine(words.t('reports.noSpending'))]
        : spent.flatMap(({ total, currency }, at): Line => [
            ...(at === 0 ? [] : ['\n']),
            words.decimal(total),
            '\n',
            fine(currencyWords(currency, words)),
          ]),
    ]),
  }
}

/** T6: who was asked, how many came, and what became of it. */
export function consultationTable(telling: Telling, consultations: Surroundings['consultations']): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption: words.t('reports.t6'),
    columns: [
      { title: words.t('reports.consultation'), width: 6, numeric: false },
      { title: words.t('reports.days'), width: 4, numeric: false },
      { title: words.t('reports.people'), width: 2, numeric: true },
      { title: words.t('reports.contributions'), width: 2, numeric: true },
      { title: words.t('reports.suggestions'), width: 2, numeric: true },
      { title: words.t('reports.answered'), width: 2, numeric: true },
    ],
    rows: consultations.map(({ number, title, opensOn, closesOn, people, contributions, suggestions, answered }): Line[] => [
      [{ text: words.pick(title), href: link(telling, `/discussion/${number}`) }],
      [`${words.date(opensOn)} – ${words.date(closesOn)}`],
      ...[people, contributions, suggestions, answered].map((count): Line => [String(count)]),
    ]),
  }
}

/** T7: indicators that a city can be expected to have, and has not. */
export function gapTable(telling: Telling, gaps: readonly Gap[]): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption: words.t('reports.t7'),
    columns: [
      { title: words.t('reports.indicator'), width: 7, numeric: false },
      { title: words.t('reports.whatIsThere'), width: 6, numeric: false },
    ],
    rows: gaps.map(({ expected, coverage }): Line[] => [[`${expected.code} ${words.pick(expected.name)}`], [gapWords(coverage, words)]]),
  }
}

/** T8: agreements in force or past, with whom and since when. */
export function agreementTable(telling: Telling, agreements: Surroundings['agreements']): TableBlock {
  const { words } = telling
  return {
    kind: 'table',
    caption: words.t('reports.t8'),
    columns: [
      { title: words.t('reports.agreement'), width: 6, numeric: false },
      { title: words.t('reports.parties'), width: 5, numeric: false },
      { title: words.t('reports.signedOn'), width: 3, numeric: false },
    ],
    rows: agreements.map(({ number, title, kind, signedOn, parties }): Line[] => [
      [
        { text: words.pick(title), href: link(telling, `/cooperation/agreements/${number}`) },
        '\n',
        fine(words.t(`cooperation.agreement_kind_${kind}`)),
      ],
      [parties.map((name) => words.pick(name)).join('; ')],
      [dayWords(signedOn, words)],
    ]),
  }
}
