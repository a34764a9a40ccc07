import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey } from '../../parts/form.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { consultCrumbs, deskConsultationPath, problemsOf } from './consult-words.ts'

interface FinishPageProps {
  frame: Frame
  consultation: Consultation
  /** Numbers of contributions without an answer, the first hundred; and how many there are. */
  waiting: { numbers: readonly number[]; count: number }
  refusals: readonly Refusal[]
  formKey: string
}

/** "Everybody has an answer": or who has none yet. */
export const FinishPage: FC<FinishPageProps> = ({ frame, consultation, waiting, refusals, formKey }) => {
  const { words } = frame
  const title = words.t('consult.finish')
  const problems = problemsOf(refusals, words)
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={consultCrumbs(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('consult.finish_lede')}</p>
      </Title>
      {waiting.count === 0 ? (
        <form method="post" action={link(frame, deskConsultationPath(consultation, '/answered'))}>
          <FormKey value={formKey} />
          <p class="acts">
            <button class="btn main" type="submit">
              {title}
            </button>
            <a href={link(frame, deskConsultationPath(consultation))}>{words.t('form.cancel')}</a>
          </p>
        </form>
      ) : (
        <>
          <Warn>{words.t('consult.refused_answers_missing', { count: waiting.count })}</Warn>
          <ul class="stack-s">
            {waiting.numbers.map((number) => (
              <li>
                <a href={link(frame, deskConsultationPath(consultation, '/answers/new'), { of: String(number) })}>
                  {words.t('consult.contribution', { number })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  )
}
