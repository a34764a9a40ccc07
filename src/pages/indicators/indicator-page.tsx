import type { FC } from 'hono/jsx'
import type { IndicatorView, ShownSeries } from '../../books/indicators/indicator-view.ts'
import { cuts } from '../../books/indicators/labelled-series.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { isMessageKey } from '../messages.ts'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Cite } from '../parts/cite.tsx'
import { Great } from '../parts/great.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { ReleaseTable } from '../releases/release-list-page.tsx'
import { BreakdownSection } from './breakdown-section.tsx'
import { ComparisonSection } from './comparison-section.tsx'
import { datasetOfIndicator } from './dataset-of-indicator.ts'
import { DefinitionSection } from './definition-section.tsx'
import { ProgressSection } from './progress-section.tsx'
import { ProxyNotice } from './proxy-notice.tsx'
import { RivalSection } from './rival-section.tsx'
import { SeriesSection } from './series-section.tsx'
import { placeUnit, shownValue } from './shown-value.ts'
import { areaWords, cutWords, figurePath, sourceWords, unitWords } from './series-words.ts'
import { PartsSection, ValuesSection } from './values-section.tsx'

interface IndicatorPageProps {
  frame: Frame
  view: IndicatorView
}

/** An indicator of the city: what sources say, how it moves, whether it nears its target, how others do. */
export const IndicatorPage: FC<IndicatorPageProps> = ({ frame, view }) => {
  const { words, city } = frame
  const { indicator, shown } = view
  const name = words.pick(indicator.name) || indicator.code
  const place = words.pick(city?.name ?? {})
  return (
    <Layout
      frame={frame}
      title={`${indicator.code} ${name}`}
      description={words.t('indicator.description', { city: place, indicator: name })}
      book="indicators"
      {...(shown === null ? {} : { dataset: datasetOfIndicator(frame, view, shown) })}
      crumbs={[
        { label: words.t('common.indicators'), href: link(frame, '/indicators') },
        ...(indicator.sdgGoal === null
          ? []
          : [
              {
                label: words.t('indicators.goal', { number: String(indicator.sdgGoal) }),
                href: link(frame, '/indicators', { goal: String(indicator.sdgGoal) }),
              },
            ]),
        { label: indicator.code },
      ]}
    >
      <Title title={<Picked text={indicator.name} words={words} otherwise={indicator.code} />}>
        <ProxyNotice indicator={indicator} words={words} />
        {shown && <Lede frame={frame} view={view} shown={shown} />}
        {indicator.code === '11.2.1' && (
          <p>
            <a href={link(frame, '/map')}>{words.t('spatial.access_toMap')}</a> ·{' '}
            <a href={link(frame, '/methods/11.2.1')}>{words.t('spatial.access_toMethod')}</a>
          </p>
        )}
        {indicator.code === '11.7.1' && (
          <p>
            <a href={link(frame, '/methods/11.7.1')}>{words.t('spatial.access_toMethod')}</a>
          </p>
        )}
      </Title>
      {shown === null ? <Nothing frame={frame} view={view} place={place} /> : <Something frame={frame} view={view} shown={shown} />}
      <DefinitionSection indicator={indicator} words={words} />
      {view.releases.length > 0 && (
        <Section id="releases" title={words.t('indicator.releases')}>
          <ReleaseTable frame={frame} releases={view.releases} labelledBy="releases" />
        </Section>
      )}
      <Section id="as-of" title={words.t('indicator.asOf')}>
        <div class="stack">
          <AsOfForm frame={frame} />
          {shown && <Cite frame={frame} text={citation(view, shown, frame)} />}
        </div>
      </Section>
    </Layout>
  )
}

