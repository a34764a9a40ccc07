import type { FC } from 'hono/jsx'
import type { ChartSize, LineChartData, PlacedLabel, PlacedPoint } from './line-chart-data.ts'
import { layOutLineChart, type LineChartLayout } from './line-chart-layout.ts'
import { pathOf, round, type Point } from './round.ts'
import { Sheet } from './sheet.tsx'

const sizes: readonly ChartSize[] = [
  { width: 940, height: 380, narrow: false },
  { width: 328, height: 300, narrow: true },
]

/** More points than this would run into each other as marks, and could not be hit with a finger. */
const mostMarks = 150

/**
 * Values over time: one to four series, the target, breaks, outliers and intervals; each point opens its figure.
 * Drawn twice, for a desk and for a phone; the stylesheet shows one of them.
 */
export const LineChart: FC<{ data: LineChartData }> = ({ data }) => (
  <>
    {sizes.map((size) => (
      <Drawing data={data} size={size} layout={layOutLineChart(data, size)} />
    ))}
  </>
)

const Drawing: FC<{ data: LineChartData; size: ChartSize; layout: LineChartLayout }> = ({ data, size, layout }) => {
  const { plot, grid, ticks, target, series, breaks, outliers } = layout
  return (
    <Sheet width={size.width} height={layout.height} narrow={size.narrow} label={data.label} unit={data.unit}>
      {grid.map(({ y, text }, index) => (
        <>
          <line class={index === 0 ? 'zero' : 'grid'} x1={plot.left} x2={round(plot.right)} y1={round(y)} y2={round(y)} />
          <text x={plot.left - 8} y={round(y + 4)} text-anchor="end">
            {text}
          </text>
        </>
      ))}
      {ticks.map(({ x, text }) => (
        <>
          <line class="zero" x1={round(x)} x2={round(x)} y1={plot.bottom} y2={plot.bottom + 5} />
          <text x={round(x)} y={plot.bottom + 20} text-anchor="middle">
            {text}
          </text>
        </>
      ))}
      {series.map(({ bands }, index) => bands.map((band) => <path class={`band b${index + 1}`} d={`${pathOf(band)}Z`} />))}
      {target && <line class="target" x1={plot.left} x2={round(plot.right)} y1={round(target.y)} y2={round(target.y)} />}
      {series.map(({ segments, points }, index) =>
        segments.map((segment) => (
          <path class={points.length > mostMarks ? `line thin s${index + 1}` : `line s${index + 1}`} d={pathOf(segment)} />
        )),
      )}
      {breaks.map(({ x, label }) => (
        <>
          <path class="flag" stroke-dasharray="3 3" d={`M${round(x)} ${plot.top}V${plot.bottom}`} />
          <Label label={label} class="flagt" />
        </>
      ))}
      {outliers.map(({ point, label }) => (
        <>
          {point.beyond && <Stem x={point.x} top={point.y} bottom={plot.bottom} />}
          <circle class="flag" cx={round(point.x)} cy={round(point.y)} r="10" />
          <Label label={label} class="flagt" />
        </>
      ))}
      {series.map(({ points, label }, index) => (
        <>
          {points.length > mostMarks ? (
            <Dots series={index} points={points} />
          ) : (
            points.map((point) => (
              <a class="pt" href={point.href} transform={`translate(${round(point.x)} ${round(point.y)})`}>
                <title>{point.title}</title>
                <circle class="hit" r="11" />
                <Mark series={index} at={[0, 0]} hollow={point.incomplete ?? false} />
              </a>
            ))
          )}
          {label && size.narrow && series.length > 1 && <Mark series={index} at={[5, label.y - 4]} hollow={false} />}
          {label && <Label label={label} class={`t${index + 1}`} />}
        </>
      ))}
      {target && <Label label={target.label} class="k" />}
    </Sheet>
  )
}

/** Days of several years: a dot each in one path. They open from the table, where each has its own line. */
const Dots: FC<{ series: number; points: readonly PlacedPoint[] }> = ({ series, points }) => (
  <path class={`dots s${series + 1}`} d={points.map(({ x, y }) => `M${round(x)} ${round(y)}h0`).join('')} />
)

/** Square official, circle computed, diamond third source, triangle fourth. */
const Mark: FC<{ series: number; at: Point; hollow: boolean }> = ({ series, at: [x, y], hollow }) => {
  const look = hollow ? `open s${series + 1}` : `f${series + 1}`
  if (series === 0) return <rect class={look} x={round(x - 4)} y={round(y - 4)} width="8" height="8" />
  if (series === 1) return <circle class={look} cx={round(x)} cy={round(y)} r="4.5" />
  if (series === 2) return <path class={look} d={`M${round(x)} ${round(y - 6)}l6 6-6 6-6-6z`} />
  return <path class={look} d={`M${round(x)} ${round(y - 6)}l6 10h-12z`} />
}

/** The stem of a value beyond the scale, broken in the middle. */
const Stem: FC<{ x: number; top: PlacedPoint['y']; bottom: number }> = ({ x, top, bottom }) => {
  const middle = (top + bottom) / 2
  return (
    <path
      class="flag"
      d={`M${round(x)} ${bottom}V${round(middle + 4)}M${round(x)} ${round(middle - 4)}V${round(top + 10)}M${round(x - 5)} ${round(middle + 7)}l10-5M${round(x - 5)} ${round(middle - 2)}l10-5`}
    />
  )
}

const Label: FC<{ label: PlacedLabel; class: string }> = ({ label, class: look }) => (
  <text class={look} x={round(label.x)} y={round(label.y)} text-anchor={label.anchor === 'end' ? 'end' : undefined}>
    {label.lines.length === 1
      ? label.lines[0]
      : label.lines.map((words, index) => (
          <tspan x={round(label.x)} dy={index === 0 ? undefined : 17}>
            {words}
          </tspan>
        ))}
  </text>
)
