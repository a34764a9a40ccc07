import type { Change } from '../../accounts/change.ts'
import type { Draft, DraftElement, ElementContents, ElementState } from './draft.ts'

/** An element as a line of the history keeps it. */
export interface KeptState {
  draft: string
  revision: number
  removed: boolean
  content: ElementContents[keyof ElementContents]
}

export const keptState = (
  draft: Pick<Draft, 'id'>,
  { removed, content }: Pick<ElementState, 'removed' | 'content'>,
  revision: number,
): KeptState => ({
  draft: draft.id,
  revision,
  removed,
  content,
})

/** The state that a line holds; null where it holds none: a move, or a line about something else. */
export const stateIn = (value: unknown): KeptState | null =>
  typeof value === 'object' && value !== null && 'draft' in value && 'content' in value ? (value as KeptState) : null

/**
 * What an element said at a revision that is no longer the last: the change that ended the revision holds it. `changes` are the element's.
 *
 * Missing  null when the form comes from another draft, or its revision is not in the history.
 */
export function contentAt(
  changes: readonly Pick<Change, 'before'>[],
  draft: Pick<Draft, 'id'>,
  revision: number,
): DraftElement['content'] | null {
  const states = changes.map(({ before }) => stateIn(before))
  return states.find((state) => state?.draft === draft.id && state.revision === revision)?.content ?? null
}

/** The revision that a form began from, as the form carries it: `{draft}/{revision}`. */
export const baseText = (draft: Pick<Draft, 'id'>, { revision }: Pick<DraftElement, 'revision'>): string => `${draft.id}/${revision}`

/**
 * The way back from `baseText`; anything else is a revision that never was.
 *
 * @example
 * parseBase('d/3') // => { draft: 'd', revision: 3 }
 * @example
 * parseBase('') // => { draft: '', revision: 0 }
 */
export function parseBase(text: string): { draft: string; revision: number } {
  const [draft = '', revision = ''] = text.split('/')
  return { draft, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0 }
}
