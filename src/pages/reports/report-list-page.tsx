import type { FC } from 'hono/jsx'
import type { PublishedReport } from '../../books/reports/published-report.ts'
import { reportKinds } from '../../books/reports/report.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { publishedPath } from './published-facts.tsx'

/** Which reports there are. `years`: those of which a yearly report can be made, newest first. */
export const ReportListPage: FC<{ frame: Frame; years: readonly number[]; published: readonly PublishedReport[] }> = ({
  frame,
  years,
  published,
}) => {
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
      <PublishedSection frame={frame} published={published} />
      <AsOfForm frame={frame} />
    </Layout>
  )
}

/** Reports as they were published, newest first: each with its day and its hash. */
const PublishedSection: FC<{ frame: Frame; published: readonly PublishedReport[] }> = ({ frame, published }) => {
  const { words } = frame
  return (
    <Section id="published" title={words.t('reports.published')} aside={<p>{words.t('reports.publishedAside')}</p>}>
      {published.length === 0 ? (
        <p class="absent">{words.t('reports.nonePublished')}</p>
      ) : (
        <ScrollTable labelledBy="published" words={words} class="stackable">
          <thead>
            <tr>
              <th scope="col">{words.t('reports.report')}</th>
              <th scope="col">{words.t('reports.publishedOn')}</th>
              <th scope="col">SHA-256</th>
            </tr>
          </thead>
          <tbody>
            {published.map(({ number, title, publishedAt, sha256, withdrawal }) => (
              <tr>
                <th scope="row">
                  <a href={link(frame, publishedPath(number))}>{words.pick(title)}</a>
                  {withdrawal !== null && (
                    <>
                      <br />
                      <span class="fine">{words.t('reports.isWithdrawn')}</span>
                    </>
                  )}
                </th>
                <td class="nb">{words.date(publishedAt)}</td>
                <td>
                  <code>{sha256}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Section>
  )
}
