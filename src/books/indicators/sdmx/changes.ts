import type { Figure } from '../figure.ts'

export interface FigureChanges {
  /** Figures that are new or say something else than before. */
  written: Figure[]
  /** Periods for which nothing stands any more. */
  removed: string[]
}

/** What became of one series between two moments, from what stood at each. */
export function changesOf(before: readonly Figure[], after: readonly Figure[]): FigureChanges {
  const known = new Map(before.map((figure) => [figure.timePeriod, figure]))
  const standing = new Set(after.map(({ timePeriod }) => timePeriod))
  return {
    written: after.filter((figure) => !saysTheSame(figure, known.get(figure.timePeriod))),
    removed: before.map(({ timePeriod }) => timePeriod).filter((period) => !standing.has(period)),
  }
}

/** A release that repeats a figure changes nothing of what it says. */
function saysTheSame(figure: Figure, other: Figure | undefined): boolean {
  if (other === undefined) return false
  return (
    figure.value === other.value &&
    figure.disputed === other.disputed &&
    figure.obsStatus === other.obsStatus &&
    JSON.stringify(figure.note) === JSON.stringify(other.note) &&
    (!figure.disputed || JSON.stringify(figure.claims.map(({ value }) => value)) === JSON.stringify(other.claims.map(({ value }) => value)))
  )
}
