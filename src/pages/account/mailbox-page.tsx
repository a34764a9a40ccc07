import type { FC } from 'hono/jsx'
import type { WaitingMail } from '../../books/accounts/mail.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { momentWords } from './moment.ts'

/** What a demonstration without a mail server would have sent. */
export const MailboxPage: FC<{ frame: Frame; messages: readonly WaitingMail[] }> = ({ frame, messages }) => {
  const { words } = frame
  return (
    <Layout frame={frame} title={words.t('account.mail_box_title')} unlisted>
      <Title title={words.t('account.mail_box_title')}>
        <p>{words.t('account.mail_box_lede')}</p>
      </Title>
      {messages.length === 0 && <p>{words.t('account.mail_box_empty')}</p>}
      {messages.map(({ id, recipient, subject, body, createdAt }, index) => (
        <Section
          id={`mail-${id}`}
          title={`${messages.length - index}. ${subject}`}
          aside={
            <>
              <p>{words.t('account.mail_box_to', { address: recipient })}</p>
              <p>{momentWords(createdAt.toISOString(), frame)}</p>
            </>
          }
        >
          <p class="letter">{body.split(/(https?:\/\/\S+)/).map((part) => (/^https?:/.test(part) ? <a href={part}>{part}</a> : part))}</p>
        </Section>
      ))}
    </Layout>
  )
}
