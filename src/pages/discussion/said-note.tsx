import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import { link, type Frame } from '../frame.ts'
import { authorWords, contributionPath, discussionPath, organisationKindWords, placeWords } from './discussion-words.ts'
import { Wording, Written } from './written.tsx'

interface SaidNoteProps {
  frame: Frame
  consultation: Consultation
  one: ListedContribution
  /** Say where it stands: left out where the page does so. */
  withPlace?: boolean
  /** Whether one can reply now. */
  open: boolean
}

/** One contribution in a list: who, when, words, wording, answer, and the replies beneath it. */
export const SaidNote: FC<SaidNoteProps> = ({ frame, consultation, one, withPlace, open }) => {
  const { words } = frame
  const { contribution, place, replies } = one
  const { number } = contribution
  const mayReply = open && contribution.state === 'shown' && contribution.text !== null
  const quote = contribution.anchor !== null && isPart(one) ? contribution.anchor : null
  return (
    <article class="note" id={`c-${number}`} aria-labelledby={`by-${number}`}>
      <ByLine frame={frame} consultation={consultation} one={one} />
      {withPlace === true && <p class="fine">{placeWords(place, words)}</p>}
      {quote && contribution.text !== null && <blockquote lang={quote.language}>{quote.exact}</blockquote>}
      <Wording contribution={contribution} place={place} words={words} />
      <Written contribution={contribution} words={words} />
      <p class="fine">
        <AnswerState frame={frame} consultation={consultation} one={one} />
        {mayReply && (
          <>
            {' '}
            ·{' '}
            <a
              href={link(frame, discussionPath(consultation, '/write'), { reply: String(number) })}
              aria-label={words.t('discussion.replyTo', { number: String(number) })}
            >
              {words.t('discussion.reply')}
            </a>
          </>
        )}
      </p>
      {replies.length > 0 && (
        <div class="replies">
          {replies.map((reply) => (
            <SaidNote frame={frame} consultation={consultation} one={reply} open={false} />
          ))}
        </div>
      )}
    </article>
  )
}

/** Whether only some words of the sentence are meant, and not all of it. */
const isPart = ({ contribution: { anchor }, place }: ListedContribution): boolean =>
  anchor !== null && anchor.exact !== (place?.sentence?.text[anchor.language] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()

/** Who said it, for whom, when, and its number as a link. */
export const ByLine: FC<Pick<SaidNoteProps, 'frame' | 'consultation' | 'one'>> = ({ frame, consultation, one: { contribution } }) => {
  const { words } = frame
  const { number, organisation, kind, channel } = contribution
  return (
    <p class="by" id={`by-${number}`}>
      <b>{authorWords(contribution, words)}</b>{' '}
      {organisation && <span class="organisation">{organisationKindWords(organisation.kind, words)}</span>}{' '}
      {words.t(`discussion.kind_${kind}`)} ·{' '}
      <a href={link(frame, contributionPath(consultation, number))}>{words.t('discussion.number', { number: String(number) })}</a> ·{' '}
      <time datetime={contribution.writtenAt}>{words.date(contribution.writtenAt)}</time>
      {channel !== 'web' && ` · ${words.t(`discussion.channel_${channel}`)}`}
    </p>
  )
}

/** What the city says to it, in two words. */
const AnswerState: FC<Pick<SaidNoteProps, 'frame' | 'consultation' | 'one'>> = ({ frame, consultation, one: { contribution, answer } }) => {
  const { words } = frame
  if (answer === null) return <>{words.t('discussion.noAnswerYet')}</>
  return (
    <a href={link(frame, contributionPath(consultation, contribution.number))}>
      {words.t('discussion.answerIs', { decision: words.t(`discussion.decision_${answer.decision}`) })}
    </a>
  )
}
