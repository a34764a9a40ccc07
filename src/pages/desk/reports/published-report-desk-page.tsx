import type { FC } from 'hono/jsx'
import type { PublishedReport } from '../../../books/reports/published-report.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { WithdrawSection } from '../withdraw-section.tsx'
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
        <WithdrawSection
          {...{ words, reason, problems }}
          title={words.t('deskReports.withdraw')}
          aside={words.t('deskReports.withdrawAside')}
          action={link(frame, `/desk/reports/published/${published.number}/withdraw`)}
          formKey={formKey}
        />
      )}
    </Layout>
  )
}
