import type { FC } from 'hono/jsx'
import { barThickness, layOutBarChart, type BarChartData, type BarChartLayout } from './bar-chart-layout.ts'
import { round } from './round.ts'

/** Areas beside each other: this one dark, values that are not believed greyed and cut, the target dashed; each bar opens. */
export const BarChart: FC<{ data: BarChartData }> = ({ data }) => (
  <>
    <Sheet data={data} width={940} narrow={false} />
    <Sheet data={data} width={328} narrow />
  </>
)

const Sheet: FC<{ data: BarChartData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const { height, zero, top, spans, target, bars } = layOutBarChart(data, { width, narrow })
  return (
    <svg
      class={narrow ? 'narrow-only' : 'wide-only'}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={data.label}
      xmlns="http://www.w3.org/2000/svg"
    >
      <text x="0" y="12">
        {data.unit}
      </text>
      {bars.map((placed) => (
        <BarRow placed={placed} />
      ))}
      {target && (
        <>
          <path class="target" d={posts(target.x, spans)} />
          <text class="k" x={round(target.x)} y={top - 6} text-anchor={target.anchor}>
            {target.label}
          </text>
        </>
      )}
      <path class="zero" d={posts(zero, spans)} />
    </svg>
  )
}

const BarRow: FC<{ placed: BarChartLayout['bars'][number] }> = ({ placed: { bar, name, x, y, width, cut, text } }) => (
  <a class="pt" href={bar.href}>
    <title>{bar.title}</title>
    <text class={bar.me ? 'k' : undefined} x={round(name.x)} y={round(name.y)} text-anchor={name.anchor === 'end' ? 'end' : undefined}>
      {bar.name}
    </text>
    <rect class={lookOf(bar)} x={round(x)} y={round(y)} width={round(width)} height={barThickness} />
    {cut !== null && <path class="gap" d={`M${round(cut)} ${y + 17}l8-21M${round(cut + 8)} ${y + 17}l8-21`} />}
    <text class={bar.suspect === undefined ? (bar.me ? 'k' : undefined) : 'flagt'} x={round(text.x)} y={round(text.y)}>
      {text.words}
    </text>
  </a>
)

/** An upright line through the chart; on a phone it leaves out the names. */
const posts = (x: number, spans: BarChartLayout['spans']): string => spans.map(([from, to]) => `M${round(x)} ${from}V${to}`).join('')

const lookOf = ({ me, suspect }: { me?: boolean; suspect?: string }): string => (suspect !== undefined ? 'bar dim' : me ? 'bar me' : 'bar')
