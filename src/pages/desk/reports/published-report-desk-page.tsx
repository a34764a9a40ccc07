import type { FC } from 'hono/jsx'
import type { PublishedReport } from '../../../books/reports/published-report.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, TextField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { PublishedFacts } from '../../reports/published-facts.tsx'
import { reportCrumbs } from './report-words.ts'

interface Props {
  frame: Frame
  published: PublishedReport
  mayWithdraw: boolean
  reason?: string
  formKey: string
  problems?: readonly Problem[]
}

/** A published report at the desk: it can be withdrawn with a reason, and nothing else. */
export const PublishedReportDeskPage: FC<Props> = ({ frame, published, mayWithdraw, reason, formKey, problems = [] }) => {
  const { words } = frame
  const title = words.pick(published.title)
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={reportCrumbs(frame, null, { label: String(published.number) })}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>
          <a href={link(frame, `/reports/published/${published.number}`)}>{words.t('deskReports.publicPage')}</a>
        </p>
      </Title>
      <Section id="facts" title={words.t('reports.published')}>
        <PublishedFacts frame={frame} published={published} />
      </Section>
      {mayWithdraw && published.withdrawal === null && (
        <Section id="withdraw" title={words.t('deskReports.withdraw')} aside={<p>{words.t('deskReports.withdrawAside')}</p>}>
          <form method="post" class="stack" action={link(frame, `/desk/reports/published/${published.number}/withdraw`)}>
            <FormKey value={formKey} />
            <TextField
              id="reason"
              label={words.t('entry.withdrawReason')}
              hint={words.t('entry.withdrawHint')}
              rows={3}
              maxlength={1000}
              value={reason ?? ''}
              problem={problemOf(problems, 'reason')}
            />
            <p class="acts">
              <button type="submit" class="btn">
                {words.t('entry.withdraw')}
              </button>
            </p>
          </form>
        </Section>
      )}
    </Layout>
  )
}
