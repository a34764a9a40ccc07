import type { FC } from 'hono/jsx'
import { reportKinds } from '../../books/reports/report.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'

/** Which reports there are. `years`: those of which a yearly report can be made, newest first. */
export const ReportListPage: FC<{ frame: Frame; years: readonly number[] }> = ({ frame, years }) => {
  const { words } = frame
  return (
    <Layout
      frame={frame}
      title={words.t('reports.title')}
      description={words.t('reports.listLede')}
      crumbs={[{ label: words.t('common.programme'), href: link(frame, '/programme') }, { label: words.t('reports.title') }]}
    >
      <Title title={words.t('reports.title')}>
        <p>{words.t('reports.listLede')}</p>
      </Title>
      {reportKinds.map((kind) => (
        <Section id={kind} title={words.t(`reports.kind_${kind}`)}>
          <p>{words.t(`reports.about_${kind}`)}</p>
          {kind === 'yearly' && years.length === 0 && <p class="absent">{words.t('reports.programme_not_found')}</p>}
          <ul class="acts">
            {kind === 'yearly' ? (
              years.map((year) => (
                <li>
                  <a href={link(frame, '/reports/yearly', { year: String(year) })}>
                    {words.t('reports.aboutYear', { year: String(year) })}
                  </a>
                </li>
              ))
            ) : (
              <li>
                <a href={link(frame, `/reports/${kind}`)}>{words.t('reports.open')}</a>
              </li>
            )}
          </ul>
        </Section>
      ))}
      <AsOfForm frame={frame} />
    </Layout>
  )
}
