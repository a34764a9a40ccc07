import type { FC } from 'hono/jsx'
import type { PublishedReport } from '../../../books/reports/published-report.ts'
import { textParts, type ReportText } from '../../../books/reports/report-text.ts'
import { reportKinds, type ReportKind } from '../../../books/reports/report.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { missingIn, reportCrumbs, reportPath, textPath } from './report-words.ts'

interface Props {
  frame: Frame
  texts: ReadonlyMap<ReportKind, readonly ReportText[]>
  published: readonly PublishedReport[]
  mayWrite: boolean
}

/** Reports at the desk: what is to be written for each, how it would look, and what was published. */
export const DeskReportsPage: FC<Props> = ({ frame, texts, published, mayWrite }) => {
  const { words } = frame
  const title = words.t('reports.title')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={reportCrumbs(frame, null).with(-1, { label: title })}>
      <Title title={title}>
        <p>{words.t('deskReports.lede')}</p>
      </Title>
      {reportKinds.map((kind) => (
        <Section id={kind} title={words.t(`reports.kind_${kind}`)} aside={<p>{words.t(`reports.about_${kind}`)}</p>}>
          <ul>
            {textParts[kind].map((part) => {
              const missing = missingIn(texts.get(kind) ?? [], part)
              const name = words.t(`reportTexts.part_${part}`)
              return (
                <li>
                  {mayWrite ? <a href={link(frame, textPath(kind, part))}>{name}</a> : name}{' '}
                  <span class="fine">
                    {missing.length === 0
                      ? words.t('deskReports.complete')
                      : missing.length === 3
                        ? words.t('deskReports.unwritten')
                        : words.t('deskReports.missingIn', {
                            languages: missing.map((language) => words.t(`desk.language_${language}`)).join(', '),
                          })}
                  </span>
                </li>
              )
            })}
          </ul>
          <p class="acts">
            <a class="btn" href={link(frame, reportPath(kind))}>
              {words.t('deskReports.preview')}
            </a>
          </p>
        </Section>
      ))}
      <Section id="published" title={words.t('reports.published')}>
        {published.length === 0 ? (
          <p class="absent">{words.t('reports.nonePublished')}</p>
        ) : (
          <ul>
            {published.map(({ number, title: name, publishedAt, withdrawal }) => (
              <li>
                <a href={link(frame, `/desk/reports/published/${number}`)}>{words.pick(name)}</a>{' '}
                <span class="fine">
                  {words.date(publishedAt)}
                  {withdrawal !== null && `, ${words.t('reports.isWithdrawn')}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Layout>
  )
}
