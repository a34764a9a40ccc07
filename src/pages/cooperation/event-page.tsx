import type { FC } from 'hono/jsx'
import type { EventBranch } from '../../books/cooperation/event-tree.ts'
import type { EventView, Participant } from '../../books/cooperation/public-views.ts'
import { countPromises } from '../../books/cooperation/strength.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { goalPath } from '../programme/programme-words.ts'
import { CommitmentItems, sharedFlags } from './commitment-item.tsx'
import { cooperationCrumbs, cooperationPath, eventDayWords, promiseCountWords, whereWords } from './cooperation-words.ts'
import { Ladder } from './ladder.tsx'
import { Partners, PersonWords } from './names.tsx'
import { Quotes } from './quotes.tsx'
import { SourceList } from './source-list.tsx'

interface EventProps {
  frame: Frame
  view: EventView
}

/** A visit or a meeting: what was said there, what was agreed, and what became of it. */
export const EventPage: FC<EventProps> = (props) => {
  const { frame, view } = props
  const { words } = frame
  const { content } = view.branch.event
  const title = words.pick(content.title)
  const where = [words.t(`cooperation.event_kind_${content.kind}`), whereWords(content, words)].filter((part) => part !== '').join(' · ')
  return (
    <Layout
      frame={frame}
      title={title}
      description={`${where}. ${eventDayWords(content, words)}`}
      book="cooperation"
      crumbs={cooperationCrumbs(
        frame,
        'events',
        ...view.above.map((one) => ({ label: words.pick(one.content.title), href: link(frame, cooperationPath('events', one.number)) })),
        { label: title },
      )}
    >
      <Title title={<Picked text={content.title} words={words} />}>
        <p>{where}</p>
        <p>
          {eventDayWords(content, words)}
          {content.startsAt !== '' && content.timeZone !== '' && `, ${words.t('cooperation.clockOf', { zone: content.timeZone })}`}
        </p>
        {content.state !== 'held' && (
          <p>
            <b>{words.t(`cooperation.event_state_${content.state}`)}</b>
          </p>
        )}
      </Title>
      <Quotes {...props} />
      <Commitments {...props} />
      <Meetings {...props} />
      <Topics {...props} />
      <Papers {...props} />
      <SourceList sources={view.sources} frame={frame} />
    </Layout>
  )
}

const Commitments: FC<EventProps> = ({ frame, view: { commitments } }) => {
  const { words } = frame
  const shared = sharedFlags(commitments)
  const strengths = commitments.map(({ content }) => content.strength)
  if (commitments.length === 0)
    return (
      <Section id="commitments" title={words.t('cooperation.agreedTitle')}>
        <p class="absent">{words.t('cooperation.nothingPromised')}</p>
      </Section>
    )
  return (
    <>
      <Section id="ladder" title={words.t('cooperation.ladderTitle')} aside={<p>{words.t('cooperation.ladderAside')}</p>}>
        <Ladder strengths={strengths} words={words} />
      </Section>
      <Section
        id="commitments"
        title={words.t('cooperation.agreedTitle')}
        aside={
          <>
            <p>{promiseCountWords(countPromises(strengths), words)}</p>
            <p>{words.t('cooperation.statusComputed')}</p>
            {shared.map((flag) => (
              <Warn>
                {words.t('cooperation.allOfThem', { flag: words.t(`cooperation.flag_${flag}`).toLocaleLowerCase(words.language) })}
              </Warn>
            ))}
          </>
        }
      >
        <CommitmentItems commitments={commitments} frame={frame} saidAbove={shared} />
      </Section>
    </>
  )
}

/** The event and the meetings within it, each with who took part. */
const Meetings: FC<EventProps> = ({ frame, view }) => (
  <Section id="participants" title={frame.words.t('cooperation.meetingsTitle')} aside={<p>{frame.words.t('cooperation.meetingsAside')}</p>}>
    <ul class="tree">
      <Meeting branch={view.branch} frame={frame} view={view} isTop />
    </ul>
  </Section>
)

