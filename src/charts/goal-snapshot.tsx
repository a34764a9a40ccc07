import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'
import { round } from './round.ts'
import { Sheet } from './sheet.tsx'
import { textWidth, twoLines } from './text-width.ts'

export interface GoalSnapshotData {
  /** Accessible name: what, where, when. */
  label: string
  /** What bar and diamond stand for. */
  current: string
  anticipated: string
  rows: readonly SnapshotRow[]
}

export interface SnapshotRow {
  name: string
  /** Indices: 0 where the baseline was, 10 where the target is; null: too little is known. */
  current: number | null
  anticipated: number | null
  /** Both in the reader's notation, or that there is too little. */
  text: string
}

/**
 * Goals beside each other: a bar as far as the Current Status Index, a diamond where the target year is expected to end. The line at 10 is the
 * target; what stands left of 0 moved away from it.
 */
export const GoalSnapshot: FC<{ data: GoalSnapshotData }> = ({ data }) => (
  <>
    <Drawing data={data} width={940} narrow={false} />
    <Drawing data={data} width={328} narrow />
  </>
)

const target = 10

/** Where the wide drawing is shown small, its letters are larger than 13 px: names must have room for it. */
const wideText = 17

const Drawing: FC<{ data: GoalSnapshotData; width: number; narrow: boolean }> = ({ data, width, narrow }) => {
  const top = narrow ? 60 : 42
  const placed = placeRows(data.rows, top, narrow)
  const bottom = placed.at(-1)?.end ?? top
  const left = narrow ? 6 : Math.ceil(Math.max(...data.rows.map(({ name }) => textWidth(name, wideText)), 60)) + 12
  const room = narrow ? 6 : Math.ceil(Math.max(...data.rows.map(({ text }) => textWidth(text, wideText)), 40)) + 16
  const lowest = Math.min(0, ...data.rows.flatMap(({ current, anticipated }) => [current ?? 0, anticipated ?? 0]))
  const x = scaleLinear()
    .domain([lowest, target])
    .range([left, width - room])
  const second = narrow ? { x: 0, y: 30 } : { x: textWidth(data.current, wideText) + 50, y: 12 }
  return (
    <Sheet width={width} height={bottom + 22} narrow={narrow} label={data.label}>
      <rect class="bar" x="0" y="3" width="18" height="9" />
      <text x="24" y="12">
        {data.current}
      </text>
      <path class="f1" d={`M${round(second.x + 9)} ${second.y - 10}l5 5-5 5-5-5z`} />
      <text x={round(second.x + 24)} y={second.y}>
        {data.anticipated}
      </text>
      {[...(lowest < 0 ? [lowest] : []), 0, 5, target].map((value) => (
        <>
          <path
            class={value === 0 ? 'zero' : value === target ? 'target' : 'grid'}
            d={narrow ? placed.map(({ y }) => `M${round(x(value))} ${y - 2}v18`).join('') : `M${round(x(value))} ${top - 4}V${bottom}`}
          />
          <text x={round(x(value))} y={bottom + 16} text-anchor="middle">
            {value < 0 ? `−${-round(value)}` : value}
          </text>
        </>
      ))}
      {placed.map(({ row: { current, anticipated, text }, lines, y }) => (
        <>
          {lines.map((words, at) => (
            <text
              x={narrow ? 0 : left - 12}
              y={narrow ? y - 7 - 16 * (lines.length - 1 - at) : y + 12}
              text-anchor={narrow ? undefined : 'end'}
            >
              {words}
            </text>
          ))}
          {current !== null && (
            <rect class="bar" x={round(Math.min(x(0), x(current)))} y={y} width={round(Math.abs(x(current) - x(0)))} height="14" />
          )}
          {anticipated !== null && <path class="f1" d={`M${round(x(anticipated))} ${y + 1}l6 6-6 6-6-6z`} />}
          {!narrow && (
            <text x={width - room + 14} y={y + 12}>
              {text}
            </text>
          )}
        </>
      ))}
    </Sheet>
  )
}

/** Rows from top to bottom; on a phone the words stand above the bar, on two lines where they are long. */
function placeRows(rows: readonly SnapshotRow[], top: number, narrow: boolean) {
  let end = top
  return rows.map((row) => {
    const lines = narrow ? twoLines(`${row.name}: ${row.text}`, 40) : [row.name]
    const y = end + (narrow ? 8 + 16 * lines.length : 4)
    end = y + (narrow ? 22 : 21)
    return { row, lines, y, end }
  })
}
