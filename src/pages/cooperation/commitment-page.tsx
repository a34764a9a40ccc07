import type { FC } from 'hono/jsx'
import { smartTests } from '../../books/cooperation/commitment-tests.ts'
import type { OneCommitmentView } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { FigureLink } from '../indicators/figure-link.tsx'
import { unitWords } from '../indicators/series-words.ts'
import { Layout } from '../layout.tsx'
import { Facts } from '../parts/facts.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { goalPath } from '../programme/programme-words.ts'
import { CommitmentHistory } from './commitment-history.tsx'
import { Rung } from './commitment-item.tsx'
import { cooperationCrumbs, cooperationPath, dayWords, lightShapes, statusShapes } from './cooperation-words.ts'
import { Partners, PersonWords, PlaceQuote } from './names.tsx'

interface CommitmentProps {
  frame: Frame
  view: OneCommitmentView
}

/** One commitment: who promised what to whom, in which words, and everything that became of it. */
export const CommitmentPage: FC<CommitmentProps> = (props) => {
  const { frame, view } = props
  const { words } = frame
  const { number, content, by, status } = view.commitment
  const title = words.pick(content.title)
  return (
    <Layout
      frame={frame}
      title={title}
      description={`${words.t('cooperation.kind_commitment')}: ${title}. ${words.t(`cooperation.status_${status}`)}.`}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'commitments', { label: words.t('cooperation.commitmentNumber', { number }) })}
    >
      <Title title={<Picked text={content.title} words={words} />}>
        <p>
          <Partners partners={by} frame={frame} />
        </p>
      </Title>
      <Standing {...props} />
      <Evidence {...props} />
      <Flags {...props} />
      <CommitmentHistory {...props} />
      <About {...props} />
      <Tests {...props} />
      <Assignments {...props} />
    </Layout>
  )
}

const Standing: FC<CommitmentProps> = ({ frame: { words }, view: { commitment } }) => {
  const { status, light, isMadeOnInferred } = commitment
  return (
    <Section id="standing" title={words.t('cooperation.standing')} aside={<p>{words.t('cooperation.statusComputed')}</p>}>
      <p>
        <Status kind={statusShapes[status]} words={words.t(`cooperation.status_${status}`)} />
      </p>
      <p>{words.t(`cooperation.statusSays_${status}`)}</p>
      <p>
        <Status kind={lightShapes[light.light]} words={words.t(`cooperation.light_${light.light}`)} />
      </p>
      <p>
        {light.of === null
          ? words.t('cooperation.lightSays_not_assessed')
          : light.of === 'report'
            ? words.t('cooperation.lightSince', { day: words.date(light.since) })
            : words.t('cooperation.lightSincePromise', { day: dayWords(light.since, words, isMadeOnInferred) })}
      </p>
    </Section>
  )
}

/** The words of the source and the step that they reach. */
const Evidence: FC<CommitmentProps> = ({ frame, view: { commitment, promise } }) => {
  const { words } = frame
  return (
    <Section id="evidence" title={words.t('cooperation.evidenceTitle')} aside={<p>{words.t('cooperation.evidenceAside')}</p>}>
      <p>
        <Rung strength={commitment.content.strength} words={words} />
      </p>
      <p>{words.t('cooperation.verbReaches', { verb: commitment.content.marker })}</p>
      {promise.length === 0 && <p class="absent">{words.t('cooperation.sourceNotPublic')}</p>}
      <div class="quotes">
        {promise.map((place) => (
          <PlaceQuote place={place} frame={frame} />
        ))}
      </div>
    </Section>
  )
}

