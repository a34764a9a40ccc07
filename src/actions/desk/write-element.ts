import type { Change } from '../../books/accounts/change.ts'
import {
  childKinds,
  nameText,
  subjectOf,
  topKinds,
  type Draft,
  type DraftElement,
  type ElementKind,
  type ElementName,
  type ElementState,
} from '../../books/programme/draft/draft.ts'
import { fieldsOf } from '../../books/programme/draft/fields.ts'
import { contentAt, keptState, parseBase, stateIn } from '../../books/programme/draft/kept-state.ts'
import { mergeFields, type Fields, type Merge } from '../../books/programme/draft/merge-fields.ts'
import { childrenOf, isThere } from '../../books/programme/draft/put-together.ts'
import { readFields, type FieldContext, type FieldProblem } from '../../books/programme/draft/read-fields.ts'
import { fieldsToWrite, within } from '../../books/programme/draft/who-may.ts'
import type { DeskInput, DraftRecord } from './draft-record.ts'

export interface ElementInput extends DeskInput {
  programme: string
  name: ElementName
}

/** Two people changed one element: what was, what is there now and who wrote it, what this form says, and the two put together. */
export interface Conflict {
  draft: Draft
  element: DraftElement
  merge: Merge
  theirs: { by: string | null; at: string } | null
}

/** What became of a form. */
export type Written =
  | { kind: 'done'; element: ElementName }
  | { kind: 'wrong'; problems: readonly FieldProblem[] }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'not_allowed' }
  /** The draft was published, or there never was such an element. */
  | { kind: 'gone' }

/** All lines of the history about one element; nobody changes one more often. */
export const mostChanges = 500

/**
 * Somebody saves an element. Where it is no longer at the revision the form began from, nothing is written: both changes are put together
 * for her to look at.
 *
 * @param input.base  the revision that the form began from (`baseText`)
 */
export async function saveElement(
  input: ElementInput & { base: string; fields: Fields; series: FieldContext['series'] },
  needs: DraftRecord,
): Promise<Written> {
  const found = await find(input, needs)
  if (found === null) return { kind: 'gone' }
  const { draft, elements, element, may } = found
  if (may === null) return { kind: 'not_allowed' }
  const base = parseBase(input.base)
  const stored = fieldsOf(element)
  if (base.draft !== draft.id || base.revision !== element.revision || element.removed) {
    const changes = await needs.listChanges(input.city, { subject: subjectOf(draft, element), offset: 0, limit: mostChanges })
    const content =
      base.draft === draft.id && base.revision === element.revision ? element.content : contentAt(changes, draft, base.revision)
    const before = content === null ? {} : fieldsOf({ kind: element.kind, content })
    const merge = mergeFields(before, stored, within(may, content === null ? stored : before, input.fields))
    const last = changes.find(({ after }) => stateIn(after)?.draft === draft.id)
    return { kind: 'conflict', conflict: { draft, element, merge, theirs: last === undefined ? null : { by: last.by, at: last.at } } }
  }
  const fields = within(may, stored, input.fields)
  const { content, problems } = readFields(element.kind, fields, contextOf(elements, input.series))
  if (problems.length > 0) return { kind: 'wrong', problems }
  await change(input, draft, element, { ...element, content }, 'write', needs)
  return { kind: 'done', element }
}

/** An editor adds an element under another, as the last of its kind. */
export async function addElement(
  input: DeskInput & { programme: string; kind: ElementKind; parent: string; fields: Fields; series: FieldContext['series'] },
  needs: DraftRecord,
): Promise<Written> {
  const draft = await needs.lockDraft(input.city, input.programme)
  if (draft === null) return { kind: 'gone' }
  const elements = await needs.listDraftElements(input.city, draft.id)
  if (!mayStand(elements, input)) return { kind: 'gone' }
  const { content, problems } = readFields(input.kind, input.fields, contextOf(elements, input.series))
  if (problems.length > 0) return { kind: 'wrong', problems }
  const neighbours = elements.filter(({ kind, parent }) => kind === input.kind && parent === input.parent)
  const element: ElementState = {
    kind: input.kind,
    id: `${letters[input.kind]}-${needs.newId().slice(0, 8)}`,
    parent: input.parent,
    position: Math.max(-1, ...neighbours.map(({ position }) => position)) + 1,
    removed: false,
    content,
  }
  await needs.addDraftElement(input.city, draft.id, element)
  await tell(input, draft, element, 'add', null, keptState(draft, element, 1), needs)
  return { kind: 'done', element }
}

/** Ids of new elements begin as those that come from files do. */
const letters: Readonly<Record<ElementKind, string>> = {
  head: 'h',
  passport: 'p',
  direction: 'd',
  goal: 'g',
  sentence: 's',
  indicator: 'i',
  measure: 'm',
  source: 'c',
}

