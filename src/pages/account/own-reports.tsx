import type { FC } from 'hono/jsx'
import type { AccountView } from '../../books/accounts/account-view.ts'
import type { Frame } from '../frame.ts'
import { figurePath } from '../indicators/series-words.ts'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'

/** What somebody reported, and what became of it. */
export const OwnReports: FC<{ frame: Frame; reports: AccountView['reports'] }> = ({ frame: { words }, reports }) => (
  <Section id="reports" title={words.t('account.mistake_own')}>
    {reports.length === 0 && <p>{words.t('account.mistake_own_none')}</p>}
    {reports.map((report) => (
      <article class="stack">
        <h3>
          <a href={`/${words.language}/${report.city.slug}${figurePath(report.series, report.timePeriod)}`}>
            {words.t('account.mistake_about', {
              number: String(report.number),
              city: words.pick(report.city.name),
              indicator: report.indicator,
              period: words.period(report.timePeriod),
            })}
          </a>
        </h3>
        <blockquote>{report.text}</blockquote>
        {report.outcome === null || report.answeredAt === null ? (
          <p>{words.t('account.mistake_waiting', { date: words.date(report.reportedAt) })}</p>
        ) : (
          <>
            <p>
              <b>{words.t(`account.mistake_outcome_${report.outcome}`)}</b> · {words.date(report.answeredAt)}
            </p>
            <p>
              <Picked text={report.answer ?? {}} words={words} />
            </p>
          </>
        )}
      </article>
    ))}
  </Section>
)
