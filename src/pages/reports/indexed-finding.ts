import type { Finding, FoundValue } from '../../books/reports/finding.ts'
import type { IndexedIndicator } from '../../books/reports/indexed-indicator.ts'
import { unitWords } from '../indicators/series-words.ts'
import { sayNumber } from '../progress-words.ts'
import { figurePart, type Telling } from './telling.ts'

/** What a report says of an indicator: its latest figure, its target and its two indices, as they are printed. */
export function indexedFinding(telling: Telling, { indicator, labelled, latest, target, current, anticipated }: IndexedIndicator): Finding {
  const { words } = telling
  const unit = unitWords(labelled, words)
  const index = (part: 'current' | 'anticipated', value: number | null): FoundValue[] =>
    value === null ? [] : [{ part, said: words.number(value), decimal: value.toFixed(1), unit: '' }]
  return {
    key: `indicator ${indicator.code}`,
    name: `${indicator.code} ${words.pick(indicator.name)}`,
    values: [
      {
        part: 'latest',
        said: `${figurePart(telling, latest).text} ${words.t('reports.inPeriod', { period: words.period(latest.timePeriod) })}, ${unit}`,
        ...(latest.value === null ? {} : { decimal: latest.value, unit: labelled.series.address }),
      },
      ...(target === null
        ? []
        : [{ part: 'target', said: `${sayNumber(words, target.value)} (${target.year}), ${unit}`, unit } satisfies FoundValue]),
      ...index('current', current),
      ...index('anticipated', anticipated),
    ],
  }
}