/** Whether an element of the kind may be added there. */
export function mayStand(elements: readonly DraftElement[], { kind, parent }: Pick<ElementState, 'kind' | 'parent'>): boolean {
  if (parent === '') return topKinds.includes(kind)
  const above = elements.find((one) => nameText(one) === parent)
  return above !== undefined && isThere(elements, above) && childKinds[above.kind].includes(kind)
}

/** An editor changes places with the neighbour before or after. At the end of the row nothing happens. */
export async function moveElement(input: ElementInput & { direction: 'up' | 'down' }, needs: DraftRecord): Promise<Written> {
  const found = await find(input, needs)
  if (found === null) return { kind: 'gone' }
  const { draft, elements, element, may } = found
  if (may !== 'all') return { kind: 'not_allowed' }
  const row = childrenOf(elements, element.kind, element.parent)
  const from = row.findIndex(({ id }) => id === element.id)
  const to = input.direction === 'up' ? from - 1 : from + 1
  const [mover, neighbour] = [row[from], row[to]]
  if (mover === undefined || neighbour === undefined) return { kind: 'done', element }
  const places = row.with(from, neighbour).with(to, mover)
  for (const [position, one] of places.entries()) await needs.placeDraftElement(input.city, draft.id, { ...one, position })
  await tell(input, draft, element, 'move', { place: from + 1 }, { place: to + 1 }, needs)
  return { kind: 'done', element }
}

/** An editor removes an element, with all that stands under it. It can be brought back from its history. */
export async function removeElement(input: ElementInput & { base: string }, needs: DraftRecord): Promise<Written> {
  const found = await find(input, needs)
  if (found === null) return { kind: 'gone' }
  const { draft, element, may } = found
  if (may !== 'all' || element.kind === 'head') return { kind: 'not_allowed' }
  const stored = fieldsOf(element)
  const { draft: id, revision } = parseBase(input.base)
  if (id !== draft.id || revision !== element.revision)
    return { kind: 'conflict', conflict: { draft, element, merge: mergeFields(stored, stored, stored), theirs: null } }
  await change(input, draft, element, { ...element, removed: true }, 'remove', needs)
  return { kind: 'done', element }
}

/** An editor brings back what an element said before one of its changes. It is a change of its own: nothing goes from the history. */
export async function restoreElement(input: ElementInput & { change: number }, needs: DraftRecord): Promise<Written> {
  const found = await find(input, needs)
  if (found === null) return { kind: 'gone' }
  const { draft, element, may } = found
  if (may !== 'all') return { kind: 'not_allowed' }
  const changes = await needs.listChanges(input.city, { subject: subjectOf(draft, element), offset: 0, limit: mostChanges })
  const earlier = stateIn(changes.find(({ number }) => number === input.change)?.before)
  if (earlier === null) return { kind: 'gone' }
  await change(input, draft, element, { ...element, content: earlier.content, removed: false }, 'restore', needs)
  return { kind: 'done', element }
}

async function find(input: ElementInput, needs: DraftRecord) {
  const draft = await needs.lockDraft(input.city, input.programme)
  if (draft === null) return null
  const [elements, departments] = [await needs.listDraftElements(input.city, draft.id), await needs.listDepartments(input.city)]
  const element = elements.find((one) => nameText(one) === nameText(input.name))
  return element === undefined ? null : { draft, elements, element, may: fieldsToWrite(input.viewer, input.city, element, departments) }
}

const contextOf = (elements: readonly DraftElement[], series: FieldContext['series']): FieldContext => ({
  series,
  sources: new Set(childrenOf(elements, 'source', '').map(({ id }) => id)),
})

/** Writes the new state with its line in the history; what changes nothing leaves no line. */
async function change(input: ElementInput, draft: Draft, old: DraftElement, now: ElementState, verb: string, needs: DraftRecord) {
  const same = JSON.stringify(fieldsOf(old)) === JSON.stringify(fieldsOf({ ...old, content: now.content } as DraftElement))
  if (same && old.removed === now.removed) return
  // The draft is locked: nobody can have come between.
  if (!(await needs.changeDraftElement(input.city, draft.id, now, old.revision))) throw new Error(`${nameText(old)} changed under a lock.`)
  await tell(input, draft, old, verb, keptState(draft, old, old.revision), keptState(draft, now, old.revision + 1), needs)
}

async function tell(
  { city, viewer, at }: DeskInput,
  draft: Draft,
  element: ElementName,
  verb: string,
  before: Change['before'],
  after: Change['after'],
  needs: DraftRecord,
): Promise<void> {
  const [action, subject] = [`${element.kind}.${verb}`, subjectOf(draft, element)]
  await needs.addChange(city, { at: at.toISOString(), by: viewer.personId, action, subject, before, after })
}
