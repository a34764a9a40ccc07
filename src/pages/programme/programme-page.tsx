import type { FC } from 'hono/jsx'
import { progressStates } from '../../books/indicators/assess-series.ts'
import type { ProgrammeView } from '../../books/programme/programme-view.ts'
import { link, type Frame } from '../frame.ts'
import { ProgressBadge } from '../indicators/progress-badge.tsx'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Figure } from '../parts/figure.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { BudgetTables } from './budget-tables.tsx'
import { GoalTable } from './goal-table.tsx'
import { differencePath, versionPath, versionWords } from './programme-words.ts'
import { Sentences } from './sentences.tsx'

interface ProgrammePageProps {
  frame: Frame
  view: ProgrammeView
}

/** The programme: passport, where it stands, directions and goals, money. */
export const ProgrammePage: FC<ProgrammePageProps> = ({ frame, view }) => {
  const { words } = frame
  const { version, directions, budgets } = view
  return (
    <Layout frame={frame} title={words.pick(version.title)} description={words.t('programme.description')} book="programme">
      <Title title={<Picked text={version.title} words={words} />}>
        <p>{words.t('programme.lede', { from: String(version.period.from), to: String(version.period.to) })}</p>
      </Title>
      <Glance frame={frame} view={view} />
      {joinUnknown(directions).map((rows) => (
        <Directions frame={frame} view={view} rows={rows} />
      ))}
      <Section id="budget" title={words.t('programme.budget')} aside={<p>{words.t('programme.budgetAside')}</p>}>
        {budgets.length === 0 ? (
          <p class="absent">{words.t('programme.budgetNotFound')}</p>
        ) : (
          <BudgetTables budgets={budgets} href={link(frame, '/programme/budget#measures')} labelledBy="budget" words={words} />
        )}
      </Section>
      <Passport frame={frame} view={view} />
    </Layout>
  )
}

type DirectionRow = ProgrammeView['directions'][number]

/** Directions of which nothing is known but their number share one section, so that absence does not fill the page. */
function joinUnknown(directions: readonly DirectionRow[]): DirectionRow[][] {
  const isUnknown = ({ direction, goals }: DirectionRow) => goals.length === 0 && direction.text.length === 0
  const groups: DirectionRow[][] = []
  for (const row of directions) {
    const before = groups.at(-1)?.at(-1)
    if (before && isUnknown(before) && isUnknown(row)) groups.at(-1)?.push(row)
    else groups.push([row])
  }
  return groups
}

const Directions: FC<ProgrammePageProps & { rows: readonly DirectionRow[] }> = ({ frame, view, rows }) => {
  const { words } = frame
  const [row] = rows
  if (row === undefined) return <></>
  const { direction, goals } = row
  const last = rows.at(-1) ?? row
  const number = last === row ? direction.number : `${direction.number}–${last.direction.number}`
  return (
    <Section
      id={direction.id}
      title={
        <>
          {number}. <Picked text={direction.title} words={words} />
        </>
      }
    >
      <Sentences sentences={direction.text} sources={view.version.sources} words={words} />
      {goals.length === 0 ? (
        <p class="absent">{words.t('programme.noGoals', { count: rows.length })}</p>
      ) : (
        <GoalTable frame={frame} goals={goals} />
      )}
    </Section>
  )
}

/** How many target indicators stand where, and which version this is. */
const Glance: FC<ProgrammePageProps> = ({ frame, view }) => {
  const { words } = frame
  const { version, later, counts, versionCount } = view
  return (
    <Section id="glance" title={words.t('programme.whereItStands')} aside={<p>{words.t('programme.whereItStandsAside')}</p>}>
      <ul class="tally">
        {progressStates
          .flatMap((state) => counts.filter((one) => one.state === state))
          .map(({ state, count }) => (
            <li>
              <p class="great">
                <Figure href={firstOf(view, state)} value={String(count)} />
              </p>
              <ProgressBadge state={state} words={words} />
            </li>
          ))}
      </ul>
      {later !== null && <Warn>{words.t('programme.laterUnknown', { version: versionWords(later, words) })}</Warn>}
      <p>
        {versionWords(version, words)} · <Picked text={version.act} words={words} />
      </p>
      <ul class="acts">
        <li>
          <a href={link(frame, versionPath(version))}>{words.t('programme.wholeText')}</a>
        </li>
        <li>
          <a href={link(frame, '/programme/versions')}>{words.t('programme.allVersions', { count: versionCount })}</a>
        </li>
        {version.number > 1 && later === null && (
          <li>
            <a href={link(frame, differencePath({ number: version.number - 1 }, version))}>{words.t('programme.whatChanged')}</a>
          </li>
        )}
      </ul>
    </Section>
  )
}

/** A count opens to the first direction in which it is counted. */
function firstOf({ directions }: ProgrammeView, state: string): string {
  const found = directions.find(({ goals }) => goals.some(({ indicators }) => indicators.some((one) => one.state === state)))
  return `#${found?.direction.id ?? 'glance'}`
}

const Passport: FC<ProgrammePageProps> = ({ frame, view: { version } }) => {
  const { words } = frame
  return (
    <Section id="passport" title={words.t('programme.passport')} aside={<AsOfForm frame={frame} />}>
      {version.passport.map(({ label, text }) => (
        <div class="passport">
          <h3>
            <Picked text={label} words={words} />
          </h3>
          <Sentences sentences={text} sources={version.sources} words={words} />
        </div>
      ))}
    </Section>
  )
}
