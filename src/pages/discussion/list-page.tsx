import type { FC } from 'hono/jsx'
import type { Consultation, Phase } from '../../books/discussion/consultation.ts'
import { peopleIn, type Participation } from '../../books/discussion/participation.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { discussionPath, phaseWords } from './discussion-words.ts'

interface DiscussionListProps {
  frame: Frame
  rows: ReadonlyArray<{ consultation: Consultation; phase: Exclude<Phase, 'draft'>; participation: Participation }>
}

/** All public discussions of the city: those where one can take part now come first. */
export const DiscussionListPage: FC<DiscussionListProps> = ({ frame, rows }) => {
  const { words } = frame
  const phases = (['open', 'announced', 'closed', 'answered'] as const).filter((phase) => rows.some((row) => row.phase === phase))
  return (
    <Layout frame={frame} title={words.t('discussion.listTitle')} description={words.t('discussion.listLede')} book="discussion">
      <Title title={words.t('discussion.listTitle')}>
        <p>{words.t('discussion.listLede')}</p>
      </Title>
      {rows.length === 0 && (
        <Section id="none" title={words.t('discussion.noneTitle')}>
          <p>{words.t('discussion.none')}</p>
          <p>
            <a href={link(frame, '/programme')}>{words.t('discussion.toProgramme')}</a>
          </p>
        </Section>
      )}
      {phases.map((phase) => (
        <Section id={phase} title={words.t(`discussion.list_${phase}`)}>
          {rows
            .filter((row) => row.phase === phase)
            .map(({ consultation, participation }) => (
              <article class="note">
                <h3>
                  <a href={link(frame, discussionPath(consultation))}>
                    <Picked text={consultation.content.title} words={words} />
                  </a>
                </h3>
                <p>
                  <Picked text={consultation.content.question} words={words} />
                </p>
                <p class="fine">
                  {phaseWords(consultation, phase, frame.today, words)} ·{' '}
                  {words.t('discussion.listCounts', {
                    people: peopleIn(participation.people),
                    contributions: participation.contributions,
                    votes: participation.votes,
                  })}
                </p>
              </article>
            ))}
        </Section>
      ))}
    </Layout>
  )
}
