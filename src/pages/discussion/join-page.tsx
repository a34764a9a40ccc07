import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { Refusal } from '../../books/outcome.ts'
import { ProviderSignIn } from '../account/other-ways.tsx'
import { problemsOf, titleOf } from '../desk/discussion/consult-words.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary, FormKey, problemOf, TextField } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'

interface JoinPageProps {
  frame: Frame
  consultation: Pick<Consultation, 'number' | 'content' | 'level'>
  /** Where to go on to afterwards, as a path of this site. */
  to: string
  formKey: string
  refusal: Refusal | null
  /** Identity providers of the city. */
  providers: Parameters<typeof ProviderSignIn>[0]['providers']
}

/** What a consultation asks for before somebody takes part: a code that the city gave her, or a sign-in with its identity provider. */
export const JoinPage: FC<JoinPageProps> = ({ frame, consultation, to, formKey, refusal, providers }) => {
  const { words } = frame
  const title = words.t('consult.join')
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
        <p>{words.t(`consult.join_${consultation.level}`)}</p>
      </Title>
      {consultation.level === 'code' && (
        <form class="stack" method="post" action={link(frame, `/discussion/${consultation.number}/join`)} novalidate>
          <FormKey value={formKey} />
          <input type="hidden" name="to" value={to} />
          <TextField
            id="code"
            label={words.t('consult.label_code')}
            hint={words.t('consult.hint_code')}
            autocomplete="one-time-code"
            spellcheck={false}
            maxlength={40}
            problem={problemOf(problems, 'code')}
          />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('consult.join_now')}
            </button>
            <a href={home}>{words.t('form.cancel')}</a>
          </p>
        </form>
      )}
      {consultation.level === 'identity_provider' && (
        <>
          <p>
            {words.t('consult.join_provider_first')} <a href={`/${words.language}/account`}>{words.t('consult.join_provider_account')}</a>
          </p>
          <ProviderSignIn frame={frame} providers={providers} to={to} />
        </>
      )}
      {consultation.level === 'mail' && (
        <p class="acts">
          <a class="btn main" href={to}>
            {words.t('consult.join_on')}
          </a>
        </p>
      )}
    </Layout>
  )
}
