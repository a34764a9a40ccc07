import type { FC } from 'hono/jsx'
import { barThickness, layOutBarChart, type BarChartData, type BarChartLayout } from './bar-chart-layout.ts'
import { round } from './round.ts'
import { Sheet } from './sheet.tsx'

/** Areas beside each other: this one dark, values that are not believed greyed and cut, the target dashed; each bar opens. */
export const BarChart: FC<{ data: BarChartData }> = ({ data }) => (
  <>
    <Drawing data={data} width={940} narrow={false} />
    <Drawing data={data} width={328} narrow />
  </>
)

const Drawing: FC<{ data: BarChartData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const { height, zero, top, spans, target, bars } = layOutBarChart(data, { width, narrow })
  return (
    <Sheet width={width} height={height} narrow={narrow} label={data.label} unit={data.unit}>
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
    </Sheet>
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