const Flags: FC<CommitmentProps> = ({ frame: { words }, view: { commitment } }) => {
  const { flags, content } = commitment
  if (flags.length === 0) return <></>
  return (
    <Section id="flags" title={words.t('cooperation.flagsTitle')}>
      <ul class="stack">
        {flags.map((flag) => (
          <li>
            <Warn>
              <b>{words.t(`cooperation.flag_${flag}`)}</b>
            </Warn>
            <p>{words.t(`cooperation.flagSays_${flag}`)}</p>
            {flag === 'jurisdiction_unclear' && (
              <p>
                <Picked text={content.jurisdiction} words={words} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const About: FC<CommitmentProps> = ({ frame, view }) => {
  const { words } = frame
  const { commitment, announcedBy, dependsOn, goals, indicators } = view
  const { content, by, to, event, madeOn, isMadeOnInferred, due } = commitment
  const notSaid = words.t('cooperation.notSaid')
  return (
    <Section id="about" title={words.t('cooperation.aboutCommitment')}>
      <Facts
        facts={[
          [words.t('cooperation.promisedBy'), <Partners partners={by} frame={frame} />],
          [words.t('cooperation.promisedTo'), to.length === 0 ? null : <Partners partners={to} frame={frame} />],
          [words.t('cooperation.announcedBy'), announcedBy && <PersonWords person={announcedBy} frame={frame} />],
          [
            words.t('cooperation.madeAt'),
            event && (
              <a href={link(frame, cooperationPath('events', event.number))}>
                <Picked text={event.title} words={words} />
              </a>
            ),
          ],
          [words.t('cooperation.madeOn'), dayWords(madeOn, words, isMadeOnInferred)],
          [words.t('cooperation.due'), due === '' ? notSaid : words.period(due)],
          [words.t('cooperation.owner'), content.owner || notSaid],
          [words.t('cooperation.formOfCompletion'), <Picked text={content.formOfCompletion} words={words} otherwise={notSaid} />],
          [words.t('cooperation.resources'), <Picked text={content.resources} words={words} otherwise={notSaid} />],
          [words.t('cooperation.dependsOn'), dependsOn.length === 0 ? null : <Links items={dependsOn.map(linkOf(frame))} />],
          [
            words.t('cooperation.goals'),
            goals.length === 0 ? null : (
              <Links
                items={goals.map((goal) => ({ href: link(frame, goalPath(goal)), text: `${goal.number}. ${words.pick(goal.title)}` }))}
              />
            ),
          ],
          [words.t('cooperation.indicators'), indicators.length === 0 ? null : <Indicators indicators={indicators} frame={frame} />],
        ]}
      />
    </Section>
  )
}

const linkOf =
  (frame: Frame) =>
  ({ number, content }: { number: number; content: OneCommitmentView['commitment']['content'] }): { href: string; text: string } => ({
    href: link(frame, cooperationPath('commitments', number)),
    text: frame.words.pick(content.title),
  })

const Links: FC<{ items: ReadonlyArray<{ href: string; text: string }> }> = ({ items }) => (
  <ul class="plain">
    {items.map(({ href, text }) => (
      <li>
        <a href={href}>{text}</a>
      </li>
    ))}
  </ul>
)

/** Each with its last figure, which opens. */
const Indicators: FC<{ indicators: OneCommitmentView['indicators']; frame: Frame }> = ({ indicators, frame }) => {
  const { words } = frame
  return (
    <ul class="plain stack-s">
      {indicators.map(({ indicator: { code, name }, headline }) => (
        <li>
          <a href={link(frame, `/indicators/${code}`)}>
            {code} <Picked text={name} words={words} />
          </a>
          <br />
          {headline?.latest == null ? (
            <span class="quiet">{words.t(headline === null ? 'indicators.noFigures' : 'common.noValue')}</span>
          ) : (
            <>
              <FigureLink frame={frame} figure={headline.latest} />{' '}
              <span class="fine">
                {unitWords(headline.labelled, words)}, {words.period(headline.latest.timePeriod)}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The five tests, each with what it asks. */
const Tests: FC<CommitmentProps> = ({ frame: { words }, view: { commitment } }) => (
  <Section id="smart" title={words.t('cooperation.smartTitle')} aside={<p>{words.t('cooperation.smartAside')}</p>}>
    <ul class="plain stack-s">
      {smartTests.map((test) => (
        <li>
          <Status
            kind={commitment.smart[test] ? 'on' : 'none'}
            words={words.t(commitment.smart[test] ? 'cooperation.smartYes' : 'cooperation.smartNo', {
              test: words.t(`cooperation.smart_${test}`),
            })}
          />
          <p class="fine">
            {words.t(`cooperation.smartAsks_${test}`)}
            {test === 'achievable' && commitment.smart.achievable && ` ${words.t('cooperation.smartAchievableMeans')}`}
          </p>
        </li>
      ))}
    </ul>
  </Section>
)

const Assignments: FC<CommitmentProps> = ({ frame: { words }, view: { assignments } }) => {
  if (assignments.length === 0) return <></>
  return (
    <Section id="assignments" title={words.t('cooperation.kinds_assignment')} aside={<p>{words.t('cooperation.assignmentsAside')}</p>}>
      <ul class="plain stack-s">
        {assignments.map(({ content }) => (
          <li>
            <Picked text={content.title} words={words} />
            <br />
            <span class="fine">{content.owner || words.t('cooperation.flag_no_owner')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
