import type { Change } from '../what-changed.ts'
import type { EnteredValue } from './entered-value.ts'

/** Counts of a release of entered values. What was entered as a gap is a removal. */
export function entryCounts(
  { counts, observations }: Pick<Change, 'counts' | 'observations'>,
  published: ReadonlyArray<Pick<EnteredValue, 'value'>>,
): Record<'observations' | 'added' | 'changed' | 'removed', number> {
  const removed = published.filter((one) => one.value === null).length
  return { observations: observations.length, added: counts.added, changed: counts.changed - removed, removed: counts.removed + removed }
}
