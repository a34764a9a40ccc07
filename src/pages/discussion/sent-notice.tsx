import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import { link, type Frame } from '../frame.ts'
import { contributionPath, discussionPath } from './discussion-words.ts'

/** What has just been taken: its number, and whether a moderator looks first. */
export interface Sent {
  number: number
  held: boolean
}

/** Reads `sent` or `held` of an address. */
export function readSent(query: URLSearchParams): Sent | null {
  for (const name of ['sent', 'held'] as const) {
    const number = Number(query.get(name))
    if (Number.isSafeInteger(number) && number > 0) return { number, held: name === 'held' }
  }
  return null
}

/** Says that it was taken, and where it is found again. */
export const SentNotice: FC<{ frame: Frame; consultation: Consultation; sent: Sent }> = ({ frame, consultation, sent }) => {
  const { words } = frame
  const number = String(sent.number)
  return (
    <div class="done" role="status">
      {sent.held ? (
        <p>
          {words.t('discussion.sentHeld', { number })}{' '}
          <a href={link(frame, discussionPath(consultation, '/mine'))}>{words.t('discussion.mine')}</a>
        </p>
      ) : (
        <p>
          {words.t('discussion.sentShown', { number })}{' '}
          <a href={link(frame, contributionPath(consultation, sent.number))}>{words.t('discussion.openIt')}</a>
        </p>
      )}
    </div>
  )
}
