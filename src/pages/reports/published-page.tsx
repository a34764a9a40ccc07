import type { FC } from 'hono/jsx'
import type { PublishedReport } from '../../books/reports/published-report.ts'
import type { Report } from '../../books/reports/report.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { PublishedFacts, publishedPath } from './published-facts.tsx'
import { ReportSections } from './report-sections.tsx'

interface Props {
  frame: Frame
  published: PublishedReport
  report: Report
  /** Earlier ones of the same kind, newest first. */
  earlier: readonly PublishedReport[]
  /** Of a long report. */
  chapter: number
}

/** A report as it was published: its words stay, whatever becomes of the record. */
export const PublishedPage: FC<Props> = ({ frame, published, report, earlier, chapter }) => {
  const { words } = frame
  const { number, publishedAt, withdrawal } = published
  return (
    <Layout
      frame={frame}
      title={`${report.title}, ${report.subtitle}`}
      description={words.t(`reports.about_${report.kind}`)}
      crumbs={[{ label: words.t('reports.title'), href: link(frame, '/reports') }, { label: words.t(`reports.kind_${report.kind}`) }]}
    >
      <Title title={report.title}>
        <p>{report.subtitle}</p>
        <p>{words.t('reports.asPublished', { date: words.date(publishedAt) })}</p>
        {withdrawal !== null && <Warn>{words.t('reports.withdrawn', { date: words.date(withdrawal.at), reason: withdrawal.reason })}</Warn>}
      </Title>
      <ul class="acts">
        {(['pdf', 'docx'] as const).map((format) => (
          <li>
            <a href={link(frame, publishedPath(number, `/${format}`))} download>
              {words.t(`reports.download_${format}`)}
            </a>
          </li>
        ))}
        {earlier.map((one) => (
          <li>
            <a href={link(frame, publishedPath(number, `/changes/${one.number}`))}>
              {words.t('reports.compareWith', { title: words.pick(one.title) })}
            </a>
          </li>
        ))}
      </ul>
      <ReportSections {...{ report, words, chapter }} chapterHref={(one) => link(frame, publishedPath(number), { chapter: String(one) })} />
      <Section id="published" title={words.t('reports.asItWasPublished')} aside={<p>{words.t('reports.publishedAside')}</p>}>
        <PublishedFacts frame={frame} published={published} />
      </Section>
    </Layout>
  )
}
