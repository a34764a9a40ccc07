import type { FC } from 'hono/jsx'
import { bandThickness, layOutBandBars, type BandBarsData } from './band-bars-layout.ts'
import { round } from './round.ts'
import { RowName } from './row-name.tsx'
import { Sheet } from './sheet.tsx'

/** Figures that are known as bands: dark as far as all methods agree, light on to the highest. */
export const BandBars: FC<{ data: BandBarsData }> = ({ data }) => (
  <>
    <Drawing data={data} width={940} narrow={false} />
    <Drawing data={data} width={328} narrow />
  </>
)

const Drawing: FC<{ data: BandBarsData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const { height, zero, spans, rows } = layOutBandBars(data, { width, narrow })
  return (
    <Sheet width={width} height={height} narrow={narrow} label={data.label} unit={data.unit}>
      {rows.map(({ row, name, y, sure, band, text }) => (
        <g>
          <RowName name={row.name} placed={name} strong={row.me === true} />
          <rect class={row.me ? 'bar me' : 'bar'} x={round(sure.x)} y={round(y)} width={round(sure.width)} height={bandThickness} />
          <rect class="unsure" x={round(band.x)} y={round(y)} width={round(band.width)} height={bandThickness} />
          <text class="k" x={round(text.x)} y={round(text.y)}>
            {row.text}
          </text>
        </g>
      ))}
      <path class="zero" d={spans.map(([from, to]) => `M${round(zero)} ${round(from)}V${round(to)}`).join('')} />
    </Sheet>
  )
}
