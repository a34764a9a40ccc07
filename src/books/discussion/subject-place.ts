import type { ProgrammeVersion } from '../programme/programme.ts'
import { sectionsOf, type Section } from '../programme/sections.ts'
import type { MultilingualText } from '../text.ts'
import type { StatementSubject } from './statement.ts'

/** What a statement is about, as it stands in the version that is discussed. */
export interface SubjectPlace {
  subject: StatementSubject
  section: Section
  /** The sentence, or the name of the measure or target indicator. */
  words: MultilingualText
}

/** Everything in a version that a statement may be about, in reading order: within a goal sentences, then indicators, then measures. */
export function subjectsOf(version: ProgrammeVersion): SubjectPlace[] {
  const goals = new Map(version.directions.flatMap(({ goals: list }) => list.map((goal) => [goal.id, goal])))
  return sectionsOf(version).flatMap((section) => {
    const goal = section.kind === 'goal' ? goals.get(section.id) : undefined
    const place = (kind: StatementSubject['kind'], id: string, words: MultilingualText): SubjectPlace => ({
      subject: { kind, id },
      section,
      words,
    })
    return [
      ...section.sentences.map(({ id, text }) => place('sentence', id, text)),
      ...(goal?.indicators ?? []).map(({ id, name }) => place('indicator', id, name)),
      ...(goal?.measures ?? []).map(({ id, title }) => place('measure', id, title)),
    ]
  })
}

/** Looks up subjects of a version; null: the whole programme, or something that the version does not have. */
export function subjectPlacesIn(version: ProgrammeVersion): (subject: StatementSubject | null) => SubjectPlace | null {
  const places = new Map(subjectsOf(version).map((place) => [subjectKey(place.subject), place]))
  return (subject) => (subject === null ? null : (places.get(subjectKey(subject)) ?? null))
}

/** As forms send it: `measure/m-1`; '' for the whole programme. */
export const subjectKey = (subject: StatementSubject | null): string => (subject === null ? '' : `${subject.kind}/${subject.id}`)
