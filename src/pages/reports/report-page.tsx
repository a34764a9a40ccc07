import type { FC } from 'hono/jsx'
import type { Refusal } from '../../books/outcome.ts'
import type { Block, Report, ReportKind } from '../../books/reports/report.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { isMessageKey } from '../messages.ts'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { ReportBody } from './report-body.tsx'

interface ReportPageProps {
  frame: Frame
  report: Report
  /** Of the yearly report. */
  year: number | null
}

/** Formats for further use. */
const downloads = ['pdf', 'docx'] as const

/** A report as a page: the same blocks as on paper, and the files to take along. */
export const ReportPage: FC<ReportPageProps> = ({ frame, report, year }) => {
  const { words } = frame
  const { lede, sections } = sectionsOf(report.blocks)
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
      <ReportBody blocks={lede} addressOf={(href) => href} />
      {sections.map(({ title, blocks }, at) => (
        <Section id={`part-${at + 1}`} title={title}>
          <ReportBody blocks={blocks} addressOf={(href) => href} />
        </Section>
      ))}
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

/** Headings of the first level begin sections; what stands before them is the lede. */
function sectionsOf(blocks: readonly Block[]): { lede: Block[]; sections: Array<{ title: string; blocks: Block[] }> } {
  const lede: Block[] = []
  const sections: Array<{ title: string; blocks: Block[] }> = []
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) sections.push({ title: block.text, blocks: [] })
    else (sections.at(-1)?.blocks ?? lede).push(block)
  }
  return { lede, sections }
}
