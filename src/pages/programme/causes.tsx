import type { FC } from 'hono/jsx'
import type { Cause } from '../../books/discussion/cause.ts'
import { link, type Frame } from '../frame.ts'

/** Which contributions caused the change above, each leading to what was said; nothing where nobody has said so. */
export const Causes: FC<{ frame: Frame; causes: readonly Cause[] }> = ({ frame, causes }) =>
  causes.length === 0 ? (
    <></>
  ) : (
    <p class="fine">
      {frame.words.t('discussion.causedBy', { count: causes.length })}{' '}
      {causes.map(({ consultation, contribution }, at) => (
        <>
          {at > 0 && ', '}
          <a href={link(frame, `/discussion/${consultation}/contributions/${contribution}`)}>
            {frame.words.t('discussion.number', { number: String(contribution) })}
          </a>
        </>
      ))}
    </p>
  )
