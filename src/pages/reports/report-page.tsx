import type { FC } from 'hono/jsx'
import type { Refusal } from '../../books/outcome.ts'
import type { Report, ReportKind } from '../../books/reports/report.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { isMessageKey } from '../messages.ts'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Title } from '../parts/title.tsx'
import { ReportSections } from './report-sections.tsx'

interface ReportPageProps {
  frame: Frame
  report: Report
  /** Of the yearly report. */
  year: number | null
  /** Of a long report. */
  chapter: number
}

/** Formats for further use. */
const downloads = ['pdf', 'docx'] as const

/** A report as a page: the same blocks as on paper, and the files to take along. */
export const ReportPage: FC<ReportPageProps> = ({ frame, report, year, chapter }) => {
  const { words } = frame
  return (
    <Layout
      frame={frame}
      title={`${report.title}, ${report.subtitle}`}
      description={words.t(`reports.about_${report.kind}`)}
      crumbs={crumbs(frame, report.kind)}
    >
      <Title title={report.title}>
        <p>{report.subtitle}</p>
      </Title>
      <ul class="acts">
        {downloads.map((format) => (
          <li>
            <a href={link(frame, `/reports/${report.kind}/${format}`, year === null ? {} : { year: String(year) })} download>
              {words.t(`reports.download_${format}`)}
            </a>
          </li>
        ))}
      </ul>
      <ReportSections
        {...{ report, words, chapter }}
        chapterHref={(one) => link(frame, `/reports/${report.kind}`, { chapter: String(one) })}
      />
      <AsOfForm frame={frame} />
    </Layout>
  )
}

/** In the place of a report that cannot be made: why, and what to do. */
export const NoReportPage: FC<{ frame: Frame; kind: ReportKind; refusal: Refusal }> = ({ frame, kind, refusal: { code, details } }) => {
  const { words } = frame
  const title = words.t(`reports.kind_${kind}`)
  const key = `reports.${code}`
  return (
    <Layout frame={frame} title={title} crumbs={crumbs(frame, kind)} unlisted>
      <Title title={title}>
        <p>{isMessageKey(key) ? words.t(key, details) : code}</p>
      </Title>
      <AsOfForm frame={frame} />
    </Layout>
  )
}

const crumbs = (frame: Frame, kind: ReportKind) => [
  { label: frame.words.t('reports.title'), href: link(frame, '/reports') },
  { label: frame.words.t(`reports.kind_${kind}`) },
]
