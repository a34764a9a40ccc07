import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { ModerationDecision } from '../../../books/discussion/moderation.ts'
import { longestModerationReason, type Moderated, type OpenAppeal } from '../../../books/discussion/rules/decide-moderation.ts'
import type { Refusal } from '../../../books/outcome.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { momentWords } from '../../account/moment.ts'
import { DecisionList } from '../../discussion/moderation-log-page.tsx'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, RadioField } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { consultCrumbs, deskConsultationPath, problemsOf } from './consult-words.ts'
import { ModeratedWords } from './moderated.tsx'
import { TextInLanguages } from './text-in-languages.tsx'

/** Appeals of one consultation, those without an answer first. */
export const AppealsPage: FC<{ frame: Frame; consultation: Consultation; appeals: readonly OpenAppeal[] }> = (props) => {
  const { frame, consultation, appeals } = props
  const { words } = frame
  const title = words.t('consult.appeals')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={consultCrumbs(frame, consultation, title)}>
      <Title title={title}>
        <p>{words.t('consult.appeals_lede')}</p>
      </Title>
      {appeals.length === 0 && <p class="absent">{words.t('consult.appeals_none')}</p>}
      <ul class="stack-s">
        {appeals.map(({ decision, appealedAt, outcome }) => (
          <li>
            <a href={link(frame, deskConsultationPath(consultation, `/appeals/${decision}`))}>
              {words.t('consult.appeal_against', { number: decision })}
            </a>
            , {momentWords(appealedAt, frame)}. {outcome !== null && words.t(`consult.appeal_${outcome}`)}
          </li>
        ))}
      </ul>
    </Layout>
  )
}

interface AnswerAppealPageProps {
  frame: Frame
  consultation: Consultation
  appeal: OpenAppeal
  decision: ModerationDecision
  about: Moderated | null
  given: { outcome: string; answer: MultilingualText }
  refusals: readonly Refusal[]
  formKey: string
}

/** One appeal: the decision, the words it took out, what their author says, and the answer. */
export const AnswerAppealPage: FC<AnswerAppealPageProps> = (props) => {
  const { frame, consultation, appeal, decision, about, given, refusals, formKey } = props
  const { words } = frame
  const title = words.t('consult.appeal_against', { number: decision.number })
  const problems = problemsOf(refusals, words)
  const all = { label: words.t('consult.appeals'), href: link(frame, deskConsultationPath(consultation, '/appeals')) }
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={[...consultCrumbs(frame, consultation), all, { label: title }]}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={title} />
      <Section id="decision" title={words.t('consult.decisions')}>
        <DecisionList frame={frame} consultation={consultation} decisions={[decision]} />
      </Section>
      {about !== null && (
        <Section id="words" title={words.t('consult.what_was_written')}>
          <div class="stack">
            <ModeratedWords frame={frame} one={about} />
          </div>
        </Section>
      )}
      <Section id="appeal" title={words.t('consult.appeal')}>
        {appeal.text === null ? (
          <p class="absent">{words.t('consult.words_gone')}</p>
        ) : (
          <blockquote class="own-lines">{appeal.text}</blockquote>
        )}
      </Section>
      {appeal.outcome === null && (
        <Section id="answer" title={words.t('consult.decide')}>
          <form
            class="stack"
            method="post"
            action={link(frame, deskConsultationPath(consultation, `/appeals/${decision.number}`))}
            novalidate
          >
            <FormKey value={formKey} />
            <RadioField
              id="outcome"
              label={words.t('consult.label_outcome')}
              value={given.outcome}
              problem={problemOf(problems, 'outcome')}
              choices={(['upheld', 'rejected'] as const).map((value) => ({ value, label: words.t(`consult.outcome_${value}`) }))}
            />
            <TextInLanguages
              words={words}
              id="answer"
              label={words.t('consult.label_appeal_answer')}
              hint={words.t('consult.hint_public_reason')}
              value={given.answer}
              rows={4}
              maxlength={longestModerationReason}
              problems={problems}
            />
            <p class="acts">
              <button class="btn main" type="submit">
                {words.t('consult.decide_now')}
              </button>
              <a href={all.href}>{words.t('form.cancel')}</a>
            </p>
          </form>
        </Section>
      )}
    </Layout>
  )
}
