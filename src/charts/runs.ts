import type { Point } from './round.ts'

/** Values as polylines; a gap ends one and begins the next. What stands alone makes no line. */
export function runsOf(values: readonly (number | null)[], at: (value: number, index: number) => Point): Point[][] {
  const runs: Point[][] = [[]]
  values.forEach((value, index) => {
    if (value === null) runs.push([])
    else runs.at(-1)?.push(at(value, index))
  })
  return runs.filter((run) => run.length > 1)
}
