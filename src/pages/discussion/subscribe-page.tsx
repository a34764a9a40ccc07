import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { FormKey } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { discussionCrumbs } from './crumbs.ts'
import { discussionPath } from './discussion-words.ts'

interface SubscribePageProps {
  frame: Frame
  consultation: Consultation
  formKey: string
  /** She has subscribed: the token that ends it. */
  token: string | null
}

/** One button: hear by mail how it goes on, or no longer. */
export const SubscribePage: FC<SubscribePageProps> = ({ frame, consultation, formKey, token }) => {
  const { words } = frame
  const title = words.t('discussion.subscribe')
  return (
    <Layout frame={frame} title={title} book="discussion" unlisted crumbs={discussionCrumbs(frame, consultation, { label: title })}>
      <Title title={title}>
        <p>{words.t(token === null ? 'discussion.subscribeSays' : 'discussion.subscribed')}</p>
      </Title>
      {token === null ? (
        <form method="post" action={link(frame, discussionPath(consultation, '/subscribe'))}>
          <FormKey value={formKey} />
          <button class="btn main" type="submit">
            {words.t('discussion.subscribeButton')}
          </button>
        </form>
      ) : (
        <EndForm frame={frame} consultation={consultation} token={token} />
      )}
    </Layout>
  )
}

/** Where the link of a message leads: one button, and nobody needs to sign in. */
export const UnsubscribePage: FC<{ frame: Frame; consultation: Consultation; token: string; ended: boolean }> = (props) => {
  const { frame, consultation, token, ended } = props
  const { words } = frame
  const title = words.t('discussion.unsubscribe')
  return (
    <Layout frame={frame} title={title} book="discussion" unlisted crumbs={discussionCrumbs(frame, consultation, { label: title })}>
      <Title title={title}>
        <p>{words.t(ended ? 'discussion.unsubscribed' : 'discussion.unsubscribeSays')}</p>
      </Title>
      {!ended && <EndForm frame={frame} consultation={consultation} token={token} />}
    </Layout>
  )
}

const EndForm: FC<{ frame: Frame; consultation: Consultation; token: string }> = ({ frame, consultation, token }) => (
  <form method="post" action={link(frame, discussionPath(consultation, '/unsubscribe'))}>
    <input type="hidden" name="token" value={token} />
    <button class="btn main" type="submit">
      {frame.words.t('discussion.unsubscribeButton')}
    </button>
  </form>
)