/** Which way is better, only where somebody has said so; what is shown; how many sources there are. */
const Lede: FC<IndicatorPageProps & { shown: ShownSeries }> = ({ frame, view, shown }) => {
  const { words } = frame
  const { desired, desiredOrigin } = shown.assessment
  const sources = new Set(view.breakdown.map((row) => row.labelled.series.source)).size
  return (
    <>
      <p>
        {words.t(`progress.direction_${desired ?? 'none'}`)}
        {desiredOrigin && `, ${words.t(`progress.directionOrigin_${desiredOrigin}`)}`}. {words.t('indicator.sources', { count: sources })}
      </p>
      <Measured frame={frame} view={view} shown={shown} />
    </>
  )
}

/** What is shown, and the other things measured under the same number, one link each: PM10 here, PM2.5 there. */
const Measured: FC<IndicatorPageProps & { shown: ShownSeries }> = ({ frame, view, shown }) => {
  const { words } = frame
  const name = cutWords(shown.labelled, words)
  const others = new Map(
    view.breakdown
      .filter((row) => cuts(row.labelled.series) === 0)
      .map((row) => [cutWords(row.labelled, words), row.labelled.series.address]),
  )
  others.delete(name)
  if (others.size === 0 && shown.labelled.dimensions.length === 0) return <></>
  return (
    <p class="fine">
      {words.t('indicator.shownSeries', { series: name })}
      {others.size > 0 && ` ${words.t('indicator.otherSeries')} `}
      {[...others].map(([other, address], at) => (
        <>
          {at > 0 && ', '}
          <a href={link(frame, `/indicators/${view.indicator.code}`, { series: address })}>{other}</a>
        </>
      ))}
    </p>
  )
}

const Nothing: FC<IndicatorPageProps & { place: string }> = ({ frame: { words }, view: { indicator }, place }) => {
  const key = `indicator.status_${indicator.reportingStatus}`
  const status = isMessageKey(key) ? words.t(key) : indicator.reportingStatus
  return (
    <Section id="latest" title={words.t('indicator.latest')}>
      <p class="absent">
        {words.t('indicator.none', { city: place })} {status !== null && words.t('indicator.noneStatus', { status })}
      </p>
    </Section>
  )
}

const Something: FC<IndicatorPageProps & { shown: ShownSeries }> = ({ frame, view, shown }) => (
  <>
    {view.rivalries.length > 0 ? <RivalSection frame={frame} view={view} /> : <Latest frame={frame} shown={shown} />}
    <SeriesSection frame={frame} view={view} shown={shown} />
    <PartsSection frame={frame} view={view} shown={shown} />
    <ProgressSection frame={frame} view={view} shown={shown} />
    {shown.years.length > 0 && <ValuesSection frame={frame} view={view} shown={shown} />}
    {shown.years.length > 0 && <ComparisonSection frame={frame} view={view} shown={shown} />}
    <BreakdownSection frame={frame} view={view} />
  </>
)

const Latest: FC<{ frame: Frame; shown: ShownSeries }> = ({ frame, shown }) => {
  const { words } = frame
  const { latest, labelled } = shown
  return (
    <Section id="latest" title={words.t('indicator.latest')}>
      {latest === null ? (
        <p class="absent">{words.t('common.noValue')}</p>
      ) : (
        <Great
          href={link(frame, figurePath(latest.series, latest.timePeriod))}
          value={latest.value === null ? words.t('indicators.disputed') : shownValue(words, latest.value)}
          caption={words.t('indicator.latestCaption', { source: sourceWords(labelled, words), period: words.period(latest.timePeriod) })}
          {...placeUnit(labelled.series.unit, unitWords(labelled, words))}
        />
      )}
    </Section>
  )
}

function citation({ indicator }: IndicatorView, { labelled, years, parts }: ShownSeries, { words }: Frame): string {
  const said = years.length > 0 ? years : parts
  const [first, last] = [said[0]?.timePeriod ?? '', said.at(-1)?.timePeriod ?? '']
  return words.t('indicator.citation', {
    indicator: `${indicator.code} ${words.pick(indicator.name)}`,
    area: areaWords(labelled, words),
    years: first === last ? words.period(first) : `${words.period(first)}–${words.period(last)}`,
    source: sourceWords(labelled, words),
  })
}
