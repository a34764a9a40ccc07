import type { FC } from 'hono/jsx'
import { Spark } from '../../charts/spark.tsx'
import type { GoalRow } from '../../books/programme/programme-view.ts'
import type { TargetIndicatorView } from '../../books/programme/target-indicator-view.ts'
import { link, type Frame } from '../frame.ts'
import { figurePath } from '../indicators/series-words.ts'
import { Figure } from '../parts/figure.tsx'
import { Picked } from '../parts/picked.tsx'
import { goalPath, unitOf } from './programme-words.ts'
import { TargetState } from './target-state.tsx'

/** Goals of one direction: each target indicator with what was promised, what was measured, and where that leaves it. */
export const GoalTable: FC<{ frame: Frame; goals: readonly GoalRow[] }> = ({ frame, goals }) => {
  const { words } = frame
  return (
    <table class="goals stackable">
      <thead>
        <tr>
          <th scope="col">{words.t('programme.goal')}</th>
          <th scope="col">{words.t('programme.targetIndicator')}</th>
          <th scope="col">{words.t('programme.promisedAndMeasured')}</th>
          <th scope="col">{words.t('programme.state')}</th>
        </tr>
      </thead>
      <tbody>
        {goals.flatMap(({ goal, indicators }) =>
          indicators.length === 0
            ? [
                <tr>
                  <GoalCell frame={frame} goal={goal} />
                  <td>{words.t('programme.noIndicators')}</td>
                  <td></td>
                  <td></td>
                </tr>,
              ]
            : indicators.map((view, at) => (
                <tr>
                  {at === 0 ? <GoalCell frame={frame} goal={goal} rows={indicators.length} /> : null}
                  <td>
                    <a href={link(frame, goalPath(goal, view.indicator.id))}>
                      <Picked text={view.indicator.name} words={words} />
                    </a>
                    <span class="fine">{unitOf(view, words)}</span>
                  </td>
                  <td>
                    <Promise frame={frame} view={view} href={link(frame, goalPath(goal, view.indicator.id))} />
                    <Measured frame={frame} view={view} />
                  </td>
                  <td>
                    <TargetState view={view} words={words} brief />
                  </td>
                </tr>
              )),
        )}
      </tbody>
    </table>
  )
}

const GoalCell: FC<{ frame: Frame; goal: GoalRow['goal']; rows?: number }> = ({ frame, goal, rows }) => (
  <th scope={rows === undefined || rows === 1 ? 'row' : 'rowgroup'} rowspan={rows === undefined || rows === 1 ? undefined : rows}>
    <span class="numbered">
      <i class="num">{goal.number}</i>
      <a href={link(frame, goalPath(goal))}>
        <Picked text={goal.title} words={frame.words} />
      </a>
    </span>
  </th>
)

/** What was promised; where the sources name no target, that stands in its place and size. */
const Promise: FC<{ frame: Frame; view: TargetIndicatorView; href: string }> = ({ frame, view, href }) => {
  const { words } = frame
  const { target, indicator } = view
  if (target === null) return <p class="absent">{words.t('programme.targetNotFound')}</p>
  const value = words.decimal(target.value)
  const from = indicator.baseline
  return (
    <p>
      {words.t('programme.target')}: <Figure href={href} value={from === null ? value : `${words.decimal(from.value)} → ${value}`} />
      <span class="fine">{from === null ? String(target.year) : `${from.year}–${target.year}`}</span>
    </p>
  )
}

const Measured: FC<{ frame: Frame; view: TargetIndicatorView }> = ({ frame, view }) => {
  const { words } = frame
  const { actual } = view
  if (actual === null) return <></>
  const { latest, course, assessment } = actual
  return (
    <p class="chg">
      <span>
        {words.t('programme.actual')}:{' '}
        <Figure
          href={link(frame, figurePath(latest.series, latest.timePeriod))}
          value={latest.value === null ? words.t('common.disputed') : words.decimal(latest.value)}
        />
        <span class="fine">{words.period(latest.timePeriod)}</span>
      </span>
      <Spark values={course} target={assessment.target?.value ?? null} />
    </p>
  )
}
