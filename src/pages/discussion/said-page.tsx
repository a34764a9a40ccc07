import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import type { Trace } from '../../books/discussion/trace.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { SentenceChange } from '../programme/difference-page.tsx'
import { versionWords } from '../programme/programme-words.ts'
import { discussionCrumbs } from './crumbs.ts'
import { authorWords, contributionPath, daysBetween, discussionPath, placeWords } from './discussion-words.ts'
import { SaidNote } from './said-note.tsx'

interface SaidPageProps {
  frame: Frame
  consultation: Consultation
  phase: string
  version: ProgrammeVersion
  one: ListedContribution
  parent: ListedContribution | null
  trace: Trace
}

/** One contribution: its words, its place, what the city says, and its trace to the changed sentence. */
export const SaidPage: FC<SaidPageProps> = (props) => {
  const { frame, consultation, phase, one, parent } = props
  const { words } = frame
  const { contribution, place } = one
  const title = words.t(`discussion.title_${contribution.kind}`, { number: String(contribution.number) })
  const sentence = place?.sentence ?? null
  return (
    <Layout
      frame={frame}
      title={title}
      description={authorWords(contribution, words)}
      book="discussion"
      crumbs={discussionCrumbs(
        frame,
        consultation,
        { label: words.t('discussion.contributionsTitle'), href: link(frame, discussionPath(consultation, '/contributions')) },
        { label: title },
      )}
    >
      <Title title={title}>
        <p>
          {place === null ? (
            placeWords(place, words)
          ) : (
            <a
              href={link(
                frame,
                discussionPath(consultation, `/text/${place.section.id}${sentence === null ? '' : `#${sentence.id}`}`),
                sentence === null ? {} : { sentence: sentence.id },
              )}
            >
              {placeWords(place, words)}
            </a>
          )}
        </p>
      </Title>
      <Section id="words" title={words.t('discussion.itsWords')}>
        {sentence && (
          <blockquote class="sentences">
            <Picked text={sentence.text} words={words} />
          </blockquote>
        )}
        {parent && (
          <>
            <h3>{words.t('discussion.replyToThis')}</h3>
            <SaidNote frame={frame} consultation={consultation} one={{ ...parent, replies: [] }} open={false} />
          </>
        )}
        <SaidNote frame={frame} consultation={consultation} one={one} open={phase === 'open'} />
        {contribution.state === 'hidden' && (
          <p>
            <a href={link(frame, discussionPath(consultation, '/moderation'))}>{words.t('discussion.moderationLog')}</a>
          </p>
        )}
      </Section>
      {contribution.kind !== 'reply' && <TraceSection {...props} />}
    </Layout>
  )
}

/** You said, we considered, the text changed, it was adopted: what is still to come has a dashed line. */
const TraceSection: FC<SaidPageProps> = (props) => {
  const { words } = props.frame
  const { trace } = props
  return (
    <Section id="trace" title={words.t('discussion.traceTitle')} aside={<p>{words.t('discussion.traceAside')}</p>}>
      <ol class="trace">
        <SaidStep {...props} />
        <AnswerStep {...props} />
        <ChangeStep {...props} />
        <AdoptionStep {...props} />
      </ol>
      {trace.now && (
        <p>
          {words.t(`discussion.anchor_${trace.now.found.state}`, { version: String(trace.now.version.number) })}{' '}
          {trace.now.found.state !== 'found' && <q>{props.one.contribution.anchor?.exact}</q>}
        </p>
      )}
    </Section>
  )
}

const SaidStep: FC<SaidPageProps> = ({ frame, consultation, one: { contribution }, trace: { together } }) => {
  const { words } = frame
  return (
    <li>
      <b>{words.t('discussion.trace_said')}</b>
      <p>{words.date(contribution.writtenAt)}</p>
      {together.length > 0 && (
        <p class="fine">
          {words.t('discussion.trace_together', { count: together.length })}{' '}
          {together.slice(0, 20).map((number, at) => (
            <>
              {at > 0 && ', '}
              <a href={link(frame, contributionPath(consultation, number))}>{words.t('discussion.number', { number: String(number) })}</a>
            </>
          ))}
        </p>
      )}
    </li>
  )
}

const AnswerStep: FC<SaidPageProps> = ({ frame, consultation, one: { contribution, answer } }) => {
  const { words } = frame
  if (answer === null)
    return (
      <li class="todo">
        <b>{words.t('discussion.trace_answer')}</b>
        <p>{words.t('discussion.noAnswerYet')}</p>
      </li>
    )
  return (
    <li>
      <b>{words.t('discussion.trace_answered')}</b>
      <p class="fine">{words.t(`discussion.decision_${answer.decision}`)}</p>
      <p>
        <Picked text={answer.reason} words={words} />
      </p>
      <p class="fine">
        <a href={link(frame, discussionPath(consultation, `/answers#answer-${answer.number}`))}>{words.t('discussion.officialAnswer')}</a>,{' '}
        {words.date(answer.answeredAt)} ·{' '}
        {words.t('discussion.afterDays', { days: Math.max(0, daysBetween(contribution.writtenAt, answer.answeredAt)) })}
      </p>
    </li>
  )
}

const ChangeStep: FC<SaidPageProps> = ({ frame, consultation, one: { answer }, trace: { changed } }) => {
  const { words } = frame
  if (changed.length > 0)
    return (
      <li>
        <b>{words.t('discussion.trace_changed')}</b>
        {changed.map(({ version, difference }) => (
          <>
            <p>
              <SentenceChange one={difference} words={words} />
            </p>
            <p class="fine">
              <a href={link(frame, discussionPath(consultation, `/changes/${version.number}`))}>{versionWords(version, words)}</a>
            </p>
          </>
        ))}
      </li>
    )
  const isRefused = answer !== null && (answer.decision === 'not_accepted' || answer.decision === 'outside_powers')
  return (
    <li class={isRefused ? undefined : 'todo'}>
      <b>{words.t('discussion.trace_change')}</b>
      <p>{words.t(isRefused ? 'discussion.trace_unchanged' : 'discussion.trace_noChangeYet')}</p>
    </li>
  )
}

const AdoptionStep: FC<SaidPageProps> = ({ frame, trace: { adopted } }) => {
  const { words } = frame
  return (
    <li class={adopted === null ? 'todo' : undefined}>
      <b>{words.t(adopted === null ? 'discussion.trace_adoption' : 'discussion.trace_adopted')}</b>
      <p>{adopted === null ? words.t('discussion.trace_notAdopted') : versionWords(adopted, words)}</p>
      {adopted && (
        <p class="fine">
          <Picked text={adopted.act} words={words} />
        </p>
      )}
    </li>
  )
}
