import type { FigureChange, PressReport } from '../../books/reports/press.ts'
import type { Block, Line, Report } from '../../books/reports/report.ts'
import { link } from '../frame.ts'
import { sourceWords, unitWords } from '../indicators/series-words.ts'
import { sayCaution, sayNumber } from '../progress-words.ts'
import { indexedFinding } from './indexed-finding.ts'
import { figurePart, fine, heading, listOf, note, paragraph, reportOf, shortDay, type Telling } from './telling.ts'
import { writtenBlocks } from './written-blocks.ts'

/**
 * The press note in words: what changed most since the day a year before, and by which rule.
 *
 * @param since  the earlier day (ISO)
 */
export function tellPress(telling: Telling, since: string, { changes, changed, releases }: PressReport): Report {
  const { words, day } = telling
  const from = words.date(since)
  const blocks: Block[] = [
    changed === 0
      ? note(words.t('reports.press_nothing', { since: from, date: words.date(day) }))
      : paragraph(
          `${words.t('reports.press_lede', { since: from, date: words.date(day), count: changed })} ${words.t('reports.figuresOpen')}`,
        ),
    ...writtenBlocks(telling, 'opening'),
    ...(changed > 0 && changes.length === 0 ? [note(words.t('reports.press_unweighed'))] : []),
    ...changes.flatMap((change, at): Block[] => [
      heading(1, `${at + 1}. ${words.pick(change.now.indicator.name)}`),
      paragraph(...changeLine(telling, since, change)),
    ]),
    ...(releases.length === 0
      ? []
      : [
          heading(1, words.t('reports.press_releases')),
          ...listOf(
            releases.map(({ number, title, publishedAt }): Line => [
              { text: words.pick(title), href: link(telling, `/releases/${number}`) },
              ...(publishedAt === null ? [] : [', ', fine(shortDay(telling, publishedAt))]),
            ]),
          ),
        ]),
    ...contact(telling),
    heading(1, words.t('reports.sources')),
    ...listOf([[words.t('reports.press_method')], [words.t('reports.brief_targets')]]),
  ]
  return reportOf(telling, 'press', {
    about: words.date(day),
    blocks,
    findings: changes.map(({ now }) => indexedFinding(telling, now)),
  })
}

/** Whom journalists ask. */
function contact(telling: Telling): Block[] {
  const blocks = writtenBlocks(telling, 'contact')
  return blocks.length === 0 ? [] : [heading(1, telling.words.t('reportTexts.part_contact')), ...blocks]
}

/** "63.9 (2024) → 66.8 (2025), per cent: better. Index 4.6 before, 5.2 now; target 80 by 2030. Statistics office." */
function changeLine(telling: Telling, since: string, { before, now, shift }: FigureChange): Line {
  const { words } = telling
  const { target } = now
  return [
    figurePart({ ...telling, asOf: since }, before.latest),
    ` ${words.t('reports.inPeriod', { period: words.period(before.latest.timePeriod) })} → `,
    figurePart(telling, now.latest),
    ` ${words.t('reports.inPeriod', { period: words.period(now.latest.timePeriod) })}, ${unitWords(now.labelled, words)}. `,
    `${words.t(wayOf(shift ?? 0))} `,
    words.t('reports.press_indices', { before: words.number(before.current ?? 0), now: words.number(now.current ?? 0) }),
    ...(target === null
      ? []
      : [
          ' ',
          words.t('reports.targetBy', {
            value: sayNumber(words, target.value),
            year: String(target.year),
            origin: words.t(`progress.origin_${target.origin}`),
          }),
        ]),
    ...now.cautions.map((caution) => ` ${sayCaution(words, caution)}`),
    ' ',
    fine(sourceWords(now.labelled, words)),
  ]
}

const wayOf = (shift: number) => (shift > 0 ? 'reports.press_nearer' : shift < 0 ? 'reports.press_further' : 'reports.press_asNear')
