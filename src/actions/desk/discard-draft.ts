import { subjectOf, type Draft } from '../../books/programme/draft/draft.ts'
import type { DeskInput, DraftRecord } from './draft-record.ts'

/** What became of the wish to discard a draft. */
export type Discarded =
  | { kind: 'done' }
  /** It was changed after the editor was shown how many changes would go. */
  | { kind: 'changed' }
  /** The draft was published or discarded meanwhile. */
  | { kind: 'gone' }

/**
 * An editor discards a draft that was begun by mistake: it goes with everything in it. What was written stays in the history.
 *
 * @param input.draft    id of the draft that she was shown
 * @param input.changes  how many changes she was shown
 */
export async function discardDraft(
  input: DeskInput & { programme: string; draft: string; changes: string },
  needs: DraftRecord,
): Promise<Discarded> {
  const { city, viewer, at } = input
  const draft = await needs.lockDraft(city, input.programme)
  if (draft === null || draft.id !== input.draft) return { kind: 'gone' }
  const changes = await countDraftChanges(city, draft, needs)
  if (String(changes) !== input.changes) return { kind: 'changed' }
  await needs.endDraft(city, draft.id)
  await needs.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'draft.discard',
    subject: subjectOf(draft),
    before: { basedOn: draft.basedOn, changes },
    after: null,
  })
  return { kind: 'done' }
}

/** How often something was changed in a draft. An earlier draft of the same number has lines of its own before the beginning of this one. */
export async function countDraftChanges(
  city: DeskInput['city'],
  draft: Draft,
  needs: Pick<DraftRecord, 'listChanges' | 'countChanges'>,
): Promise<number> {
  const subject = subjectOf(draft)
  const lines = await needs.listChanges(city, { subject, offset: 0, limit: await needs.countChanges(city, { subject }) })
  const beginning = lines.findIndex(({ action }) => action === 'draft.begin')
  return beginning < 0 ? lines.length : beginning
}
