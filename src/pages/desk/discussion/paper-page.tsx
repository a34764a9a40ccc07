import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import { longestPlace, longestReceipt, type PaperForm } from '../../../books/discussion/rules/read-paper-form.ts'
import { longestContribution } from '../../../books/discussion/text/check-text.ts'
import type { Refusal } from '../../../books/outcome.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { sectionsOf } from '../../../books/programme/sections.ts'
import { languages } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, RadioField, SelectField, TextField } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { BringTable } from './paper-table-page.tsx'
import { consultCrumbs, deskConsultationPath, problemsOf } from './consult-words.ts'

interface PaperPageProps {
  frame: Frame
  consultation: Consultation
  version: ProgrammeVersion
  form: PaperForm
  refusals: readonly Refusal[]
  formKey: string
  /** The contribution that was entered just before, or a form with votes alone; null: none. */
  entered: number | 'votes' | null
  /** How many came which way. */
  counts: ReadonlyArray<{ channel: string; count: number }>
}

/** One paper form, or one thing said at a meeting. The next form begins with the same day, place and language. */
export const PaperPage: FC<PaperPageProps> = (props) => {
  const { frame, consultation, version, form, refusals, formKey, entered, counts } = props
  const { words } = frame
  const title = words.t('consult.paper')
  const problems = problemsOf(refusals, words)
  const onPaper = counts.filter(({ channel }) => channel === 'paper' || channel === 'meeting')
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={consultCrumbs(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('consult.paper_lede', { count: onPaper.reduce((sum, { count }) => sum + count, 0) })}</p>
      </Title>
      {entered !== null && (
        <p role="status">
          {entered === 'votes' ? words.t('consult.paper_votes_entered') : words.t('consult.paper_entered', { number: entered })}
        </p>
      )}
      <Section id="one" title={words.t('consult.paper_one')}>
        <form class="stack" method="post" action={link(frame, deskConsultationPath(consultation, '/paper'))} novalidate>
          <FormKey value={formKey} />
          <TextField
            id="receipt"
            label={words.t('consult.label_receipt')}
            hint={words.t('consult.hint_receipt')}
            value={form.receipt}
            maxlength={longestReceipt}
            problem={problemOf(problems, 'receipt')}
          />
          <TextField id="day" type="date" label={words.t('consult.label_day')} value={form.day} problem={problemOf(problems, 'day')} />
          <RadioField
            id="channel"
            label={words.t('consult.label_channel')}
            value={form.channel}
            problem={problemOf(problems, 'channel')}
            choices={(['paper', 'meeting'] as const).map((value) => ({ value, label: words.t(`consult.channel_${value}`) }))}
          />
          <TextField
            id="place"
            label={words.t('consult.label_place')}
            hint={words.t('consult.hint_place')}
            value={form.place}
            maxlength={longestPlace}
            problem={problemOf(problems, 'place')}
          />
          <SelectField
            id="language"
            label={words.t('consult.label_written_in')}
            value={form.language}
            problem={problemOf(problems, 'language')}
            choices={languages.map((value) => ({ value, label: words.t(`desk.language_${value}`) }))}
          />
          <SelectField
            id="sentence"
            label={words.t('consult.label_about')}
            value={form.sentence}
            problem={problemOf(problems, 'sentence')}
            choices={[{ value: '', label: words.t('consult.whole_text') }, ...sentencesOf(version, frame)]}
          />
          <TextField
            id="text"
            rows={6}
            label={words.t('consult.label_said')}
            value={form.text}
            maxlength={longestContribution}
            problem={problemOf(problems, 'text')}
          />
          <TextField
            id="wording"
            rows={3}
            label={words.t('consult.label_suggested')}
            hint={words.t('consult.hint_suggested')}
            value={form.wording}
            maxlength={longestContribution}
            problem={problemOf(problems, 'wording')}
          />
          <TextField
            id="votes"
            label={words.t('consult.label_votes_on_form')}
            hint={words.t('consult.hint_votes_on_form')}
            value={form.votes}
            maxlength={2000}
            spellcheck={false}
            problem={problemOf(problems, 'votes')}
          />
          <TextField
            id="code"
            label={words.t('consult.label_code_on_form')}
            hint={words.t('consult.hint_code_on_form')}
            value={form.code}
            maxlength={40}
            spellcheck={false}
            problem={problemOf(problems, 'code')}
          />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('consult.paper_enter')}
            </button>
            <a href={link(frame, deskConsultationPath(consultation))}>{words.t('form.cancel')}</a>
          </p>
        </form>
      </Section>
      <BringTable frame={frame} consultation={consultation} problems={[]} channel="paper" />
    </Layout>
  )
}

/** "1.1 · 2: The city builds …" */
const sentencesOf = (version: ProgrammeVersion, { words }: Frame) =>
  sectionsOf(version).flatMap(({ number, title, sentences }) =>
    sentences.map(({ id, text }, index) => {
      const says = words.pick(text)
      const short = says.length > 80 ? `${says.slice(0, 79)}…` : says
      return { value: id, label: `${number || words.pick(title)} · ${index + 1}: ${short}` }
    }),
  )
