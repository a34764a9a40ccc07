import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Statement } from '../../../books/discussion/statement.ts'
import type { SubjectPlace } from '../../../books/discussion/subject-place.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { link, type Frame } from '../../frame.ts'
import { isMessageKey } from '../../messages.ts'
import type { Problem } from '../../parts/form.tsx'
import { Picked } from '../../parts/picked.tsx'
import type { Words } from '../../words.ts'
import { discussionPath, sectionTitle } from '../discussion-words.ts'

/** The words of a statement, marked with their language where it is another; a sentence instead where its author was erased. */
export const StatementText: FC<{ statement: Pick<Statement, 'text'>; words: Words }> = ({ statement, words }) =>
  statement.text === null ? <>{words.t('vote.erased')}</> : <Picked text={statement.text} words={words} />

/** "Statement of the city", "Statement of resident 12". */
export const authorOf = ({ participant }: Pick<Statement, 'participant'>, words: Words): string =>
  participant === null ? words.t('vote.by_city') : words.t('vote.by_resident', { number: String(participant) })

interface SubjectLinkProps {
  frame: Frame
  consultation: Pick<Consultation, 'number'>
  place: SubjectPlace | null
}

/** What a statement is about, with a link to the section of the text where it stands. */
export const SubjectLink: FC<SubjectLinkProps> = ({ frame, consultation, place }) => {
  const { words } = frame
  if (place === null) return <>{words.t('vote.about_whole')}</>
  return (
    <>
      <a href={link(frame, discussionPath(consultation, `/text/${place.section.id}`))}>{sectionTitle(place.section, words)}</a>.{' '}
      {subjectWords(place, words)}
    </>
  )
}

export const subjectWords = ({ subject, words: text }: SubjectPlace, words: Words): string =>
  words.t(`vote.about_${subject.kind}`, { words: words.pick(text) })

/** Why a form was not taken, beside its field. */
export const statementProblems = (refusal: Refusal | null, words: Words): Problem[] => {
  if (refusal === null) return []
  const key = `vote.refused_${refusal.code}`
  return [{ field: refusal.field ?? '', text: isMessageKey(key) ? words.t(key, refusal.details) : refusal.code }]
}
