import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../../books/discussion/consultation.ts'
import { longestStatement } from '../../../../books/discussion/text/statement-rules.ts'
import { subjectKey, type SubjectPlace } from '../../../../books/discussion/subject-place.ts'
import type { Refusal } from '../../../../books/outcome.ts'
import type { MultilingualText } from '../../../../books/text.ts'
import { sectionTitle } from '../../../discussion/discussion-words.ts'
import { statementProblems, subjectWords } from '../../../discussion/statements/statement-words.tsx'
import { link, type Frame } from '../../../frame.ts'
import { Layout } from '../../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, SelectField } from '../../../parts/form.tsx'
import { Title } from '../../../parts/title.tsx'
import { consultCrumbs, deskConsultationPath } from '../consult-words.ts'
import { TextInLanguages } from '../text-in-languages.tsx'

interface StatementFormPageProps {
  frame: Frame
  consultation: Consultation
  /** null: a new one. */
  number: number | null
  text: MultilingualText
  /** `measure/m-1`; '' for the whole programme. */
  about: string
  subjects: readonly SubjectPlace[]
  refusal: Refusal | null
  formKey: string
}

/** A statement of the city, in three languages, and what it is about. */
export const StatementFormPage: FC<StatementFormPageProps> = ({ frame, consultation, number, text, about, subjects, refusal, formKey }) => {
  const { words } = frame
  const title = words.t(number === null ? 'vote.desk_add' : 'vote.desk_edit')
  const problems = statementProblems(refusal, words)
  const list = deskConsultationPath(consultation, '/statements')
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={consultCrumbs(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('vote.desk_lede')}</p>
      </Title>
      <form class="element" method="post" action={link(frame, `${list}/${number ?? 'new'}`)} novalidate>
        <FormKey value={formKey} />
        <TextInLanguages
          words={words}
          id="text"
          label={words.t('vote.desk_text')}
          hint={words.t('vote.propose_hint', { longest: longestStatement[words.language] })}
          value={text}
          rows={3}
          maxlength={longestStatement.kk}
          problems={problems}
        />
        <SelectField
          id="about"
          label={words.t('vote.desk_subject')}
          value={about}
          problem={problemOf(problems, 'about')}
          choices={[
            { value: '', label: words.t('vote.about_whole') },
            ...subjects.map((place) => ({
              value: subjectKey(place.subject),
              label: `${sectionTitle(place.section, words)}. ${short(subjectWords(place, words))}`,
            })),
          ]}
        />
        <p class="acts">
          <button class="btn main" type="submit">
            {words.t('vote.desk_save')}
          </button>
          <a href={link(frame, list)}>{words.t('form.cancel')}</a>
        </p>
      </form>
    </Layout>
  )
}

/** A list of whole sentences would be wider than any screen. */
const short = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 89).trimEnd()}…`)
