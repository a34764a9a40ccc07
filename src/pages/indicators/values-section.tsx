import type { FC } from 'hono/jsx'
import { LineChart } from '../../charts/line-chart.tsx'
import type { Figure } from '../../books/indicators/figure.ts'
import type { IndicatorView, ShownSeries } from '../../books/indicators/indicator-view.ts'
import { referTo, type LabelledSeries } from '../../books/indicators/labelled-series.ts'
import type { Frame } from '../frame.ts'
import { Chart } from '../parts/chart.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { sayNumber } from '../progress-words.ts'
import { FigureLink } from './figure-link.tsx'
import { pointOf } from './series-section.tsx'
import { areaWords, sourceWords, unitWords } from './series-words.ts'

interface Props {
  frame: Frame
  view: IndicatorView
  shown: ShownSeries
}

/** The same values as the chart, year by year; every one opens. */
export const ValuesSection: FC<Props> = ({ frame, view, shown }) => {
  const { words } = frame
  const { labelled, years, assessment } = shown
  const columns = [{ labelled, years }, ...view.rivalSeries.filter((rival) => rival.labelled.series.id !== labelled.series.id)]
  const periods = [...new Set(columns.flatMap((column) => column.years.map((figure) => figure.timePeriod)))].sort()
  const marks = (period: string) => [
    ...assessment.diagnoses.filter((one) => one.timePeriod === period).map((one) => words.t(`common.${one.kind}`)),
    ...years.filter((figure) => figure.timePeriod === period && figure.obsStatus === 'E').map(() => words.t('figure.status_E')),
    ...years.filter((figure) => figure.timePeriod === period && figure.obsStatus === 'P').map(() => words.t('figure.status_P')),
  ]
  const marked = periods.some((period) => marks(period).length > 0)
  return (
    <Section id="table" title={words.t('indicator.table')} aside={<Downloads frame={frame} view={view} shown={shown} />}>
      <ScrollTable labelledBy="table" words={words} class="years">
        <thead>
          <tr>
            <th scope="col">{words.t('indicator.year')}</th>
            {columns.map((column) => (
              <th scope="col" class="r">
                {sourceWords(column.labelled, words)}, {unitWords(column.labelled, words)}
              </th>
            ))}
            {marked && <th scope="col">{words.t('indicator.mark')}</th>}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr>
              <th scope="row" class="num">
                {period}
              </th>
              {columns.map((column) => (
                <td class="r">
                  <Cell frame={frame} labelled={column.labelled} figure={column.years.find((one) => one.timePeriod === period)} />
                </td>
              ))}
              {marked && <td class="fine">{marks(period).join(', ')}</td>}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  )
}

const Cell: FC<{ frame: Frame; labelled: LabelledSeries; figure: Figure | undefined }> = ({ frame, labelled, figure }) =>
  figure === undefined ? (
    <span class="quiet">{frame.words.t('common.noValue')}</span>
  ) : (
    <FigureLink frame={frame} figure={referTo(labelled.series, figure)} />
  )

const Downloads: FC<Props> = ({ frame, view, shown }) => {
  const { words, city, asOf } = frame
  const address = (format: string, series?: string) =>
    `/api/v1/observations?${new URLSearchParams({
      city: city?.slug ?? '',
      indicator: view.indicator.code,
      ...(series === undefined ? {} : { series }),
      ...(asOf === null ? {} : { asOf }),
      format,
    })}`
  const formats = ['csv', 'xlsx', 'parquet', 'json'] as const
  const links = (series?: string) => formats.map((format) => <a href={address(format, series)}>{words.t(`indicator.${format}`)}</a>)
  return (
    <>
      <p class="downloads">{words.t('indicator.downloads')}:</p>
      <p class="acts">
        {words.t('indicator.seriesOnly')} {links(shown.labelled.series.address)}
      </p>
      <p class="acts">
        {words.t('indicator.allSeries')} {links()}
      </p>
    </>
  )
}

/** Months, quarters and days have a chart of their own: they are never mixed with years. */
export const PartsSection: FC<Props> = ({ frame, view, shown }) => {
  const { words } = frame
  const { labelled, parts } = shown
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return <></>
  const unit = unitWords(labelled, words)
  return (
    <Section id="parts" title={words.t(first.timePeriod.length === 10 ? 'indicator.days' : 'indicator.parts')} aside={<p>{unit}</p>}>
      {parts.length > 1 && (
        <Chart>
          <LineChart
            data={{
              label: words.t('indicator.partsChartLabel', {
                indicator: words.pick(view.indicator.name),
                area: areaWords(labelled, words),
                from: words.period(first.timePeriod),
                to: words.period(last.timePeriod),
                unit,
              }),
              unit,
              series: [{ name: sourceWords(labelled, words), points: parts.map((figure) => pointOf(frame, labelled, figure, 1, [])) }],
              target: null,
              outlier: words.t('common.outlier'),
              break: words.t('common.break'),
              number: (value) => sayNumber(words, value),
            }}
          />
        </Chart>
      )}
      <Drawer summary={words.t('indicator.partsTable', { count: parts.length })}>
        <ScrollTable labelledBy="parts" words={words}>
          <thead>
            <tr>
              <th scope="col">{words.t('indicator.period')}</th>
              <th scope="col" class="r">
                {unit}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((figure) => (
              <tr>
                <th scope="row">{words.period(figure.timePeriod)}</th>
                <td class="r">
                  <FigureLink frame={frame} figure={referTo(labelled.series, figure)} />
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </Drawer>
    </Section>
  )
}
