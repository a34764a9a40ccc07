import type { FC } from 'hono/jsx'
import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import type { Choice, Statement } from '../../../books/discussion/statement.ts'
import type { SubjectPlace } from '../../../books/discussion/subject-place.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Title } from '../../parts/title.tsx'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { authorOf, StatementText, SubjectLink } from './statement-words.tsx'

interface VotePageProps {
  frame: Frame
  consultation: Consultation
  /** null: she has voted on all of them, or there are none. */
  statement: Statement | null
  place: SubjectPlace | null
  chosen: Choice | null
  done: number
  all: number
  /** What she voted on has been taken out meanwhile. */
  isGone: boolean
}

/** One statement, three buttons. */
export const VotePage: FC<VotePageProps> = (props) => {
  const { frame, consultation, statement, done, all, isGone } = props
  const { words } = frame
  return (
    <Layout
      frame={frame}
      title={words.t('vote.title')}
      book="discussion"
      unlisted
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('vote.title') })}
    >
      <Title title={words.t('vote.title')}>{all > 0 && <p>{words.t('vote.progress', { done, all })}</p>}</Title>
      {isGone && <p class="done">{words.t('vote.not_open_gone')}</p>}
      {statement === null ? <Nothing {...props} /> : <Question {...props} statement={statement} />}
      <Ways frame={frame} consultation={consultation} />
    </Layout>
  )
}

const Question: FC<VotePageProps & { statement: Statement }> = ({ frame, consultation, statement, place, chosen }) => {
  const { words } = frame
  return (
    <form class="ballot" method="post" action={link(frame, discussionPath(consultation, '/vote'))} data-vote>
      <h2 id="question">{words.t('vote.heading')}</h2>
      <p class="claim" id="statement" tabindex={-1}>
        <StatementText statement={statement} words={words} />
      </p>
      <p class="fine">
        {authorOf(statement, words)}. {words.t('vote.about')}: <SubjectLink frame={frame} consultation={consultation} place={place} />
      </p>
      {chosen !== null && <p>{words.t(`vote.chosen_${chosen}`)}</p>}
      <input type="hidden" name="statement" value={String(statement.number)} />
      <p class="choices">
        {(['agree', 'disagree', 'pass'] as const).map((choice) => (
          <button class={choice === 'pass' ? 'btn' : 'btn main'} type="submit" name="choice" value={choice} aria-describedby="statement">
            {words.t(`vote.${choice}`)}
          </button>
        ))}
      </p>
    </form>
  )
}

const Nothing: FC<VotePageProps> = ({ frame, consultation, all }) => {
  const { words } = frame
  return (
    <section class="ballot" aria-labelledby="done">
      <h2 id="done">{words.t(all === 0 ? 'vote.none_yet' : 'vote.all_done')}</h2>
      {all > 0 && <p>{words.t('vote.all_done_next')}</p>}
      <p class="acts">
        <a class="btn main" href={link(frame, discussionPath(consultation, '/statements/new'))}>
          {words.t('vote.propose')}
        </a>
      </p>
    </section>
  )
}

const Ways: FC<{ frame: Frame; consultation: Consultation }> = ({ frame, consultation }) => {
  const { words } = frame
  const to = (below: string) => link(frame, discussionPath(consultation, below))
  return (
    <p class="acts">
      <a href={to('/votes')}>{words.t('vote.own')}</a>
      <a href={to('/statements')}>{words.t('vote.results')}</a>
      <a href={to('/opinions')}>{words.t('vote.see_opinions')}</a>
      <a href={to('/statements/new')}>{words.t('vote.propose')}</a>
      <a href={to('/about-me')}>{words.t('voices.say_too')}</a>
    </p>
  )
}

interface VoteIntroPageProps {
  frame: Frame
  consultation: Consultation
  phase: Phase
  /** How many statements there are. */
  count: number
  formKey: string
}

/** Before the first vote: what it is, who sees it. Whoever goes on takes part. */
export const VoteIntroPage: FC<VoteIntroPageProps> = ({ frame, consultation, phase, count, formKey }) => {
  const { words } = frame
  return (
    <Layout
      frame={frame}
      title={words.t('vote.title')}
      book="discussion"
      unlisted
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('vote.title') })}
    >
      <Title title={words.t('vote.title')}>
        <p>{words.t(phase === 'open' ? 'vote.intro_lede' : 'vote.not_open')}</p>
      </Title>
      {phase === 'open' && (
        <form class="ballot" method="post" action={link(frame, discussionPath(consultation, '/vote/begin'))}>
          <input type="hidden" name="formKey" value={formKey} />
          <p>{words.t('vote.intro_many', { count })}</p>
          <p>{words.t('vote.intro_who')}</p>
          <p>{words.t('vote.intro_groups')}</p>
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('vote.begin')}
            </button>
          </p>
        </form>
      )}
      <Ways frame={frame} consultation={consultation} />
    </Layout>
  )
}
