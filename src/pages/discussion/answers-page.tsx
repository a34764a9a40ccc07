import type { FC } from 'hono/jsx'
import type { AnswerClock } from '../../books/discussion/rules/answer-clock.ts'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import type { Decision, OfficialAnswer } from '../../books/discussion/official-answer.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Facts } from '../parts/facts.tsx'
import { Figure } from '../parts/figure.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { discussionCrumbs } from './crumbs.ts'
import { contributionPath, discussionPath } from './discussion-words.ts'
import { SaidNote } from './said-note.tsx'

interface AnswersPageProps {
  frame: Frame
  consultation: Consultation
  clock: AnswerClock
  counts: ReadonlyArray<{ decision: Decision; answers: number; contributions: number }>
  answers: ReadonlyArray<{ answer: OfficialAnswer; contributions: readonly ListedContribution[]; changes: ListedContribution['changes'] }>
  page: number
  pages: number
}

/** You said, we did: every official answer beside what it answers, and how long answers take. */
export const AnswersPage: FC<AnswersPageProps> = (props) => {
  const { frame, consultation, answers, page, pages } = props
  const { words } = frame
  const path = discussionPath(consultation, '/answers')
  return (
    <Layout
      frame={frame}
      title={words.t('discussion.answersTitle')}
      description={words.t('discussion.answersLede')}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('discussion.answersTitle') })}
    >
      <Title title={words.t('discussion.answersTitle')}>
        <p>{words.t('discussion.answersLede')}</p>
      </Title>
      <Clock {...props} />
      <Section
        id="answers"
        title={words.t('discussion.officialAnswers')}
        aside={
          <p>
            <a href={link(frame, discussionPath(consultation, '/answers.csv'))}>{words.t('discussion.answersFile')}</a>
          </p>
        }
      >
        {answers.length === 0 && <p class="absent">{words.t('discussion.noAnswers')}</p>}
        {answers.map((one) => (
          <Answer {...props} {...one} />
        ))}
        <Pager page={page} pages={pages} words={words} href={(to) => link(frame, path, { page: String(to) })} />
      </Section>
    </Layout>
  )
}

const Clock: FC<AnswersPageProps> = ({ frame, consultation, clock, counts }) => {
  const { words } = frame
  const listed = (answer: string) => link(frame, discussionPath(consultation, '/contributions'), { answer })
  const days = (value: number | null) => (value === null ? null : words.t('discussion.days', { days: Math.round(value) }))
  return (
    <Section id="clock" title={words.t('discussion.clockTitle')} aside={<p>{words.t('discussion.clockAside')}</p>}>
      <ul class="sums">
        {counts.map(({ decision, contributions }) => (
          <li>
            <b>
              <Figure href={listed(decision)} value={words.number(contributions, 0)} />
            </b>{' '}
            {words.t(`discussion.decision_${decision}`)}
          </li>
        ))}
        <li>
          <b>
            <Figure href={listed('waiting')} value={words.number(clock.waiting, 0)} />
          </b>{' '}
          {words.t('discussion.waiting')}
        </li>
      </ul>
      <Facts
        facts={[
          [words.t('discussion.clockMedian'), days(clock.medianDays)],
          [words.t('discussion.clockLongest'), days(clock.longestWaitDays)],
        ]}
      />
    </Section>
  )
}

type AnswerProps = AnswersPageProps & AnswersPageProps['answers'][number]

const Answer: FC<AnswerProps> = ({ frame, consultation, answer, contributions, changes }) => {
  const { words } = frame
  const more = answer.contributions.filter((number) => !contributions.some((one) => one.contribution.number === number))
  const versions = [...new Set(changes.map(({ version }) => version))]
  return (
    <article class="note" aria-labelledby={`answer-${answer.number}`}>
      <h3 id={`answer-${answer.number}`}>
        {words.t('discussion.answerTitle', {
          number: String(answer.number),
          decision: words.t(`discussion.decision_${answer.decision}`),
        })}
      </h3>
      <h4>{words.t('discussion.youSaid')}</h4>
      {contributions.map((one) => (
        <SaidNote frame={frame} consultation={consultation} one={one} open={false} withPlace />
      ))}
      {more.length > 0 && (
        <p class="fine">
          {words.t('discussion.trace_together', { count: more.length })}{' '}
          {more.map((number, at) => (
            <>
              {at > 0 && ', '}
              <a href={link(frame, contributionPath(consultation, number))}>{words.t('discussion.number', { number: String(number) })}</a>
            </>
          ))}
        </p>
      )}
      <h4>{words.t('discussion.weDid')}</h4>
      <p>
        <Picked text={answer.reason} words={words} />
      </p>
      <p class="fine">
        {words.date(answer.answeredAt)}
        {versions.map((version) => (
          <>
            {' '}
            ·{' '}
            <a href={link(frame, discussionPath(consultation, `/changes/${version}`))}>
              {words.t('discussion.changedIn', { version: String(version) })}
            </a>
          </>
        ))}
      </p>
    </article>
  )
}
