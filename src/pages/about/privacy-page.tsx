import type { FC } from 'hono/jsx'
import { retentionDays } from '../../books/accounts/retention.ts'
import { link, type Frame } from '../frame.ts'
import { ScrollTable } from '../parts/scroll-table.tsx'
import type { Words } from '../words.ts'
import { TextPage } from './text-page.tsx'

/** The day from which the notice holds. A change of its sense is a new day. */
const inForceSince = '2026-11-23'

/** The privacy notice: what is kept about a person, why, how long, who sees it, and what she can do. docs/privacy.md says the same to the city. */
export const PrivacyPage: FC<{ frame: Frame }> = ({ frame }) => {
  const { words, mode } = frame
  const { t } = words
  const isDemo = mode === 'demo'
  return (
    <TextPage
      frame={frame}
      heading="privacy.title"
      description={t('privacy.description')}
      lede="privacy.lede"
      sections={[
        {
          id: 'who',
          title: 'privacy.who',
          paragraphs: isDemo ? ['privacy.who_demo'] : ['privacy.who1'],
          more: frame.city && (
            <p>
              <a href={link(frame, '/contact')}>{t('about.contactTitle')}</a>
            </p>
          ),
        },
        { id: 'never', title: 'privacy.never', paragraphs: ['privacy.never1', 'privacy.never2'] },
        { id: 'reader', title: 'privacy.reader', paragraphs: ['privacy.reader1', 'privacy.reader2'] },
        { id: 'account', title: 'privacy.account', paragraphs: [], more: <KeptTable words={words} /> },
        { id: 'staff', title: 'privacy.staff', paragraphs: ['privacy.staff1', 'privacy.staff2'] },
        { id: 'rights', title: 'privacy.rights', paragraphs: [], more: <Rights words={words} /> },
        { id: 'where', title: 'privacy.where', paragraphs: [isDemo ? 'privacy.where_demo' : 'privacy.where1'] },
        { id: 'cookies', title: 'privacy.cookies', paragraphs: ['privacy.cookies1'] },
        { id: 'breach', title: 'privacy.breach', paragraphs: ['privacy.breach1'] },
        {
          id: 'law',
          title: 'privacy.law',
          paragraphs: ['privacy.law1'],
          more: <p class="fine">{t('privacy.since', { date: words.date(inForceSince) })}</p>,
        },
      ]}
    />
  )
}

const kept = ['email', 'name', 'proof', 'session', 'mail', 'attempt', 'text', 'contribution', 'vote', 'subscription', 'about_me'] as const

const KeptTable: FC<{ words: Words }> = ({ words: { t, ...words } }) => {
  const { sessions, tokens, mails, attempts } = retentionDays
  const long = {
    email: t('privacy.email_long'),
    name: t('privacy.name_long'),
    proof: t('privacy.proof_long'),
    session: t('privacy.session_long', { days: sessions }),
    mail: t('privacy.mail_long', { tokens, mails }),
    attempt: t('privacy.attempt_long', { days: attempts }),
    text: t('privacy.text_long'),
    contribution: t('privacy.contribution_long'),
    vote: t('privacy.vote_long'),
    subscription: t('privacy.subscription_long'),
    about_me: t('privacy.about_me_long'),
  }
  return (
    <ScrollTable labelledBy="account" words={{ ...words, t }}>
      <thead>
        <tr>
          <th scope="col">{t('privacy.what')}</th>
          <th scope="col">{t('privacy.why')}</th>
          <th scope="col">{t('privacy.long')}</th>
          <th scope="col">{t('privacy.seen')}</th>
        </tr>
      </thead>
      <tbody>
        {kept.map((one) => (
          <tr>
            <th scope="row">{t(`privacy.${one}`)}</th>
            <td>{t(`privacy.${one}_why`)}</td>
            <td>{long[one]}</td>
            <td>{t(`privacy.${one}_seen`)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

const rights = ['get', 'change', 'erase', 'refuse', 'complain'] as const

const Rights: FC<{ words: Words }> = ({ words }) => (
  <>
    <ul class="stack-s">
      {rights.map((one) => (
        <li>{words.t(`privacy.rights_${one}`)}</li>
      ))}
    </ul>
    <p>
      <a href={`/${words.language}/account`}>{words.t('privacy.rights_account')}</a>
    </p>
  </>
)
