import type { FC } from 'hono/jsx'
import type { Consultation, ConsultationEvent, Phase } from '../../books/discussion/consultation.ts'
import { peopleIn, type Participation } from '../../books/discussion/participation.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Facts } from '../parts/facts.tsx'
import { Figure } from '../parts/figure.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { versionPath, versionWords } from '../programme/programme-words.ts'
import { discussionCrumbs } from './crumbs.ts'
import { discussionPath, phaseWords } from './discussion-words.ts'

interface ConsultationPageProps {
  frame: Frame
  consultation: Consultation
  phase: Exclude<Phase, 'draft'>
  version: ProgrammeVersion
  later: readonly ProgrammeVersion[]
  participation: Participation
}

/** One consultation: what is asked, until when, and what a resident can do. */
export const ConsultationPage: FC<ConsultationPageProps> = (props) => {
  const { frame, consultation, phase } = props
  const { words } = frame
  const { title, question } = consultation.content
  return (
    <Layout
      frame={frame}
      title={words.pick(title)}
      description={words.pick(question)}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation)}
    >
      <Title title={<Picked text={title} words={words} />}>
        <p>
          <Picked text={question} words={words} />
        </p>
        <p>
          <b>{phaseWords(consultation, phase, frame.today, words)}</b>
        </p>
      </Title>
      <Ways {...props} />
      <Sums {...props} />
      <About {...props} />
    </Layout>
  )
}

/** The three things that one can do, each with one button. */
const Ways: FC<ConsultationPageProps> = ({ frame, consultation, phase, later }) => {
  const { words } = frame
  const isOpen = phase === 'open'
  const to = (below: string) => link(frame, discussionPath(consultation, below))
  return (
    <Section id="ways" title={words.t(isOpen ? 'discussion.waysOpen' : 'discussion.waysClosed')}>
      <div class="ways">
        <div>
          <h3>{words.t(isOpen ? 'discussion.wayText' : 'discussion.wayTextClosed')}</h3>
          <p>{words.t(isOpen ? 'discussion.wayTextSays' : 'discussion.wayTextSaysClosed')}</p>
          <a class="btn main" href={to('/text')}>
            {words.t('discussion.readText')}
          </a>
        </div>
        <div>
          <h3>{words.t(isOpen ? 'discussion.wayVote' : 'discussion.wayVoteClosed')}</h3>
          <p>{words.t(isOpen ? 'discussion.wayVoteSays' : 'discussion.wayVoteSaysClosed')}</p>
          <a class="btn" href={to(isOpen ? '/vote' : '/statements')}>
            {words.t(isOpen ? 'discussion.vote' : 'discussion.seeStatements')}
          </a>
        </div>
        <div>
          <h3>{words.t('discussion.wayOthers')}</h3>
          <p>{words.t('discussion.wayOthersSays')}</p>
          <p>
            <a class="btn" href={to('/contributions')}>
              {words.t('discussion.allContributions')}
            </a>
          </p>
        </div>
      </div>
      <p>
        <a href={to('/opinions')}>{words.t('opinions.title')}</a> · <a href={to('/voices')}>{words.t('discussion.voices')}</a> ·{' '}
        <a href={to('/answers')}>{words.t('discussion.answersTitle')}</a>
        {later.map((version) => (
          <>
            {' '}
            · <a href={to(`/changes/${version.number}`)}>{words.t('discussion.changesLink', { number: String(version.number) })}</a>
          </>
        ))}
      </p>
      <p class="fine">
        <a href={to('/mine')}>{words.t('discussion.mine')}</a> · <a href={to('/subscribe')}>{words.t('discussion.subscribe')}</a> ·{' '}
        <a href={to('/feed.atom')}>{words.t('discussion.feed')}</a>
      </p>
    </Section>
  )
}

