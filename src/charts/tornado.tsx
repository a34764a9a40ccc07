import type { FC } from 'hono/jsx'
import { round } from './round.ts'
import { Sheet } from './sheet.tsx'
import { layOutTornado, tornadoThickness, type TornadoData } from './tornado-layout.ts'

/** Which input moves the figure most: one bar each, widest first, around the figure itself. */
export const Tornado: FC<{ data: TornadoData }> = ({ data }) => (
  <>
    <Drawing data={data} width={940} narrow={false} />
    <Drawing data={data} width={328} narrow />
  </>
)

const Drawing: FC<{ data: TornadoData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const { height, top, base, spans, rows } = layOutTornado(data, { width, narrow })
  return (
    <Sheet width={width} height={height} narrow={narrow} label={data.label} unit={data.unit}>
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
    </Sheet>
  )
}
