import type { Change, KeptChange } from '../../books/accounts/change.ts'
import type { Department } from '../../books/accounts/department.ts'
import type { Viewer } from '../../books/accounts/viewer.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Draft, DraftElement, ElementState } from '../../books/programme/draft/draft.ts'

/** Drafts and their history, as the actions of the desk need them. */
export interface DraftRecord {
  listDrafts(city: City): Promise<Draft[]>
  findDraft(city: City, programme: string): Promise<Draft | null>
  /** The draft, held until the transaction ends. */
  lockDraft(city: City, programme: string): Promise<Draft | null>
  /** False: the programme has a draft already. */
  addDraft(city: City, draft: Draft, elements: readonly DraftElement[]): Promise<boolean>
  listDraftElements(city: City, draftId: string): Promise<DraftElement[]>
  addDraftElement(city: City, draftId: string, element: ElementState): Promise<void>
  /** False: it is no longer at this revision, and nothing is written. */
  changeDraftElement(city: City, draftId: string, element: ElementState, revision: number): Promise<boolean>
  placeDraftElement(city: City, draftId: string, element: ElementState): Promise<void>
  endDraft(city: City, draftId: string): Promise<void>
  addChange(city: { id: string } | null, change: Change): Promise<void>
  listChanges(city: { id: string } | null, filter: { subject?: string; offset: number; limit: number }): Promise<KeptChange[]>
  countChanges(city: { id: string } | null, filter: { subject?: string }): Promise<number>
  listDepartments(city: { id: string }): Promise<Department[]>
  newId(): string
}

/** Who does something at the desk, where and when. */
export interface DeskInput {
  city: City
  viewer: Viewer
  at: Date
}
