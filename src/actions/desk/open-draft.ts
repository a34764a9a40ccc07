import type { City } from '../../books/indicators/figure.ts'
import { checkDraft, type DraftProblem } from '../../books/programme/draft/check-draft.ts'
import type { Draft, DraftElement } from '../../books/programme/draft/draft.ts'
import { putTogether, type DraftDocument } from '../../books/programme/draft/put-together.ts'
import type { DraftRecord } from './draft-record.ts'

/** A draft with everything in it. */
export interface OpenDraft {
  draft: Draft
  /** Removed ones too. */
  elements: readonly DraftElement[]
  document: DraftDocument
  problems: readonly DraftProblem[]
}

/** Somebody of the staff opens the draft of a programme. */
export async function openDraft(
  city: City,
  programme: string,
  needs: Pick<DraftRecord, 'findDraft' | 'listDraftElements'>,
): Promise<OpenDraft | null> {
  const draft = await needs.findDraft(city, programme)
  return draft === null ? null : openedDraft(draft, await needs.listDraftElements(city, draft.id))
}

export function openedDraft(draft: Draft, elements: readonly DraftElement[]): OpenDraft {
  const document = putTogether(draft, elements)
  return { draft, elements, document, problems: checkDraft(document, elements) }
}