const Sums: FC<ConsultationPageProps> = ({ frame, participation, consultation }) => {
  const { words } = frame
  const { people, organisations, contributions, suggestions, votes, changedVotes, ofOrganisations } = participation
  const sums = [
    [peopleIn(people), 'discussion.sum_people', '#by-level'],
    [organisations, 'discussion.sum_organisations', '/contributions?by=organisations'],
    [contributions, 'discussion.sum_contributions', '/contributions'],
    [suggestions, 'discussion.sum_suggestions', '/contributions?kind=suggestion'],
    [votes, 'discussion.sum_votes', '/opinions'],
  ] as const
  // A number opens to what it counts.
  const openedBy = (path: string): string => {
    const [place = '', query] = path.split('?')
    return place.startsWith('#') ? place : link(frame, discussionPath(consultation, place), Object.fromEntries(new URLSearchParams(query)))
  }
  return (
    <Section id="sums" title={words.t('discussion.sumsTitle')} aside={<p>{words.t('discussion.sumsAside')}</p>}>
      <ul class="sums">
        {sums.map(([count, key, path]) => (
          <li>
            <b>
              <Figure href={openedBy(path)} value={words.number(count, 0)} />
            </b>{' '}
            {words.t(key, { count })}
          </li>
        ))}
      </ul>
      {people.length > 0 && (
        <p id="by-level">
          {words.t('discussion.byLevel')}{' '}
          {people.map(({ level, count }, at) => (
            <>
              {at > 0 && '; '}
              {words.t(`discussion.level_${level}`)}: {words.number(count, 0)}
            </>
          ))}
          .
        </p>
      )}
      <p class="fine">
        {words.t('discussion.sumsNote', { ofOrganisations, changedVotes })}{' '}
        <a href={link(frame, discussionPath(consultation, '/summary.csv'))}>{words.t('discussion.summaryFile')}</a> ·{' '}
        <a href={link(frame, discussionPath(consultation, '/contributions.csv'))}>{words.t('discussion.contributionsFile')}</a> ·{' '}
        <a href={link(frame, discussionPath(consultation, '/answers.csv'))}>{words.t('discussion.answersFile')}</a>
      </p>
    </Section>
  )
}

const About: FC<ConsultationPageProps> = ({ frame, consultation, version }) => {
  const { words } = frame
  const { asked, rules, promise } = consultation.content
  return (
    <Section id="about" title={words.t('discussion.aboutTitle')}>
      <Facts
        facts={[
          [words.t('discussion.asked'), <Picked text={asked} words={words} />],
          [
            words.t('discussion.discussed'),
            <>
              <a href={link(frame, versionPath(version), { programme: version.programme })}>
                <Picked text={version.title} words={words} />, {versionWords(version, words)}
              </a>
            </>,
          ],
          [words.t('discussion.period'), `${words.date(consultation.opensOn)} – ${words.date(consultation.closesOn)}`],
          [words.t('discussion.how'), words.t(`discussion.how_${consultation.level}`)],
          [words.t('discussion.promise'), <Picked text={promise} words={words} />],
          [
            words.t('discussion.rules'),
            <>
              <span class="written">
                <Picked text={rules} words={words} />
              </span>{' '}
              <a href={link(frame, discussionPath(consultation, '/moderation'))}>{words.t('discussion.moderationLog')}</a>
            </>,
          ],
        ]}
      />
      {consultation.events.length > 0 && (
        <>
          <h3>{words.t('discussion.events')}</h3>
          <ul class="stack-s">
            {consultation.events.map((event) => (
              <Event event={event} frame={frame} />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

const Event: FC<{ event: ConsultationEvent; frame: Frame }> = ({ event: { kind, at, closesOn, reason }, frame: { words } }) => (
  <li>
    {words.date(at)}: {words.t(`discussion.event_${kind}`)}
    {closesOn && ` ${words.t('discussion.dayMoved', { before: words.date(closesOn.before), after: words.date(closesOn.after) })}`}
    {reason && (
      <>
        {' '}
        <Picked text={reason} words={words} />
      </>
    )}
  </li>
)
