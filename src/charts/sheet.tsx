import type { Child, FC } from 'hono/jsx'

interface SheetProps {
  width: number
  height: number
  narrow: boolean
  /** Accessible name of the chart. */
  label: string
  /** At the top of the axis. */
  unit?: string
  children?: Child
}

/** One drawing of a chart, for a desk or narrow for a phone: every chart is drawn twice, and the stylesheet shows one of them. */
export const Sheet: FC<SheetProps> = ({ width, height, narrow, label, unit, children }) => (
  <svg
    class={narrow ? 'narrow-only' : 'wide-only'}
    viewBox={`0 0 ${width} ${height}`}
    role="group"
    aria-label={label}
    xmlns="http://www.w3.org/2000/svg"
  >
    {unit !== undefined && (
      <text x="0" y="12">
        {unit}
      </text>
    )}
    {children}
  </svg>
)
