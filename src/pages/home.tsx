import type { FC } from 'hono/jsx'
import type { Consultation } from '../books/discussion/consultation.ts'
import type { AirView, HomeRivalry, HomeView } from '../books/home-view.ts'
import type { FigureReference } from '../books/indicators/labelled-series.ts'
import type { ListedRelease } from '../books/indicators/release-view.ts'
import type { GoalRow, ProgrammeView } from '../books/programme/programme-view.ts'
import type { ActualView, TargetIndicatorView } from '../books/programme/target-indicator-view.ts'
import { Ridges } from '../charts/ridges.tsx'
import { Spark } from '../charts/spark.tsx'
import { discussionPath, phaseWords } from './discussion/discussion-words.ts'
import { link, type Frame } from './frame.ts'
import { Access, type AccessFigure } from './home-access.tsx'
import { ridgesOf } from './home-ridges.ts'
import { FigureLink } from './indicators/figure-link.tsx'
import { ProgressBadge } from './indicators/progress-badge.tsx'
import { figurePath, sourceWords, unitWords } from './indicators/series-words.ts'
import { placeUnit, shownValue } from './indicators/shown-value.ts'
import { Layout } from './layout.tsx'
import { Chart } from './parts/chart.tsx'
import { Figure } from './parts/figure.tsx'
import { Picked } from './parts/picked.tsx'
import { Rivals } from './parts/rivals.tsx'
import { Section } from './parts/section.tsx'
import { Warn } from './parts/warn.tsx'
import { sayNumber } from './progress-words.ts'
import type { Words } from './words.ts'

interface HomePageProps {
  frame: Frame
  view: HomeView
  access?: readonly AccessFigure[]
  /** In which one can take part today. */
  discussions?: readonly Consultation[]
}

/** The first page of a city: its air as mountains, where its programme stands, contradictions, what is new. */
export const HomePage: FC<HomePageProps> = ({ frame, view, access = [], discussions = [] }) => {
  const { words, city } = frame
  const name = city === null ? '' : words.pick(city.name)
  return (
    <Layout frame={frame} title={name} description={words.t('home.description', { city: name })}>
      <div class="city">
        <h1 class={Math.max(...name.split(/[\s-]/).map((part) => part.length)) > 9 ? 'long' : undefined}>{name}</h1>
        <p>
          {words.t(city?.comparison === true ? 'home.comparisonLede' : 'home.lede')}
          {discussions.map((consultation) => (
            <>
              <br />
              {words.t('discussion.homeOpen')}{' '}
              <a href={link(frame, discussionPath(consultation))}>
                <Picked text={consultation.content.title} words={words} />
              </a>
              . {phaseWords(consultation, 'open', frame.today, words)}
            </>
          ))}
        </p>
      </div>
      {access.length > 0 && <Access frame={frame} figures={view.rivalries.length > 0 ? [] : access} />}
      {view.air && <Air frame={frame} air={view.air} />}
      {view.programme && <Programme frame={frame} view={view.programme} />}
      {view.rivalries.length > 0 && <Contradictions frame={frame} rivalries={view.rivalries} />}
      <div class="pair">
        <Releases frame={frame} releases={view.releases} />
        <HowToRead frame={frame} />
      </div>
    </Layout>
  )
}

const addressOf = (frame: Frame, { series, timePeriod }: FigureReference): string => link(frame, figurePath(series, timePeriod))

const Air: FC<{ frame: Frame; air: AirView }> = ({ frame, air }) => {
  const { words } = frame
  const { data, peakIsLate } = ridgesOf(air, words, (figure) => addressOf(frame, figure))
  return (
    <Chart
      class={peakIsLate ? 'ridge tuck' : 'ridge'}
      caption={
        <>
          <b>{words.t('home.airTitle', { years: data.years.length })}</b>{' '}
          {words.t('home.airCaption', { source: sourceWords(air.labelled, words), days: air.days, last: words.date(air.lastDay) })} ·{' '}
          <a href={link(frame, `/indicators/${air.labelled.series.indicator}`)}>{words.t('home.airOpen')}</a>
        </>
      }
    >
      <Ridges data={data} />
    </Chart>
  )
}

