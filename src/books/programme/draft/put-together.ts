import { passportIds } from '../sections.ts'
import type { ProgrammeVersion, Sentence } from '../programme.ts'
import { nameText, type Draft, type DraftElement, type ElementKind, type ElementName, type ElementState } from './draft.ts'

/** The document that a draft is, and which element stands at which path of it: problems are told by path. */
export interface DraftDocument {
  version: ProgrammeVersion
  /** `directions.0.goals.1.text.2` → the sentence. */
  places: ReadonlyMap<string, ElementName>
}

type Child<Kind extends ElementKind> = Extract<DraftElement, { kind: Kind }>

/** Elements of one kind under one parent, in order, without those that were removed. */
export const childrenOf = <Kind extends ElementKind>(elements: readonly DraftElement[], kind: Kind, parent: string): Array<Child<Kind>> =>
  elements
    .filter((one): one is Child<Kind> => one.kind === kind && one.parent === parent && !one.removed)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

/** The elements of a draft as one version. What is decided only when it is published (status, date, act) is left open. */
export function putTogether(draft: Draft, elements: readonly DraftElement[]): DraftDocument {
  const places = new Map<string, ElementName>()
  const list = <Kind extends ElementKind, T>(
    kind: Kind,
    parent: string,
    path: string,
    make: (element: Child<Kind>, path: string) => T,
  ): T[] =>
    childrenOf(elements, kind, parent).map((element, at) => {
      places.set(`${path}.${at}`, { kind, id: element.id })
      return make(element, `${path}.${at}`)
    })
  const text = (parent: ElementName, path: string): Sentence[] =>
    list('sentence', nameText(parent), `${path}.text`, ({ id, content }) => ({ id, ...content }))
  const head = childrenOf(elements, 'head', '')[0]
  if (head === undefined) throw new Error(`The draft ${draft.id} has no head.`)
  places.set('', head)

  const version: ProgrammeVersion = {
    programme: draft.programme,
    number: draft.number,
    status: 'draft',
    date: null,
    act: {},
    ...head.content,
    passport: list('passport', '', 'passport', (field, path) => ({ ...field.content, text: text(field, path) })),
    directions: list('direction', '', 'directions', (direction, path) => ({
      id: direction.id,
      ...direction.content,
      text: text(direction, path),
      goals: list('goal', nameText(direction), `${path}.goals`, (goal, path) => ({
        id: goal.id,
        ...goal.content,
        text: text(goal, path),
        indicators: list('indicator', nameText(goal), `${path}.indicators`, ({ id, content }) => ({ id, ...content })),
        measures: list('measure', nameText(goal), `${path}.measures`, ({ id, content }) => ({ id, ...content })),
      })),
    })),
    sources: list('source', '', 'sources', ({ id, content }) => ({ id, ...content })),
  }
  return { version, places }
}

/** A version as the elements of a draft, all at their first revision. */
export function takeApart(version: ProgrammeVersion): DraftElement[] {
  const elements: DraftElement[] = []
  const add = <Kind extends ElementKind>(state: Omit<ElementState<Kind>, 'removed'>): string => {
    // The kind names the content: the union cannot be told so piece by piece.
    elements.push({ ...state, removed: false, revision: 1 } as unknown as DraftElement)
    return nameText(state)
  }
  const addText = (sentences: readonly Sentence[], parent: string) => {
    for (const [position, { id, ...content }] of sentences.entries()) add<'sentence'>({ kind: 'sentence', id, parent, position, content })
  }
  const { title, period, baselineYear } = version
  add<'head'>({ kind: 'head', id: 'head', parent: '', position: 0, content: { title, period, baselineYear } })
  const ids = passportIds(version.passport)
  for (const [position, { label, text }] of version.passport.entries())
    addText(text, add<'passport'>({ kind: 'passport', id: ids[position] ?? '', parent: '', position, content: { label } }))
  for (const [position, { id, number, title, text, goals }] of version.directions.entries()) {
    const direction = add<'direction'>({ kind: 'direction', id, parent: '', position, content: { number, title } })
    addText(text, direction)
    for (const [position, { id, number, title, sdgTargets, text, indicators, measures }] of goals.entries()) {
      const goal = add<'goal'>({ kind: 'goal', id, parent: direction, position, content: { number, title, sdgTargets } })
      addText(text, goal)
      for (const [position, { id, ...content }] of indicators.entries())
        add<'indicator'>({ kind: 'indicator', id, parent: goal, position, content })
      for (const [position, { id, ...content }] of measures.entries())
        add<'measure'>({ kind: 'measure', id, parent: goal, position, content })
    }
  }
  for (const [position, { id, ...content }] of version.sources.entries())
    add<'source'>({ kind: 'source', id, parent: '', position, content })
  return elements
}

/** Whether an element and everything above it is there. */
export function isThere(elements: readonly DraftElement[], element: Pick<DraftElement, 'parent' | 'removed'>): boolean {
  if (element.removed) return false
  if (element.parent === '') return true
  const parent = elements.find((one) => nameText(one) === element.parent)
  return parent !== undefined && isThere(elements, parent)
}
