import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import { longestReason } from '../../../books/discussion/rules/change-period.ts'
import type { Refusal } from '../../../books/outcome.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, TextField } from '../../parts/form.tsx'
import { Title } from '../../parts/title.tsx'
import { consultCrumbs, deskConsultationPath, periodWords, problemsOf } from './consult-words.ts'
import { TextInLanguages } from './text-in-languages.tsx'

interface PeriodPageProps {
  frame: Frame
  consultation: Consultation
  /** Later or earlier. */
  change: 'extend' | 'close'
  given: { closesOn: string; reason: MultilingualText }
  refusals: readonly Refusal[]
  formKey: string
}

/** Another last day, and why. */
export const PeriodPage: FC<PeriodPageProps> = ({ frame, consultation, change, given, refusals, formKey }) => {
  const { words } = frame
  const title = words.t(`consult.${change}`)
  const problems = problemsOf(refusals, words)
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={consultCrumbs(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t(`consult.${change}_lede`)}</p>
      </Title>
      <p>{periodWords(consultation, words)}</p>
      <div class="desk">
        <form class="element" method="post" action={link(frame, deskConsultationPath(consultation, `/${change}`))} novalidate>
          <FormKey value={formKey} />
          <TextField
            id="closesOn"
            type="date"
            label={words.t('consult.label_new_last_day')}
            value={given.closesOn}
            problem={problemOf(problems, 'closesOn')}
          />
          <TextInLanguages
            words={words}
            id="reason"
            label={words.t('consult.label_reason')}
            hint={words.t('consult.hint_reason')}
            value={given.reason}
            rows={4}
            maxlength={longestReason}
            problems={problems}
          />
          <p class="acts">
            <button class="btn main" type="submit">
              {title}
            </button>
            <a href={link(frame, deskConsultationPath(consultation))}>{words.t('form.cancel')}</a>
          </p>
        </form>
      </div>
    </Layout>
  )
}
