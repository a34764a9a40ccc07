import type { FC } from 'hono/jsx'
import { round } from './round.ts'
import { RowName } from './row-name.tsx'
import { Sheet } from './sheet.tsx'
import { layOutVoicesChart, type VoicesChartData, type VoicesChartLayout } from './voices-chart-layout.ts'

/** Who takes part, beside who lives in the city: a circle with its interval for the one, a square for the other. */
export const VoicesChart: FC<{ data: VoicesChartData }> = ({ data }) => (
  <>
    <Drawing data={data} width={940} narrow={false} />
    <Drawing data={data} width={328} narrow />
  </>
)

const Drawing: FC<{ data: VoicesChartData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const { height, legend, caution, top, spans, ticks, rows } = layOutVoicesChart(data, { width, narrow })
  return (
    <Sheet width={width} height={height} narrow={narrow} label={data.label}>
      {legend.map(({ kind, x, y, text }) => (
        <>
          {kind === 'share' ? <Share x={x - 6} y={y - 4} /> : <Census x={x - 6} y={y - 4} />}
          <text x={round(x + 6)} y={y}>
            {text}
          </text>
        </>
      ))}
      <text class="flagt" x={caution.x} y={caution.y} text-anchor={caution.anchor === 'end' ? 'end' : undefined}>
        {data.caution}
      </text>
      {ticks.map(({ x, text }) => (
        <>
          <path class="grid" d={spans.map(([from, to]) => `M${round(x)} ${from}V${to}`).join('')} />
          <text x={round(x)} y={top - 6} text-anchor="middle">
            {text}
          </text>
        </>
      ))}
      {rows.map((placed) => (
        <Row placed={placed} />
      ))}
    </Sheet>
  )
}

const Row: FC<{ placed: VoicesChartLayout['rows'][number] }> = ({ placed: { row, name, y, share, census, text } }) => (
  <g>
    <RowName name={row.name} placed={name} strong={false} />
    {share && <path class="line s2" d={`M${round(share.low)} ${round(y)}H${round(share.high)}`} />}
    {census !== null && <Census x={census} y={y} />}
    {share && <Share x={share.x} y={y} />}
    <text class={share ? 't2' : undefined} x={round(text.x)} y={round(text.y)} text-anchor={text.anchor === 'end' ? 'end' : undefined}>
      {row.text}
    </text>
  </g>
)

const Share: FC<{ x: number; y: number }> = ({ x, y }) => <circle class="f2" cx={round(x)} cy={round(y)} r="5" />

const Census: FC<{ x: number; y: number }> = ({ x, y }) => <rect class="f1" x={round(x - 4)} y={round(y - 4)} width="8" height="8" />
