import type { Chart } from '../../books/reports/report.ts'
import type { YearlyIndicator } from '../../books/reports/yearly-indicator.ts'
import { LineChart } from '../../charts/line-chart.tsx'
import { link } from '../frame.ts'
import { pointOf } from '../indicators/series-section.tsx'
import { areaWords, sourceWords } from '../indicators/series-words.ts'
import { unitOf } from '../programme/programme-words.ts'
import { sayNumber } from '../progress-words.ts'
import type { Telling } from './telling.ts'

/** The course of a target indicator with its last target; nothing where there are not two values to join. */
export function targetChart(telling: Telling, { view, series, years }: YearlyIndicator): Chart[] {
  const { words } = telling
  const { actual, indicator, target } = view
  if (actual === null || series === null || years.filter(({ obsValue }) => obsValue !== null).length < 2) return []
  const { labelled, assessment } = actual
  const name = words.pick(indicator.name)
  const unit = unitOf(view, words)
  const label = words.t('reports.chartLabel', {
    indicator: name,
    area: areaWords(labelled, words),
    unit,
    from: years[0]?.timePeriod ?? '',
    to: years.at(-1)?.timePeriod ?? '',
  })
  const chart = (
    <LineChart
      data={{
        label,
        // It stands in the caption: a long one would be cut in a narrow drawing.
        unit: '',
        series: [
          {
            name: sourceWords(labelled, words),
            points: years.map((figure) => pointOf(telling, labelled, figure, 1, assessment.diagnoses)),
          },
        ],
        target:
          target === null
            ? null
            : {
                value: Number(target.value),
                label: words.t('reports.targetLabel', { value: words.decimal(target.value), year: String(target.year) }),
              },
        outlier: words.t('common.outlier'),
        break: words.t('common.break'),
        number: (value) => sayNumber(words, value),
      }}
    />
  )
  return [
    {
      size: 'half',
      svg: String(chart),
      label,
      caption: [
        { text: name, strong: true, href: link(telling, `/indicators/${series.indicator}`, { series: series.address }) },
        `, ${unit}. ${sourceWords(labelled, words)}`,
      ],
    },
  ]
}
