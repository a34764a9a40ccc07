import type { FC } from 'hono/jsx'
import type { UploadReport } from '../../../books/indicators/entry/upload.ts'
import { link } from '../../frame.ts'
import { figurePath } from '../../indicators/series-words.ts'
import { Facts } from '../../parts/facts.tsx'
import { Figure } from '../../parts/figure.tsx'
import { FormKey } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Warn } from '../../parts/warn.tsx'
import { NoticeQuestions } from '../notice-questions.tsx'
import { valueWords } from '../values/waiting-table.tsx'
import type { UploadPageProps } from './upload-page.tsx'

/** What the table would change, what looks wrong with it, and the way on. */
export const ReportSections: FC<UploadPageProps & { report: UploadReport }> = (props) => {
  const { frame, upload, report, foreign, newKey } = props
  const { words } = frame
  const isStored = upload.task === 'draft' && upload.state === 'done' && upload.releaseNumber !== null
  return (
    <>
      <Section id="changes" title={words.t('entry.changesTitle')}>
        <Facts
          facts={[
            [words.t('releases.count_rows'), words.number(report.rows)],
            [words.t('releases.count_readings'), words.number(report.observations)],
            [words.t('releases.count_series'), words.number(report.series)],
            [words.t('releases.count_added'), words.number(report.added)],
            [words.t('releases.count_changed'), words.number(report.changed)],
            [words.t('releases.count_removed'), words.number(report.removed)],
            [words.t('releases.count_entries'), words.number(report.entries)],
          ]}
        />
        {report.differences.length > 0 && <Differences {...props} />}
        {foreign.length > 0 && <Warn>{words.t('entry.problem_indicator_not_yours', { indicator: foreign.slice(0, 5).join(', ') })}</Warn>}
        {isStored ? (
          <p class="acts">
            <a class="btn main" href={link(frame, `/desk/releases/${upload.releaseNumber}`)}>
              {words.t('entry.toRelease', { number: String(upload.releaseNumber) })}
            </a>
          </p>
        ) : (
          foreign.length === 0 &&
          report.added + report.changed + report.entries > 0 && (
            <form method="post" action={link(frame, `/desk/uploads/${upload.id}/draft`)}>
              <FormKey value={newKey()} />
              <p class="acts">
                <button type="submit" class="btn main">
                  {words.t('entry.saveDraft')}
                </button>
              </p>
            </form>
          )
        )}
      </Section>
      <Section
        id="notices"
        title={words.t('entry.noticesTitle')}
        aside={
          Object.keys(report.noticeCounts).length > 0 && (
            <p>
              <a href={link(frame, `/desk/uploads/${upload.id}/notices.csv`)}>{words.t('entry.noticesAsTable')}</a>
            </p>
          )
        }
      >
        <NoticeQuestions words={words} notices={report.notices} counts={report.noticeCounts} />
      </Section>
    </>
  )
}

const Differences: FC<UploadPageProps & { report: UploadReport }> = ({ frame, report }) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy="changes" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('figure.indicator')}</th>
          <th scope="col">{words.t('figure.area')}</th>
          <th scope="col">{words.t('figure.period')}</th>
          <th scope="col" class="r">
            {words.t('entry.before')}
          </th>
          <th scope="col" class="r">
            {words.t('entry.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {report.differences.map((one) => (
          <tr>
            <th scope="row">{one.indicator}</th>
            <td>{one.refArea}</td>
            <td>{words.period(one.timePeriod)}</td>
            <td class="r">
              {one.kind === 'added' ? (
                words.t('entry.nothing')
              ) : (
                <Figure href={link(frame, figurePath(one.series, one.timePeriod))} value={valueWords(one.before, words)} />
              )}
            </td>
            <td class="r num">{valueWords(one.after, words)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
