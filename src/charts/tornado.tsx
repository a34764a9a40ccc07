import type { FC } from 'hono/jsx'
import { round } from './round.ts'
import { layOutTornado, tornadoThickness, type TornadoData } from './tornado-layout.ts'

/** Which input moves the figure most: one bar each, widest first, around the figure itself. */
export const Tornado: FC<{ data: TornadoData }> = ({ data }) => (
  <>
    <Sheet data={data} width={940} narrow={false} />
    <Sheet data={data} width={328} narrow />
  </>
)

const Sheet: FC<{ data: TornadoData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const { height, top, base, spans, rows } = layOutTornado(data, { width, narrow })
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
      {rows.map(({ row, name, x, y, width: long, low, high }) => (
        <g>
          <text x={round(name.x)} y={round(name.y)} text-anchor={name.anchor === 'end' ? 'end' : undefined}>
            {row.name}
          </text>
          <rect class="bar" x={round(x)} y={round(y)} width={round(long)} height={tornadoThickness} />
          <text class="k" x={round(low.x)} y={round(low.y)} text-anchor="end">
            {row.lowText}
          </text>
          <text class="k" x={round(high.x)} y={round(high.y)}>
            {row.highText}
          </text>
        </g>
      ))}
      <text class="k" x={round(base.label.x)} y={top - 12} text-anchor={base.label.anchor}>
        {data.base.label}
      </text>
      <path class="zero" d={spans.map(([from, to]) => `M${round(base.x)} ${from}V${to}`).join('')} />
    </svg>
  )
}
