import type { Figure } from '../figure.ts'
import type { EnteredValue } from './entered-value.ts'

/** What happened to a figure while somebody had its form open. */
export interface Clash {
  /** What stands now, where that is something else than when the form was opened. */
  standing: Figure | null
  standingChanged: boolean
  /** What others entered meanwhile. */
  others: readonly EnteredValue[]
}

/**
 * Whether somebody who fills in a form would write over what she has not seen: a release that came meanwhile, or a value that a
 * colleague has entered since. null: nothing came in between.
 */
export function clashOf(before: Figure | null, standing: Figure | null, others: readonly EnteredValue[], openedAt: Date): Clash | null {
  const standingChanged = (before?.releaseId ?? null) !== (standing?.releaseId ?? null)
  const unseen = others.filter((one) => new Date(one.enteredAt) > openedAt)
  return standingChanged || unseen.length > 0 ? { standing, standingChanged, others: unseen } : null
}
