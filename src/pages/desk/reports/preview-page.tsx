import type { FC } from 'hono/jsx'
import type { Report, ReportKind } from '../../../books/reports/report.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { ReportSections } from '../../reports/report-sections.tsx'
import { reportCrumbs, reportPath } from './report-words.ts'

interface Props {
  frame: Frame
  kind: ReportKind
  /** null: it cannot be made; `problems` say why. */
  report: Report | null
  /** Of the yearly report, and the years that can be chosen. */
  year: number | null
  years: readonly number[]
  /** Of a long report. */
  chapter: number
  mayPublish: boolean
  formKey: string
  problems?: readonly Problem[]
}

/** A report as it would be published now, with what staff wrote: looked at, and then published. */
export const ReportPreviewPage: FC<Props> = ({ frame, kind, report, year, years, chapter, mayPublish, formKey, problems = [] }) => {
  const { words } = frame
  const query: Readonly<Record<string, string>> = year === null ? {} : { year: String(year) }
  return (
    <Layout
      frame={frame}
      title={words.t('deskReports.preview')}
      unlisted
      failed={problems.length > 0}
      crumbs={reportCrumbs(frame, kind).with(-1, { label: words.t(`reports.kind_${kind}`) })}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={report?.title ?? words.t(`reports.kind_${kind}`)}>
        <p>{report?.subtitle ?? words.t('deskReports.cannotBeMade')}</p>
      </Title>
      {kind === 'yearly' && years.length > 1 && (
        <ul class="acts">
          {years.map((one) => (
            <li>
              <a href={link(frame, reportPath(kind), { year: String(one) })} aria-current={one === year ? 'true' : undefined}>
                {words.t('reports.aboutYear', { year: String(one) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {report !== null && (
        <>
          <Section id="publish" title={words.t('deskReports.publish')} aside={<p>{words.t('deskReports.publishAside')}</p>}>
            <p>{words.t('deskReports.publishLede')}</p>
            <p class="acts">
              <a href={link(frame, reportPath(kind, '/preview.pdf'), query)}>{words.t('deskReports.previewPdf')}</a>
            </p>
            {mayPublish && (
              <form method="post" class="stack" action={link(frame, reportPath(kind, '/publish'))}>
                <FormKey value={formKey} />
                <input type="hidden" name="year" value={query['year'] ?? ''} />
                <p class="acts">
                  <button type="submit" class="btn main">
                    {words.t('deskReports.publishNow')}
                  </button>
                </p>
              </form>
            )}
          </Section>
          <ReportSections
            {...{ report, words, chapter }}
            chapterHref={(one) => link(frame, reportPath(kind), { ...query, chapter: String(one) })}
            drawings={false}
          />
        </>
      )}
    </Layout>
  )
}
