import type { FC } from 'hono/jsx'
import { round } from './round.ts'
import { Sheet } from './sheet.tsx'
import { layOutSkyline, type SkylineData } from './skyline-layout.ts'

/** What a region makes of what it needs, sector by sector; what goes beyond its own need is lighter. */
export const Skyline: FC<{ data: SkylineData }> = ({ data }) => (
  <>
    <Drawing data={data} width={940} narrow={false} />
    <Drawing data={data} width={328} narrow />
  </>
)

const Drawing: FC<{ data: SkylineData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const { height, top, bottom, zero, whole, sectors } = layOutSkyline(data, { width, narrow })
  return (
    <Sheet width={width} height={height} narrow={narrow} label={data.label} unit={data.unit}>
      {sectors.map(({ sector, name, y, thickness, own, beyond, cut, text }) => (
        <g>
          <text x={round(name.x)} y={round(name.y)} text-anchor={name.anchor === 'end' ? 'end' : undefined}>
            {sector.name}
          </text>
          <rect class="bar me" x={round(zero)} y={round(y)} width={round(own - zero)} height={round(thickness)} />
          {beyond > own && <rect class="bar" x={round(own)} y={round(y)} width={round(beyond - own)} height={round(thickness)} />}
          {cut !== null && <path class="gap" d={`M${round(cut)} ${round(y + thickness + 3)}l8-${round(thickness + 6)}`} />}
          <text class="k" x={round(text.x)} y={round(text.y)}>
            {sector.text}
          </text>
        </g>
      ))}
      <path class="target" d={`M${round(whole.x)} ${top - 4}V${round(bottom)}`} />
      <text class="k" x={round(whole.label.x)} y={top - 10} text-anchor={whole.label.anchor}>
        {data.line}
      </text>
      <path class="zero" d={`M${round(zero)} ${top - 4}V${round(bottom)}`} />
    </Sheet>
  )
}
