import type { FC } from 'hono/jsx'
import { compassLine, layOutCompass, type CompassData } from './compass-layout.ts'
import { round } from './round.ts'
import { Sheet } from './sheet.tsx'

/** Where partners are, as a compass in the middle of the city shows them: in their direction, at their distance. */
export const Compass: FC<{ data: CompassData }> = ({ data }) => (
  <>
    <Drawing data={data} size={560} narrow={false} />
    <Drawing data={data} size={328} narrow />
  </>
)

const Drawing: FC<{ data: CompassData; size: number; narrow: boolean }> = ({ data, size, narrow }) => {
  const { centre, rings, places } = layOutCompass(data, size)
  const { north, east, south, west } = data.directions
  return (
    <Sheet width={size} height={size} narrow={narrow} label={data.label}>
      {rings.map(({ radius, text }) => (
        <>
          <circle class="grid" fill="none" cx={centre} cy={centre} r={round(radius)} />
          <text x={round(centre - radius * Math.SQRT1_2)} y={round(centre + radius * Math.SQRT1_2)} text-anchor="end">
            {text}
          </text>
        </>
      ))}
      <text class="k" x={centre} y="14" text-anchor="middle">
        {north}
      </text>
      <text class="k" x={centre} y={size - 4} text-anchor="middle">
        {south}
      </text>
      <text class="k" x={size - 2} y={centre + 5} text-anchor="end">
        {east}
      </text>
      <text class="k" x="2" y={centre + 5}>
        {west}
      </text>
      {places.map(({ x, y }) => (
        <path class="line thin s2" d={`M${centre} ${centre}L${round(x)} ${round(y)}`} />
      ))}
      <path class="f1" d={`M${centre} ${centre - 7}l6 13h-12z`} />
      <text class="k" x={centre} y={centre + 20} text-anchor="middle">
        {data.middle}
      </text>
      {places.map(({ place, x, y, label }) => (
        <a class="pt" href={place.href}>
          <title>{place.title}</title>
          <circle class="hit" cx={round(x)} cy={round(y)} r="12" />
          <circle class="f2" cx={round(x)} cy={round(y)} r="5" />
          {label.lines.map((line, at) => (
            <text class="t2" x={round(label.x)} y={round(label.y + at * compassLine)} text-anchor={label.anchor}>
              {line}
            </text>
          ))}
        </a>
      ))}
    </Sheet>
  )
}
