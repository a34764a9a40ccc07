import type { FC } from 'hono/jsx'
import type { GoalView } from '../../books/programme/programme-view.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Facts } from '../parts/facts.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { BudgetLines } from './budget-tables.tsx'
import { deadlineWords, goalPath, ownerWords, versionPath, versionWords } from './programme-words.ts'
import { Sentences } from './sentences.tsx'
import { TargetIndicatorSection } from './target-indicator-section.tsx'

interface GoalPageProps {
  frame: Frame
  view: GoalView
  /** Said first, where the page only shows how a draft will look. */
  notice?: string
}

/** One goal: its text, its target indicators, its measures. */
export const GoalPage: FC<GoalPageProps> = ({ frame, view, notice }) => {
  const { words } = frame
  const { version, direction, goal, indicators, before, after } = view
  const title = words.t('programme.goalTitle', { number: goal.number, title: words.pick(goal.title) })
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.pick(goal.text[0]?.text ?? goal.title)}
      book="programme"
      unlisted={notice !== undefined}
      crumbs={[
        { label: words.t('common.programme'), href: link(frame, '/programme') },
        { label: `${direction.number}. ${words.pick(direction.title)}`, href: link(frame, `/programme#${direction.id}`) },
        { label: goal.number },
      ]}
    >
      <Title title={title}>
        <p>{words.t('programme.goalLede', { programme: words.pick(version.title), version: versionWords(version, words) })}</p>
      </Title>
      {notice !== undefined && <Warn>{notice}</Warn>}
      <Section
        id="text"
        title={words.t('programme.text')}
        aside={goal.sdgTargets.length > 0 && <SdgTargets targets={goal.sdgTargets} frame={frame} />}
      >
        {goal.text.length === 0 ? (
          <p class="absent">{words.t('programme.textNotFound')}</p>
        ) : (
          <Sentences sentences={goal.text} sources={version.sources} words={words} />
        )}
      </Section>
      {indicators.length === 0 && (
        <Section id="indicators" title={words.t('programme.targetIndicators')}>
          <p class="absent">{words.t('programme.noIndicators')}</p>
        </Section>
      )}
      {indicators.map((indicator) => (
        <TargetIndicatorSection frame={frame} version={version} view={indicator} />
      ))}
      <Measures frame={frame} view={view} />
      <Section id="neighbours" title={words.t('programme.otherGoals')} aside={<AsOfForm frame={frame} />}>
        <ul class="acts">
          {before && (
            <li>
              <a href={link(frame, goalPath(before))} rel="prev">
                ← {words.t('programme.goalTitle', { number: before.number, title: words.pick(before.title) })}
              </a>
            </li>
          )}
          {after && (
            <li>
              <a href={link(frame, goalPath(after))} rel="next">
                {words.t('programme.goalTitle', { number: after.number, title: words.pick(after.title) })} →
              </a>
            </li>
          )}
          <li>
            <a href={link(frame, '/programme')}>{words.t('programme.wholeProgramme')}</a>
          </li>
        </ul>
      </Section>
    </Layout>
  )
}

const SdgTargets: FC<{ targets: readonly string[]; frame: Frame }> = ({ targets, frame: { words } }) => (
  <p>{words.t('programme.sdgTargets', { count: targets.length, targets: targets.join(', ') })}</p>
)

const Measures: FC<GoalPageProps> = ({ frame, view: { version, measures } }) => {
  const { words } = frame
  return (
    <Section id="measures" title={words.t('programme.measures')}>
      {measures.length === 0 && <p class="absent">{words.t('programme.noMeasures')}</p>}
      {measures.map(({ measure }) => (
        <article class="measure" aria-labelledby={measure.id}>
          <h3 id={measure.id}>
            {measure.number}. <Picked text={measure.title} words={words} />
          </h3>
          <Facts
            facts={[
              [words.t('programme.owner'), ownerWords(measure, words)],
              [words.t('programme.deadline'), deadlineWords(measure, words)],
              [words.t('programme.formOfCompletion'), words.pick(measure.formOfCompletion) || words.t('programme.formNotSaid')],
              [
                words.t('programme.budget'),
                <BudgetLines measure={measure} href={link(frame, versionPath(version, measure.id))} words={words} />,
              ],
              [words.t('programme.sdg'), measure.sdgTargets.join(', ')],
            ]}
          />
        </article>
      ))}
    </Section>
  )
}