const Meeting: FC<EventProps & { branch: EventBranch; isTop?: boolean }> = ({ branch: { event, within }, frame, view, isTop }) => {
  const { words } = frame
  const { number, content } = event
  const took = view.participants.filter((one) => one.event === number)
  return (
    <li>
      <h3>
        {isTop ? (
          <Picked text={content.title} words={words} />
        ) : (
          <a href={link(frame, cooperationPath('events', number))}>
            <Picked text={content.title} words={words} />
          </a>
        )}
      </h3>
      <p class="fine">
        {words.t(`cooperation.event_kind_${content.kind}`)} · {eventDayWords(content, words)}
        {content.state !== 'held' && ` · ${words.t(`cooperation.event_state_${content.state}`)}`}
      </p>
      {took.length > 0 && (
        <ul class="plain took">
          {took.map((one) => (
            <ParticipantItem one={one} frame={frame} />
          ))}
        </ul>
      )}
      {within.length > 0 && (
        <ul class="tree">
          {within.map((branch) => (
            <Meeting branch={branch} frame={frame} view={view} />
          ))}
        </ul>
      )}
    </li>
  )
}

const ParticipantItem: FC<{ one: Participant; frame: Frame }> = ({ one, frame }) => {
  const { words } = frame
  return (
    <li>
      {one.person && (
        <PersonWords person={{ ...one.person, role: words.pick(one.role) === '' ? one.person.role : one.role }} frame={frame} />
      )}
      {one.person && one.partner && ', '}
      {one.partner && <Partners partners={[one.partner]} frame={frame} />}
      <span class="fine">
        {' '}
        · {words.t(`cooperation.attendance_${one.state}`)}
        {one.isDelegate && ` · ${words.t('cooperation.ownDelegation')}`}
        {one.onBehalfOf && (
          <>
            {' '}
            · {words.t('cooperation.onBehalfOf')} <Partners partners={[one.onBehalfOf]} frame={frame} />
          </>
        )}
      </span>
    </li>
  )
}

const Topics: FC<EventProps> = ({ frame, view: { topics } }) => {
  const { words } = frame
  if (topics.length === 0) return <></>
  return (
    <Section id="topics" title={words.t('cooperation.kinds_topic')}>
      <ul class="plain stack-s">
        {topics.map(({ topic: { content }, goals }) => (
          <li>
            <Picked text={content.title} words={words} />
            {goals.map((goal) => (
              <span class="fine">
                {' '}
                ·{' '}
                <a href={link(frame, goalPath(goal))}>
                  {words.t('cooperation.goal', { number: goal.number })} <Picked text={goal.title} words={words} />
                </a>
              </span>
            ))}
            {content.sdgTargets.map((target) => (
              <span class="fine">
                {' '}
                ·{' '}
                <a href={link(frame, '/indicators', { goal: target.split('.')[0] ?? target })}>
                  {words.t(target.includes('.') ? 'cooperation.sdgTarget' : 'cooperation.sdgGoal', { code: target })}
                </a>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Papers: FC<EventProps> = ({ frame, view: { agreements, projects } }) => {
  const { words } = frame
  if (agreements.length + projects.length === 0) return <></>
  return (
    <Section id="papers" title={words.t('cooperation.papersTitle')}>
      <ul class="plain stack-s">
        {agreements.map(({ number, content }) => (
          <li>
            <a href={link(frame, cooperationPath('agreements', number))}>
              <Picked text={content.title} words={words} />
            </a>{' '}
            <span class="fine">· {words.t(`cooperation.agreement_kind_${content.kind}`)}</span>
          </li>
        ))}
        {projects.map(({ number, content }) => (
          <li>
            <a href={link(frame, cooperationPath('projects', number))}>
              <Picked text={content.title} words={words} />
            </a>{' '}
            <span class="fine">· {words.t('cooperation.kind_project')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
