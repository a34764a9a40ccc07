import type { FC } from 'hono/jsx'
import type { Labels } from '../../books/indicators/labelled-series.ts'
import type { Goal, Measure, ProgrammeVersion, TargetIndicator } from '../../books/programme/programme.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Facts } from '../parts/facts.tsx'
import { Figure } from '../parts/figure.tsx'
import { OutsideLink } from '../parts/outside-link.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { BudgetLines } from './budget-tables.tsx'
import { deadlineWords, desiredWords, differencePath, ownerWords, versionWords } from './programme-words.ts'
import { Cited, Sentences } from './sentences.tsx'

interface VersionPageProps {
  frame: Frame
  version: ProgrammeVersion
  labels: Labels
  /** The version before, where its text is known. */
  before: ProgrammeVersion | null
  /** Said first, where the page only shows how a draft will look. */
  notice?: string
}

/** One version whole, as a document: what the numbers of the other pages open to. */
export const VersionPage: FC<VersionPageProps> = ({ frame, version, labels, before, notice }) => {
  const { words } = frame
  const number = String(version.number)
  return (
    <Layout
      frame={frame}
      title={`${words.pick(version.title)}, ${versionWords(version, words)}`}
      description={words.pick(version.act)}
      book="programme"
      unlisted={notice !== undefined}
      crumbs={[
        { label: words.t('common.programme'), href: link(frame, '/programme') },
        { label: words.t('common.programmeVersions'), href: link(frame, '/programme/versions') },
        { label: number },
      ]}
    >
      <Title title={<Picked text={version.title} words={words} />}>
        <p>
          {versionWords(version, words)} · <Picked text={version.act} words={words} />
        </p>
        {before && (
          <p>
            <a href={link(frame, differencePath(before, version))}>{words.t('programme.whatChanged')}</a>
          </p>
        )}
      </Title>
      {notice !== undefined && <Warn>{notice}</Warn>}
      <Section id="passport" title={words.t('programme.passport')}>
        <Facts
          facts={[
            [words.t('programme.period'), `${version.period.from}–${version.period.to}`],
            [words.t('programme.baselineYear'), version.baselineYear === null ? null : String(version.baselineYear)],
          ]}
        />
        {version.passport.map(({ label, text }) => (
          <div class="passport">
            <h3>
              <Picked text={label} words={words} />
            </h3>
            <Sentences sentences={text} sources={version.sources} words={words} />
          </div>
        ))}
      </Section>
      {version.directions.length === 0 && (
        <Section id="directions" title={words.t('common.programmeGoals')}>
          <p class="absent">{words.t('programme.textNotInSources')}</p>
        </Section>
      )}
      {version.directions.map((direction) => (
        <Section
          id={direction.id}
          title={
            <>
              {direction.number}. <Picked text={direction.title} words={words} />
            </>
          }
        >
          <Sentences sentences={direction.text} sources={version.sources} words={words} />
          {direction.goals.length === 0 && <p class="absent">{words.t('programme.noGoals', { count: 1 })}</p>}
          {direction.goals.map((goal) => (
            <GoalMatter frame={frame} version={version} labels={labels} goal={goal} />
          ))}
        </Section>
      ))}
      <Sources frame={frame} version={version} />
    </Layout>
  )
}

const GoalMatter: FC<Omit<VersionPageProps, 'before' | 'notice'> & { goal: Goal }> = ({ frame, version, labels, goal }) => {
  const { words } = frame
  return (
    <section class="goal-matter" aria-labelledby={goal.id}>
      <h3 id={goal.id}>{words.t('programme.goalTitle', { number: goal.number, title: words.pick(goal.title) })}</h3>
      <Sentences sentences={goal.text} sources={version.sources} words={words} />
      {goal.indicators.map((indicator) => (
        <IndicatorMatter frame={frame} version={version} labels={labels} indicator={indicator} />
      ))}
      {goal.measures.map((measure) => (
        <MeasureMatter frame={frame} measure={measure} />
      ))}
    </section>
  )
}

const IndicatorMatter: FC<Omit<VersionPageProps, 'before' | 'notice'> & { indicator: TargetIndicator }> = ({
  frame,
  version,
  labels,
  indicator,
}) => {
  const { words } = frame
  const { baseline, targets } = indicator
  const source = indicator.sources[0] === undefined ? '#sources' : `#source-${indicator.sources[0]}`
  const value = (text: string, year: number) => <Figure href={source} value={words.decimal(text)} about={String(year)} />
  return (
    <div class="matter-entry">
      <h4 id={indicator.id}>
        {words.t('programme.targetIndicator')}: <Picked text={indicator.name} words={words} />
      </h4>
      <Facts
        facts={[
          [words.t('programme.unit'), words.pick(labels.code('UNIT_MEASURE', indicator.unit)) || indicator.unit],
          [words.t('programme.desired'), desiredWords(indicator.desired, words)],
          [
            words.t('programme.baseline'),
            baseline === null ? (
              words.t('programme.baselineNotFound')
            ) : (
              <>
                {value(baseline.value, baseline.year)} <span class="fine">({baseline.year})</span>
              </>
            ),
          ],
          [
            words.t('programme.targets'),
            targets.length === 0 ? (
              <span class="absent">{words.t('programme.targetNotFound')}</span>
            ) : (
              targets.map((target, at) => (
                <>
                  {at > 0 && ', '}
                  {target.year}: {value(target.value, target.year)}
                </>
              ))
            ),
          ],
          [words.t('programme.note'), words.pick(indicator.note) && <Picked text={indicator.note} words={words} />],
          [
            words.t('programme.source'),
            indicator.sources.length === 0 ? null : <Cited ids={indicator.sources} sources={version.sources} words={words} />,
          ],
        ]}
      />
    </div>
  )
}

const MeasureMatter: FC<{ frame: Frame; measure: Measure }> = ({ frame, measure }) => {
  const { words } = frame
  return (
    <div class="matter-entry">
      <h4 id={measure.id}>
        {words.t('programme.measure')} {measure.number}: <Picked text={measure.title} words={words} />
      </h4>
      <Facts
        facts={[
          [words.t('programme.owner'), ownerWords(measure, words)],
          [words.t('programme.deadline'), deadlineWords(measure, words)],
          [words.t('programme.formOfCompletion'), words.pick(measure.formOfCompletion) || words.t('programme.formNotSaid')],
          [words.t('programme.budget'), <BudgetLines measure={measure} href="#sources" words={words} />],
        ]}
      />
    </div>
  )
}

const Sources: FC<{ frame: Frame; version: ProgrammeVersion }> = ({ frame, version }) => {
  const { words } = frame
  return (
    <Section id="sources" title={words.t('programme.sources')} aside={<AsOfForm frame={frame} />}>
      <p>
        <Picked text={version.act} words={words} />
      </p>
      <ul class="stack-s">
        {version.sources.map(({ id, title, url }) => (
          <li id={`source-${id}`}>
            {url === null ? (
              <Picked text={title} words={words} />
            ) : (
              <OutsideLink href={url}>
                <Picked text={title} words={words} />
              </OutsideLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
