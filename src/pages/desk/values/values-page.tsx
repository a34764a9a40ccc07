import type { FC } from 'hono/jsx'
import type { SeriesToEnter, ValuesView } from '../../../books/indicators/entry/values-view.ts'
import { countNotices } from '../../../books/notice.ts'
import { link, type Frame } from '../../frame.ts'
import { areaWords, cutWords, sourceWords, unitWords } from '../../indicators/series-words.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, SelectField, type Problem } from '../../parts/form.tsx'
import { Picked } from '../../parts/picked.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { NoticeQuestions } from '../notice-questions.tsx'
import { NewSeriesForm } from './new-series-form.tsx'
import { keyFields } from './series-address.ts'
import { valueWords, WaitingTable } from './waiting-table.tsx'

interface ValuesPageProps {
  frame: Frame
  view: ValuesView
  /** The indicator that was chosen; null before. */
  chosen: SeriesToEnter | null
  newKey: () => string
  problems?: readonly Problem[]
}

/** Where a data officer begins: which figures, what waits to be published. */
export const ValuesPage: FC<ValuesPageProps> = ({ frame, view, chosen, newKey, problems = [] }) => {
  const { words } = frame
  const title = words.t('entry.valuesTitle')
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={[{ label: words.t('entry.desk'), href: link(frame, '/desk') }, { label: title }]}
    >
      <Title title={title}>
        <p>{words.t('entry.valuesLede')}</p>
        <p>
          <a href={link(frame, '/desk/uploads')}>{words.t('entry.uploadsTitle')}</a> ·{' '}
          <a href={link(frame, '/desk/releases')}>{words.t('entry.releasesTitle')}</a>
        </p>
      </Title>
      <ErrorSummary problems={problems} words={words} />
      {view.mine.length > 0 && (
        <Section
          id="waiting"
          title={words.t('entry.waitingTitle', { count: view.mine.length })}
          aside={<p>{words.t('entry.waitingAside')}</p>}
        >
          <WaitingTable frame={frame} waiting={view.mine} labelledBy="waiting" newKey={newKey} />
          <p class="acts">
            <a class="btn main" href={link(frame, '/desk/values/publish')}>
              {words.t('entry.toPublish')}
            </a>
          </p>
        </Section>
      )}
      {view.notices.length > 0 && (
        <Section id="notices" title={words.t('entry.noticesTitle')} aside={<p>{words.t('entry.noticesAside')}</p>}>
          <NoticeQuestions words={words} notices={view.notices} counts={countNotices(view.notices).counts} />
        </Section>
      )}
      <Section id="choose" title={words.t('entry.chooseTitle')} aside={<p>{words.t('entry.chooseAside')}</p>}>
        {view.indicators.length === 0 ? (
          <p class="absent">{words.t('entry.noIndicators')}</p>
        ) : (
          <form class="stack" method="get" action={link(frame, '/desk/values')}>
            <SelectField
              id="indicator"
              label={words.t('figure.indicator')}
              value={chosen?.indicator.code ?? ''}
              choices={view.indicators.map((one) => ({ value: one.code, label: `${one.code} ${words.pick(one.name)}`.trim() }))}
            />
            <p class="acts">
              <button type="submit" class="btn">
                {words.t('entry.showSeries')}
              </button>
            </p>
          </form>
        )}
      </Section>
      {chosen && <ChosenIndicator frame={frame} chosen={chosen} />}
      {view.others.length > 0 && (
        <Section id="others" title={words.t('entry.othersTitle')} aside={<p>{words.t('entry.othersAside')}</p>}>
          <WaitingTable frame={frame} waiting={view.others} labelledBy="others" />
        </Section>
      )}
    </Layout>
  )
}

const ChosenIndicator: FC<{ frame: Frame; chosen: SeriesToEnter }> = ({ frame, chosen }) => {
  const { words } = frame
  return (
    <>
      <Section
        id="series"
        title={<Picked text={chosen.indicator.name} words={words} otherwise={chosen.indicator.code} />}
        aside={<p>{words.t('entry.seriesAside')}</p>}
      >
        {chosen.series.length === 0 ? (
          <p class="absent">{words.t('entry.noSeries')}</p>
        ) : (
          <ScrollTable labelledBy="series" words={words} class="stackable">
            <thead>
              <tr>
                <th scope="col">{words.t('entry.series')}</th>
                <th scope="col">{words.t('figure.source')}</th>
                <th scope="col">{words.t('figure.unit')}</th>
                <th scope="col" class="r">
                  {words.t('entry.last')}
                </th>
              </tr>
            </thead>
            <tbody>
              {chosen.series.map(({ labelled, last }) => (
                <tr>
                  <th scope="row">
                    <a href={link(frame, '/desk/values/series', Object.fromEntries(keyFields(labelled.series)))}>
                      {areaWords(labelled, words)}; {cutWords(labelled, words)}
                    </a>
                  </th>
                  <td>{sourceWords(labelled, words)}</td>
                  <td>{unitWords(labelled, words)}</td>
                  <td class="r">{last !== null && `${valueWords(last.value, words)} (${words.period(last.timePeriod)})`}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Section>
      <Section id="new" title={words.t('entry.newSeriesTitle')} aside={<p>{words.t('entry.newSeriesAside')}</p>}>
        <NewSeriesForm frame={frame} indicator={chosen.indicator.code} lists={chosen.lists} />
      </Section>
    </>
  )
}
