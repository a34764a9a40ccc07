import { longestStatement } from '../../../books/discussion/text/statement-rules.ts'
import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import { subjectKey, subjectsOf } from '../../../books/discussion/subject-place.ts'
import type { StatementSubject } from '../../../books/discussion/statement.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { languages, type MultilingualText } from '../../../books/text.ts'
import type { Asked } from '../desk/asked.ts'
import type { DeskDiscussionRecord } from '../desk/desk-discussion-record.ts'
import type { StatementRecord } from './statement-record.ts'

/** A statement of the city as the form has it. */
export interface StatementForm {
  text: MultilingualText
  /** `measure/m-1`; '' for the whole programme. */
  about: string
}

interface WriteInput extends Asked {
  consultation: Consultation
  phase: Phase
  version: ProgrammeVersion
  form: StatementForm
}

type Needs = Pick<StatementRecord, 'addStatement' | 'rewordStatement' | 'findStatement'> & Pick<DeskDiscussionRecord, 'addChange'>

/** The city puts a statement to the vote. Call it in a transaction. */
export async function addCityStatement(input: WriteInput, needs: Needs): Promise<Outcome<number>> {
  const { city, viewer, at, consultation } = input
  const outcome = read(input)
  if (!outcome.ok) return outcome
  const { text, subject } = outcome.value
  const number = await needs.addStatement(city, consultation, { by: { kind: 'city', text }, subject, state: 'shown', at })
  await needs.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'statement.add',
    subject: `consultation/${consultation.number}/statement/${number}`,
    before: null,
    after: outcome.value,
  })
  return done(number)
}

/** Other words for a statement of the city, while nobody has voted on it. Call it in a transaction. */
export async function rewordCityStatement(input: WriteInput & { number: number }, needs: Needs): Promise<Outcome<number>> {
  const { city, viewer, at, consultation, number } = input
  const outcome = read(input)
  if (!outcome.ok) return outcome
  const before = await needs.findStatement(city, consultation, number)
  if (!(await needs.rewordStatement(city, consultation, number, outcome.value))) return refuse('has_votes')
  await needs.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'statement.reword',
    subject: `consultation/${consultation.number}/statement/${number}`,
    before: before && { text: before.text, subject: before.subject },
    after: outcome.value,
  })
  return done(number)
}

function read({ form, phase, version }: WriteInput): Outcome<{ text: MultilingualText; subject: StatementSubject | null }> {
  if (phase === 'closed' || phase === 'answered') return refuse('is_over')
  const text = Object.fromEntries(
    languages.flatMap((language) => {
      const words = (form.text[language] ?? '').replace(/\s+/g, ' ').trim()
      return words === '' ? [] : [[language, words]]
    }),
  ) as MultilingualText
  const tooLong = languages.find((language) => [...(text[language] ?? '')].length > longestStatement[language])
  if (Object.keys(text).length === 0) return refuse('text_missing', 'text-kk')
  if (tooLong !== undefined) return refuse('statement_too_long', `text-${tooLong}`, { longest: longestStatement[tooLong] })
  if (form.about === '') return done({ text, subject: null })
  const place = subjectsOf(version).find(({ subject }) => subjectKey(subject) === form.about)
  return place === undefined ? refuse('subject_unknown', 'about') : done({ text, subject: place.subject })
}
