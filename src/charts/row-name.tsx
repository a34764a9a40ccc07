import type { FC } from 'hono/jsx'
import { round } from './round.ts'

/** From one line of a name to the next. */
export const nameLine = 15

export interface PlacedName {
  x: number
  y: number
  lines: readonly string[]
  anchor: 'start' | 'end'
}

/** The name of a row, beside it or above it, in one line or folded. */
export const RowName: FC<{ name: string; placed: PlacedName; strong: boolean }> = ({ name, placed: { x, y, lines, anchor }, strong }) => (
  <text class={strong ? 'k' : undefined} x={round(x)} y={round(y)} text-anchor={anchor === 'end' ? 'end' : undefined}>
    {lines.length === 1
      ? name
      : lines.map((line, index) => (
          <tspan x={round(x)} y={round(y + index * nameLine)}>
            {line}
          </tspan>
        ))}
  </text>
)
