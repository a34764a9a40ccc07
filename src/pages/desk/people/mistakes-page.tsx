import type { FC } from 'hono/jsx'
import { longestMistakeText, mistakeOutcomes, type MistakeReport } from '../../../books/indicators/mistake-report.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { languages, type MultilingualText } from '../../../books/text.ts'
import { momentWords } from '../../account/moment.ts'
import { problemsOf } from '../../account/problems.ts'
import { link, type Frame } from '../../frame.ts'
import { figurePath } from '../../indicators/series-words.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, RadioField, TextField, problemOf } from '../../parts/form.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { deskCrumbs } from './desk-crumbs.ts'

interface MistakesPageProps {
  frame: Frame
  reports: readonly MistakeReport[]
  counts: { all: number; open: number }
  page: number
  pages: number
}

/** What readers reported as wrong, unanswered first. */
export const MistakesPage: FC<MistakesPageProps> = ({ frame, reports, counts, page, pages }) => {
  const { words } = frame
  const title = words.t('account.mistake_title')
  return (
    <Layout frame={frame} title={title} crumbs={deskCrumbs(frame, title)} unlisted>
      <Title title={<span id="mistakes">{title}</span>}>
        <p>{words.t('account.mistake_lede', counts)}</p>
      </Title>
      {reports.length > 0 && (
        <ScrollTable labelledBy="mistakes" words={words}>
          <thead>
            <tr>
              <th scope="col">{words.t('account.mistake_number')}</th>
              <th scope="col">{words.t('account.mistake_figure')}</th>
              <th scope="col">{words.t('account.mistake_text')}</th>
              <th scope="col">{words.t('account.mistake_state')}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <tr>
                <th scope="row">
                  <a href={link(frame, `/desk/mistakes/${report.number}`)}>{report.number}</a>
                </th>
                <td>
                  {report.indicator}, {words.period(report.timePeriod)}
                </td>
                <td>{report.text === null ? <i>{words.t('account.mistake_removed')}</i> : shortened(report.text)}</td>
                <td>{words.t(`account.mistake_outcome_${report.outcome ?? 'open'}`)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pager page={page} pages={pages} words={words} href={(other) => link(frame, '/desk/mistakes', { page: String(other) })} />
    </Layout>
  )
}

const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 159)}…` : text)

interface MistakePageProps {
  frame: Frame
  report: MistakeReport
  formKey: string
  refusal: Refusal | null
  /** What stood in the form. */
  given?: { outcome: string; answer: MultilingualText }
}

/** One report, and the city's answer to it. */
export const MistakePage: FC<MistakePageProps> = ({ frame, report, formKey, refusal, given }) => {
  const { words } = frame
  const problems = problemsOf(refusal, words)
  const title = words.t('account.mistake_one')
  const all = { label: words.t('account.mistake_title'), href: link(frame, '/desk/mistakes') }
  return (
    <Layout frame={frame} title={title} failed={problems.length > 0} crumbs={deskCrumbs(frame, all, title)} unlisted>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t(report.signed ? 'account.mistake_signed' : 'account.mistake_unsigned')}</p>
      </Title>
      <Section id="report" title={words.t('account.mistake_text')} aside={<p>{momentWords(report.reportedAt, frame)}</p>}>
        <div class="stack">
          <p>
            <a href={link(frame, figurePath(report.series, report.timePeriod))}>
              {report.indicator}, {words.period(report.timePeriod)}
            </a>
          </p>
          {report.text === null ? <p>{words.t('account.mistake_removed')}</p> : <blockquote class="own-lines">{report.text}</blockquote>}
        </div>
      </Section>
      <Section
        id="answer"
        title={words.t('account.mistake_answer')}
        aside={report.answeredAt !== null && <p>{words.t('account.mistake_answered', { date: momentWords(report.answeredAt, frame) })}</p>}
      >
        <form class="stack" method="post" action={link(frame, `/desk/mistakes/${report.number}`)}>
          <FormKey value={formKey} />
          <RadioField
            id="outcome"
            label={words.t('account.mistake_state')}
            value={given?.outcome ?? report.outcome ?? ''}
            choices={mistakeOutcomes.map((value) => ({ value, label: words.t(`account.mistake_outcome_${value}`) }))}
            problem={problemOf(problems, 'outcome')}
          />
          <div class="tri">
            {languages.map((language) => (
              <TextField
                id={`answer-${language}`}
                label={words.t(`account.mistake_answer_${language}`)}
                value={(given?.answer ?? report.answer ?? {})[language] ?? ''}
                rows={6}
                lang={language}
                maxlength={longestMistakeText}
                problem={problemOf(problems, `answer-${language}`)}
              />
            ))}
          </div>
          <p class="acts">
            <button type="submit" class="btn main">
              {words.t('account.mistake_send')}
            </button>
            <a href={link(frame, '/desk/mistakes')}>{words.t('form.cancel')}</a>
          </p>
        </form>
      </Section>
    </Layout>
  )
}
