import { shortHash } from '../../kernel/natural-key.ts'
import { languages, type MultilingualText } from '../text.ts'
import type { Path } from './problem.ts'
import type { PassportField, ProgrammeVersion, Sentence } from './programme.ts'

/** One stretch of running text: a field of the passport, the text of a direction or of a goal. */
export interface Section {
  kind: 'passport' | 'direction' | 'goal'
  id: string
  /** As the programme numbers it; '' in the passport. */
  number: string
  title: MultilingualText
  sentences: readonly Sentence[]
  path: Path
}

/** All sections of a version in reading order. */
export function sectionsOf(version: ProgrammeVersion): Section[] {
  const ids = passportIds(version.passport)
  const passport = version.passport.map((field, at): Section => ({
    kind: 'passport',
    id: ids[at] ?? '',
    number: '',
    title: field.label,
    sentences: field.text,
    path: ['passport', at, 'text'],
  }))
  const body = version.directions.flatMap((direction, d): Section[] => [
    {
      kind: 'direction',
      id: direction.id,
      number: direction.number,
      title: direction.title,
      sentences: direction.text,
      path: ['directions', d, 'text'],
    },
    ...direction.goals.map((goal, g): Section => ({
      kind: 'goal',
      id: goal.id,
      number: goal.number,
      title: goal.title,
      sentences: goal.text,
      path: ['directions', d, 'goals', g, 'text'],
    })),
  ])
  return [...passport, ...body]
}

/** A field of the passport has no number: its label is its name. */
export const passportId = (label: MultilingualText): string => `passport-${shortHash(8, firstWords(label))}`

/** Ids of all fields of a passport; those after the first that share a label are counted: nothing keeps two fields from being called alike. */
export function passportIds(passport: ReadonlyArray<Pick<PassportField, 'label'>>): string[] {
  const seen = new Map<string, number>()
  return passport.map(({ label }) => {
    const id = passportId(label)
    const occurrence = (seen.get(id) ?? 0) + 1
    seen.set(id, occurrence)
    return occurrence === 1 ? id : `${id}-${occurrence}`
  })
}

/**
 * The id of a sentence whose author gave none: from its section and its words in the first language that has any.
 * `occurrence` tells apart sentences that stand twice in one section.
 *
 * @example
 * sentenceId('g-1-1', { kk: 'Жол жөнделеді.' }) // => 's-b30f3ecc'
 */
export const sentenceId = (section: string, text: MultilingualText, occurrence = 1): string =>
  `s-${shortHash(8, section, firstWords(text), ...(occurrence === 1 ? [] : [String(occurrence)]))}`

/** The words in the first language that has any: kk, ru, en. */
export const firstWords = (text: MultilingualText): string =>
  languages.map((language) => text[language]?.trim() ?? '').find((words) => words !== '') ?? ''
