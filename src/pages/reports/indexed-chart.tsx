import type { IndexedIndicator } from '../../books/reports/indexed-indicator.ts'
import type { Chart } from '../../books/reports/report.ts'
import { LineChart } from '../../charts/line-chart.tsx'
import { link } from '../frame.ts'
import { pointOf } from '../indicators/series-section.tsx'
import { areaWords, sourceWords, unitWords } from '../indicators/series-words.ts'
import { sayNumber } from '../progress-words.ts'
import type { Telling } from './telling.ts'

/** With fewer values there is no course to see. */
const fewestValues = 3

/** The course of an indicator with its target, half a page wide; nothing where there are too few values. */
export function indexedChart(telling: Telling, { indicator, labelled, years, target, diagnoses }: IndexedIndicator): Chart[] {
  const { words } = telling
  if (years.filter(({ obsValue }) => obsValue !== null).length < fewestValues) return []
  const name = `${indicator.code} ${words.pick(indicator.name)}`
  const unit = unitWords(labelled, words)
  const label = words.t('reports.chartLabel', {
    ...{ indicator: name, area: areaWords(labelled, words), unit },
    ...{ from: years[0]?.timePeriod ?? '', to: years.at(-1)?.timePeriod ?? '' },
  })
  const chart = (
    <LineChart
      data={{
        label,
        unit: '',
        series: [{ name: sourceWords(labelled, words), points: years.map((figure) => pointOf(telling, labelled, figure, 1, diagnoses)) }],
        target:
          target === null
            ? null
            : {
                value: target.value,
                label: words.t('reports.targetLabel', { value: sayNumber(words, target.value), year: String(target.year) }),
              },
        outlier: words.t('common.outlier'),
        break: words.t('common.break'),
        number: (value) => sayNumber(words, value),
      }}
    />
  )
  return [
    {
      ...{ size: 'half', svg: String(chart), label },
      caption: [
        { text: name, strong: true, href: link(telling, `/indicators/${indicator.code}`, { series: labelled.series.address }) },
        `, ${unit}. ${sourceWords(labelled, words)}`,
      ],
    },
  ]
}
