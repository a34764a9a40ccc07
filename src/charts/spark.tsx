import { scaleLinear } from 'd3-scale'
import type { FC } from 'hono/jsx'
import { pathOf, type Point } from './round.ts'
import { runsOf } from './runs.ts'

const width = 120
const height = 30

/** A year between gaps: no line reaches it. */
const isAlone = (values: readonly (number | null)[], index: number): boolean =>
  (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null

/** The course of a series beside its numbers: no axis, the target dashed, the last value marked. Gaps stay gaps. */
export const Spark: FC<{ values: readonly (number | null)[]; target: number | null }> = ({ values, target }) => {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return <></>
  const seen = target === null ? known : [...known, target]
  // Whole pixels: it is drawn as large as it is, and a list has eighty of them.
  const y = scaleLinear()
    .domain([Math.min(...seen), Math.max(...seen)])
    .rangeRound([height - 4, 4])
  const at = (value: number, index: number): Point => [3 + Math.round((index * (width - 8)) / (values.length - 1)), y(value)]
  const last = values.findLastIndex((value) => value !== null)
  const end = at(values[last] ?? 0, last)
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {target !== null && <line class="target" x1="0" x2={width} y1={y(target)} y2={y(target)} />}
      <path class="line s1" d={runsOf(values, at).map(pathOf).join('')} />
      {values.map((value, index) =>
        value !== null && isAlone(values, index) ? <circle class="f1" cx={at(value, index)[0]} cy={y(value)} r="1.5" /> : <></>,
      )}
      <circle class="f1" cx={end[0]} cy={end[1]} r="3" />
    </svg>
  )
}
