import type { FC } from 'hono/jsx'
import { layOutOpinionMap, type OpinionMapData } from './opinion-map-layout.ts'
import { round } from './round.ts'
import { Sheet } from './sheet.tsx'

/** The map of opinions: who stands close votes alike. People are shown in cells of at least ten, never one by one. */
export const OpinionMap: FC<{ data: OpinionMapData }> = ({ data }) => (
  <>
    <Drawing data={data} size={560} narrow={false} />
    <Drawing data={data} size={328} narrow />
  </>
)

const Drawing: FC<{ data: OpinionMapData; size: number; narrow: boolean }> = ({ data, size, narrow }) => {
  const { cells, names, own } = layOutOpinionMap(data, size)
  return (
    <Sheet width={size} height={size} narrow={narrow} label={data.label}>
      <path class="grid" fill="none" d={`M0 0h${size}v${size}h${-size}z`} />
      {cells.map(({ path, shade, opinionGroup, title }) => (
        <g class="pt">
          <title>{title}</title>
          <path class={`og og-${opinionGroup} d-${shade}`} d={path} />
        </g>
      ))}
      {names.map(({ x, y, text }) => (
        <text class="k og-name" x={round(x)} y={round(y + 8)} text-anchor="middle">
          {text}
        </text>
      ))}
      {own && (
        <>
          <circle class="og-own" cx={round(own.x)} cy={round(own.y)} r="7" />
          <text
            class="k"
            x={round(own.x + (own.x < size / 2 ? 12 : -12))}
            y={round(own.y + 5)}
            text-anchor={own.x < size / 2 ? undefined : 'end'}
          >
            {own.label}
          </text>
        </>
      )}
    </Sheet>
  )
}
