import type { FC } from 'hono/jsx'
import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import type { Choice, Statement } from '../../../books/discussion/statement.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { StatementText } from './statement-words.tsx'

interface OwnVotesPageProps {
  frame: Frame
  consultation: Consultation
  phase: Phase
  votes: ReadonlyArray<{ choice: Choice; castAt: string; about: Statement }>
  count: number
  page: number
  pages: number
}

/** What somebody voted, for herself alone; each vote can be changed. */
export const OwnVotesPage: FC<OwnVotesPageProps> = ({ frame, consultation, phase, votes, count, page, pages }) => {
  const { words } = frame
  return (
    <Layout
      frame={frame}
      title={words.t('vote.own')}
      book="discussion"
      unlisted
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('vote.own') })}
    >
      <Title title={words.t('vote.own')}>
        <p>{words.t('vote.own_lede')}</p>
      </Title>
      <Section id="votes" title={count === 0 ? words.t('vote.own_none') : words.t('vote.own_votes', { count })}>
        <ul class="stack-s">
          {votes.map(({ choice, about }) => (
            <li id={`s-${about.number}`}>
              <p>
                <StatementText statement={about} words={words} />
              </p>
              <p class="fine">
                {words.t('vote.your_vote')}: <b>{words.t(`vote.voted_${choice}`)}</b>.{' '}
                {about.state !== 'shown' && words.t('vote.taken_out')}
                {about.state === 'shown' && phase === 'open' && (
                  <a href={link(frame, discussionPath(consultation, '/vote'), { statement: String(about.number) })}>
                    {words.t('vote.change', { number: String(about.number) })}
                  </a>
                )}
              </p>
            </li>
          ))}
        </ul>
        <Pager
          page={page}
          pages={pages}
          words={words}
          href={(other) => link(frame, discussionPath(consultation, '/votes'), { page: String(other) })}
        />
        {phase === 'open' && (
          <p class="acts">
            <a class="btn main" href={link(frame, discussionPath(consultation, '/vote'))}>
              {words.t(count === 0 ? 'vote.begin' : 'vote.go_on')}
            </a>
          </p>
        )}
      </Section>
    </Layout>
  )
}
