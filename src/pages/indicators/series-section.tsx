import type { FC } from 'hono/jsx'
import type { LinePoint } from '../../charts/line-chart-data.ts'
import { LineChart } from '../../charts/line-chart.tsx'
import type { Diagnosis } from '../../books/indicators/diagnose-series.ts'
import type { Figure } from '../../books/indicators/figure.ts'
import type { IndicatorView, ShownSeries } from '../../books/indicators/indicator-view.ts'
import type { LabelledSeries } from '../../books/indicators/labelled-series.ts'
import { link, type Frame, type LinkFrame } from '../frame.ts'
import { Chart } from '../parts/chart.tsx'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'
import { sayNumber } from '../progress-words.ts'
import { shownValue } from './shown-value.ts'
import { areaWords, figurePath, sourceWords, unitWords } from './series-words.ts'

interface SeriesSectionProps {
  frame: Frame
  view: IndicatorView
  shown: ShownSeries
}

/** The yearly values as a line, with target, breaks and outliers, beside the rivals that share the unit. */
export const SeriesSection: FC<SeriesSectionProps> = ({ frame, view, shown }) => {
  const { words } = frame
  const { labelled, years, assessment } = shown
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return <></>
  const rivals = view.rivalSeries.filter((rival) => rival.labelled.series.id !== labelled.series.id).slice(0, 3)
  const own = view.rivalSeries.find((rival) => rival.labelled.series.id === labelled.series.id)?.factor ?? 1
  const unit =
    rivals.length === 0 ? unitWords(labelled, words) : words.pick(view.rivalries[0]?.unitName ?? {}) || unitWords(labelled, words)
  const { target, targetOrigin, diagnoses } = assessment
  const all = [{ labelled, factor: own, years }, ...rivals]
  const text = {
    from: all.map((one) => one.years[0]?.timePeriod ?? '').sort()[0] ?? '',
    to:
      all
        .map((one) => one.years.at(-1)?.timePeriod ?? '')
        .sort()
        .at(-1) ?? '',
  }
  return (
    <Section
      id="chart"
      title={words.t('indicator.chartYears', text)}
      aside={
        <p>
          {areaWords(labelled, words)}, {unit}
        </p>
      }
    >
      {years.length < 2 && rivals.length === 0 ? (
        <p class="absent">{words.t('indicator.tooFew')}</p>
      ) : (
        <Chart caption={<Marks words={words} diagnoses={diagnoses} factor={own} />}>
          <LineChart
            data={{
              label: words.t('indicator.chartLabel', {
                indicator: words.pick(view.indicator.name),
                area: areaWords(labelled, words),
                unit,
                ...text,
              }),
              unit,
              series: all.map((one) => ({
                name: sourceWords(one.labelled, words),
                points: one.years.map((figure) =>
                  pointOf(frame, one.labelled, figure, one.factor, one.labelled === labelled ? diagnoses : []),
                ),
              })),
              target:
                target === null
                  ? null
                  : {
                      value: target.value * own,
                      label: words.t('indicator.targetLabel', {
                        value: sayNumber(words, target.value * own),
                        origin: targetOrigin === null ? '' : words.t(`indicator.origin_${targetOrigin}`),
                      }),
                    },
              outlier: words.t('common.outlier'),
              break: words.t('common.break'),
              number: (value) => sayNumber(words, value),
            }}
          />
        </Chart>
      )}
    </Section>
  )
}

/** A figure as a point of the chart. `factor` brings it to the chart's unit; what it says when asked is as published. */
export function pointOf(
  frame: LinkFrame,
  labelled: LabelledSeries,
  figure: Pick<Figure, 'timePeriod' | 'value' | 'obsValue'>,
  factor: number,
  diagnoses: readonly Diagnosis[],
): LinePoint {
  const { words } = frame
  const value = figure.value === null ? words.t('indicators.disputed') : words.decimal(figure.value)
  const shown = figure.value === null ? value : shownValue(words, figure.value)
  const found = (kind: Diagnosis['kind']) => diagnoses.some((one) => one.kind === kind && one.timePeriod === figure.timePeriod)
  return {
    timePeriod: figure.timePeriod,
    value: figure.obsValue === null ? null : figure.obsValue * factor,
    text: factor === 1 || figure.obsValue === null || figure.value === null ? shown : sayNumber(words, figure.obsValue * factor),
    href: link(frame, figurePath(labelled.series.address, figure.timePeriod)),
    title: words.t('indicator.pointTitle', {
      period: words.period(figure.timePeriod),
      value,
      unit: unitWords(labelled, words),
      source: sourceWords(labelled, words),
    }),
    ...(found('outlier') ? { outlier: true } : {}),
    ...(found('break') ? { afterBreak: true } : {}),
  }
}

/** What the red marks in the chart say, in words. */
const Marks: FC<{ words: Words; diagnoses: readonly Diagnosis[]; factor: number }> = ({ words, diagnoses, factor }) => (
  <>
    {diagnoses.map(({ kind, timePeriod, usual, found, unitFactor }) => {
      const number = (value: number) => sayNumber(words, value * factor)
      return (
        <span class="mark-note">
          {words.t(`indicator.${kind}Caption`, { period: words.period(timePeriod), usual: number(usual), found: number(found) })}
          {unitFactor !== null && ` ${words.t('indicator.unitFactor', { factor: words.number(unitFactor) })}`}{' '}
        </span>
      )
    })}
  </>
)
