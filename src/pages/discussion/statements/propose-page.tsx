import type { FC } from 'hono/jsx'
import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import type { StatementHint } from '../../../books/discussion/propose-statement.ts'
import { longestStatement } from '../../../books/discussion/text/statement-rules.ts'
import type { Statement } from '../../../books/discussion/statement.ts'
import { subjectKey, type SubjectPlace } from '../../../books/discussion/subject-place.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { languages } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, SelectField, TextField } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { StatementText, statementProblems, SubjectLink } from './statement-words.tsx'

interface ProposePageProps {
  frame: Frame
  consultation: Consultation
  phase: Phase
  /** What it is to be about; null: the whole programme. */
  place: SubjectPlace | null
  text: string
  language: string
  /** Statements that say much the same: they are shown first. */
  similar: readonly Statement[]
  /** What its author may want to change first. */
  hints: readonly StatementHint[]
  refusal: Refusal | null
  /** The number that it was given; null before it is sent. */
  sent: number | null
  formKey: string
}

/** A resident proposes a statement; a moderator looks at it before others vote on it. */
export const ProposePage: FC<ProposePageProps> = (props) => {
  const { frame, consultation, phase, similar, hints, refusal, sent } = props
  const { words } = frame
  const problems = statementProblems(refusal, words)
  return (
    <Layout
      frame={frame}
      title={words.t('vote.propose')}
      book="discussion"
      unlisted
      failed={problems.length > 0}
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('vote.propose') })}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={words.t(sent === null ? 'vote.propose' : 'vote.sent')}>
        <p>
          {sent !== null
            ? words.t('vote.sent_next', { number: String(sent) })
            : words.t(phase === 'open' ? 'vote.propose_lede' : 'vote.refused_not_open')}
        </p>
      </Title>
      {similar.length > 0 && (
        <Section id="similar" title={words.t('vote.similar')}>
          <p>{words.t('vote.similar_says')}</p>
          <ul class="stack-s">
            {similar.map((statement) => (
              <li>
                <a href={link(frame, discussionPath(consultation, '/vote'), { statement: String(statement.number) })}>
                  <StatementText statement={statement} words={words} />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {hints.length > 0 && (
        <Section id="hints" title={words.t('vote.hints')}>
          <ul class="stack-s">
            {hints.map((hint) => (
              <li>{words.t(`vote.hint_${hint}`)}</li>
            ))}
          </ul>
        </Section>
      )}
      {phase === 'open' && sent === null && <ProposeForm {...props} />}
      {sent !== null && (
        <p class="acts">
          <a class="btn main" href={link(frame, discussionPath(consultation, '/vote'))}>
            {words.t('vote.go_on')}
          </a>
        </p>
      )}
    </Layout>
  )
}

const ProposeForm: FC<ProposePageProps> = ({ frame, consultation, place, text, language, similar, hints, refusal, formKey }) => {
  const { words } = frame
  const problems = statementProblems(refusal, words)
  return (
    <form class="stack" method="post" action={link(frame, discussionPath(consultation, '/statements/new'))} novalidate>
      <FormKey value={formKey} />
      <input type="hidden" name="about" value={subjectKey(place?.subject ?? null)} />
      {similar.length + hints.length > 0 && <input type="hidden" name="anyway" value="1" />}
      <p>
        {words.t('vote.about')}: <SubjectLink frame={frame} consultation={consultation} place={place} />
      </p>
      <TextField
        id="text"
        label={words.t('vote.propose_text')}
        hint={words.t('vote.propose_hint', { longest: longestStatement[words.language] })}
        rows={3}
        value={text}
        problem={problemOf(problems, 'text')}
      />
      <SelectField
        id="language"
        label={words.t('vote.propose_language')}
        value={language}
        problem={problemOf(problems, 'language')}
        choices={languages.map((value) => ({ value, label: words.t(`desk.language_${value}`) }))}
      />
      <p class="acts">
        <button class="btn main" type="submit">
          {words.t(similar.length + hints.length > 0 ? 'vote.send_anyway' : 'vote.propose_send')}
        </button>
      </p>
    </form>
  )
}
