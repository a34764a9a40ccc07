import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ModerationDecision } from '../../books/discussion/moderation.ts'
import { longestAppeal, mayAppeal, type Moderated } from '../../books/discussion/rules/decide-moderation.ts'
import type { Refusal } from '../../books/outcome.ts'
import { problemsOf, titleOf } from '../desk/discussion/consult-words.ts'
import { ModeratedWords } from '../desk/discussion/moderated.tsx'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary, FormKey, problemOf, TextField } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { DecisionList } from './moderation-log-page.tsx'

interface AppealPageProps {
  frame: Frame
  consultation: Consultation
  decision: ModerationDecision
  about: Moderated
  text: string
  refusal: Refusal | null
  formKey: string
}

/** A decision about what the reader wrote, and her appeal against it. */
export const AppealPage: FC<AppealPageProps> = ({ frame, consultation, decision, about, text, refusal, formKey }) => {
  const { words } = frame
  const title = words.t('consult.appeal')
  const problems = problemsOf(refusal === null ? [] : [refusal], words)
  const home = link(frame, `/discussion/${consultation.number}`)
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={[{ label: titleOf(consultation, words), href: home }, { label: title }]}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t(mayAppeal(decision) ? 'consult.appeal_lede' : 'consult.appeal_over')}</p>
      </Title>
      <Section id="decision" title={words.t('consult.decisions')}>
        <DecisionList frame={frame} consultation={consultation} decisions={[decision]} />
      </Section>
      <Section id="words" title={words.t('consult.what_you_wrote')}>
        <div class="stack">
          <ModeratedWords frame={frame} one={about} />
        </div>
      </Section>
      {mayAppeal(decision) && (
        <form class="stack" method="post" action={link(frame, `/discussion/${consultation.number}/appeals/${decision.number}`)} novalidate>
          <FormKey value={formKey} />
          <TextField
            id="text"
            rows={6}
            label={words.t('consult.label_appeal')}
            hint={words.t('consult.hint_appeal')}
            value={text}
            maxlength={longestAppeal}
            problem={problemOf(problems, 'text')}
          />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('consult.send_appeal')}
            </button>
            <a href={home}>{words.t('form.cancel')}</a>
          </p>
        </form>
      )}
    </Layout>
  )
}