const Programme: FC<{ frame: Frame; view: ProgrammeView }> = ({ frame, view }) => {
  const { words } = frame
  const unknown = view.directions.filter(({ goals }) => goals.length === 0).length
  return (
    <Section
      id="programme"
      title={words.t('home.programmeTitle')}
      aside={
        <>
          <p>
            <a href={link(frame, '/programme')}>
              <Picked text={view.version.title} words={words} />
            </a>
            {view.version.date !== null && `, ${words.period(view.version.date)}`}
          </p>
          <p>{words.t('home.programmeAside')}</p>
        </>
      }
    >
      <ul class="tally">
        {view.counts.map(({ state, count }) => (
          <li>
            <p class="great">
              <Figure href={link(frame, '/programme')} value={String(count)} about={words.t('home.count')} />
            </p>
            <ProgressBadge state={state} words={words} />
          </li>
        ))}
      </ul>
      <table class="goals lead stackable">
        <thead>
          <tr>
            {(['goal', 'indicator', 'change', 'judgement'] as const).map((column) => (
              <th scope="col">{words.t(`home.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>{view.directions.flatMap(({ goals }) => goals.map((row) => <Goal frame={frame} row={row} />))}</tbody>
      </table>
      {unknown > 0 && <p class="small quiet">{words.t('home.directionsWithoutGoals', { count: unknown })}</p>}
      {view.later?.date && <p class="small quiet">{words.t('home.laterVersion', { date: words.period(view.later.date) })}</p>}
    </Section>
  )
}

/** A goal with the first of its target indicators that has figures, else the first one. */
const Goal: FC<{ frame: Frame; row: GoalRow }> = ({ frame, row: { goal, indicators } }) => {
  const { words } = frame
  const lead = indicators.find(({ actual }) => actual !== null) ?? indicators[0]
  const why = lead && whyOf(lead, frame)
  return (
    <tr>
      <th scope="row">
        <span class="numbered">
          <i class="num">{goal.number}</i>
          <a href={link(frame, `/programme/goals/${goal.number}`)}>
            <Picked text={goal.title} words={words} />
          </a>
        </span>
      </th>
      <td>{lead ? <Lead lead={lead} words={words} /> : <span class="quiet">{words.t('home.noIndicator')}</span>}</td>
      <td>{lead?.actual ? <Course frame={frame} actual={lead.actual} /> : <span class="quiet">{words.t('common.noValue')}</span>}</td>
      <td>
        <ProgressBadge state={lead?.state ?? 'none'} words={words} />
        {why && <Warn>{why}</Warn>}
      </td>
    </tr>
  )
}

const Lead: FC<{ lead: TargetIndicatorView; words: Words }> = ({ lead: { indicator, unitName, actual, target }, words }) => {
  const unit = actual === null ? words.pick(unitName) : unitWords(actual.labelled, words)
  const years = actual && (actual.first === null ? [actual.latest] : [actual.first, actual.latest]).map(({ timePeriod }) => timePeriod)
  const promised = targetWords(target, actual, words)
  return (
    <>
      <Picked text={indicator.name} words={words} />
      {unit && !words.pick(indicator.name).includes(unit) && `, ${unit}`}
      <span class="fine">{years === null ? promised : `${years.join('–')} · ${promised}`}</span>
    </>
  )
}

/** The programme's own target; else the one the judgement rests on, with its origin; else that there is none. */
function targetWords(target: TargetIndicatorView['target'], actual: ActualView | null, words: Words): string {
  if (target !== null) return words.t('home.target_programme', { value: words.decimal(target.value), year: String(target.year) })
  const assessed = actual?.assessment
  if (!assessed?.target || assessed.targetOrigin === null) return words.t('home.noTarget')
  return words.t(`home.target_${assessed.targetOrigin}`, {
    value: sayNumber(words, assessed.target.value),
    year: String(assessed.target.year),
  })
}

const Course: FC<{ frame: Frame; actual: ActualView }> = ({ frame, actual: { first, latest, course, assessment } }) => {
  const { words } = frame
  return (
    <span class="chg">
      <span>
        {first && (
          <>
            <FigureLink frame={frame} figure={first} about={words.period(first.timePeriod)} /> →{' '}
          </>
        )}
        <FigureLink frame={frame} figure={latest} about={words.period(latest.timePeriod)} />
      </span>
      <Spark values={course} target={assessment.target?.value ?? null} />
    </span>
  )
}

/** Why there is no judgement. */
function whyOf({ actual, state }: TargetIndicatorView, { words }: Frame): string | null {
  if (actual === null) return words.t('home.whyNoSeries')
  const { progress } = actual.assessment
  if (progress.kind === 'over') {
    const { outcome } = progress
    return outcome.kind === 'no_value' ? words.t('home.whyNoValue', { year: String(outcome.target.year) }) : null
  }
  const { escap } = progress.judgements
  return state === 'none' && escap.kind === 'not_assessed' ? words.t(`progress.reason_${escap.reason}`) : null
}

const Contradictions: FC<{ frame: Frame; rivalries: readonly HomeRivalry[] }> = ({ frame, rivalries }) => {
  const { words } = frame
  return (
    <Section
      id="rivals"
      title={words.t('home.rivalsTitle', { count: rivalries[0]?.claims.length ?? 0 })}
      aside={<p>{words.t('home.rivalsBoth')}</p>}
    >
      <div class={rivalries.length > 1 ? 'pair' : undefined}>
        {rivalries.map((rivalry) => (
          <Contradiction frame={frame} rivalry={rivalry} />
        ))}
      </div>
    </Section>
  )
}

const Contradiction: FC<{ frame: Frame; rivalry: HomeRivalry }> = ({ frame, rivalry }) => {
  const { words } = frame
  const unit = words.pick(rivalry.unitName) || rivalry.unit
  const reason = rivalry.reason && (rivalry.reason.reason ?? rivalry.reason.known)
  return (
    <div class="contradiction">
      <h3>
        <a href={link(frame, `/indicators/${rivalry.indicator}`)}>
          {rivalry.indicator} <Picked text={rivalry.indicatorName} words={words} />
        </a>
      </h3>
      <Rivals
        rivals={rivalry.claims.map(({ labelled, reference, compared }) => {
          const own = labelled.series.unit === rivalry.unit
          const published = words.decimal(reference.value ?? '')
          return {
            href: addressOf(frame, reference),
            value: own || compared === null ? shownValue(words, reference.value ?? '') : words.number(compared, 2),
            ...placeUnit(rivalry.unit, unit),
            source: `${sourceWords(labelled, words)}, ${words.period(reference.timePeriod)}`,
            ...(own ? {} : { note: words.t('home.publishedAs', { value: published, unit: unitWords(labelled, words) }) }),
          }
        })}
      />
      <p class="small quiet">
        {reason ? <Picked text={reason} words={words} otherwise={words.t('home.rivalsUnknown')} /> : words.t('home.rivalsUnknown')}
      </p>
    </div>
  )
}

const Releases: FC<{ frame: Frame; releases: readonly ListedRelease[] }> = ({ frame, releases }) => {
  const { words } = frame
  return (
    <Section id="changes" title={words.t('home.changesTitle')}>
      {releases.length === 0 && <p>{words.t('home.changesNone')}</p>}
      <ol class="log">
        {releases.map(({ release, sourceName }) => (
          <li>
            <time class="num" datetime={release.publishedAt?.slice(0, 10)}>
              {release.publishedAt && words.date(release.publishedAt)}
            </time>
            <a href={link(frame, `/releases/${release.number}`)}>
              <Picked text={release.title} words={words} otherwise={words.pick(sourceName)} />
            </a>
            <b class="num">{words.t('home.values', { count: release.counts['added'] ?? release.counts['observations'] ?? 0 })}</b>
          </li>
        ))}
      </ol>
      <p class="small">
        <a href={link(frame, '/releases')}>{words.t('home.changesAll')}</a>
      </p>
    </Section>
  )
}

const HowToRead: FC<{ frame: Frame }> = ({ frame }) => {
  const { words } = frame
  return (
    <Section id="reading" title={words.t('home.readingTitle')}>
      <ul class="reading">
        <li>{words.t('home.readingFigure')}</li>
        <li>{words.t('home.readingNeedle')}</li>
        <li>{words.t('home.readingRivals')}</li>
        <li>{words.t('home.readingAbsence')}</li>
      </ul>
      <p class="small">
        <a href={link(frame, '/methods')}>{words.t('home.readingMethods')}</a>
      </p>
    </Section>
  )
}
