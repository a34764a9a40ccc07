import type { Language } from '../../text.ts'
import type { Citation, Direction, Goal, Measure, PassportField, ProgrammeVersion, Sentence, TargetIndicator } from '../programme.ts'

/** The next version of a programme while it is being written: seen by staff only, one at a time for each programme. */
export interface Draft {
  /** New with every draft, so that a form of an earlier one is told from a form of this one. */
  id: string
  programme: string
  /** The number that the version will have. */
  number: number
  /** Number of the published version it began from; null: it began empty. */
  basedOn: number | null
  begunAt: string
}

export const elementKinds = ['head', 'passport', 'direction', 'goal', 'sentence', 'indicator', 'measure', 'source'] as const
export type ElementKind = (typeof elementKinds)[number]
export const isElementKind = (text: string): text is ElementKind => (elementKinds as readonly string[]).includes(text)

/** What each kind of element says; what stands under it are elements of their own. */
export interface ElementContents {
  head: Pick<ProgrammeVersion, 'title' | 'period' | 'baselineYear'>
  passport: Pick<PassportField, 'label'>
  direction: Pick<Direction, 'number' | 'title'>
  goal: Pick<Goal, 'number' | 'title' | 'sdgTargets'>
  sentence: Omit<Sentence, 'id'>
  indicator: Omit<TargetIndicator, 'id'>
  measure: Omit<Measure, 'id'>
  source: Omit<Citation, 'id'>
}

/** Names an element within a draft. */
export interface ElementName<Kind extends ElementKind = ElementKind> {
  kind: Kind
  id: string
}

/** What an element is, besides how often it was changed. */
export interface ElementState<Kind extends ElementKind = ElementKind> extends ElementName<Kind> {
  /** `goal/g-1.1`; '' at the top. */
  parent: string
  /** Order among its kind under one parent; gaps mean nothing. */
  position: number
  /** Kept, so that it can be brought back; nothing under it is seen either. */
  removed: boolean
  content: ElementContents[Kind]
}

/**
 * One thing in a draft that is edited on one page, saved on its own, and counted on its own: two editors meet only when they change the
 * same element.
 */
export type DraftElement = { [Kind in ElementKind]: ElementState<Kind> & { revision: number } }[ElementKind]

/** `goal/g-1.1`: the name in one text, for parents, addresses and the history. */
export const nameText = ({ kind, id }: ElementName): string => `${kind}/${id}`

/** Subject of the history's lines about an element. */
export const subjectOf = (draft: Pick<Draft, 'programme' | 'number'>, element?: ElementName): string =>
  `programme/${draft.programme}/${draft.number}${element === undefined ? '' : `/${nameText(element)}`}`

/** What may stand under what. */
export const childKinds: Readonly<Record<ElementKind, readonly ElementKind[]>> = {
  head: [],
  passport: ['sentence'],
  direction: ['sentence', 'goal'],
  goal: ['sentence', 'indicator', 'measure'],
  sentence: [],
  indicator: [],
  measure: [],
  source: [],
}

/** What stands at the top of a programme. The head is always there. */
export const topKinds: readonly ElementKind[] = ['passport', 'direction', 'source']

/** Texts in three languages that each kind has, by the name of their fields. */
export const textsOf: Readonly<Record<ElementKind, readonly string[]>> = {
  head: ['title'],
  passport: ['label'],
  direction: ['title'],
  goal: ['title'],
  sentence: ['text'],
  indicator: ['name', 'note'],
  measure: ['title', 'owner', 'form'],
  source: ['title'],
}

/** Name of the field of a form that holds one language of a text. */
export const languageField = (text: string, language: Language): string => `${text}.${language}`
